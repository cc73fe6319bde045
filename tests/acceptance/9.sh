#!/usr/bin/env bash
# What estimates promise, line by line, with the real binary and greps of its real output.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash

kosovo=testdata/estimate/Kosovo.csv
western=testdata/estimate/Western.csv
# table ROW...: writes a table of these rows.
table() { printf '%s\n' "$@" >"$work/table.csv"; }
# refused CODE WHAT OPTION...: the table is refused with this code, and no number is told.
refused() {
  local code=$1 what=$2
  shift 2
  ends 1 "$what" "$liaison" --json estimate "$work/table.csv" "$@"
  shows "\"estimate\":null.*\"refused\":\{\"code\":\"$code\",\"reason\":\"[^\"]+\"" "is refused as $code"
}

## 1. answers
says "all models of four lists are searched" "$liaison" --json estimate "$kosovo" --method bic --seed 1
shows '"observed":4400,"lists":4' "with what was seen"
shows '"estimate":10356\.5' "the published estimate, which is rounded to 10357"
shows '"model":"\[123,14,34\]"' "the published model"
shows '"headline":\[6[0-9]00\.0,(1[6-9]|20)000\.0\]' "a range over models"
shows '"models_passing":113' "and the number of models that can be fitted"
shows '"spans":\[\{"model":"\[' "the models that the range spans are told"
shows '"refused":null' "and nothing is refused"
cp "$work/out" "$work/first"
says "the same seed" "$liaison" --json estimate "$kosovo" --method bic --seed 1
cp "$work/out" "$work/second"
says "gives the same answer" cmp "$work/first" "$work/second"
says "stepwise selection is offered" "$liaison" --json estimate "$western" --method stepwise --replicates 0
shows '"estimate":2483\.38' "with the published estimate"
shows '"interactions":\["A:E"\]' "and the published pair"
shows '"aic":91\.8395' "and criterion"
says "independent lists are the naive line" "$liaison" --json estimate "$kosovo" --method main
shows '"estimate":7394\.58' "as R computes it"
shows '"code":"independence"' "and it says so"
says "graphs have a posterior" "$liaison" --json estimate "$kosovo" --method dga
shows '"shape":\{"mean":12749\.3' "with the mean of the R package"
says "every method answers at once" "$liaison" --json estimate "$kosovo" --all --replicates 100
says "one line each" test "$(wc -l <"$work/out")" -eq 4
says "a model can be named" "$liaison" --json estimate "$western" --model A:E
shows '"method":"named","model":"\[15,2,3,4\]"' "by the names of its lists"

## 2. for people
says "an answer is told in words" "$liaison" estimate "$kosovo" --replicates 200
shows "^Between [0-9]+ and [0-9]+ people in all" "the range first"
shows "Without one person of" "with what one person changes"
shows "Critics call the method unsuitable" "and what critics say"

## 3. refusals
table "a,count" "1,50"
refused one-list "one list"
table "a,b,count" "1,0,100" "0,1,90"
refused disjoint-lists "two lists that share nobody"
refused disjoint-lists "by any method" --method stepwise
table "a,b,c,count" "1,0,0,100" "0,1,0,90" "0,0,1,80"
refused disjoint-lists "three that share nobody"
table "a,b,count" "0,1,90" "1,1,30"
refused contained-list "a list inside another"
table "a,b,count" "1,0,100" "0,1,90" "1,1,6"
refused too-few-shared "two lists that share six people"
table "a,b,c,count" "1,0,0,30" "0,1,0,40" "0,0,1,20" "1,1,0,5"
refused no-estimate "a named model without an estimate" --model a:b
table "a,b,count" "1,0,310" "0,1,44" "1,1,20"
says "two lists with enough" "$liaison" --json estimate "$work/table.csv"
shows '"method":"chapman"' "are estimated by Chapman"
shows '"code":"few-shared"' "and warned of from 7 to 29 shared people"

## 4. bad input
table "a,b" "1,0"
ends 2 "a table without counts is told" "$liaison" estimate "$work/table.csv"
shows "hint: .*count" "with what a table looks like"
table "a,b,count" "1,0,5" "1,x,5"
ends 2 "a bad cell is told" "$liaison" estimate "$work/table.csv"
shows "Row 3, column 2" "with its place"
table "a,b,count" "1,0,5" "1,1,-3"
ends 2 "so is a bad count" "$liaison" estimate "$work/table.csv"
shows "Row 3" "with its row"
table "a,b,count" "0,0,5"
ends 2 "and people on no list" "$liaison" estimate "$work/table.csv"
ends 2 "a folder is told" "$liaison" estimate "$work"
ends 2 "and a file that is not there" "$liaison" estimate "$work/none.csv"
head -c 4096 /dev/urandom >"$work/table.csv"
ends 2 "bytes of any kind are refused" "$liaison" estimate "$work/table.csv"
ends 2 "a model of other lists is told" "$liaison" estimate "$kosovo" --model 15
shows "Term 1" "with its term"

