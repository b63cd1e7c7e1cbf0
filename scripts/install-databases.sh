#!/bin/sh
# Finds the database servers that the tests of test/smoke start, installs what is missing, and prints `name program` for each.
# Ends with 0: all are there; 3: one cannot be had here, and what to do about it is said. Starts no service.
set -eu

# Debian 12, Debian 13 and Ubuntu 24.04 have these; another major version is another server, and is not taken.
postgres='15 16 17'
redis='7 8'
mariadb='10 11'

found() { # name, majors, programs: the first program of one of these majors
  name=$1 majors=$2
  shift 2
  for program in "$@"; do
    [ -x "$program" ] || program=$(command -v "$program" || true)
    [ -n "$program" ] || continue
    version=$("$program" --version 2>/dev/null | sed -nE 's/.*(\(PostgreSQL\)|v=|Ver) ?([0-9]+).*/\2/p')
    for major in $majors; do
      if [ "$major" = "$version" ]; then
        echo "$name $program"
        return 0
      fi
    done
  done
  return 1
}

find_postgres() {
  set -- postgres
  for major in $postgres; do set -- "$@" "/usr/lib/postgresql/$major/bin/postgres"; done
  found postgres "$postgres" "$@"
}
find_redis() { found redis "$redis" redis-server /usr/bin/redis-server; }
find_mariadb() { found mariadb "$mariadb" mariadbd /usr/sbin/mariadbd; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install() { # packages: by apt, which is kept from starting them as services of the machine
  command -v apt-get >/dev/null || return 1
  as_root true 2>/dev/null || return 1
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    trap 'as_root rm -f "$policy"' EXIT
  fi
  as_root apt-get -o Acquire::Retries=3 update -qq >&2 || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y -qq --no-install-recommends "$@" >&2
}

# Several tests ask at once: one installs, the others wait and find it.
if command -v flock >/dev/null && [ -z "${INSTALL_LOCKED:-}" ]; then
  INSTALL_LOCKED=yes exec flock "${TMPDIR:-/tmp}/release-command-databases.lock" "$0"
fi

missing=''
find_postgres >/dev/null || missing="$missing postgresql"
find_redis >/dev/null || missing="$missing redis-server"
find_mariadb >/dev/null || missing="$missing mariadb-server"
# One package a word.
# shellcheck disable=SC2086
[ -z "$missing" ] || install $missing || true

if find_postgres && find_redis && find_mariadb; then exit 0; fi
cat >&2 <<TEXT
NOT RUN: a database server is missing here and could not be installed:$missing
Wanted are PostgreSQL ($postgres), Redis ($redis) and MariaDB ($mariadb), by major version. Install them as root:
  apt-get install postgresql redis-server mariadb-server
TEXT
exit 3
