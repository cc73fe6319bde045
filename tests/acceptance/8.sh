#!/usr/bin/env bash
# What adverts promise, line by line, with the real binary and greps of its real output.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash

korean='해외 상담원 모집. 경력 필요 없음, 월 12,000,000원, 항공권과 숙소 제공. 바벳. 텔레그램 @demo_0001_01'
news='Police said on Monday that victims were lured to Bavet by fake job offers. The embassy warned nationals.'
{
  echo 'id,text,label'
  echo "a,\"$korean\",1"
  echo "b,\"$news\",0"
  echo 'c,"Accountant in Bangkok, THB 25,000 monthly, social security. hr@company.example",0'
  echo 'd,"杀猪盘团队招人，精聊，飞机 @demo_zh",1'
  echo "e,\"${korean//demo_0001_01/demo_0001_02}\",1"
  echo "f,\"${korean//12,000,000/9,500,000}\",1"
} >"$work/adverts.csv"

## 1. scores
says "texts of a table are scored" "$liaison" advert score "$work/adverts.csv"
cp "$work/out" "$work/scored"
shows '^\{"id":"a","score":0\.[89].*"band":"many-signs"' "an advert of the kind has many signs"
shows '^\{"id":"b","score":0\.[01].*"band":"few-signs"' "news about such cases has few"
shows '^\{"id":"c","score":0\.0.*"band":"few-signs"' "and so has an ordinary job"
shows '"indicator":"pay-too-high".*"start":23' "reasons have their place in the text"
shows '"source":"Kukmin Ilbo' "and their source"
shows '"kind":"telegram","value":"demo_0001_01"' "contacts are told"
shows '"kind":"salary","value":"12000000 KRW"' "so is pay"
shows '"kind":"place","value":"bavet".*"of":"kh"' "and a place"
shows '"indicator":"openly-scam-work"' "an open offer of scam work is marked as such"
hides 'guilty|criminal|fraudster' "nobody is called guilty"
says "they are in the order of the file" test "$(sed -n 's/^{"id":"\(.\)".*/\1/p' "$work/scored" | tr -d '\n')" = abcdef
says "in Korean" "$liaison" --lang ko advert score "$work/adverts.csv"
shows '경력도 학력도 요구하지 않습니다' "reasons are told in the reader's language"
says "labels are measured against" "$liaison" advert score "$work/adverts.csv" --labels label
shows "average precision [01]\.[0-9]{4}" "with average precision"
shows "calibration error" "and calibration"
says "the least certain are asked for" "$liaison" advert score "$work/adverts.csv" --ask 1
says "one text only" test "$(wc -l <"$work/out")" -eq 1

## 2. disguises
full='{"id":1,"text":"０１０－１２３４－５６７８ 연락"}'
caps='{"id":2,"text":"0️⃣1️⃣0️⃣-1️⃣2️⃣3️⃣4️⃣-5️⃣6️⃣7️⃣8️⃣ 연락"}'
fang='{"id":3,"text":"hxxps://scam[.]example/login"}'
look='{"id":4,"text":"𝐓𝐞𝐥𝐞𝐠𝐫𝐚𝐦: @𝐣𝐨𝐛_𝐤𝐡"}'
printf '%s\n' "$full" "$caps" "$fang" "$look" >"$work/lines.jsonl"
says "lines of JSON are read" "$liaison" advert score "$work/lines.jsonl"
shows '"kind":"domain","value":"scam.example"' "an address made unclickable is one"
shows '"kind":"telegram","value":"job_kh"' "letters that look alike are letters"
says "digits of full width and keycaps are digits" test "$(grep -c '"value":"+821012345678"' "$work/out")" -eq 2

## 3. clusters
says "texts are clustered" "$liaison" advert cluster "$work/adverts.csv"
shows '^\{"id":"f","cluster":1,"template":1,"slots":\["9,500,000원"' "the same words with another sum are one cluster"
shows '^\{"id":"e","cluster":[2-9],"template":1' "another contact is another cluster of one template"
shows '"pattern":".*\{1\}' "the template is shown with its gaps"

