#!/usr/bin/env bash
# The measurements: times are reported, never asserted. This is the one place that runs them.
# To add one, either put a file into benches/ (cargo runs it natively), or mark a test of tests/browser with
# #[ignore] and give it a name that starts with "bench_"; it prints what it has measured.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

if [ -d benches ]; then
    say 'bench: native'
    cargo bench --locked --no-default-features --benches
fi
say 'bench: bytes'
node scripts/sizes.mjs dist
say 'bench: browser'
bash scripts/browser.sh bench_ --ignored --nocapture --test-threads=1
