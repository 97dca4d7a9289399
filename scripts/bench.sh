#!/usr/bin/env bash
# The measurements:  bench.sh [native] [bytes] [browser]   (all of them by default)
# Times are reported, never asserted. Native ones live in benches/; those of a browser are the tests of
# tests/browser/speed.rs, one after the other so that they do not slow each other down.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

native() { cargo bench --quiet --locked --no-default-features --benches; }

bytes() { WASM_STD=$WASM_STD node scripts/sizes.mjs dist; }

browser() { bash scripts/browser.sh speed:: --nocapture --test-threads=1; }

if [ $# -eq 0 ]; then set -- native bytes browser; fi
for part in "$@"; do
    case $part in native | bytes | browser) "$part" ;; *) die "unknown measurement: $part" ;; esac
done
