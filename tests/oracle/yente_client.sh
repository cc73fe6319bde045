#!/usr/bin/env bash
# yente's own client library and an OpenRefine-like client talk to a served node.
set -euo pipefail
cd "$(dirname "$0")/../.."

liaison=$PWD/target/debug/liaison
[ -x "$liaison" ] || cargo build --quiet --package liaison-cli
venv=target/venv/yente-client-0.2.0
if ! [ -x "$venv/bin/python" ] || ! "$venv/bin/python" -c "import yente_client" 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check yente-client==0.2.0
fi

work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT
export LIAISON_PASSPHRASE="a passphrase of the oracle test" LIAISON_DIR="$work/node"
"$liaison" init --agency KR-NPA --country KR >/dev/null
cat >"$work/people.ftm.json" <<'PEOPLE'
{"id":"a","schema":"Person","properties":{"name":["강서윤"],"birthDate":["1991-04-12"]}}
{"id":"b","schema":"Person","properties":{"name":["Somchai Wongsakul"],"nationality":["th"]}}
{"id":"firm","schema":"Company","properties":{"name":["Mekong Horizon Co., Ltd."],"country":["kh"]}}
PEOPLE
"$liaison" import "$work/people.ftm.json" --dataset watch --handling TLP:CLEAR --json >/dev/null
"$liaison" user add min --role analyst >/dev/null
"$liaison" --json token add --name matcher --role analyst --scope read \
  --expires "$(date -u -d '+1 day' +%F)" >"$work/token"
token=$(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$work/token")
"$liaison" --json serve --listen 127.0.0.1:0 >"$work/at" 2>"$work/log" &
server=$!
address=
for _ in $(seq 200); do
  address=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' "$work/at")
  [ -z "$address" ] || break
  sleep 0.1
done
[ -n "$address" ] || { cat "$work/log" >&2; exit 2; }

"$venv/bin/python" - "$address" "$token" <<'CLIENT'
import json, sys, urllib.parse, urllib.request
from yente_client import Client, Person

address, token = sys.argv[1:]
count = 0
def ok(what, holds, told=""):
    global count
    count += 1
    if not holds:
        sys.exit(f"not ok {count} - {what}: {told}")
    print(f"ok {count} - {what}")

with Client(api_key=token, base_url=address) as client:
    found = client.match(Person(name=["Gang Seoyun"], birthDate=["1991-04-12"]))
    ok("yente's client matches across scripts", found.top and found.top.id == "kr.npa:a", found)
    ok("a published birth date counts", found.top.explanations["date"].weight > 5, found.top)
    ok("and the match is one", found.matches and found.top.score > 0.9, found.top)
    nobody = client.match(Person(name=["Erika Mustermann"]))
    ok("a stranger matches nobody", not nobody.matches, nobody)

def ask(path, data=None):
    request = urllib.request.Request(address + path, data, {"Authorization": f"Bearer {token}"})
    return json.load(urllib.request.urlopen(request))

service = ask("/reconcile/watch")
ok("the reconciliation service speaks version 0.2", service["versions"] == ["0.2"], service)
queries = {"q0": {"query": "Mekong Horizon", "type": "Company"}, "q1": {"query": "สมชาย วงศ์สกุล", "type": "Person"}}
form = urllib.parse.urlencode({"queries": json.dumps(queries)}).encode()
answers = ask("/reconcile/watch", form)
ok("it answers a batch", answers["q0"]["result"][0]["id"] == "kr.npa:firm", answers)
ok("in every script", answers["q1"]["result"][0]["id"] == "kr.npa:b", answers)
for field in ("id", "name", "type", "score", "match"):
    ok(f"each answer has {field}", field in answers["q0"]["result"][0], answers)
CLIENT
echo "all passed"
