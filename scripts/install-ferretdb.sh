#!/bin/sh
# Builds FerretDB, pinned, once into node_modules/.cache/ferretdb and prints where its program is: a server with MongoDB's
# protocol, on SQLite, for test/smoke/mongodb.test.ts. Ends with 0: it is there; 3: it cannot be had here.
set -eu
cd "$(dirname "$0")/.."

version=1.24.0
home="$PWD/node_modules/.cache/ferretdb/$version"
ferretdb="$home/ferretdb"

if [ ! -x "$ferretdb" ]; then
  # Made beside its place and moved there whole: whoever builds at the same time, or dies here, leaves nothing broken.
  mkdir -p "$home"
  made=$(mktemp -d "$home/making-XXXXXX")
  trap 'chmod -R u+w "$made" && rm -rf "$made"' EXIT
  echo "Building FerretDB $version: about two minutes, once" >&2
  # Not `go install`: its source lacks the file with its version. Its own go.sum says what is built.
  if command -v go >/dev/null &&
    (cd "$made" && go mod init built >&2 2>&1 && go mod download -json "github.com/FerretDB/FerretDB@v$version" >found.json) &&
    source=$(sed -nE 's/^[[:space:]]*"Dir": "(.*)",?$/\1/p' "$made/found.json") &&
    cp -R "$source" "$made/source" && chmod -R u+w "$made/source" &&
    echo "v$version" >"$made/source/build/version/version.txt" &&
    (cd "$made/source" && go build -trimpath -ldflags '-s -w' -o "$made/ferretdb" ./cmd/ferretdb >&2); then
    mv "$made/ferretdb" "$ferretdb"
  else
    echo "NOT RUN: FerretDB $version cannot be had here: it is built with Go (https://go.dev/dl) from the module proxy" >&2
    exit 3
  fi
fi
echo "$ferretdb"
