#!/usr/bin/env bash
# Asks a served node everything that its API document allows, and much that it does not.
# tests/schemathesis.sh [OPTION of `schemathesis run`]...
#
# The node is a new one in a temporary folder, with the published figures, places and events.
# Needs target/debug/liaison and Python 3; schemathesis is installed once, under target/venv.
set -euo pipefail
cd "$(dirname "$0")/.."

version=4.32.5
liaison=target/debug/liaison
venv=target/venv/schemathesis-$version

if [ ! -x "$venv/bin/schemathesis" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$version"
fi

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

echo "a passphrase of the test" > "$folder/key"
chmod 600 "$folder/key"
at_node=("$liaison" --dir "$folder/node" --key-file "$folder/key")
"${at_node[@]}" init --agency KR-NPA --country KR > "$folder/made" 2>&1
# Rows that an importer sets aside (exit status 1) are not what is tested here.
"${at_node[@]}" import situation/figures.csv situation/places.csv situation/events.csv \
  > "$folder/imported" 2>&1 || [ $? -eq 1 ]

# An account, so that nothing is amiss, and a program's token, with all that a token can do.
"${at_node[@]}" user add min --role analyst > "$folder/account" 2>&1
"${at_node[@]}" --json token add --name schemathesis --role analyst,auditor \
  --scope read,import,export,health --expires "$(date -u -d '+1 day' +%F)" > "$folder/token"
token=$(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$folder/token")

"${at_node[@]}" --json serve --listen 127.0.0.1:0 > "$folder/at" 2> "$folder/log" &
server=$!
address=
for _ in $(seq 100); do
  address=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' "$folder/at")
  if [ -n "$address" ]; then break; fi
  sleep 0.1
done
if [ -z "$address" ]; then
  echo "the node was not served:" >&2
  cat "$folder/log" >&2
  exit 2
fi

"$venv/bin/schemathesis" --config-file tests/schemathesis.toml run --seed 1 --max-examples 50 --no-color \
  --header "Authorization: Bearer $token" "$@" "$address/api/openapi.json"
if [ -s "$folder/log" ]; then
  echo "the server complained meanwhile:" >&2
  cat "$folder/log" >&2
  exit 1
fi
