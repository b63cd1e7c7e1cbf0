#!/bin/sh
# Finds the HAProxy that the tests of packages/targets drive, or unpacks the distribution's into node_modules/.cache/haproxy,
# and prints its program. Needs no root and starts no service. Ends with 0: it is there; 3: it cannot be had here.
set -eu
cd "$(dirname "$0")/.."

# The long-term releases that Debian 12, Debian 13 and Ubuntu 24.04 have; another one is another proxy, and is not taken.
wanted='2.6 2.8 3.0 3.2'
home="$PWD/node_modules/.cache/haproxy"

is_wanted() { # program
  version=$("$1" -v 2>/dev/null | sed -nE '1s/.*version ([0-9]+\.[0-9]+)\..*/\1/p')
  for one in $wanted; do [ "$one" = "$version" ] && return 0; done
  return 1
}

for program in "$(command -v haproxy || true)" /usr/sbin/haproxy "$home/haproxy"; do
  if [ -x "$program" ] && is_wanted "$program"; then
    echo "$program"
    exit 0
  fi
done

# Made beside its place and moved there whole: whoever unpacks at the same time, or dies here, leaves nothing broken.
mkdir -p "$home"
made=$(mktemp -d "$home/unpacking-XXXXXX")
trap 'rm -rf "$made"' EXIT
root="$home/root-$$"
unpack() {
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 1
  cd "$made"
  if ! apt-get -o Acquire::Retries=3 download haproxy >&2; then
    { if [ "$(id -u)" = 0 ]; then apt-get update -qq; else sudo -n apt-get update -qq; fi; } >&2 || return 1
    apt-get -o Acquire::Retries=3 download haproxy >&2 || return 1
  fi
  # What a small machine often has not; a name that the distribution does not know is not needed there.
  for library in liblua5.3-0 liblua5.4-0 libopentracing-c-wrapper0 libopentracing1; do
    apt-get -o Acquire::Retries=3 download "$library" >&2 || true
  done
  for package in *.deb; do dpkg -x "$package" "$made/root"; done
  mv "$made/root" "$root"
  libraries=$(find "$root" -name '*.so*' -exec dirname {} \; | sort -u | paste -sd: -)
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s/usr/sbin/haproxy "$@"\n' "$libraries" "$root" >"$made/haproxy"
  chmod 755 "$made/haproxy"
  mv "$made/haproxy" "$home/haproxy"
}
if (unpack) && is_wanted "$home/haproxy"; then
  echo "$home/haproxy"
  exit 0
fi
cat >&2 <<TEXT
NOT RUN: there is no HAProxy here ($wanted), and it could not be unpacked. As root: apt-get install haproxy
TEXT
exit 3
