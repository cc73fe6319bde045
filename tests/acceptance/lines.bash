# Numbered lines with the real binary: sourced by the scripts of this folder.
liaison=$PWD/target/debug/liaison
[ -x "$liaison" ] || cargo build --quiet --package liaison-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LANG=C.UTF-8 LC_ALL=C.UTF-8
count=0

# says WHAT COMMAND...: the command succeeds.
says() {
  local what=$1
  shift
  if "$@" >"$work/out" 2>"$work/err"; then pass "$what"; else fail "$what" "$*"; fi
}
# ends WITH WHAT COMMAND...: the command ends with this exit status.
ends() {
  local status=0 with=$1 what=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err" || status=$?
  if [ "$status" -eq "$with" ]; then pass "$what"; else fail "$what (exit $status, not $with)" "$*"; fi
}
# shows PATTERN WHAT: the last command's output has it.
shows() { if grep -qE -- "$1" "$work/out" "$work/err"; then pass "$2"; else fail "$2" "no /$1/"; fi; }
hides() { if grep -qE -- "$1" "$work/out" "$work/err"; then fail "$2" "found /$1/"; else pass "$2"; fi; }
pass() { count=$((count + 1)); echo "ok $count - $1"; }
fail() {
  echo "not ok $((count + 1)) - $1: $2" >&2
  head -c 2000 "$work/out" "$work/err" >&2
  exit 1
}
