#!/usr/bin/env bash
# Who directs, who profits, and what a stranger can verify of an exhibit. All of it is fictional.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash
export LIAISON_PASSPHRASE="a passphrase of the acceptance test"
kr="$work/kr"
in_kr() { "$liaison" --dir "$kr" "$@"; }

python3 - "$work/region.ftm.json" <<'PY'
import json, sys
entities = []
def entity(id, schema, **properties):
    entities.append({"id": id, "schema": schema, "properties": {k: [v] if isinstance(v, str) else v for k, v in properties.items()}})
entity("boss", "Person", name="Fictional Boss")
entity("clerk", "Person", name="Fictional Clerk", phone="+85512555001")
entity("mule", "Person", name="Fictional Mule")
entity("holding", "Company", name="Golden Example Holding")
entity("operator", "Company", name="Example Park Operations", phone="+85512555001")
entity("park", "Compound", name="Example Park")
entity("wallet", "CryptoWallet", publicKey="TExampleWallet", holder="operator")
entity("o1", "Ownership", owner="boss", asset="holding", percentage="100", startDate="2022-03-01")
entity("o2", "Ownership", owner="holding", asset="operator", percentage="80")
entity("o3", "Ownership", owner="operator", asset="holding", percentage="5")
entity("e1", "Employment", employee="clerk", employer="operator")
entity("old", "Ownership", owner="clerk", asset="holding", endDate="2019-12-31")
entity("t1", "CompoundLink", compound="park", kind="operator", about="operator")
for number in range(3):
    entity(f"advert{number}", "Advert", name=f"Job {number}", phone="+85512555001")
    entity(f"person{number}", "Person", name=f"Missing {number}")
    entity(f"report{number}", "Report", person=f"person{number}", compound="park", recruiter="mule", accountsPaid="wallet")
entity("s1", "Screening", person="mule", result="presumed-victim", authority="kr.demo", date="2026-01-05")
for number in range(30):
    entity(f"guest{number}", "Person", name=f"Guest {number}", phone="+85523555000")
with open(sys.argv[1], "w") as out:
    for found in entities:
        out.write(json.dumps(found) + "\n")
PY

## 1. links
says "a node" in_kr init --agency KR-Demo --country KR
says "with a region in it" in_kr import "$work/region.ftm.json"
says "two are tied" in_kr links paths boss clerk --since 2020-01-01 --json
shows '"kind":"ownership"' "by what the one owns"
shows '"kind":"employment"' "and whom the other works for"
shows '"statements":\["[0-9a-f]' "and every step names its statements"
says "what stands between two is told" in_kr links near clerk operator
shows "has" "in words"
ends 1 "guests of one hotel are not tied" bash -c "'$liaison' --dir '$kr' links paths guest0 guest1 --json | grep -q strength"
says "and the answer says so" in_kr links paths guest0 guest1
shows "Nothing that you may see ties the two" "in words"
ends 2 "a record is not tied to itself" in_kr links paths boss boss
ends 2 "nor to one that nobody knows" in_kr links paths boss nobody
says "groups are found" in_kr links communities --json
shows '"community":1,"members":\[.*"size":' "with their members"

## 2. organisers
says "people are ranked" in_kr links organisers --since 2020-01-01 --json
head -1 "$work/out" >"$work/first.json"
says "the owner behind two firms is first" grep -q '"id":"kr.demo:boss".*"rank":1,' "$work/first.json"
says "with everything that it rests on" grep -q '"rule":"control".*"rule":"money".*"rule":"adverts".*"rule":"reports".*"rule":"breadth"' "$work/first.json"
says "each part with the ids of its statements" grep -qE '"inputs":\["[0-9a-f-]{8,}' "$work/first.json"
says "a list for people" in_kr links organisers
shows "One who is presumed a victim is told apart" "tells victims apart"
shows "phone .* ties nobody together: 30 people" "and says which contact was left aside"
hides "kr.demo:mule" "nor does it have the victim"
says "a window can be set" in_kr links near holding --since 2020-01-01 --json
hides '"until":"2019' "and what ended before it does not count"

