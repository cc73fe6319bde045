#!/usr/bin/env bash
# What following money promises, line by line, with the real binary and greps of its real output.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/acceptance/lines.bash
money() { local act=$1; shift; "$liaison" money "$act" --table "$work/table.csv" "$@"; }
# table ROW...: a table of transfers.
table() { printf '%s\n' "time,from,to,amount,currency" "$@" >"$work/table.csv"; }

## 1. trace: a victim pays a mule, who has money of others
table "2026-03-01T09:00:00+07:00,shop,mule,60.00,THB" \
  "2026-03-01T09:01:00+07:00,victim,mule,100.00,THB" \
  "2026-03-01T09:02:00+07:00,other,mule,40.00,THB" \
  "2026-03-01T09:03:00+07:00,mule,exchange,80.01,THB" \
  "2026-03-01T09:04:00+07:00,exchange,victim,5.00,THB" \
  "2026-03-01T09:05:00+07:00,victim,friend,0.01,USDT"
holds() { shows "\"account\":\"$1\",\"balance\":\"[0-9.]*\",\"currency\":\"THB\",.*\"held\":\"$2\"" "$3"; }
for rule in "fifo 79.99 20.01 0.00" "lifo 59.99 35.01 5.00" "pro-rata 60.00 37.51 2.49"; do
  set -- $rule
  says "$1 is a rule" money trace --from victim --rule "$1" --json
  shows "\"returned\":\"$4\",\"rule\":\"$1\",.*\"sent\":\"100.00\"" "and names itself beside what was sent and came back"
  holds mule "$2" "it leaves the mule so much"
  holds exchange "$3" "and the exchange the rest"
done
says "the lowest balance is one" money trace --from victim --rule lowest-balance --json
holds mule 100.00 "other money goes first"
says "by contact" money trace --from victim --rule poison --json
shows '"infected":"[1-9]' "more counts than was taken, and is told"
says "the sums are told in words" money trace --from victim --rule lifo
shows "THB, last in, first out .*: sent 100\.00 = still in accounts 95\.00 \+ returned 5\.00 \+ beyond the limits 0\.00" "and add up"
shows "USDT, last in, first out .*: sent 0\.01" "each currency by itself"
says "the rows are written" money trace --from victim --out "$work/rows.csv"
grep -q '^4,2026-03-01T02:03:00Z,mule,exchange,80.01,THB,20.01$' "$work/rows.csv" && pass "with the traced part of each" ||
  fail "rows" "$(cat "$work/rows.csv")"
says "hops are a limit" money trace --from victim --hops 1 --json
shows '"beyond":"20.01"' "and what went on is told"
says "so is a time" money trace --from victim --until 2026-03-01T09:02:30+07:00 --json
shows '"account":"mule".*"held":"100.00"' "after which nothing moves"
says "backward" money trace --from exchange --backward --json
shows '"account":"victim","hops":2' "it tells who can have paid"
says "in Korean" "$liaison" --lang ko money trace --table "$work/table.csv" --from victim
shows "선입선출" "the rule has its Korean name"
ends 2 "an account that is not there is told" money trace --from nobody
shows "no transfer of nobody" "by its name"
ends 2 "a rule has no backward" money trace --from exchange --backward --rule fifo

## 2. ties
table "2026-03-01,mule,exchange,10,KHR" "2026-03-01,victim,mule,10,KHR"
says "of days alone" money trace --from victim --json
holds_khr='"account":"exchange".*"held":"10.00"'
shows '"ties":"credits-first"' "what comes in is first"
shows "$holds_khr" "and can go on that day"
says "by the order of the table" money trace --from victim --ties written --json
hides "$holds_khr" "it cannot"

## 3. flow
table "2026-03-01T09:00:00Z,a,m,10,USD" "2026-03-01T09:01:00Z,m,b,7,USD" "2026-03-01T09:02:00Z,a,m,9,USD" \
  "2026-03-01T08:00:00Z,m,b,50,USD"
says "the most that can have come" money flow --from a --to b --json
shows '"bottleneck":\[2\],.*"most":"7.00"' "is what the narrowest row lets through, later rows only"
says "in words" money flow --from a --to b
shows "This is a bound, not a finding" "it is called a bound"
says "from where nothing goes" money flow --from b --to a
shows "No money can have come there" "nothing comes"

## 4. patterns
python3 - "$work/table.csv" <<'PY'
import sys
rows = []
def add(minute, source, target, amount):
    day, minute = divmod(minute, 1440)
    rows.append(f"2026-0{4 + day // 28}-{day % 28 + 1:02d}T{minute // 60:02d}:{minute % 60:02d}:00Z,{source},{target},{amount},USD")
for at in range(6):
    add(at, "boss", f"m{at}", 500 + at)          # scatter ...
    add(100 + at, f"m{at}", "sink", 480 + at)    # ... gather: fans, too, and what passes through
for at, (source, target) in enumerate([("r1", "r2"), ("r2", "r3"), ("r3", "r1")]):
    add(3 * 1440 + at, source, target, 1000)      # a cycle
for at in range(4):
    add(7 * 1440 + at, "smurf", f"bank{at % 2}", 9500 + at)
for at, pair in enumerate([("w1", "w2"), ("w2", "w3"), ("w3", "w4"), ("w4", "w5")]):
    add(11 * 1440 + 300 * at, *pair, 900 - 20 * at)
add(0, "sleeper", "x", 5)
for at in range(3):
    add(50 * 1440 + at, "sleeper", f"y{at}", 70)
for at in range(3):
    add(15 * 1440 + at, "p1", f"q{at}", 33)
    add(15 * 1440 + at, "p2", f"q{at}", 44)
