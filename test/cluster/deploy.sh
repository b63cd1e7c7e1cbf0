#!/bin/sh
# The deploy command of examples/command/kubernetes.sh, after what a build would have done before it: the image is in the registry.
set -eu
if [ "$RELEASE_VERB" = prepare ]; then
  image="$REGISTRY/shop:$RELEASE_VERSION"
  [ -d "$image" ] || [ "$RELEASE_VERSION" = "${UNBUILT:-}" ] || {
    cp -R "$RELEASE_TREE" "$image.draft"
    mv "$image.draft" "$image"
  }
  mkdir -p "$RELEASE_TREE/deploy"
  cp "$MANIFEST" "$RELEASE_TREE/deploy/kubernetes.yaml"
fi
exec sh "$EXAMPLE"
