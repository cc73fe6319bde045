#!/usr/bin/env bash
# Exhibits under an S3 address, against a server that is not ours.
set -euo pipefail
cd "$(dirname "$0")/../.."

liaison=$PWD/target/debug/liaison
[ -x "$liaison" ] || cargo build --quiet --package liaison-cli
venv=target/venv/moto-5.1.17
if ! [ -x "$venv/bin/moto_server" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "moto[server,s3]==5.1.17"
fi

work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT
count=0
pass() { count=$((count + 1)); echo "ok $count - $1"; }
fail() {
  echo "not ok - $1" >&2
  head -c 2000 "$work/out" "$work/err" "$work/server" >&2
  exit 1
}
# ends WITH WHAT COMMAND...: the command ends with this exit status.
ends() {
  local status=0 with=$1 what=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err" || status=$?
  if [ "$status" -eq "$with" ]; then pass "$what"; else fail "$what (exit $status, not $with)"; fi
}
# shows PATTERN WHAT: the last command's output has it.
shows() { if grep -qE -- "$1" "$work/out" "$work/err"; then pass "$2"; else fail "$2: no /$1/"; fi; }

"$venv/bin/moto_server" -H 127.0.0.1 -p 0 >"$work/server" 2>&1 &
server=$!
endpoint=
for _ in $(seq 300); do
  endpoint=$(sed -n 's/.*Running on \(http:[^ ]*\).*/\1/p' "$work/server" | head -1)
  if [ -n "$endpoint" ]; then break; fi
  sleep 0.1
done
[ -n "$endpoint" ] || fail "the server did not start"

export LIAISON_PASSPHRASE="a passphrase of the oracle test" LIAISON_DIR="$work/node"
unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
export AWS_ENDPOINT_URL=$endpoint AWS_ALLOW_HTTP=true AWS_REGION=us-east-1
init=("$liaison" init --agency KR-NPA --country KR --exhibits)
ends 2 "an address with a password is refused" "${init[@]}" s3://key:secret@evidence/kr
shows "s3://bucket/prefix" "and what one looks like is said"
ends 2 "without credentials no node is made" "${init[@]}" s3://evidence/kr
shows AWS_ACCESS_KEY_ID "and which variables are wanted is said"
export AWS_ACCESS_KEY_ID=fictional AWS_SECRET_ACCESS_KEY=fictional
ends 2 "without a bucket no node is made" "${init[@]}" s3://evidence/kr
shows "Make the bucket" "and what to do is said"
[ ! -e "$work/node/node.json" ] || fail "there is a node"

objects() {
  "$venv/bin/python" - "$1" "$AWS_ENDPOINT_URL" <<'PY'
import hashlib, sys
import boto3
s3 = boto3.client("s3", endpoint_url=sys.argv[2])
if sys.argv[1] == "make":
    s3.create_bucket(Bucket="evidence")
for found in s3.list_objects_v2(Bucket="evidence").get("Contents", []):
    body = s3.get_object(Bucket="evidence", Key=found["Key"])["Body"].read()
    if sys.argv[1] == "damage":
        s3.put_object(Bucket="evidence", Key=found["Key"], Body=b"another file")
    print(found["Key"], hashlib.sha256(body).hexdigest())
PY
}
objects make
ends 0 "with a bucket it is" "${init[@]}" s3://evidence/kr --json
grep -q fictional "$work/node/node.json" && fail "the folder holds a credential"
pass "and its folder holds no credential"

head -c 20000000 /dev/urandom >"$work/phone.img"
: >"$work/empty"
echo "chat" >"$work/chat.json"
ends 0 "files are kept" "$liaison" exhibits add "$work/phone.img" "$work/empty" "$work/chat.json" --json
for file in phone.img empty chat.json; do
  hash=$(sha256sum "$work/$file" | cut -d' ' -f1)
  objects list >"$work/objects"
  grep -qx "kr/${hash:0:2}/$hash $hash" "$work/objects" || fail "$file is not under its hash"
  ends 0 "$file comes back" "$liaison" exhibits get "$hash" "$work/$file.back"
  cmp "$work/$file" "$work/$file.back"
done
pass "boto3 finds each under its SHA-256"
ends 0 "a file that is known is not stored twice" "$liaison" exhibits add "$work/phone.img" --json
shows '"was_known":true' "and that is said"
ends 0 "a backup leaves them there" "$liaison" backup "$work/backup.zip"
shows "s3://evidence/kr" "and says so"
objects damage >/dev/null
ends 2 "a damaged exhibit is an error" "$liaison" exhibits get "$hash" "$work/damaged"
shows "do not give its hash" "and not a file"

AWS_ENDPOINT_URL=http://127.0.0.1:1 ends 2 "a store that does not answer is an error" \
  "$liaison" exhibits add "$work/chat.json"
shows AWS_ENDPOINT_URL "with what to check"
unset AWS_ACCESS_KEY_ID AWS_ENDPOINT_URL
ends 0 "and whoever searches needs neither store nor credentials" "$liaison" search chat --json

echo "$count passed, 0 failed"
