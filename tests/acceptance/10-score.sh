#!/usr/bin/env bash
# What working together brings in a small region, line by line, with the real binary.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash

says "a region is measured" "$liaison" world score --seed 3 --people 120
shows 'People located +[0-9]+ +[0-9]+ +[0-9]+ +[0-9.]+' "people located: alone, together, all-seeing"
shows 'Money still to be stopped' "so is money"
shows 'fictional' "it says that everybody is fictional"
says "and told to programs" "$liaison" world score --seed 3 --people 120 --json
cp "$work/out" "$work/first"
shows '"measure":"people-located","alone":\[[0-9]+,[0-9]+,[0-9]+\],"together":[0-9]+,"oracle":[0-9]+' "each agency by itself"
says "the same seed once more" "$liaison" world score --seed 3 --people 120 --json
untimed() { sed -E 's/"(sharing_)?seconds":[0-9.]+//g' "$1"; }
says "gives the same table" test "$(untimed "$work/first")" = "$(untimed "$work/out")"
ends 2 "a region of nobody is refused" "$liaison" world score --people 0
shows '10\.\.=100000' "and the error says what is possible"

echo "$count passed, 0 failed"
