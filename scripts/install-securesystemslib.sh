#!/bin/sh
# Installs Python's securesystemslib, pinned by its digests, once into node_modules/.cache/securesystemslib and prints the Python
# that has it: test/releases/audit.test.ts lets it look at what was signed. Ends with 0: it is there; 3: it cannot be had here.
set -eu
cd "$(dirname "$0")/.."

version=1.6.0
pins=test/audit/requirements.txt
# Another pin is another place.
home="$PWD/node_modules/.cache/securesystemslib/$version-$(cksum <"$pins" | cut -d ' ' -f 1)"
python="$home/bin/python3"

has_it() { "$python" -c 'import cryptography, securesystemslib' >/dev/null 2>&1; }

# A virtual environment knows its own place: it is made there, by one at a time, and whole when both can be imported.
if ! has_it && command -v flock >/dev/null && [ -z "${INSTALL_LOCKED:-}" ]; then
  mkdir -p "$(dirname "$home")"
  INSTALL_LOCKED=yes exec flock "$home.lock" "$0"
fi
if ! has_it; then
  rm -rf "$home"
  if ! command -v python3 >/dev/null || ! python3 -m venv "$home" >&2 ||
    ! "$home/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r "$pins" >&2; then
    rm -rf "$home"
    echo "NOT RUN: securesystemslib $version cannot be had here: it needs Python 3.10 or newer with venv, and PyPI" >&2
    exit 3
  fi
fi
echo "$python"
