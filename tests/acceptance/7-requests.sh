#!/usr/bin/env bash
# One agency asks another, over files on a stick: drafted, approved, sent, answered. All of it is fictional.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash
export LIAISON_PASSPHRASE="a passphrase of the acceptance test"
kr="$work/kr" kh="$work/kh"
in_kr() { "$liaison" --dir "$kr" "$@"; }
in_kh() { "$liaison" --dir "$kh" "$@"; }
field() { python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"; }
carry_to_kh() { in_kh receive "$work/to-kh" --receipts "$work/for-kr" --json && in_kr receive "$work/for-kr" --json; }
carry_to_kr() { in_kr receive "$work/to-kr" --receipts "$work/for-kh" --json && in_kh receive "$work/for-kh" --json; }
state_in() { "$liaison" --dir "$work/$1" request show "$number" --json | field state; }
both_say() { [ "$(state_in kr)" = "$1" ] && [ "$(state_in kh)" = "$1" ]; }
clock_in() { "$liaison" --dir "$work/$1" request show "$number" --json | python3 -c 'import json,sys
told = json.loads(sys.stdin.readline())
print([told[key] for key in ("sent", "delivered", "acknowledged", "acknowledge_by", "answer_by", "settled", "is_late")])'; }
one_clock() { [ "$(clock_in kr)" = "$(clock_in kh)" ]; }

## 1. two agencies that agreed
says "a node in Korea" in_kr init --agency KR-Demo --country KR
says "and one in Cambodia" in_kh init --agency KH-Demo --country KH
says "Korea's card" in_kr peer card --name "ko=가상 경찰" --root-key "$kr/keys/root.json" --out "$work/kr.card" --json
words=$(field words <"$work/out")
says "Cambodia's card" in_kh peer card --name "en=Fictional Desk" --root-key "$kh/keys/root.json" --out "$work/kh.card" --json
kh_words=$(field words <"$work/out")
says "Cambodia takes Korea's" in_kh peer add "$work/kr.card" --words "$words"
says "and Korea Cambodia's" in_kr peer add "$work/kh.card" --words "$kh_words"
agree() { # what both heads sign
  in_kr peer agree kh.demo --allow "$1" --until 2030-12-31T00:00:00Z --root-key "$kr/keys/root.json" --out "$work/paper"
  in_kh peer agree kr.demo --file "$work/paper" --root-key "$kh/keys/root.json" --out "$work/signed"
  in_kr peer agree kh.demo --file "$work/signed"
}
says "both heads sign what may pass" agree "H0 H2 about:victim about:suspect"
says "a case in Korea" in_kr case open "somebody at a compound" --template rescue --json
case=$(field id <"$work/out")

## 2. drafting
ask() { in_kr request new --to kh.demo --kind welfare-check --urgency life-at-risk --case "$case" --purpose rescue \
  --law "Fictional Treaty, article 4" --marks "TLP:AMBER H2 about:victim" --ask "Is the person well?" \
  --about "강서윤" --about "+855 12 345 678" "$@"; }
says "there are no requests yet" in_kr request list
shows "request new" "and how to begin is said"
ends 3 "what the agreement does not cover is refused before it is drafted" in_kr request new --to kh.demo --kind rescue --case "$case" --purpose rescue --law "Treaty" --marks "TLP:AMBER H3:ask-first" --ask "Help"
ends 2 "a kind that there is not is refused" in_kr request new --to kh.demo --kind party --case "$case" --purpose rescue --law "Treaty" --marks "TLP:AMBER about:victim" --ask "Help"
shows "welfare-check, rescue" "and the kinds are told"
ends 2 "a request asks something" in_kr request new --to kh.demo --kind rescue --case "$case" --purpose rescue --law "Treaty" --marks "TLP:AMBER about:victim" --ask " "
says "Korea drafts a welfare check" ask --json
shows '"asked_already":\[\]' "which nobody asked before"
number=$(field number <"$work/out")
ends 1 "a colleague who drafts the same is told so" ask
shows "asked kh.demo about the same already: $number" "and by whom it was asked"
says "who is asked about stays covered" in_kr request show "$number"
hides "강서윤|345 678" "in any line"
says "and is uncovered for a purpose" in_kr request show "$number" --reveal rescue
shows "강서윤" "with a look"
says "that is recorded" in_kr looks --json
shows "request show" "as a look at the request"
ends 2 "nothing is sent that nobody approved" in_kr request send "$number"
shows "draft does not become sent" "and it is said"
says "it is approved" in_kr request approve "$number"
ends 2 "once" in_kr request approve "$number"

## 3. sending; both sides see one clock
says "Korea sends it" in_kr request send "$number" --out "$work/to-kh" --json
shows '"state":"sent"' "from now on the clock runs"
ends 2 "a second time nothing is sent" in_kr request send "$number"
hidden() { ! grep -q "$case" "$work/to-kh" && ! grep -q "cli:" "$work/to-kh"; }
says "neither the case nor an officer's name is in the file" hidden
says "Cambodia takes it, Korea the receipt" carry_to_kh
says "both say that it is delivered" both_say delivered
says "and see one clock" one_clock
says "Cambodia lists it" in_kh request list --received
shows "life at risk.*delivered.*by 20" "with its clock"
says "covered there, too" in_kh request show "$number"
hides "강서윤|345 678" "until a look"
says "Cambodia searches" in_kh search 강서윤 --json
hides "강서윤" "and no hit shows the name"
ends 2 "Cambodia cannot recall it" in_kh request recall "$number" "not ours"
ends 2 "nor close it" in_kh request close "$number"
ends 2 "nothing is escalated that is not late" in_kr request escalate "$number" "nobody answers"
shows "only what is late" "and it is said"

## 4. asked back, answered, closed
says "Cambodia asks back" in_kh request clarify "$number" "Which compound?" --out "$work/to-kr"
says "it travels" carry_to_kr
says "both say so" both_say clarification-asked
says "Korea answers that" in_kr request clarify "$number" "The blue one" --out "$work/to-kh"
says "it travels" carry_to_kh
says "both say so" both_say clarified
says "Cambodia accepts" in_kh request accept "$number"
says "and answers in part" in_kh request answer "$number" "Seen at the gate" --partly --out "$work/to-kr"
says "both words travel in one file" carry_to_kr
says "both say that there is more to come" both_say partly-answered
says "and see one clock" one_clock
ends 2 "an answer has words" in_kh request answer "$number" " "
says "the rest" in_kh request answer "$number" "Well, and with us" --out "$work/to-kr"
says "travels" carry_to_kr
says "the same file again" in_kr receive "$work/to-kr" --json
shows '"statements":0' "changes nothing"
says "both say that it is answered" both_say answered
says "Korea reads the answer" in_kr request show "$number" --reveal rescue
shows "Well, and with us" "with a look"
says "says what became of it" in_kr request feedback "$number" "She is home"
says "and closes it" in_kr request close "$number" --out "$work/to-kh"
says "it travels" carry_to_kh
says "both say that it is closed" both_say closed
ends 2 "nothing follows" in_kh request answer "$number" "more"

## 5. refused, recalled, asked by both
says "Korea asks about an account" in_kr request new --to kh.demo --kind freeze --urgency urgent --case "$case" --purpose asset-recovery --law "Fictional Treaty, article 9" --marks "TLP:AMBER H2 about:suspect" --ask "Hold the money" --about "DEMO-0001-2345" --json
number=$(field number <"$work/out")
says "approved" in_kr request approve "$number"
says "sent" in_kr request send "$number" --out "$work/to-kh"
says "taken" carry_to_kh
ends 2 "a refusal without its law" in_kh request refuse "$number" "no such account" --law " "
shows "names the law" "is not taken"
says "with it, it is" in_kh request refuse "$number" "no such account" --law "Fictional Bank Act, section 3" --out "$work/to-kr"
says "it travels" carry_to_kr
says "both say that it is refused" both_say refused
says "with the law" in_kr request show "$number"
shows "Fictional Bank Act" "on which it rests"
says "a case in Cambodia" in_kh case open "the same account" --template rescue --json
kh_case=$(field id <"$work/out")
ends 1 "Cambodia, which asks about the same account" in_kh request new --to kr.demo --kind information --case "$kh_case" --purpose asset-recovery --law "Fictional Treaty, article 9" --marks "TLP:AMBER H2 about:suspect" --ask "Who has it?" --about "demo 0001 2345"
shows "kr.demo has asked us about the same" "is told that Korea did already"
ask --until 2030-01-01T00:00:00Z --json >"$work/out" 2>/dev/null || true # somebody asked already
number=$(field number <"$work/out")
says "approved" in_kr request approve "$number"
says "sent" in_kr request send "$number" --out "$work/to-kh"
says "and recalled with a reason" in_kr request recall "$number" "she called home" --out "$work/to-kh"
says "both travel" carry_to_kh
says "both say that it is recalled" both_say recalled
ends 2 "a recalled request is not accepted" in_kh request accept "$number"

## 6. two people
says "a new agreement asks for two" agree "H0 H2 about:victim two-people"
ask --json >"$work/out" 2>/dev/null || true
number=$(field number <"$work/out")
ends 2 "who drafted it does not approve it" in_kr request approve "$number"
shows "somebody else approves" "and it is said"
says "how requests fared is counted" in_kr --json figures cooperation
shows '"by_us":\{.*"requests":[1-9].*"month":"20[0-9-]+","peer":"kh.demo"' "with what we asked"
shows '"hours_median":[0-9.]+' "how long answers took"
shows '"refused":\{"[^"]+":[1-9]' "and refusals by the law that they name"
says "the other side counts its own" in_kh --json figures cooperation
shows '"by_them":\{[^}]*\}?.*"requests":[1-9]' "as what we asked them"
says "both journals verify" in_kr verify
says "in Cambodia, too" in_kh verify
for command in new list show approve send accept refuse clarify answer feedback close recall escalate; do
  says "request $command explains itself" "$liaison" request $command --help
done
says "the group explains itself" "$liaison" request --help
shows "^Example:" "with an example"
echo "$count passed, 0 failed"
