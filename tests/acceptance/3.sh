#!/usr/bin/env bash
# What sign-in promises, line by line, with the real binary and greps of its real output.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash
servers=()
finish() {
  for server in "${servers[@]}"; do kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; done
  rm -rf "$work"
}
trap finish EXIT
export LIAISON_PASSPHRASE="a passphrase of the acceptance test"
export LIAISON_DIR="$work/node"

# serves OPTION...: serves the node, and says where in $at.
serves() {
  : >"$work/at"
  "$liaison" --json serve "$@" >"$work/at" 2>"$work/log" &
  servers+=($!)
  at=
  for _ in $(seq 200); do
    at=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' "$work/at")
    [ -z "$at" ] || return 0
    sleep 0.05
  done
  fail "serve" "no address"
}
# ask WANTED-STATUS WHAT PATH [CURL OPTION...]: the answer has this status.
ask() {
  local wanted=$1 what=$2 path=$3 status
  shift 3
  status=$(curl --silent --insecure --max-time 30 --output "$work/out" --dump-header "$work/err" --write-out '%{http_code}' "$@" "$at$path")
  if [ "$status" = "$wanted" ]; then pass "$what"; else fail "$what" "status $status, not $wanted"; fi
}
# signs_in NAME PASSWORD CODE: what a page of the node sends.
signs_in() {
  printf '{"name":"%s","password":"%s","code":"%s"}' "$1" "$2" "$3" >"$work/body"
  echo --header "Origin:$at" --header X-Liaison:1 --header Content-Type:application/json --data "@$work/body"
}
# changes PRESENT CODE NEW: what a page of the node sends to change a password.
changes() {
  printf '{"password":"%s","code":"%s","new":"%s"}' "$1" "$2" "$3" >"$work/body"
  echo --header "Origin:$at" --header X-Liaison:1 --header Content-Type:application/json --data "@$work/body"
}
field() { python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"; }

## 1. accounts
says "a node is made" "$liaison" init --agency KR-NPA --country KR
says "and figures are imported" "$liaison" import situation/figures.csv situation/places.csv
says "a node begins without accounts" "$liaison" user list
shows "liaison user add" "and says how to make the first"
ends 2 "a role that there is not is told" "$liaison" user add min --role boss
shows "victim-support" "with those there are"
ends 2 "a name that logs cannot hold is refused" "$liaison" user add "Min Su" --role analyst
says "an account is made" "$liaison" user add min --role analyst,liaison-officer --unit cyber --json
shows '"otpauth":"otpauth://totp/Liaison%20kr.npa:min\?secret=[A-Z2-7]{32}' "with a second factor"
password=$(field password <"$work/out")
secret=$(field secret <"$work/out")
ends 2 "a name is given once" "$liaison" user add min --role analyst
ends 2 "a short password is refused" bash -c "echo short | $liaison user add sok --role supervisor --password-stdin"
shows "15" "with the length that is enough"
says "a chosen password is taken" bash -c "echo 'a sentence that sok chose' | $liaison user add sok --role supervisor --password-stdin --json"
shows '"password":null' "and not repeated"
chief=$(field secret <"$work/out")
says "an administrator is made" "$liaison" user add ada --role administrator --json
admin_password=$(field password <"$work/out")
admin=$(field secret <"$work/out")
says "accounts are listed" "$liaison" user list --json
shows '"name":"min","unit":"cyber","roles":\["analyst","liaison-officer"\]' "with roles and unit"
hides "argon2|$secret" "without a secret"
ends 3 "codes are shown in demonstrations only" "$liaison" user code min

## 2. signing in
# code SECRET [STEPS]: the code of an authenticator, by RFC 6238.
code() {
  python3 - "$1" "${2:-0}" <<'END'
import base64, hashlib, hmac, struct, sys, time
step = int(time.time()) // 30 + int(sys.argv[2])
mac = hmac.new(base64.b32decode(sys.argv[1]), struct.pack(">Q", step), hashlib.sha1).digest()
at = mac[-1] & 15
print(f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1000000:06}")
END
}
serves --listen 127.0.0.1:0 --access-log
ask 200 "whether it lives is told to everybody" /healthz
ask 401 "nothing else is" /figures
shows "application/problem\+json" "as a problem document"
ask 401 "a wrong password is refused" /api/session $(signs_in min wrong "$(code "$secret" -1)")
shows "Name, password or code is wrong" "without a word about which"
ask 401 "an unknown name likewise" /api/session $(signs_in nobody "$password" "$(code "$secret" -1)")
shows "Name, password or code is wrong" "in the same words"
used=$(code "$secret")
ask 200 "name, password and code let in" /api/session $(signs_in min "$password" "$used") --cookie-jar "$work/jar"
shows '"may":\["search","read-record","uncover","list-export","import","undo","handle-reports","handle-cases","share","screening","release-suspects","mark-figure","uncover-in-emergency"\]' "and say what one may do"
shows "HttpOnly; SameSite=Strict" "with a cookie that no script reads"
ask 401 "a code is taken once" /api/session $(signs_in min "$password" "$used")
ask 200 "the session reads figures" /figures --cookie "$work/jar"
ask 403 "a page of another site changes nothing" /api/session --cookie "$work/jar" --request DELETE --header Origin:https://evil.example --header X-Liaison:1
ask 403 "nor does a form" /api/session --cookie "$work/jar" --request DELETE --header "Origin:$at"
ask 415 "nor a body that a form can send" /api/session --header "Origin:$at" --header X-Liaison:1 --data "name=min"
for header in "cache-control: no-store" "referrer-policy: no-referrer" "x-content-type-options: nosniff" \
  "content-security-policy: default-src 'none'" "x-frame-options: DENY" "permissions-policy: "; do
  shows "$header" "every answer has ${header%%:*}"
done
ask 200 "an officer sees the sessions that are open" /account.json --cookie "$work/jar"
shows '"address":"127.0.0.1","is_this":true' "this one among them"
ask 403 "a password is not changed without the present one" /api/account/password $(changes wrong "$(code "$secret" 1)" "a-sentence-that-min-chose") --cookie "$work/jar"
shows '"code":"not-confirmed"' "and the officer stays signed in"
ask 400 "nor to a short one" /api/account/password $(changes "$password" "$(code "$secret" 1)" short) --cookie "$work/jar"
shows "15" "with the length that is enough"
ask 200 "it is changed with the present one and a code" /api/account/password $(changes "$password" "$(code "$secret" 1)" "a-sentence-that-min-chose") --cookie "$work/jar"
shows '"sessions_ended":0' "and other sessions end"
says "sessions are listed" "$liaison" user sessions min --json
shows '"account":"min"' "with whose they are"
says "and ended" "$liaison" user sessions min --end --json
shows '"ended":1' "all of them"
ask 401 "an ended session opens nothing" /figures --cookie "$work/jar"
says "a person is imported" bash -c "echo '{\"id\":\"person-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Invented Somebody\"]}}' >'$work/one.ftm.json' && $liaison import '$work/one.ftm.json'"
says "and uncovered for a purpose" "$liaison" show person-1 --reveal rescue
says "who looked at whom is read" "$liaison" looks --record person-1 --json
shows '"purpose":"rescue","route":"show","records":\["kr.npa:person-1"\]' "with purpose and record"
hides "Invented" "and without a name"
says "in a table, too" "$liaison" looks --from "$(date -u +%F)" --to "$(date -u +%F)" --limit 5
shows "rescue +show +kr.npa:person-1" "with the same"
says "looks of nobody" "$liaison" looks --officer nobody
shows "no such looks" "are none"

## 3. roles
ask 200 "an administrator signs in" /api/session $(signs_in ada "$admin_password" "$(code "$admin")") --cookie-jar "$work/admin"
ask 403 "and reads no figures" /figures --cookie "$work/admin"
ask 404 "nor a record" /entities/place-bavet --cookie "$work/admin"
cp "$work/out" "$work/there"
ask 404 "one that there is not" /entities/place-nowhere --cookie "$work/admin"
cp "$work/out" "$work/nowhere"
says "answers alike" cmp "$work/there" "$work/nowhere"
says "roles change" "$liaison" user roles ada auditor --json
ask 200 "and act on the open session" /figures --cookie "$work/admin"
ask 200 "an auditor reads the looks" "/looks.json?record=person-1" --cookie "$work/admin"
shows '"records":\["kr.npa:person-1"\]' "by the records' ids"
ask 200 "and takes them along" "/looks.csv?record=person-1" --cookie "$work/admin"
shows ",rescue,show,kr.npa:person-1" "as a table"
ask 200 "and reads what was done with accounts" "/looks/accounts.json?account=min" --cookie "$work/admin"
shows '"act":"password-changed","account":"min","officer":"min"' "by whom, and what"
says "so does the command line" "$liaison" looks --accounts --account min --limit 50
shows "password-refused +min +min" "also what was refused"
ends 2 "which asks for accounts or for a record" "$liaison" looks --accounts --record person-1
says "an account is disabled" "$liaison" user disable ada
ask 401 "and its session ends" /figures --cookie "$work/admin"

## 4. a reset needs two people
ends 3 "nobody confirms their own reset" "$liaison" user reset sok --confirmed-by sok --code "$(code "$chief")"
ends 3 "nor does an analyst" "$liaison" user reset ada --confirmed-by min --code "$(code "$secret" 1)"
ends 2 "a wrong code confirms nothing" "$liaison" user reset min --confirmed-by sok --code 000000
says "a supervisor confirms with a code" "$liaison" user reset min --confirmed-by sok --code "$(code "$chief")" --json
shows '"otpauth"' "and a new second factor is made"
says "the record of all that is signed" "$liaison" verify --json
shows '"first_bad":null,.*"looks":[1-9][0-9]+' "in the chain of looks"

## 5. tokens
ends 2 "a token ends" "$liaison" token add --role analyst --scope read --expires 2999-01-01
shows "366" "within a year"
says "a token is made" "$liaison" token add --name nightly --role analyst --scope read --expires "$(date -u -d '+30 days' +%F)" --json
token=$(field token <"$work/out")
ask 200 "a program reads with it" /figures --header "Authorization: Bearer $token"
ask 200 "and its scope says what it may" /api/session --header "Authorization: Bearer $token"
shows '"may":\["search","read-record"\]' "and no more"
says "tokens are listed" "$liaison" token list --json
hides "$token" "without their secret"
says "a token is revoked" "$liaison" token revoke nightly
ask 401 "and opens nothing any more" /figures --header "Authorization: Bearer $token"
hides "$token|$password" "and no answer repeats a secret"
if grep -qE "$token|$password|$secret|lia_" "$work/log"; then fail "the log" "has a secret"; else pass "nor does the log"; fi
if grep -q "min GET /figures 200" "$work/log"; then pass "which names accounts and routes"; else fail "the log" "has no account"; fi

## 6. TLS
ends 2 "without TLS a node stays on this machine" "$liaison" serve --listen 0.0.0.0:0
shows "--tls-self-made" "and says what to do"
ends 2 "and with it wants a name" "$liaison" serve --listen 0.0.0.0:0 --tls-self-made
shows "--host" "and says so"
kill "${servers[0]}" && wait "${servers[0]}" 2>/dev/null || true
serves --listen 0.0.0.0:0 --tls-self-made --host liaison.test
shows_at() { if grep -qE "$1" "$work/at"; then pass "$2"; else fail "$2" "no /$1/"; fi; }
shows_at '"fingerprint":"([0-9A-F]{2}:){31}[0-9A-F]{2}"' "a self-made certificate shows its fingerprint"
ask 200 "and is answered over" /healthz --resolve "liaison.test:${at##*:}:127.0.0.1"
shows "strict-transport-security" "with HSTS"
ask 421 "a name that was not given is misdirected" /healthz --resolve "liaison.test:${at##*:}:127.0.0.1" --header "Host: evil.example"

## 7. a demonstration
says "a demonstration shows its accounts" env -u LIAISON_PASSPHRASE -u LIAISON_DIR "$liaison" --dir "$work/demo" demo --alone --no-serve --json
for role in analyst supervisor liaison-officer consular-officer victim-support auditor administrator; do
  shows "\"name\":\"$role\",.*\"password\":|\"otpauth\":.*\"name\":\"$role\"" "one for $role"
done
says "and the code of each" env -u LIAISON_PASSPHRASE "$liaison" --dir "$work/demo/kr" user code analyst
shows "^[0-9]{6}$" "is six digits"
says "a second start" env -u LIAISON_PASSPHRASE -u LIAISON_DIR "$liaison" --dir "$work/demo" demo --alone --no-serve
shows "user reset" "says how to get new passwords"
hides "otpauth" "and shows none"
code=$(env -u LIAISON_PASSPHRASE "$liaison" --dir "$work/demo/kr" user code supervisor 2>/dev/null)
says "a reset makes them" env -u LIAISON_PASSPHRASE "$liaison" --dir "$work/demo/kr" user reset analyst --confirmed-by supervisor --code "$code"
shows "Password: ([a-z0-9]{5}-){4}[a-z0-9]{5}" "as on the first start"
ends 2 "it is served on this machine only" env -u LIAISON_PASSPHRASE "$liaison" --dir "$work/demo/kr" serve --listen 0.0.0.0:0 --tls-self-made --host liaison.test

## 8. a backup brings nobody in
says "a token is made before a backup" "$liaison" token add --role analyst --scope read --expires "$(date -u -d '+30 days' +%F)" --json
says "a backup is written" "$liaison" backup "$work/node.backup"
says "and restored" "$liaison" --dir "$work/restored" restore "$work/node.backup" --json
shows '"tokens_revoked":1' "without a valid token"
says "with its accounts" "$liaison" --dir "$work/restored" user list --json
shows '"name":"sok"' "as they were"
says "doctor looks at them" bash -c "$liaison doctor || [ \$? -eq 1 ]"
shows "Accounts" "too"

echo "$count passed, 0 failed"
