#!/bin/sh
# The deploy command of examples/command behind a door that pins requests, and the moments around what changes something.
set -eu
here=$(dirname "$0")
case $RELEASE_VERB in
check | observe)
  sh "$EXAMPLE" | sed -E \
    -e 's/"version":"([^"]+)"/"version":"\1","headers":{"x-release-version":"\1"}/g' \
    -e 's/^\{/{"pinHeader":"x-release-version",/'
  ;;
*) sh "$here/told.sh" "$STATE/../moments" "$RELEASE_VERB" sh "$EXAMPLE" ;;
esac
