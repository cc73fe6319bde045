#!/usr/bin/env bash
# Two agencies meet, agree, share, take back and confirm, over files on a stick. All of it is fictional.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash
export LIAISON_PASSPHRASE="a passphrase of the acceptance test"
kr="$work/kr" kh="$work/kh"
in_kr() { "$liaison" --dir "$kr" "$@"; }
in_kh() { "$liaison" --dir "$kh" "$@"; }
field() { python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"; }
statement() { # the id of the statement of entity $1 with property $2
  in_kr show "$1" --json | python3 -c 'import json,sys
for said in json.loads(sys.stdin.readline())["statements"]:
    if said["prop"] == sys.argv[1]: print(said["id"]); break' "$2"
}

## 1. cards and six words
says "a node in Korea" in_kr init --agency KR-Demo --country KR
says "and one in Cambodia" in_kh init --agency KH-Demo --country KH
ends 1 "no card is there before one was made" in_kr peer card
shows 'peer card --name' "and how to make one is said"
ends 2 "a first card needs a name" in_kr peer card --root-key "$kr/keys/root.json"
says "Korea makes its card" in_kr peer card --name "ko=가상 경찰" --name "en=Fictional Police" --root-key "$kr/keys/root.json" --out "$work/kr.card" --json
words=$(field words <"$work/out")
shows '"words":"[a-z]+( [a-z]+){5}"' "with six words"
says "Cambodia its own" in_kh peer card --name "en=Fictional Desk" --root-key "$kh/keys/root.json" --out "$work/kh.card" --json
kh_words=$(field words <"$work/out")
ends 2 "a card is not taken with other words" in_kh peer add "$work/kr.card" --words "abandon ability able about above absent"
shows "not the six words" "and it is said"
says "it is with those that were read aloud" in_kh peer add "$work/kr.card" --words "$words"
says "and the other way round" in_kr peer add "$work/kh.card" --words "$kh_words"
tr 'A-M' 'N-Z' <"$work/kr.card" >"$work/bad.card"
ends 2 "a card that was changed is refused" in_kh peer add "$work/bad.card" --words "$words"

## 2. nothing goes before both heads signed
printf '%s\n' '{"id":"front-company","schema":"Company","properties":{"name":["황금미래 무역"]}}' >"$work/company.ftm.json"
says "Korea knows a company" in_kr import "$work/company.ftm.json"
id=$(statement front-company name)
ends 3 "nothing goes without an agreement" in_kr share "$id" --to kh.demo --marks "TLP:AMBER to:kh.demo"
shows "no agreement with kh.demo" "as policy says in words"
says "Korea's head proposes" in_kr peer agree kh.demo --allow "H0 H2 about:suspect" --until 2030-12-31T00:00:00Z --root-key "$kr/keys/root.json" --out "$work/paper" --json
shows '"binds":false' "which does not bind yet"
ends 3 "so that still nothing goes" in_kr share "$id" --to kh.demo --marks "TLP:AMBER to:kh.demo"
says "Cambodia's head signs as well" in_kh peer agree kr.demo --file "$work/paper" --root-key "$kh/keys/root.json" --out "$work/signed" --json
shows '"binds":true' "and it binds"
says "Korea takes what both signed" in_kr peer agree kh.demo --file "$work/signed"
ends 3 "what was not agreed does not go" in_kr share "$id" --to kh.demo --marks "TLP:AMBER H3:ask-first to:kh.demo"
shows "does not cover the handling code H3" "and is named"
ends 3 "nor what is marked for nobody" in_kr share "$id" --to kh.demo

## 3. share, receive, confirm
says "what would go is shown first" in_kr share "$id" --to kh.demo --marks "TLP:AMBER H2 to:kh.demo" --dry-run --json
shows '"entity":"kr.demo:front-company".*"to":"kh.demo"' "to whom and under which marks"
says "a file is written" in_kr share "$id" --to kh.demo --marks "TLP:AMBER H2 to:kh.demo" --out "$work/first.jsonl" --json
shows '"shared":1.*"waiting":1' "and waits for its confirmation"
says "the stick was lost: the file is written anew" in_kr share --to kh.demo --out "$work/again.jsonl"
sed 's/TLP:AMBER H2/TLP:CLEAR H2/' "$work/again.jsonl" >"$work/wider.jsonl"
ends 2 "wider marks are not taken" in_kh receive "$work/wider.jsonl"
says "Cambodia takes it" in_kh receive "$work/again.jsonl" --receipts "$work/receipts.jsonl" --json
shows '"statements":1.*"missing":0' "once"
says "a second time nothing changes" in_kh receive "$work/first.jsonl" --json
shows '"statements":0.*"known":1' "and it is known"
says "Cambodia finds the company" in_kh search 황금미래 --json
shows 'kr.demo:front-company' "under its originator's id"
says "Korea sees who has not confirmed" in_kr peer list --json
shows '"unconfirmed":\[\{"number":1' "until the receipts come"
says "they come" in_kr receive "$work/receipts.jsonl" --json
shows '"confirmed":1' "and count"
says "nobody is waited for" in_kr peer list --json
shows '"unconfirmed":\[\]' "any more"
shared=$(in_kh show kr.demo:front-company --json | python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())["statements"][0]["id"])')
ends 3 "Cambodia cannot pass it on" in_kh share "$shared" --to kr.demo --marks "TLP:AMBER to:kr.demo"

