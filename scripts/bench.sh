#!/usr/bin/env bash
# The measurements:  bench.sh [native] [simpy] [bytes] [browser]   (all of them by default)
# Times are reported, never asserted. Native ones live in benches/; those of a browser are the tests of
# tests/browser/speed.rs, one after the other so that they do not slow each other down.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

# Named, as cargo would otherwise build the tests of the library anew, for minutes.
native() { cargo bench --quiet --locked --no-default-features --bench expected --bench stochastic; }

# The same model in SimPy, lead by lead, where there is a Python to run it.
simpy() {
    local packages=$TOOLS/python
    if ! have python3 || ! python3 -m pip --version >/dev/null 2>&1; then
        say 'bench: SimPy is left out, there is no Python with pip'
        return 0
    fi
    python3 -m pip install --quiet --target "$packages" --upgrade -r tests/bench/requirements.txt 2>/dev/null ||
        { say 'bench: SimPy is left out, it could not be installed'; return 0; }
    PYTHONPATH=$packages python3 tests/bench/simpy_pipeline.py 100
}

bytes() { WASM_STD=$WASM_STD node scripts/sizes.mjs dist; }

browser() { bash scripts/browser.sh speed:: --nocapture --test-threads=1; }

if [ $# -eq 0 ]; then set -- native simpy bytes browser; fi
for part in "$@"; do
    case $part in native | simpy | bytes | browser) "$part" ;; *) die "unknown measurement: $part" ;; esac
done