## 4. learning
for at in $(seq 30); do
  echo "{\"id\":$at,\"text\":\"quick chance $at for typing hands\",\"label\":1}"
  echo "{\"id\":$((at + 100)),\"text\":\"lecture $at about the history of typing\",\"label\":0}"
done >"$work/decided.jsonl"
says "a model is learnt" "$liaison" --json advert train "$work/decided.jsonl" --label label --out "$work/a.model"
shows '"texts":60,"positives":30' "from all decisions"
says "again" "$liaison" advert train "$work/decided.jsonl" --label label --out "$work/b.model"
says "gives the same bytes" cmp "$work/a.model" "$work/b.model"
says "it scores" "$liaison" advert score "$work/decided.jsonl" --model "$work/a.model" --labels label
shows "average precision 1\.0000" "and has learnt"
shows '"indicator":"learnt-from-decisions"' "and says what it went by"
printf 'x' >>"$work/b.model"
ends 2 "a changed model is refused" "$liaison" advert score "$work/adverts.csv" --model "$work/b.model"

## 5. bad input
head -c 4096 /dev/urandom >"$work/bad"
ends 2 "bytes of any kind are refused" "$liaison" advert score "$work/bad"
shows "is no text" "and told as such"
printf 'id,words\n1,a\n' >"$work/bad"
ends 2 "a table without texts is told" "$liaison" advert score "$work/bad"
shows "It has: id, words" "with what it has"
ends 2 "a folder is told" "$liaison" advert score "$work"
printf '{"id":1,"text":"a"}\n{"id":2\n{"id":3,"text":"\xff\xfe"}\n' >"$work/bad"
ends 1 "a broken line is one problem" "$liaison" advert score "$work/bad"
shows "row 2" "with its row"
says "and the others are read" test "$(grep -c '"band"' "$work/out")" -eq 2
{ printf '{"id":1,"text":"'; head -c 10000000 /dev/zero | tr '\0' x; printf '"}\n'; } >"$work/bad"
says "a text of 10 MB is bounded" timeout 60 "$liaison" advert score "$work/bad"
shows "longer than 100,000 characters" "and it says so"
printf '{"id":1,"text":"a\xe2\x80\xae@demo_rtl\xe2\x80\xac telegram"}\n' >"$work/bad"
says "right-to-left tricks are read" "$liaison" advert score "$work/bad"
for at in $(seq 2000); do echo "{\"id\":$at,\"text\":\"$korean\"}"; done >"$work/same.jsonl"
says "identical adverts are one cluster" "$liaison" advert cluster "$work/same.jsonl"
says "all of them" test "$(grep -c '"cluster":1,' "$work/out")" -eq 2000

