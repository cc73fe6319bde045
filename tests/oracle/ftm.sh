#!/usr/bin/env bash
# Our exports against FollowTheMoney's own package, and the lossless way out and back in.
set -euo pipefail
cd "$(dirname "$0")/../.."

liaison=$PWD/target/debug/liaison
[ -x "$liaison" ] || cargo build --quiet --package liaison-cli
venv=target/venv/ftm
if ! [ -x "$venv/bin/ftm" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check followthemoney==4.11.2
fi
ftm=$venv/bin/ftm

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LIAISON_PASSPHRASE="a passphrase of the oracle test"
"$liaison" demo --dir "$work/demo" --no-serve >/dev/null 2>&1
from=(env -u LIAISON_PASSPHRASE "$liaison" --dir "$work/demo/kr" --key-file "$work/demo/kr.key")

count=0
pass() { count=$((count + 1)); echo "ok $count - $1"; }

"${from[@]}" export --as ftm --out "$work/export" --reveal statistics --json >"$work/report"
"$ftm" validate -i "$work/export/entities.ftm.json" -o "$work/valid.json"
cmp <(wc -l <"$work/export/entities.ftm.json") <(wc -l <"$work/valid.json")
pass "entities.ftm.json passes FollowTheMoney's validation, every line of it"
FTM_MODEL_PATH=$PWD/schema "$ftm" validate -i "$work/export/extension.ftm.json" -o "$work/valid.json"
cmp <(wc -l <"$work/export/extension.ftm.json") <(wc -l <"$work/valid.json")
pass "extension.ftm.json passes it with our schemata"

"${from[@]}" export --as statements --out "$work/first.csv" --reveal statistics --json >/dev/null
"$liaison" --dir "$work/again" init --agency Again --country KR --id kr.demo-police --json >/dev/null
"$liaison" --dir "$work/again" import "$work/first.csv" --as ftm-statements --json >"$work/imported"
grep -q '"problems":0' "$work/imported"
"$liaison" --dir "$work/again" export --as statements --out "$work/second.csv" \
  --reveal statistics --json >/dev/null
# The second node says who it is, too: nothing else may stand in one file and not in the other.
differs=$(comm -3 <(sort "$work/first.csv") <(sort "$work/second.csv") | grep -v ':agency"' || true)
[ -z "$differs" ] || { head -3 <<<"$differs" >&2; exit 1; }
pass "a statement file comes back without a difference ($(($(wc -l <"$work/first.csv") - 1)) statements)"

python3 - "$work/first.csv" "$venv" <<'PY'
import csv, subprocess, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")))
code = """
import sys, json
from followthemoney.statement.statement import Statement
for line in sys.stdin:
    r = json.loads(line)
    print(Statement.make_key(r["dataset"], r["entity_id"], r["prop"], r["value"], r["external"]))
"""
import json
want = [r for r in rows if r["prop"] != "id"][:5000]
lines = "\n".join(json.dumps({**r, "external": r.get("external") == "t"}) for r in want)
out = subprocess.run([sys.argv[2] + "/bin/python", "-c", code], input=lines, capture_output=True, text=True)
keys = out.stdout.split()
if out.returncode or len(keys) != len(want):
    sys.exit("the package did not answer: " + out.stderr[-500:])
bad = [(r["id"], k) for r, k in zip(want, keys) if r["id"] != k]
if bad:
    sys.exit(f"{len(bad)} of {len(want)} statement keys differ, first {bad[0]}")
PY
pass "statement keys are those that FollowTheMoney computes"

echo "$count passed, 0 failed"
