#!/bin/sh
# Cargo calls this in rustc's place: our crates and the parsers below them get coverage counters,
# everything else is compiled as in the main build, so that cargo finds it there.
#
# The flags are those that cargo-fuzz gives to nightly, without its sanitizers, which stable does
# not have. Cargo does not see them change: after an edit here, `touch` the crates' sources.
rustc=$1
shift
case "${CARGO_PKG_NAME:-}-${CARGO_PKG_VERSION:-}" in
  liaison-* | calamine-* | quick-xml-0.42.*) ;;
  *) exec "$rustc" "$@" ;;
esac
for flag in level=4 inline-8bit-counters pc-table trace-compares; do
  set -- "$@" "-Cllvm-args=-sanitizer-coverage-$flag"
done
exec "$rustc" "$@" --cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1
