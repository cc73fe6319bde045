#!/usr/bin/env bash
# Walks through the workbench of real nodes in a real browser.
# tests/browser.sh [--pictures [NAME...] | --measure | ARGUMENT of `playwright test`...]
#
# The nodes are copies of one demonstration in a temporary folder, on free ports of this machine:
# one for each language, as journeys write, and one that tests serve themselves. Needs
# target/debug/liaison (or LIAISON), web/dist and Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

liaison=$(realpath "${LIAISON:-target/debug/liaison}")
folder=$(mktemp -d)
servers=()
finish() {
  for server in "${servers[@]}"; do
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap finish EXIT

# serve NAME: serves a copy of the demonstration's node; its address is in $address.
serve() {
  cp -r "$folder/demo/kr" "$folder/$1"
  "$liaison" --json serve --dir "$folder/$1" --key-file "$folder/demo/kr.key" \
    --listen 127.0.0.1:0 > "$folder/$1.at" 2> "$folder/$1.log" &
  servers+=($!)
  address=
  for _ in $(seq 300); do
    address=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' "$folder/$1.at")
    [ -n "$address" ] && return
    sleep 0.1
  done
  echo "the node was not served:" >&2
  cat "$folder/$1.log" >&2
  exit 2
}

# What is measured makes a node of its own.
if [ "${1:-}" != --measure ]; then
  "$liaison" --json demo --dir "$folder/demo" --alone --no-serve > "$folder/made" 2> "$folder/told"
  serve en && export LIAISON_AT_EN=$address
  if [ "${1:-}" != --pictures ]; then
    serve ko && export LIAISON_AT_KO=$address
    serve km && export LIAISON_AT_KM=$address
    cp -r "$folder/demo/kr" "$folder/spare"
  fi
fi

# Where the journeys sign in, with the accounts that the demonstration shows once.
export LIAISON_PROGRAM=$liaison LIAISON_MADE=$folder/made LIAISON_SESSIONS=$folder
export LIAISON_SPARE=$folder/spare LIAISON_KEY=$folder/demo/kr.key
scripts/web --install-only
cd web
export PATH="$PWD/.node/node_modules/.bin:$PATH"
case "${1:-}" in
  --pictures) node tests/pictures.mjs "${@:2}" ;;
  --measure) node tests/measure.mjs ;;
  *) npx playwright test "$@" ;;
esac
