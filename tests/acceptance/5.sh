#!/usr/bin/env bash
# What is promised of people, line by line, with the real binary and greps of its real output.
set -euo pipefail
cd "$(dirname "$0")/../.."

liaison=$PWD/target/debug/liaison
[ -x "$liaison" ] || cargo build --quiet --package liaison-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LIAISON_PASSPHRASE="a passphrase of the acceptance test"
export LIAISON_DIR="$work/node" LANG=C.UTF-8 LC_ALL=C.UTF-8
. tests/acceptance/lines.bash
field() { python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"; }
"$liaison" init --agency KR-NPA --country KR >/dev/null

## 1. a report is taken
ends 2 "a report of nothing is refused" "$liaison" report add --set danger=high
shows "Nothing was told" "in words"
ends 2 "so is a field that there is not" "$liaison" report add --name A --set shoe=44
ends 2 "and a day that has not come" "$liaison" report add --name A --last-contact 2999-01-01
shows "has not come yet" "in words, too"
says "a family reports somebody missing" "$liaison" report add --name 강서윤 --name "Kang Seo-yun" \
  --phone 010-0012-3456 --last-contact 2025-08 --reported 2025-08-20 --place "near Poipet" \
  --set danger=high --set safeToCall=no --source "family, by phone" --json
shows '"number":"R-[0-9]{4}-0001"' "and gets a number"
number=$(field number <"$work/out")
report=$(field id <"$work/out")
person=$(field person <"$work/out")
says "the report is shown" "$liaison" report show "$number" --on 2025-09-01
shows "12 days open" "with the days that it is open"
shows "reported" "its stage"
hides "강서윤|Kang|0012" "and no name, nor a phone"
says "another desk adds what a friend told" "$liaison" report add --to "$number" --phone +855120000001 \
  --source "friend, at the embassy" --json
shows "\"number\":\"$number\"" "to the same report"
says "which has two sources" "$liaison" show "$report"
shows "friend, at the embassy" "the friend"
shows "family, by phone" "and the family"
hides "강서윤" "with the person covered"

## 1b. a family that told three desks
ends 2 "a name in another script with the same phone is asked about" "$liaison" report add --name "Gang Seoyun" \
  --phone "+82 10 0012 3456"
shows "may be about the same person: $number" "by the number of the report that is there"
says "nothing is kept before" "$liaison" report overview --json
shows '"reports":1' "one report"
says "said to be the same it is taken" "$liaison" report add --name "Gang Seoyun" --phone "+82 10 0012 3456" \
  --source "aunt, at the counter" --reported 2025-08-21 --judge "$number=same" --because "one phone" --json
shows "\"one_with\":\"$number\"" "as one with the first"
second=$(field number <"$work/out")
says "a third desk is not sure" "$liaison" report add --name 강서윤 --source "friend, on the web" \
  --reported 2025-08-22 --judge "$number=unsure" --because "the name alone" --json
third=$(field number <"$work/out")
says "both are in a view" "$liaison" report list --view maybe-twice --json
shows "$third" "with the third"
says "which is like the first" "$liaison" report similar "$third"
shows "$number" "by number, and with what speaks for it"
hides "강서윤|Gang|0012" "and no name"
says "then it is sure" "$liaison" report judge "$third" "$number" same --reason "the family said so" --json
judged=$(field id <"$work/out")
says "three desks are one report" "$liaison" report show "$second" --json
shows "\"number\":\"$number\"" "under the first number"
python3 -c 'import json,sys; assert len(json.load(open(sys.argv[1]))["sources"]) == 4, "sources"' "$work/out" \
  && pass "with its sources side by side" || fail "sources" "not four"
says "and counted once" "$liaison" report overview --json
shows '"reports":1' "in all"
says "a judgement is taken back" "$liaison" report take-back "$judged" --reason "another man"
says "and each stands by itself again" "$liaison" report overview --json
shows '"reports":2' "two reports"
says "told apart nobody asks again" "$liaison" report judge "$third" "$number" different --reason "another man" --json

## 2. stages
says "it is located by another agency" "$liaison" report stage "$number" located --date 2025-08-25 --authority kh.npc
ends 2 "home without a screening is asked for a reason" "$liaison" report stage "$number" repatriated --date 2025-08-28
shows "say why" "in words"
ends 2 "a stage in the future is refused" "$liaison" report stage "$number" rescued --date 2999-01-01
ends 2 "a death needs a cause" "$liaison" report stage "$number" closed --date 2025-08-28 --closing deceased
says "with a reason it is kept" "$liaison" report stage "$number" repatriated --date 2025-08-28 --reason "came back alone" --json
home=$(field id <"$work/out")
says "and shown" "$liaison" report show "$number" --on 2025-09-01
shows "came back alone" "with its reason"
shows "kh.npc" "beside what the other agency said"
ends 2 "taking it back needs a reason" "$liaison" report take-back "$home" --reason " "
says "a stage is taken back" "$liaison" report take-back "$home" --reason "another person"
says "and the report stands where it stood" "$liaison" report show "$number" --json
shows '"stage":"located"' "located"
seen=$(python3 -c 'import json,sys; print(json.load(sys.stdin)["steps"][-1]["id"])' <"$work/out")
says "two officers act at once" "$liaison" report stage "$number" in-danger --date 2025-08-29 --follows "$seen"
says "and the second is kept, too" "$liaison" report stage "$number" rescue-requested --date 2025-08-29 --follows "$seen" --json
shows '"disagreements":1' "as one who disagrees"
says "which the list of disputes shows" "$liaison" report list --view disagreed --json
shows "$number" "by its number"
says "the next stage settles it" "$liaison" report stage "$number" rescued --date 2025-08-30 --json
shows '"disagreements":0' "with both words kept"

## 3. welfare checks
says "a check says when the next is due" "$liaison" report check "$number" --channel call --outcome heard-from \
  --date 2025-08-30 --next 2025-08-31 --json
says "and is late after it" "$liaison" report list --view late --on 2025-09-02 --json
shows '"act":"welfare-check","by":"2025-08-31","days_late":2|"days_late":2' "by two days"

## 3b. borders and children
passage() {
  printf '{"id":"%s","schema":"BorderCrossing","properties":{"person":["%s"],"direction":["%s"],"time":["%s"]}}\n' \
    "$1" "${person#*:}" "$2" "$3" >"$work/$1.ftm.json"
  "$liaison" import "$work/$1.ftm.json"
}
says "a border post tells that the person came in" passage x-1 entry 2025-09-05
says "and of those who did not leave and were not heard from" "$liaison" report list --view no-exit --on 2025-09-10 --json
shows "$number" "the report is one"
says "then that the person left" passage x-2 exit 2025-09-07
says "so that it is none" "$liaison" report list --view no-exit --on 2025-09-10 --json
hides "$number" "any more"
says "a child is reported" "$liaison" report add --name "Invented Child" --set person.birthDate=2012 --json
child=$(field number <"$work/out")
says "children come first" "$liaison" report list --limit 1 --json
shows "$child" "in the list"
hides "2012" "without a day of birth"
says "consent is taken back" "$liaison" report add --to "$number" --set summary="called back" --set reporterConsent=withdrawn
says "and shown" "$liaison" report list --view consent-withdrawn --json
shows "$number" "in a view"

## 4. many reports
says "a demonstration has 330" env -u LIAISON_PASSPHRASE -u LIAISON_DIR "$liaison" --dir "$work/demo" demo --alone --no-serve
unset LIAISON_PASSPHRASE
export LIAISON_DIR="$work/demo/kr"
says "330 reports are counted" "$liaison" report overview --on 2025-09-01 --json
shows '"reports":330' "all of them"
python3 - "$work/out" <<'END' && pass "settled and open, and the months, add up to all" || fail "sums" "differ"
import json, sys
told = json.load(open(sys.argv[1]))
total = sum(one["count"] for one in told["settled"] + told["open"])
months = {one["month"]: one["reported"] for one in told["months"]}
assert total == 330 and sum(months.values()) == 330, (total, months)
assert sorted(months) == [f"2025-{month:02}" for month in range(1, 9)], months
END
for view in open late silent settled; do
  wanted=$(python3 -c 'import json,sys; print({one["view"]: one["count"] for one in json.load(open(sys.argv[1]))["views"]}[sys.argv[2]])' "$work/out" "$view")
  rows=$("$liaison" report list --view "$view" --on 2025-09-01 --limit 1000 --json | wc -l)
  [ "$wanted" -eq "$rows" ] && pass "the count of $view opens its $rows rows" || fail "$view" "$wanted and $rows"
done
says "the table is for people, too" "$liaison" report overview --on 2025-09-01
shows "330 reports on 2025-09-01" "in words"
says "and in Korean" "$liaison" --lang ko report overview --on 2025-09-01
shows "신고 330건" "in Korean words"
says "nothing of it breaks the journal" "$liaison" verify
## 5. screening: both tracks apart
export LIAISON_DIR="$work/care"
export LIAISON_PASSPHRASE="a passphrase of the acceptance test"
says "a node for cases" "$liaison" init --agency KR-NPA --country KR
for one in a b c; do
  "$liaison" report add --name "Invented Person $one" --json >"$work/out" || fail "report $one" "not taken"
  eval "person_$one=$(field person <"$work/out")"
  says "the authority suspects person $one" "$liaison" procedure enter "$(eval "echo \$person_$one")" suspected \
    --authority kh.npc --basis immigration-law --date 2025-10-15
done
ends 2 "a step without an authority is refused" "$liaison" procedure enter "$person_a" detained --authority " " --basis x
says "the first is screened after the ILO's form" "$liaison" screening enter "$person_a" --form ilo-11 \
  --answer deception=yes --answer documents-kept=yes --result presumed-victim --age-group child
shows "which orders the queue and decides nothing" "with a score that decides nothing"
ends 2 "not asked is no no" "$liaison" screening enter "$person_b" --form ilo-11 --answer deception=no --result not-a-victim
shows "Not asked is no" "in words"
says "with a reason it is taken" "$liaison" screening enter "$person_b" --form ilo-11 --answer deception=no \
  --result not-a-victim --reason "told all of it to the consul"
says "the child waits first" "$liaison" screening queue --json
head -1 "$work/out" | grep -q "$person_a" && pass "as the first line" || fail "the queue" "$(head -1 "$work/out")"
says "a partner is told of one" "$liaison" procedure suspects kh.npc --json
shows '"not_screened":1' "one is withheld unscreened"
shows '"victims":1' "and one as presumed victim"
hides "$person_a" "who is not named"
ends 2 "charging a presumed victim asks for a reason" "$liaison" procedure enter "$person_a" charged \
  --authority kh.court --basis criminal-procedure
shows "consider non-punishment" "and for non-punishment to be considered"
says "which is a record of its own" "$liaison" procedure non-punishment "$person_a" --alleged "answered telephones" \
  --exploitation "was beaten for refusing" --authority kh.court
says "a named officer releases" "$liaison" procedure release "$person_a" --to kh.npc --reason "another charge"
says "and the partner is told" "$liaison" procedure suspects kh.npc --json
shows "$person_a" "of the one who was released"
says "both tracks are shown" "$liaison" screening show "$person_a"
shows "presumed victim" "the one"
shows "suspected" "and the other"
hides "Invented" "without a name"
printf 'id: own\nversion: "1"\ntitle: {en: Own}\nissued: {value: ours}\nparts: []\nquestions: []\n' >"$work/own.yaml"
ends 2 "a form with an unsourced value is refused" "$liaison" screening forms --add "$work/own.yaml"
shows "line 4" "with its line"
says "the law of a country says what is unverified" "$liaison" procedure law KR
shows "unverified" "value by value"

## 6. cases
says "a case is opened after a template" "$liaison" case open --template rescue "two people in Bavet" --json
case=$(field case <"$work/out")
ends 2 "a template that there is not is refused" "$liaison" case open --template party "x"
says "a report is linked" "$liaison" case link "$case" R-2026-0001
says "a note is kept" "$liaison" case note "$case" "the bus leaves at noon" --json
note=$(field id <"$work/out")
ends 2 "a decision needs a reason" "$liaison" case decide "$case" "ask the shelter" --reason " "
says "with one it is kept" "$liaison" case decide "$case" "ask the shelter" --reason "it has room"
says "a task has an owner and a deadline" "$liaison" case task "$case" "Call the shelter" --assignee yoon --due 2026-12-01 --json
task=$(field id <"$work/out")
says "it is done" "$liaison" case update "$task" --status "done"
ends 2 "taking it up again asks for a reason" "$liaison" case update "$task" --status open
echo "an invented ledger" >"$work/ledger.txt"
says "evidence is kept by its hash" "$liaison" case evidence "$case" "$work/ledger.txt" --taken-from "a seized laptop" --json
evidence=$(field id <"$work/out")
ends 2 "nobody outside the case is offered it" "$liaison" case hand-over "$evidence" --to stranger --reason x
says "an officer is let in" "$liaison" case let-in "$case" yoon
says "and is offered it" "$liaison" case hand-over "$evidence" --to yoon --reason "for analysis"
ends 2 "nobody signs for another" "$liaison" case hand-over "$evidence" --accept
shows "yoon" "and is told who may"
printf 'message,datetime,timestamp_desc\nbus seen,2025-10-14T10:00:00Z,seen\n' >"$work/timeline.csv"
says "a timeline comes in" "$liaison" case timeline "$case" --import "$work/timeline.csv"
printf 'message,datetime\nbus,sometime\n' >"$work/bad.csv"
ends 2 "a broken row brings none of it" "$liaison" case timeline "$case" --import "$work/bad.csv"
says "and goes out" "$liaison" case timeline "$case"
shows "bus seen,2025-10-14T10:00:00Z,seen" "as Timesketch has it"
says "all of it is shown" "$liaison" case show "$case"
shows "the bus leaves at noon" "with its note"
hides "Invented" "without a name"
says "a note is taken back" "$liaison" case take-back "$note" --reason "another bus"
says "the case goes out with people covered" "$liaison" case export "$case" --out "$work/covered.json"
grep -q "Invented" "$work/covered.json" && fail "covered" "a name is in the file" || pass "without a name"
says "for a purpose they are uncovered" "$liaison" case export "$case" --out "$work/case.json" --reveal rescue
grep -q "Invented Person a" "$work/case.json" && pass "with the name" || fail "uncovered" "no name in the file"
says "a node that has none of its users" env LIAISON_DIR="$work/kh" "$liaison" init --agency KH-NPC --country KH
says "takes the whole case" env LIAISON_DIR="$work/kh" "$liaison" case import "$work/case.json" --json
there=$(field case <"$work/out")
says "and shows it" env LIAISON_DIR="$work/kh" "$liaison" case show "$there"
shows "ask the shelter" "with its decision"
ends 2 "twice is refused" env LIAISON_DIR="$work/kh" "$liaison" case import "$work/case.json"
sed 's/"version": 1,/"version": 7,/' "$work/case.json" >"$work/newer.json"
ends 2 "an unknown version is refused" env LIAISON_DIR="$work/kh" "$liaison" case import "$work/newer.json"
shows "version 7" "and named"
says "the case is closed" "$liaison" case close "$case" --reason "both are home"
ends 2 "and takes nothing" "$liaison" case note "$case" "late"
says "nothing of it breaks the journal" "$liaison" verify
## 7. compounds
export LIAISON_DIR="$work/places"
says "a node for places" "$liaison" init --agency KR-NPA --country KR
park="Demonstration Park Zeta"
ends 2 "a compound without a source is refused" "$liaison" compound add --name "$park" --country kh
ends 2 "and half a point on a map" "$liaison" compound add --name "$park" --country kh --latitude 11 --source press
shows "latitude, longitude and how far off" "in words"
says "with both it is in the register" "$liaison" compound add --name "$park" --country kh --building A1 \
  --gate "North gate" --latitude 11.1 --longitude 106.1 --precision 2000 --source press --json
compound=$(field id <"$work/out")
ends 2 "once" "$liaison" compound add --name "demonstration park zeta" --country kh --source press
says "it has a name in Hangul" "$liaison" compound alias "$park" "시범 단지 제타" --language kor --source "an advert"
says "and one in Khmer" "$liaison" compound alias "$compound" "ឧទ្យានសាកល្បងហ្សេតា" --language khm --source "an advert"
says "the register finds it by either" "$liaison" compound list "제타" --json
shows "$compound" "in Hangul"
says "and so does the search" "$liaison" search "ហ្សេតា" --json
shows "$compound" "in Khmer"
says "an agency says that it was raided" "$liaison" compound status "$park" raided --date 2025-10-20 \
  --authority kh.npc --source "police statement"
says "another that it runs" "$liaison" compound status "$park" active --date 2025-11-20 --source "a family" --json
word=$(field id <"$work/out")
says "both stand side by side" "$liaison" compound show "$park"
shows "Agencies disagree" "and it says so"
shows "kh.npc: raided, 2025-10-20 \(police statement\)" "with day and source"
says "disputed ones are a list" "$liaison" compound list --disputed --json
shows '"is_disputed":true' "of one"
ends 2 "a status without a source is refused" "$liaison" compound status "$park" closed
says "it is closed, says the one" "$liaison" compound status "$park" closed --date 2025-11-21 --authority kh.npc --source letter
ends 2 "running again needs a reason" "$liaison" compound status "$park" active --date 2025-11-22 --authority kh.npc --source letter
shows "Say why" "in words"
says "a word is taken back" "$liaison" compound take-back "$word" --reason "another place"
says "and nobody disagrees" "$liaison" compound list --disputed --json
hides "is_disputed" "any more"
says "a report names it in Hangul" "$liaison" report add --name "Invented One" --place "시범 단지 제타, 3층" --reported 2025-08-20 --json
report=$(field number <"$work/out")
says "it is proposed" "$liaison" compound show "$park"
shows "1 more reports name it" "by name"
hides "Invented" "without the person"
says "an officer ties it" "$liaison" compound link "$park" report "$report" --source "its words"
says "then it is tied" "$liaison" compound show "$park" --json
shows '"proposed":\[\]' "and proposed no more"
says "a phone, too" "$liaison" compound link "$park" phone --phone +85510000001 --source "an advert"
ends 2 "nothing is not tied" "$liaison" compound link "$park" owner --source press
says "the journal verifies" "$liaison" verify
## 8. where not to travel
says "a table of restrictions comes in" "$liaison" import situation/restrictions.csv --json
shows '"problems":0' "with every row"
says "with the places" "$liaison" import situation/places.csv
says "it is a list, the gravest first" "$liaison" travel list
shows "4/4 level 4 \(travel ban\) .*Bavet" "with level and place"
shows "KBS World Seq 196667" "and source"
ends 2 "one without a source is refused" "$liaison" travel add "Ban" --country kh --issued-by A
ends 2 "a place of another country, too" "$liaison" travel add "Ban" --country th --place place-bavet --issued-by A --source B
shows "does not lie in the country" "in words"
ends 2 "and an end before the beginning" "$liaison" travel add "Ban" --country kh --issued-by A --source B --from 2025-10-02 --to 2025-10-01
says "one is entered by hand" "$liaison" travel add "Invented notice" --country kh --place place-kampot --rank 4 \
  --issued-by "Invented ministry" --from 2025-10-20 --source "notice 7, invented" --json
restriction=$(field id <"$work/out")
says "a report that names a place under one" "$liaison" report add --name "Invented Two" --place "바벳 근처" --reported 2025-10-21 --json
named=$(field number <"$work/out")
says "warns" "$liaison" travel list --report "$named" --json
shows '"name":"Bavet"' "of the place, in whatever script it was told"
hides "근처" "and tells no other word"
says "one that names none" "$liaison" travel list --report "$number" --json
hides "title" "warns of nothing"
says "a compound in the province" "$liaison" compound add --name "Demonstration Park Eta" --country kh --place place-svay-rieng \
  --source press --json
eta=$(field id <"$work/out")
says "has what may be meant" "$liaison" travel list --place "$eta" --json
shows '"name":"Bavet".*"reach":"touches"|"reach":"touches"' "as such"
hides "Kampot" "and not what lies elsewhere"
says "a restriction is lifted" "$liaison" travel lift "$restriction" --to 2025-11-01 --source "notice 9, invented"
says "and holds no more" "$liaison" travel list --json
hides "Invented notice" "in the list"
says "but stays among those that ended" "$liaison" travel list --ended --json
shows '"to":"2025-11-01"' "with its last day"
says "the journal verifies, too" "$liaison" verify
## 9. operations and the way home
says "a raid is planned" "$liaison" operation plan "Invented raid" --place "$park" --date 2025-10-20 --plan "at dawn" --json
operation=$(field id <"$work/out")
ends 2 "of a kind that there is" "$liaison" operation plan "Invented raid" --kind party
says "it is under way" "$liaison" operation state "$operation" under-way --date 2025-10-20
says "and done" "$liaison" operation state "$operation" done --date 2025-10-20
ends 2 "planning it again needs a reason" "$liaison" operation state "$operation" planned --date 2025-10-21
ends 2 "a number without a source is refused" "$liaison" operation count "$operation" brought-out 15
ends 2 "and half a person" "$liaison" operation count "$operation" brought-out 1.5 --source press
shows "whole number" "in words"
says "one source counts 15 Koreans" "$liaison" operation count "$operation" brought-out 15 --nationality kr --date 2025-10-20 \
  --authority kh.npc --source "police statement"
says "another 17" "$liaison" operation count "$operation" brought-out 17 --nationality kr --date 2025-10-21 --source press --json
counted=$(field id <"$work/out")
says "both stand side by side" "$liaison" operation show "$operation" --json
shows '"is_disputed":true' "as a disagreement"
hides '"people":32' "and nothing is added up"
says "a number is taken back" "$liaison" operation take-back "$counted" --reason "another raid"
says "phones were seized" "$liaison" operation find "$operation" seizure --what "812 phones"
ends 2 "nobody is not found" "$liaison" operation find "$operation" person
for one in a b; do
  "$liaison" report add --name "Invented Passenger $one" --set person.passportNumber=DEM25100$one --place "$park" --json >"$work/$one"
done
first=$(field person <"$work/a")
second=$(field person <"$work/b")
says "somebody is found" "$liaison" operation find "$operation" person "$first"
says "and screened" "$liaison" screening enter "$first" --result presumed-victim --date 2025-10-22
says "which the operation shows" "$liaison" operation show "$operation"
shows "presumed victim" "on their track"
hides "Invented Passenger" "without a name"
says "the compound shows the raid" "$liaison" compound show "$park"
shows "Invented raid" "by its name"
says "a flight home has a manifest" "$liaison" manifest open "first flight" --flight KE690 --date 2026-12-20 --from kh --to kr \
  --operation "$operation" --json
says "with two people" "$liaison" manifest add M-2026-0001 "$first" "$second"
ends 2 "each once" "$liaison" manifest add M-2026-0001 "$first"
says "shown by record" "$liaison" manifest show M-2026-0001 --json
hides "Invented Passenger" "and not by name"
line=$(python3 -c 'import json,sys; print(json.load(sys.stdin)["passengers"][0]["id"])' <"$work/out")
other=$(python3 -c 'import json,sys; print(json.load(sys.stdin)["passengers"][1]["id"])' <"$work/out")
says "one has documents" "$liaison" manifest stage "$line" documents
says "and may leave" "$liaison" manifest stage "$line" cleared
ends 2 "who boards without them needs a reason" "$liaison" manifest stage "$other" boarded
ends 2 "so does who is taken off" "$liaison" manifest stage "$other" removed
says "with one, they are" "$liaison" manifest stage "$other" removed --reason "goes by land"
says "and counted by stage" "$liaison" manifest list --json
shows '"by_stage":\{"cleared":1,"removed":1\}' "one each"
says "it is written as CSV" "$liaison" manifest csv M-2026-0001 --out "$work/covered.csv"
! grep -q "Invented Passenger\|DEM25100" "$work/covered.csv" && pass "with names covered" || fail "covered" "a name in the file"
says "for a purpose with names" "$liaison" manifest csv M-2026-0001 --out "$work/open.csv" --reveal repatriation
grep -q "Invented Passenger a" "$work/open.csv" && pass "for the airline" || fail "uncovered" "no name in the file"
says "and the look is recorded" "$liaison" looks --json
shows "manifest csv" "with its route"
## 10. a look in an emergency
says "somebody is reported whom only those may uncover who bring people home" "$liaison" report add \
  --name "Invented Caller" --handling "for:repatriation" --json
caller=$(field person <"$work/out")
ends 3 "who rescues may not uncover them" "$liaison" show "$caller" --reveal rescue
ends 2 "an emergency needs a reason" "$liaison" show "$caller" --emergency " "
says "there is no such look yet" "$liaison" emergency list
hides "Invented Caller" "and no name"
says "with one it opens at once" "$liaison" show "$caller" --emergency "she called from inside"
shows "Invented Caller" "with the name"
says "and waits for a second person" "$liaison" emergency list --json
shows '"state":"waiting"' "as the list says"
shows "she called from inside" "with the reason"
hides "Invented Caller" "and without the name"
look=$(field look <"$work/out")
ends 2 "who is not the one that looked" "$liaison" emergency review "$look" confirmed
shows "second person" "in words"
says "it is among the looks" "$liaison" looks --json
shows '"purpose":"rescue"' "for rescue"
printf 'From: Invented Aunt <aunt@example.org>\nSubject: my nephew\nDate: Mon, 1 Sep 2025 09:00:00 +0900\n\nName: Invented Nephew\nPlace: Bavet\n' \
  >"$work/mail.eml"
says "a report is taken from an e-mail" "$liaison" report add --mail "$work/mail.eml" --set danger=high --json
nephew=$(field number <"$work/out")
says "with the day on which it came" "$liaison" report list --json
shows "\"number\":\"$nephew\"" "in the list"
hides "Invented Nephew" "by number"
ends 2 "an e-mail that is not there" "$liaison" report add --mail "$work/no.eml"
says "the journal verifies at last" "$liaison" verify
echo "$count passed, 0 failed"
