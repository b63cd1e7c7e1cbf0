#!/bin/sh
# A script of a target that changes something, and the moments around it: told.sh FILE NAME COMMAND…
# FILE holds the address to tell, and is there only while somebody wants to know.
set -eu
file=$1 name=$2
shift 2
tell() {
  [ ! -f "$file" ] || curl -fsS -m 60 -o /dev/null "$(cat "$file")/$name-$1" </dev/null
}
tell before
"$@"
tell after