## 4. taken back, for good
says "Korea withdraws" in_kr withdraw "$id" --reason "wrong company"
says "the file that says so" in_kr share --to kh.demo --out "$work/back.jsonl" --json
shows '"waiting":1' "waits for its confirmation"
says "is applied" in_kh receive "$work/back.jsonl" --receipts "$work/receipts.jsonl" --json
shows '"withdrawals":1' "at once"
shows_receipt() { grep -q '"outcome":"applied","copies":1' "$work/receipts.jsonl"; }
says "the receipt counts the copies" shows_receipt
says "Cambodia does not find it any more" in_kh search 황금미래 --json
hides front-company "anywhere"
for old in first again; do
  says "the $old stick comes again" in_kh receive "$work/$old.jsonl"
  says "and brings nothing back" in_kh search 황금미래 --json
  hides front-company "ever"
done
ends 1 "no byte of it is left in Cambodia" grep -rqa 황금미래 "$kh"
says "both journals verify" in_kr verify
says "in Cambodia, too" in_kh verify

## 5. over the line
serving=
ends_serving() { if [ -n "$serving" ]; then kill "$serving" 2>/dev/null; wait "$serving" 2>/dev/null || true; fi; serving=; }
trap 'ends_serving; rm -rf "$work"' EXIT
# kr_serves: Korea answers peers; its address is in $exchange.
kr_serves() {
  rm -f "$work/served" && mkfifo "$work/served"
  "$liaison" --dir "$kr" serve --listen 127.0.0.1:0 --exchange "${exchange_at:-127.0.0.1:0}" --json >"$work/served" 2>"$work/log" &
  serving=$!
  exec 3<"$work/served"
  read -r _ <&3
  read -r line <&3
  exchange=$(echo "$line" | field exchange)
  exchange_at=${exchange#liaison://}
}
ends 2 "a card without an address is not asked" in_kh pull kr.demo
shows 'names no address' "and it is said"
ends 2 "what is no address is no end point" in_kr peer card --endpoint "nowhere" --root-key "$kr/keys/root.json"
kr_serves
says "Korea names its address" in_kr peer card --endpoint "$exchange" --root-key "$kr/keys/root.json" --out "$work/kr2.card"
says "and Cambodia takes the later card without words" in_kh peer add "$work/kr2.card"
printf '%s\n' '{"id":"line-company","schema":"Company","properties":{"name":["가상 선로 무역"],"country":["kh"]}}' >"$work/line.ftm.json"
says "Korea knows another company" in_kr import "$work/line.ftm.json"
says "and shares it beside its server" in_kr share "$(statement line-company name)" "$(statement line-company country)" --to kh.demo --marks "TLP:AMBER H2 to:kh.demo"
says "Cambodia pulls" in_kh pull kr.demo --json
shows '"statements":2,.*"missing":0,"receipts":4,' "each statement once; with them go receipts of what came on sticks"
says "again" in_kh pull --json
shows '"statements":0,.*"questions":1,' "nothing is new, in one round trip"
says "nobody is waited for in Korea" in_kr peer list --json
shows '"unconfirmed":\[\]' "without any stick"
line_id=$(statement line-company name)
says "Korea withdraws the name" in_kr withdraw "$line_id" --reason "wrong name"
says "Cambodia pulls again" in_kh pull kr.demo --json
shows '"withdrawals":1' "and obeys"
says "and does not find it" in_kh search "가상 선로"
hides line-company "any more"
says "Korea sees that it was obeyed" in_kr peer list --json
shows '"unconfirmed":\[\]' "by the receipt"
ends_serving
ends 2 "a peer that is not there is said" in_kh pull kr.demo
shows 'The line failed' "in words"
ends 1 "of all peers, too" in_kh pull
kr_serves
says "and it goes on where it stood" in_kh pull kr.demo --json
shows '"questions":1,' "with nothing new"

## 6. hit or no hit
printf '%s\n' '{"id":"asked-person","schema":"Person","properties":{"name":["가상 인물"],"birthDate":["1990-01-31"],"phone":["+82 2-312-3456"]}}' \
  '{"id":"asked-account","schema":"BankAccount","properties":{"accountNumber":["11012345678"]}}' >"$work/held.ftm.json"
says "Korea holds a person and an account" in_kr import "$work/held.ftm.json"
case_number=$(in_kh case open "a fictional case" --template rescue --json | field case)
printf 'kind,value,birth\nphone,+82 2-312-3456,\naccount,110-12345678,\nphone,+82 2-312-9999,\nperson,가상 인물,1990-01-31\n' >"$work/ask.csv"
says "Cambodia asks for a case and a purpose" in_kh ask kr.demo --file "$work/ask.csv" --case "$case_number" --purpose rescue --json
shows '"line":2,"kind":"account","hit":true|"hit":true,"kind":"account","line":2' "and the account is known"
hides 312-9999 "while what was asked is not said again"
cp "$work/out" "$work/asked"
says "of people nobody agreed, so that one line is known" test "$(grep -c '"hit":true' "$work/asked")" = 1
says "Korea sees that it was asked" in_kr peer asked kh.demo --json
shows "\"case\":\"$case_number\",\"purpose\":\"rescue\",\"lines\":4" "for which case and purpose"
hides '312|가상 인물' "and not what"
says "Cambodia keeps the same" in_kh peer asked kr.demo --ours
shows '1 hit' "with what came of it"
ends 2 "without a case nothing is asked" in_kh ask kr.demo --file "$work/ask.csv" --case none --purpose rescue
printf 'kind,value\nphone,nonsense\n' >"$work/bad.csv"
ends 2 "a line that does not read" in_kh ask kr.demo --file "$work/bad.csv" --case "$case_number" --purpose rescue
shows 'Row 2 cannot be asked' "is named by its row"
ends_serving
hides_names() { ! grep -qE "선로|312" "$work/log"; }
says "no log line names what was shared" hides_names

## 7. the end of an agreement
says "Korea breaks with Cambodia" in_kr peer revoke kh.demo --reason "agreement broken"
says "another company" bash -c "printf '%s\n' '{\"id\":\"second\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Fictional Second\"]}}' >'$work/second.ftm.json' && '$liaison' --dir '$kr' import '$work/second.ftm.json'"
ends 3 "nothing goes any more" in_kr share "$(statement second name)" --to kh.demo --marks "TLP:GREEN"
for command in "peer card" "peer add" "peer agree" "peer revoke" "peer asked" share receive pull ask; do
  # shellcheck disable=SC2086 # the words of a command
  says "$command explains itself" "$liaison" $command --help
  shows "^Example:" "with an example"
done
echo "$count passed, 0 failed"