## 3. files
says "links leave as a chart" in_kr links export "$work/links.gexf"
says "which other programs read" python3 -c 'import sys, xml.dom.minidom as m; d = m.parse(sys.argv[1]); assert len(d.getElementsByTagName("edge")) > 10' "$work/links.gexf"
ends 1 "no presumed victim is in it" grep -q "kr.demo:mule\|kr.demo:person0" "$work/links.gexf"
says "and as a table" in_kr links export "$work/links.csv" --as csv
says "with its statements" grep -q "^kr.demo:boss,.*ownership" "$work/links.csv"
ends 1 "no presumed victim is in that either" grep -q "kr.demo:mule\|kr.demo:person0" "$work/links.csv"

## 4. a sealed exhibit
says "a case is opened" in_kr case open "Example Park" --template rescue --json
case=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["case"])' "$work/out")
says "the firm is linked to it" in_kr case link "$case" operator
says "and an owner" in_kr case link "$case" boss
says "it is sealed" in_kr exhibit seal "$work/e1.liaison" --case "$case" --title "Who runs the compound" --fact "The firm runs the compound=t1,operator" --fact "Its owner=boss" --json
shows '"number":"C-[0-9-]+/E1".*"redacted":[1-9]' "with a number, and what says who a person is left out"
ends 1 "no name is in it" grep -q "Fictional Boss" "$work/e1.liaison"
ends 2 "a title must be" in_kr exhibit seal "$work/no.liaison" --case "$case" --title " "
stranger() { "$liaison" --dir "$work/nowhere" "$@"; }
says "a stranger without a node can check it" stranger exhibit verify "$work/e1.liaison" --json
shows '"first_bad":null.*"root_fingerprint":"' "and learns whose root key stands behind it"
root=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["root_fingerprint"])' "$work/out")
says "that key is expected" stranger exhibit verify "$work/e1.liaison" --root "$root"
ends 1 "another one is told" stranger exhibit verify "$work/e1.liaison" --root "0000"
python3 - "$work/e1.liaison" "$work/changed.liaison" <<'PY'
import sys
bytes = bytearray(open(sys.argv[1], "rb").read())
at = bytes.index(b"The firm runs")
bytes[at] ^= 1
open(sys.argv[2], "wb").write(bytes)
PY
ends 1 "one byte changed is told" stranger exhibit verify "$work/changed.liaison" --json
shows '"entry":"fact","fact":1,"fault":"changed"' "by the fact in which it stands"
head -n 2 "$work/e1.liaison" >"$work/cut.liaison"
ends 1 "a bundle without its seal is told" stranger exhibit verify "$work/cut.liaison"
for language in en ko th km; do
  says "a page in $language" stranger exhibit page "$work/e1.liaison" "$work/e1-$language.html" --in-language "$language"
done
says "is Korean" grep -q "증거 서면 $case/E1" "$work/e1-ko.html"
says "and Khmer" grep -q '<html lang="km">' "$work/e1-km.html"
says "and has its hash and proof" grep -q "$root" "$work/e1-km.html"
cp "$work/e1-ko.html" "$work/before.html"
rm "$work/e1-ko.html"
says "made again beside the node" in_kr exhibit page "$work/e1.liaison" "$work/e1-ko.html" --in-language ko
says "it is the same to the byte" cmp "$work/before.html" "$work/e1-ko.html"
gone=$(in_kr show operator --json | python3 -c 'import json,sys
print(next(s["id"] for s in json.loads(sys.stdin.readline())["statements"] if s["prop"] == "name"))')
says "a statement is withdrawn" in_kr withdraw "$gone" --reason "wrong firm"
ends 1 "beside its node the exhibit says so" in_kr exhibit verify "$work/e1.liaison" --json
shows "\"statement\":\"$gone\"" "by the statement"
says "and for a stranger it still verifies" stranger exhibit verify "$work/e1.liaison"

echo "$count passed, 0 failed"
