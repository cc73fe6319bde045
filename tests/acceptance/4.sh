#!/usr/bin/env bash
# What comparing names and linking tables promise, line by line, with the real binary and greps of its real output.
set -euo pipefail
cd "$(dirname "$0")/../.."

liaison=$PWD/target/debug/liaison
[ -x "$liaison" ] || cargo build --quiet --package liaison-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LANG=C.UTF-8
. tests/acceptance/lines.bash

## 1. names compare
cat >"$work/pairs.csv" <<'PAIRS'
name1,name2,schema,country
박근혜,Park Geun-hye,Person,kr
박근혜,Park Min-su,Person,kr
陳佳洛,CHAN Ka-lok,Person,
Siemens Aktiengesellschaft,Siemens AG,Company,de
Nguyễn Văn Hùng,Nguyen Thi Hung,Person,vn
,Kim Min-su,Person,
🙂,"a, ""b""",,
short
PAIRS
says "pairs are compared" "$liaison" names compare "$work/pairs.csv"
shows "^name1,name2,schema,country,score,match,explanation$" "with three columns added"
shows "^박근혜,Park Geun-hye,Person,kr,0\.9[0-9]*,true," "a Korean name is its romanisation"
shows "^박근혜,Park Min-su,Person,kr,0\.[0-9]*,false," "and not another of the same family"
shows "^陳佳洛,CHAN Ka-lok,Person,,0\.[0-9]*,true," "a Chinese name is read in Cantonese"
shows "^Siemens Aktiengesellschaft,Siemens AG,Company,de,[01]\.[0-9]*,true," "a legal form is no part of a company"
shows "^Nguyễn Văn Hùng,Nguyen Thi Hung,Person,vn,0\.[0-9]*,false,.*van thi cannot be" "and sexes contradict"
shows "^,Kim Min-su,Person,,0\.[0-9]*,false,no letters to compare$" "nothing is never a match"
shows "^short,,,,0\.[0-9]*,false," "a short row keeps its place and its columns"
[ "$(wc -l <"$work/out")" -eq 9 ] && pass "every row is answered in its order" || fail "rows" "$(wc -l <"$work/out")"
says "the answer goes to a file" "$liaison" names compare "$work/pairs.csv" --json --out "$work/answers"
grep -q '"match":true.*"name1":"박근혜"' "$work/answers" && pass "as JSON lines" || fail "json" "no line"
printf 'a,b\n1,2\n' >"$work/other.csv"
ends 2 "a table without names is refused" "$liaison" names compare "$work/other.csv"
shows "name1 and name2" "and told what it lacks"
ends 2 "a file that is not there is told" "$liaison" names compare "$work/none.csv"

## 2. names spell
says "a name is spelt" "$liaison" names spell 박근혜
shows "^Latin  pak geunhye$" "in Latin letters"
says "and back" "$liaison" names spell "Park Geunhye"
shows "^Hangul  박 근혜$" "in Hangul"
ends 2 "nothing cannot be spelt" "$liaison" names spell "..."

## 3. link
cat >"$work/people.csv" <<'PEOPLE'
case,given name,family name,birth date,town,passport
A1,Dara,Sok,1990-02-03,Poipet,N1234567
A2,Linh,Nguyen,1985-07-09,Bavet,N7654321
A3,Dara,Sokh,1990-02-03,Poipet,N1234567
A4,Wei,Chan,1979-11-30,Mae Sot,N5550001
PEOPLE
clusters() { "$liaison" link "$work/people.csv" --id case --out "$work/clusters.csv" "$@"; }
says "a table is linked" clusters --explain "$work/explained.csv"
says "and written" cat "$work/clusters.csv"
shows "^source,record,cluster,probability$" "with the columns that were promised"
shows "^people.csv,A3,1,[01]\.[0-9]*$" "a mistyped record stands with its person"
shows "^people.csv,A2,2,[01]\.[0-9]*$" "and a stranger alone"
cp "$work/clusters.csv" "$work/before.csv"
sed -e '1s/$/,verdict/' -e '2,$s/$/,different/' "$work/explained.csv" >"$work/judged.csv"
says "a judgement is kept to" clusters --judgements "$work/judged.csv"
[ "$(tail -n +2 "$work/clusters.csv" | cut -d, -f3 | sort -u | wc -l)" -eq 4 ] && pass "records judged different stand apart" ||
  fail "judged" "$(cat "$work/clusters.csv")"
says "without it" clusters
cmp -s "$work/before.csv" "$work/clusters.csv" && pass "all is as before" || fail "undo" "clusters differ"
printf 'record_1,record_2,verdict\nA1,A9,same\nA1,A3,perhaps\n' >"$work/wrong.csv"
ends 1 "judgements that cannot be kept to are told" clusters --judgements "$work/wrong.csv"
shows "no record A9" "which record is not there"
shows "perhaps is none of" "and which word is no verdict"
ends 2 "a table without ids of that name is refused" "$liaison" link "$work/people.csv" --id none --out "$work/none.csv"

echo "$count passed, 0 failed"
