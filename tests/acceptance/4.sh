#!/usr/bin/env bash
# What comparing names and linking tables promise, line by line, with the real binary and greps of its real output.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash
export LIAISON_PASSPHRASE="a passphrase of the acceptance test"
export LIAISON_DIR="$work/node"

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

## 4. judge, undo
cat >"$work/people.ftm.json" <<'PEOPLE'
{"id":"a","schema":"Person","properties":{"name":["강서윤"],"birthDate":["1991-04-12"],"phone":["+82 10-5550-1177"]}}
{"id":"b","schema":"Person","properties":{"name":["Kang Seo-yun"],"birthDate":["1991-12-04"]}}
{"id":"c","schema":"Person","properties":{"name":["Gang Seoyun"],"phone":["+82 10-5550-1177"]}}
{"id":"d","schema":"Person","properties":{"name":["Somchai Wongsakul"]}}
{"id":"firm","schema":"Company","properties":{"name":["Mekong Horizon Co., Ltd."]}}
PEOPLE
says "a node is made" "$liaison" init --agency KR-NPA --country KR
says "and people are imported" "$liaison" import "$work/people.ftm.json" --handling TLP:CLEAR
says "two records are judged the same" "$liaison" judge a b same --reason "same person in two lists"
shows "one of 2 records" "and it says what follows"
says "a record says of which records its person consists" "$liaison" show a
shows "Kang Seo-yun.*kr.npa:b" "with the other record"
shows "same person in two lists.*cli:" "with reason and officer"
says "a list says so, too" "$liaison" search Kang --json
shows '"joined":1' "with how many others"
says "two records are judged different" "$liaison" judge b c different --reason "two dates of birth"
ends 2 "and never become one by way of a third" "$liaison" judge a c same --reason "one phone"
shows "judged different" "with the reason"
shows "liaison undo" "and what to do"
ends 2 "a person is never a company" "$liaison" judge a firm same --reason "one name"
ends 2 "a judgement has a reason" "$liaison" judge a c same --reason " "
ends 2 "of records that there are" "$liaison" judge a nobody same --reason "why"
says "an undone judgement is gone" "$liaison" undo 3
says "and the record stands alone again" "$liaison" show a --json
shows '"one_with":\[\]' "as before"
shows '"judgements":\[\]' "without a trace"
ends 2 "other commits are not undone" "$liaison" undo 1

## 5. resolve
says "pairs that may be one are listed" "$liaison" resolve --json
shows '"left":\{[^}]*kr.npa:a' "with a Hangul name"
shows '"kind":"full-name"' "with what they rest on"
shows '"words":"[^"]*\([+-][0-9.]+\)"' "in words with weights"
says "for people" "$liaison" resolve --schema Person
shows "강서윤" "as a table"
says "only what is new" "$liaison" resolve --since 99
shows "No two of" "if anything is"
says "values that are too common are told" "$liaison" resolve --over-common
says "a judgement takes a pair out" "$liaison" judge a c different --reason "two phones"
says "of the list" "$liaison" resolve --json
hides 'kr.npa:a".*kr.npa:c"' "at once"
ends 2 "a schema that there is not is told" "$liaison" resolve --schema Persn

## 6. screen
printf 'name,date of birth\nGang Seo Yoon,1991-04-12\nสมชาย วงศ์สกุล,\nNobody Atall,\n' >"$work/queries.csv"
dataset=$("$liaison" search Somchai --json --facets | sed -n 's/.*"facet":"dataset","value":"\([^"]*\)".*/\1/p;s/.*"value":"\([^"]*\)".*"facet":"dataset".*/\1/p' | head -1)
says "rows are looked for in a dataset" "$liaison" screen "$work/queries.csv" --against "${dataset:-people}"
shows "^query,name,record,caption,schema,score,match,explanation$" "with documented columns"
shows "^1,Gang Seo Yoon,kr.npa:[abc],.*,true," "across scripts"
shows "^2,สมชาย วงศ์สกุล,kr.npa:d,Somchai Wongsakul,Person,0" "Thai too"
hides "^3," "and nobody who is not there"
printf 'no,name\nW7,강서윤\nW8,Park Min-su\n' >"$work/watchlist.csv"
says "or in another table" "$liaison" screen "$work/queries.csv" --against "$work/watchlist.csv" --json
shows '"record":"1"' "with its row"
says "under its own ids" "$liaison" screen "$work/queries.csv" --against "$work/watchlist.csv" --id no --out "$work/hits.csv"
grep -q ',W7,강서윤,' "$work/hits.csv" && pass "in a file" || fail "file" "no W7"
printf 'colour\nred\n' >"$work/colours.csv"
ends 2 "a table without names is told" "$liaison" screen "$work/colours.csv" --against people
ends 2 "and so is a dataset that there is not" "$liaison" screen "$work/queries.csv" --against nowhere

## 7. search by sound
says "a Latin spelling is looked for" "$liaison" search "Gang Seo Yun"
shows "강서윤.*said alike" "and finds Hangul, naming the spelling"
says "a Latin name of a Thai one" "$liaison" search "สมชาย วงศ์สกุล" --json
shows '"spelling":true' "is told as a spelling"

echo "$count passed, 0 failed"
