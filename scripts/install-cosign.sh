#!/bin/sh
# Builds cosign, pinned, once into node_modules/.cache/cosign and prints where its program is: for `npm run test:cosign`.
# Ends with 0: it is there; 3: it cannot be had here.
set -eu
cd "$(dirname "$0")/.."

version=3.1.3
# What Go's checksum database says of this version: the same source, wherever it comes from.
sum='h1:001JQRI/PJ/5T+g/kJ1KTvKFbb322+fomc+pHDZ/6sg='
home="$PWD/node_modules/.cache/cosign/$version"
cosign="$home/cosign"

if [ ! -x "$cosign" ]; then
  # Made beside its place and moved there whole: whoever builds at the same time, or dies here, leaves nothing broken.
  mkdir -p "$home"
  made=$(mktemp -d "$home/making-XXXXXX")
  trap 'rm -rf "$made"' EXIT
  echo "Building cosign $version: about four minutes of a processor, once" >&2
  if command -v go >/dev/null &&
    go mod download -json "github.com/sigstore/cosign/v3@v$version" >"$made/found.json"; then
    if ! grep -qF "\"Sum\": \"$sum\"" "$made/found.json"; then
      echo "cosign $version is not what it was: its module has another checksum" >&2
      exit 1
    fi
    GOFLAGS='-trimpath' CGO_ENABLED=0 GOBIN="$made" go install -ldflags '-s -w' "github.com/sigstore/cosign/v3/cmd/cosign@v$version" >&2 &&
      mv "$made/cosign" "$cosign"
  fi
fi
if [ ! -x "$cosign" ]; then
  echo "NOT RUN: cosign $version cannot be had here: it is built with Go (https://go.dev/dl) from the module proxy" >&2
  exit 3
fi
echo "$cosign"
