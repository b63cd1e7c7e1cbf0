#!/bin/sh
# A deploy command in plain shell: processes on this machine behind nginx, whose `upstream` block is a file of ours:
#   upstream shop { include /srv/shop/upstream.conf; }
# Settings: env: { STATE: /srv/shop, PUBLIC_URL: "https://shop.example.com", START: "exec node server.cjs", RELOAD: "nginx -s reload" }
# Every verb may be run again after a death: it reads what is there, and makes it so.
set -eu
versions="$STATE/versions"
mkdir -p "$versions"
touch "$STATE/upstream.conf" "$STATE/serving"
serving=$(cat "$STATE/serving")
version=${RELEASE_VERSION:-}
dir="$versions/$version"

fail() {
  echo "$*" >&2
  exit 1
}
share_of() { sed -nE "s/.*weight=([0-9]+); # $1\$/\1/p" "$STATE/upstream.conf" | sed -n 1p; }
is_up() { kill -0 "$(cat "$versions/$1/pid")" 2>/dev/null; }
is_healthy() { is_up "$1" && curl -fs -m 2 -o /dev/null "http://127.0.0.1:$(cat "$versions/$1/port")/"; }

put() { # file, text: whole or not at all
  printf '%s\n' "$2" >"$1.draft"
  mv "$1.draft" "$1"
}

set_shares() { # version percent [version percent]: nobody else gets anything
  lines=''
  while [ $# -gt 1 ]; do
    [ "$2" = 0 ] || lines="${lines}server 127.0.0.1:$(cat "$versions/$1/port") weight=$2; # $1
"
    shift 2
  done
  put "$STATE/upstream.conf" "$lines"
  sh -c "$RELOAD"
}

end() { # version
  kill "$(cat "$versions/$1/pid")" 2>/dev/null || true
  rm -rf "${versions:?}/$1"
}

observe() {
  list='' comma=''
  for path in "$versions"/*/; do
    [ -f "$path/port" ] || continue
    name=$(basename "$path")
    healthy=false
    if is_healthy "$name"; then healthy=true; fi
    percent=$(share_of "$name")
    bad=''
    [ ! -f "$path/bad" ] || bad=",\"badSince\":\"$(cat "$path/bad")\""
    list="$list$comma{\"version\":\"$name\",\"percent\":${percent:-0},\"healthy\":$healthy,\"url\":\"http://127.0.0.1:$(cat "$path/port")\"$bad}"
    comma=,
  done
  echo "{\"url\":\"$PUBLIC_URL\",\"revisions\":[$list]}"
}

case $RELEASE_VERB in
check)
  command -v curl >/dev/null || fail "curl is not installed here"
  observe
  ;;
observe) observe ;;
prepare)
  if [ "$(cat "$dir/sha" 2>/dev/null)" != "$RELEASE_SHA" ]; then
    [ "$(share_of "$version")" = "" ] || fail "$version serves from another commit"
    rm -rf "$dir"
    cp -R "$RELEASE_TREE" "$dir.draft"
    mv "$dir.draft" "$dir"
    echo "$RELEASE_SHA" >"$dir/sha"
  fi
  rm -f "$dir/bad"
  if ! is_up "$version"; then
    # Of the ports that are ours, the first that no version has.
    port=${FIRST_PORT:-9001}
    while grep -qx "$port" "$versions"/*/port 2>/dev/null; do port=$((port + 1)); done
    [ -f "$dir/port" ] || put "$dir/port" "$port"
    (cd "$dir" && PORT=$(cat port) setsid sh -c "$START" >log 2>&1 </dev/null & echo $! >"$dir/pid")
  fi
  for _ in $(seq "${PATIENCE:-100}"); do
    if is_healthy "$version"; then exit 0; fi
    is_up "$version" || fail "$version ended: $(tail -n 3 "$dir/log")"
    sleep 0.1
  done
  fail "$version does not answer: $(tail -n 3 "$dir/log")"
  ;;
shift)
  if [ "$serving" = "" ] || [ "$serving" = "$version" ]; then
    set_shares "$version" 100
  else
    set_shares "$version" "$RELEASE_PERCENT" "$serving" $((100 - RELEASE_PERCENT))
  fi
  ;;
finish)
  set_shares "$version" 100
  if [ "$serving" != "$version" ]; then
    put "$STATE/previous" "$serving"
    put "$STATE/serving" "$version"
  fi
  # The one before stays up, and what was rolled back; older ones go.
  for path in "$versions"/*/; do
    name=$(basename "$path")
    case $name in "$version" | "$(cat "$STATE/previous")") continue ;; esac
    [ -f "$path/bad" ] || end "$name"
  done
  ;;
rollback)
  is_healthy "$version" || fail "$version is not healthy"
  set_shares "$version" 100
  for path in "$versions"/*/; do
    name=$(basename "$path")
    case $name in "$version") continue ;; esac
    # Who served before is innocent when the candidate of a rollout under way goes.
    if [ "$version" = "$serving" ] && [ "$name" = "$(cat "$STATE/previous" 2>/dev/null)" ]; then continue; fi
    [ -f "$path/bad" ] || date -u +%Y-%m-%dT%H:%M:%SZ >"$path/bad"
  done
  rm -f "$dir/bad"
  put "$STATE/serving" "$version"
  ;;
remove)
  [ "$(share_of "$version")" = "" ] || fail "$version has traffic"
  [ "$serving" != "$version" ] || fail "$version serves"
  end "$version"
  ;;
*) fail "unknown verb $RELEASE_VERB" ;;
esac
