#!/usr/bin/env bash
# Walks through the workbench of a real node in a real browser.
# tests/browser.sh [--pictures] [ARGUMENT of `playwright test`]...
#
# The node is a demonstration in a temporary folder, on a free port of this machine. Needs
# target/debug/liaison, web/dist and Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

liaison=$PWD/${LIAISON:-target/debug/liaison}
folder=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap finish EXIT

"$liaison" --json demo --dir "$folder/demo" --no-serve > "$folder/made" 2> "$folder/told"
"$liaison" --json serve --dir "$folder/demo/kr" --key-file "$folder/demo/kr.key" \
  --listen 127.0.0.1:0 > "$folder/at" 2> "$folder/log" &
server=$!
address=
for _ in $(seq 100); do
  address=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' "$folder/at")
  [ -n "$address" ] && break
  sleep 0.1
done
if [ -z "$address" ]; then
  echo "the node was not served:" >&2
  cat "$folder/log" >&2
  exit 2
fi

# Where the journeys sign in, with the accounts that the demonstration shows once.
export LIAISON_AT=$address LIAISON_PROGRAM=$liaison LIAISON_NODE=$folder/demo/kr
export LIAISON_MADE=$folder/made LIAISON_SIGNED_IN=$folder/analyst.json
scripts/web --install-only
cd web
if [ "${1:-}" = --pictures ]; then
  node tests/pictures.mjs
else
  npx playwright test "$@"
fi