## 6. kept in a node
export LIAISON_DIR=$work/node LIAISON_PASSPHRASE="a passphrase of this script"
says "a node" "$liaison" init --agency KR-Demo --country KR
says "adverts of a table are taken in" "$liaison" advert add "$work/adverts.csv" --platform demo-board --source "a crawl"
shows "New adverts: 6. There already: 0" "all of them"
says "again" "$liaison" advert add "$work/adverts.csv" --platform demo-board --source "a crawl"
shows "New adverts: 0. There already: 6" "none twice"
id() { sed -n "s/.*\"id\":\"\([^\"]*\)\".*\"title\":\"$1.*/\1/p" "$work/out" | head -1; }
says "they are listed" "$liaison" --json advert list
cp "$work/out" "$work/listed"
first=$(id 해외)
says "the cluster of the first has two" grep -q '"cluster_size":2' "$work/listed"
says "one is pasted" "$liaison" advert add --text "${korean//12,000,000/8,000,000}" --platform demo-chat --url https://a.invalid/1
says "its cluster has one more" "$liaison" --json advert list --cluster "$first"
says "three" test "$(grep -c '"cluster_size":3' "$work/out")" -eq 3
says "one is shown with its reasons" "$liaison" --json advert show "$first"
shows '"indicator":"pay-too-high"' "each with its sign"
shows '"lexicon":"20' "and the version of the lexicon"
shows '"shared":\[\{"adverts":2' "and where else its contact turns up"
says "a web page and an e-mail are taken from a folder" mkdir "$work/folder"
printf '<html lang="vi"><body>Lương cao 30 triệu, không cần kinh nghiệm</body></html>' >"$work/folder/a.html"
printf 'From: a@example.org\nSubject: 高薪招聘\n\n包吃住\n' >"$work/folder/b.eml"
head -c 100 /dev/zero >"$work/folder/c.bin"
ends 1 "and what cannot be read is set aside" "$liaison" advert watch "$work/folder" --once
shows "New adverts: 2" "the others are new"
says "each in its folder" test -e "$work/folder/taken/b.eml" -a -e "$work/folder/set-aside/c.bin"

## 7. taken down
says "one is judged" "$liaison" advert judge "$first" advert --because "same contact"
says "and marked" "$liaison" advert takedown say marked "$first"
says "the platform is asked" "$liaison" advert takedown batch demo-board --out "$work"
shows "1 to remove, 0 taken back" "about it alone"
says "in a file" grep -q "^remove,${first#*:}," "$work"/T-*-0001-demo-board.csv
ends 2 "once" "$liaison" advert takedown batch demo-board --out "$work"
printf 'reference,outcome,reason\n%s,refused,no breach\nx,removed,\n' "${first#*:}" >"$work/answers.csv"
ends 1 "its answer is read" "$liaison" advert takedown outcomes "$work/answers.csv"
shows "Refused: 1.*Set aside: 1" "row by row"
ends 2 "an appeal needs a reason" "$liaison" advert takedown say appealed "$first"
says "with one it is entered" "$liaison" advert takedown say appealed "$first" --because "a licence was shown"
says "what was wrong is delisted" "$liaison" advert takedown say delisted "$first" --because "an ordinary employer"
ends 2 "and gone" "$liaison" advert show "$first"
says "from the list" "$liaison" --json advert list
hides "${first#*:}" "too"
ends 1 "and is not taken in again" "$liaison" advert add "$work/adverts.csv" --platform demo-board
shows "delisted" "with the reason"
says "the platform is told" "$liaison" advert takedown batch demo-board --out "$work"
says "to put it back" grep -q "^restore,${first#*:}," "$work"/T-*-0002-demo-board.csv

## 8. a page for everybody
env -u LIAISON_DIR -u LIAISON_PASSPHRASE "$liaison" --json check-page --listen 127.0.0.1:0 >"$work/page" &
page=$!
trap 'kill "$page" 2>/dev/null || true; rm -rf "$work"' EXIT
address=
for _ in $(seq 100); do
  address=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' "$work/page")
  [ -n "$address" ] && break
  sleep 0.1
done
says "it is served without a node" test -n "$address"
ask() { curl -s -i --max-time 20 --data-urlencode "text=$1" --data "lang=$2" "$address/"; }
says "a text is checked" ask "$korean" ko
shows '<mark>경력 필요 없음</mark>' "with its signs marked"
shows '징후가 많습니다' "in the reader's language"
shows '^content-security-policy: default-src .none.' "on a page that runs nothing"
shows '^cache-control: no-store' "and is not kept"
hides '^set-cookie' "without a cookie"
hides 'demo_0001_01.*(known|알려진)' "and says of no contact whether it is known"
says "many texts of one address" bash -c "for at in \$(seq 25); do curl -s -o /dev/null -w '%{http_code}\n' --data text=work\$at '$address/'; done"
shows '^429' "are limited"

echo "$count passed, 0 failed"