for at, (source, target) in enumerate([("u1", "v1"), ("u2", "v1"), ("u1", "v2"), ("u2", "v2"), ("v1", "w8"), ("v1", "w9"), ("v2", "w8"), ("v2", "w9")]):
    add(20 * 1440 + at, source, target, 20 + at)
for at in range(6):
    add(25 * 1440 + at, f"s{at}", "hub", 10)
    add(25 * 1440 + 600 + at, "hub", f"t{at}", 9)
for at in range(6):
    add(30 * 1440 + at, f"k{at}", "till", 10)
add(30 * 1440 + 900, "till", "out", 58)
print("time,from,to,amount,currency", *rows, sep="\n", file=open(sys.argv[1], "w"))
PY
says "a table with each pattern" money patterns --reported-from USD=10000 --out "$work/scores.csv" --roles "$work/roles.csv" --json
for pattern in fan-out fan-in cycle bipartite stack scatter-gather gather-scatter random-walk pass-through structuring \
  dormant-then-active many-in-one-out; do
  shows "\"pattern\":\"$pattern\".*\"rows\":\[[0-9,]+\],.*\"why\":\"[^\"]+\"" "$pattern is found, with its rows and why"
done
rows=$(tail -n +2 "$work/table.csv" | wc -l)
head -1 "$work/scores.csv" | grep -q '^row,score,patterns$' && [ "$(wc -l <"$work/scores.csv")" -eq $((rows + 1)) ] &&
  pass "every transfer has a row, in order" || fail "scores" "$(head -3 "$work/scores.csv")"
grep -qE '^1,0\.[0-9]{4},fan-out;scatter-gather$' "$work/scores.csv" && pass "with score and patterns" || fail "scores" "$(head -3 "$work/scores.csv")"
grep -q '^sink,cash-out,' "$work/roles.csv" && pass "accounts have roles, with why" || fail "roles" "$(cat "$work/roles.csv")"
says "a shorter window" money patterns --window 1m --json
hides '"pattern":"scatter-gather"' "sees no further than it is long"
says "columns may be called otherwise" bash -c "sed '1s/.*/ts,src,dst,sum,ccy/' '$work/table.csv' >'$work/other.csv' &&
  '$liaison' money patterns --table '$work/other.csv' --columns time=ts,from=src,to=dst,amount=sum,currency=ccy"
shows "A pattern is a reason to look, not a finding" "and people are told what a pattern is"
ends 2 "without them the table is refused" "$liaison" money patterns --table "$work/other.csv"
shows "No column is called time. There are: ts, src, dst" "and told which are there"

## 5. what bad input gets
table "2026-03-01T09:00:00Z,a,b,8.77529929e+06,USD" "2026-03-01T09:00:00Z,a,b,\"1,234.50\",USD" \
  "2026-03-01T09:00:00Z,a,b,-5,USD" "2026-03-01T09:00:00,a,b,5,USD" "2026-03-01,a,b,5,USD" \
  "2026-03-01T08:00:00Z,a,b,5,USD" "2026-03-01T09:00:00Z,a,a,5,USD" \
  "2026-03-01T09:00:00Z,a,b,18446744073709551616,USD" "2026-03-01T09:00:00Z,a,b,5 EUR,USD" \
  "2026-03-01T09:00:00Z,a,b,5,USD/EUR" "2026-02-30T09:00:00Z,a,b,5,USD" "2026-03-01T09:00:00Z,,b,5,USD" "2026-03-01T0"
ends 1 "bad rows leave the others" money trace --from a --json
for wrong in "1 amount money-fault-exponent" "2 amount money-fault-comma" "3 amount money-fault-negative" "4 time money-fault-no-zone" \
  "5 time money-fault-day-only" "8 amount money-fault-too-large" "9 amount money-fault-amount" "10 currency money-fault-currency" \
  "11 time money-fault-no-such-time" "12 from money-fault-no-account"; do
  set -- $wrong
  shows "\"code\":\"$3\",\"column\":\"$2\",\"file\":\"table.csv\",\"reason\":\"[^\"]+\",\"row\":$1" "row $1 is set aside as $3"
done
shows '"row":13' "and so is one that is cut off"
shows '"sent":"5.00"' "what is left is traced"
shows "One transfer goes from an account to itself" "what moves nothing is told"
says "times without a zone get one" bash -c "printf 'time,from,to,amount\n2026-03-01 09:00:00,a,b,5\n' >'$work/z.csv' &&
  '$liaison' money trace --table '$work/z.csv' --from a --zone +07:00 --json"
shows '"first":"2026-03-01T02:00:00Z"' "and are told in UTC"
says "where none has a zone" "$liaison" money trace --table "$work/z.csv" --from a --json
shows "No time says its zone" "that is told"

## 6. Parquet, as Polars writes it
parquet=testdata/golden/transfers.parquet
says "a Parquet file is a table" "$liaison" money trace --table "$parquet" --from victim --rule lifo --json
holds mule 59.99 "with exact decimals"
shows '"first":"2026-03-01T02:01:00Z"' "and times of UTC"
says "floats are taken" "$liaison" money trace --table "$parquet" --from victim --rule lifo --columns amount=about --json
holds mule 59.99 "as their shortest digits"
shows "Amounts are floats" "which is told"
head -c 600 "$parquet" >"$work/cut.parquet"
ends 2 "one that was cut off is refused" "$liaison" money trace --table "$work/cut.parquet" --from victim
shows "damaged, cut off" "and told why"

echo "$count passed, 0 failed"