## 5. what anybody may have
export LIAISON_PASSPHRASE="a passphrase of the acceptance test" LIAISON_DIR="$work/node"
"$liaison" init --agency KR-NPA --country KR >/dev/null 2>&1
head="id,question,subject,measure,place,country,period_start,period_end,value,value_low,value_high,unit,as_of"
head="$head,publisher,source_title,source_date,source_ref,note"
printf '%s\n' "$head" "F1,How many,South Koreans,missing,Cambodia,KH,2025-01-01,2025-08-31,330,,,reports,,a news site,,,," \
  >"$work/figures.csv"
"$liaison" import "$work/figures.csv" --handling TLP:CLEAR >/dev/null
printf '%s\n' "$head" "F2,How many,South Koreans,missing,Cambodia,KH,2025-01,2025-08,99,,,reports,,a desk,,,," \
  >"$work/figures.csv"
"$liaison" import "$work/figures.csv" --handling TLP:AMBER >/dev/null 2>&1
says "figures are published" "$liaison" figures publish
shows "figure-F1,.*330.*a news site" "with their sources"
hides "a desk" "those for everybody alone"
shows "1 more" "and how many there are besides is said"
says "statistical programs read them" "$liaison" figures publish --as sdmx-csv
shows "^STRUCTURE,STRUCTURE_ID,ACTION,FIGURE" "as SDMX-CSV"
shows "kr.npa:FIGURES\(1.0\),I,figure-F1,.*,KH,a news site,2025-01-01/P243D,330" "with times as SDMX writes them"
for report in $(seq 1 15); do
  "$liaison" report add --name "Nobody $report" --reported 2025-0$((report / 4 + 1))-01 --source desk --anyway >/dev/null
done
says "reports are counted for everybody" "$liaison" report publish --by year --by stage
shows "^reported,2025,15" "as a table"
says "with few in each cell" "$liaison" report publish --by month
hides "^2025-0.,[0-9]" "no small number is told"
shows "^total,15" "but what all are together"
ends 2 "a table by a trait that there is not is refused" "$liaison" report publish --by shoe
says "a table goes to a file" "$liaison" report publish --by stage --out "$work/t.csv"
ends 2 "and replaces none" "$liaison" report publish --by stage --out "$work/t.csv"
says "unless it should" "$liaison" report publish --by stage --out "$work/t.csv" --force

says "what the node counts itself stands apart" "$liaison" --json figures own
shows '"reported":15,"verified":0,"what":"reports"' "by who says it"
says "each number has its rows" "$liaison" --json figures own reports
says "as many as it says" test "$(wc -l <"$work/out")" -eq 15
ends 2 "what is not counted is refused" "$liaison" figures own shoes

## 6. the lists of a node
unset LIAISON_DIR
export LIAISON_DIR="$work/lists"
"$liaison" init --agency KR-NPA --country KR >/dev/null 2>&1
# people LIST FIRST LAST STEP: people who are on a list, as records with a number that tells them apart.
people() {
  for at in $(seq "$2" "$4" "$3"); do
    name=$(printf %s "$at" | md5sum | tr 0-9a-f aeioubdgklmnprst)
    printf '{"id":"%s-%d","schema":"Person","properties":{"name":["%s %s"],"passportNumber":["M%08d"]}}\n' \
      "$1" "$at" "${name:0:8}" "${name:8:9}" $((at * 7919))
  done >"$work/$1.ftm.json"
  "$liaison" import "$work/$1.ftm.json" --dataset "$1" >/dev/null
}
people police 1 80 1
people embassy 1 120 2
people shelter 1 120 3
ends 1 "lists that nobody linked are refused" "$liaison" --json estimate --from-node
shows '"code":"disjoint-lists"' "as lists that share nobody"
shows '"pairs_waiting":[1-9]' "with how many pairs wait for a judgement"
says "likely pairs can be taken as one" "$liaison" --json estimate --from-node --likely 0.9
shows '"from_node":\{"by":"dataset","lists":\[\{"key":"embassy","name":"embassy","people":60' "with lists and people"
shows '"linkage":\{"tables":20' "and the links that are in doubt"
says "and are told" "$liaison" estimate --from-node --likely 0.9 --list police --list embassy
shows "records are taken as" "in words"
ends 2 "a list that there is not is refused" "$liaison" estimate --from-node --list navy
shows "--by" "with how to see which there are"
ends 2 "a table and the node are not asked at once" "$liaison" estimate "$kosovo" --from-node

echo "$count passed, 0 failed"
