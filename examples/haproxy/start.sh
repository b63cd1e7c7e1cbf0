#!/bin/sh
# Starts VERSION from TREE on PORT, as a plain process. May be run again: what runs already is left alone.
# COMMAND (settings.env) is what starts it. With systemd this is one line: systemctl restart "shop@$PORT" (and TREE in its environment file).
set -eu
state="$(dirname "$TREE")/../run"
mkdir -p "$state"
if [ "$(cat "$state/$PORT.version" 2>/dev/null)" = "$VERSION $SHA" ] && kill -0 "$(cat "$state/$PORT.pid")" 2>/dev/null; then
  exit 0
fi
sh "$(dirname "$0")/stop.sh"
cd "$TREE"
# shellcheck disable=SC2086 # words of a command
setsid ${COMMAND:-node server.cjs} >>"$state/$PORT.log" 2>&1 </dev/null &
echo $! >"$state/$PORT.pid"
echo "$VERSION $SHA" >"$state/$PORT.version"
