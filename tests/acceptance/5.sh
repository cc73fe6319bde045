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

## 4. many reports
says "a demonstration has 330" env -u LIAISON_PASSPHRASE -u LIAISON_DIR "$liaison" --dir "$work/demo" demo --no-serve
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
echo "$count passed, 0 failed"
