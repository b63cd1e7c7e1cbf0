#!/bin/sh
# Finds the Prometheus server that the tests of the monitor `prometheus` start, fetches it if it is missing, and prints the program.
# Ends with 0: it is there; 3: it cannot be had here, and what to do about it is said. Needs no root, starts no service.
set -eu

# Debian 12 has 2.42, Debian 13 has 2.53, Ubuntu 24.04 has 2.45; another major version is another server, and is not taken.
major=2
kept=${XDG_CACHE_HOME:-${HOME:-${TMPDIR:-/tmp}}/.cache}/release-command/prometheus-$major

found() { # programs: the first one of this major version
  for program in "$@"; do
    [ -x "$program" ] || program=$(command -v "$program" || true)
    [ -n "$program" ] || continue
    if "$program" --version 2>&1 | grep -qE "^prometheus, version $major\."; then
      echo "$program"
      return 0
    fi
  done
  return 1
}

find_prometheus() { found prometheus "$kept/usr/bin/prometheus"; }

fetch() { # the package of the distribution, checked by apt as any other, unpacked and not installed
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  (
    cd "$folder"
    apt-get -o Acquire::Retries=3 download -qq prometheus >&2 || {
      # The lists may be too old for what the archive has now; only root may renew them.
      [ "$(id -u)" = 0 ] && apt-get -o Acquire::Retries=3 update -qq >&2 &&
        apt-get -o Acquire::Retries=3 download -qq prometheus >&2
    }
  ) || return 1
  dpkg-deb -x "$folder"/prometheus_*.deb "$folder/unpacked"
  mkdir -p "$(dirname "$kept")"
  rm -rf "$kept"
  mv "$folder/unpacked" "$kept"
}

if find_prometheus; then exit 0; fi
# Several tests ask at once: one fetches, the others wait and find it.
if command -v flock >/dev/null && [ -z "${FETCH_LOCKED:-}" ]; then
  FETCH_LOCKED=yes exec flock "${TMPDIR:-/tmp}/release-command-prometheus.lock" "$0"
fi
fetch || true
if find_prometheus; then exit 0; fi
cat >&2 <<TEXT
NOT RUN: there is no Prometheus $major here, and it could not be fetched. Install it as root:
  apt-get install prometheus
TEXT
exit 3
