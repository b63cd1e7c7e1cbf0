#!/bin/sh
# Stops what runs on PORT, and returns when it has ended. May be run again.
set -eu
state="$(dirname "$TREE")/../run"
[ -f "$state/$PORT.pid" ] || exit 0
pid=$(cat "$state/$PORT.pid")
kill "$pid" 2>/dev/null || true
for _ in 1 2 3 4 5 6 7 8 9 10; do
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.3
done
kill -9 "$pid" 2>/dev/null || true
rm -f "$state/$PORT.pid" "$state/$PORT.version"
