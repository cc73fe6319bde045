#!/usr/bin/env bash
# Makes every file of crates/names/data again. About ten minutes.
#
#   crates/names/data/build/all.sh [PAIRS.csv...]
#
# Needs Debian's unicode-data, Python 3.11 and npm. PAIRS.csv: development pairs for the calibration; without them
# calibration.tsv stays as it is, and sounds.bin is learnt without the tuned half.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
build=crates/names/data/build data=crates/names/data work=target/names-data
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3.11 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --no-deps --requirement "$build/requirements.txt"
(cd "$work" && npm pack --silent rabbit-node@1.0.4 >/dev/null && tar -xzf rabbit-node-1.0.4.tgz)
site=$("$work/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
export PYTHONHASHSEED=0
"$work/venv/bin/python" "$build/lexicons.py" "$site" /usr/share/unicode "$work/package"
"$work/venv/bin/python" "$build/pairs.py" "$site" "$data/han.tsv" "$work/known.csv" "${@:1:1}" >"$work/pairs.tsv"
cargo run --quiet --release -p liaison-names --example study -- "$data/sounds.bin" "$work/pairs.tsv"
[ $# -gt 0 ] || exit 0
: >"$work/features.tsv"
"$work/venv/bin/python" "$build/held.py" "$work/known.csv" >"$work/held.csv"
"$work/venv/bin/python" "$build/made.py" "$site" "$data/words.tsv" >"$work/made.csv"
"$work/venv/bin/python" "$build/strangers.py" "$@" "$work/held.csv" "$work/made.csv" >"$work/strangers.csv"
for pairs in "$@" "$work/held.csv" "$work/made.csv" "$work/strangers.csv"; do
  cargo run --quiet --release -p liaison-names --example measure -- "$pairs" --features "$work/one.tsv" >"$work/measured.txt"
  cat "$work/one.tsv" >>"$work/features.tsv"
done
"$work/venv/bin/python" "$build/fit.py" "$work/features.tsv" >"$work/calibration.tsv"
mv "$work/calibration.tsv" "$data/calibration.tsv"
