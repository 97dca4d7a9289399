#!/usr/bin/env bash
# Every check, in order; a failing one does not keep the later ones from being seen.
# The last line says how many tests ran; the exit code is 0 only if everything passed.
# Tests may add lines to the file named by FIGURES (see tests/browser/figures.rs); they are shown at the end.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"

log=$TARGET/test.log
export FIGURES=$TARGET/figures.txt
failed=()

# Runs one step, shown and logged, and says how long it took. True if it passed.
step() {
    local name=$1 start=$SECONDS status=0
    shift
    say "== $name"
    "$@" 2>&1 | tee -a "$log" || status=1
    say "== $name: $((SECONDS - start)) s"
    [ $status -eq 0 ] || failed+=("$name")
    return $status
}

first_paint() { bash scripts/bench.sh bytes | tee -a "$FIGURES"; }

# Lighthouse needs Chromium.
marks() {
    case " ${BROWSERS:-chromium} " in
        *' chromium '*) bash scripts/lighthouse.sh | tee -a "$FIGURES" ;;
        *) say 'check: SKIPPED, Lighthouse without Chromium' ;;
    esac
}

# Times are figures, not results.
native_speed() { bash scripts/bench.sh native | tee -a "$FIGURES"; }

# Adds up cargo's "test result" lines.
count() {
    awk '/^test result:/ { for (i = 2; i <= NF; i++) { if ($i == "passed;") p += $(i-1); if ($i == "failed;") f += $(i-1) } }
        END { printf "%d passed, %d failed\n", p, f }' "$log"
}

mkdir -p "$TARGET"
: >"$log"
: >"$FIGURES"

if step setup bash scripts/setup.sh test; then
    step format bash scripts/check.sh format || true
    step clippy bash scripts/check.sh clippy || true
    step 'native tests' bash scripts/check.sh native || true
    step 'native speed' native_speed || true
    if step build bash scripts/build.sh; then
        step 'first paint' first_paint || true
        step lighthouse marks || true
        step 'browser tests' bash scripts/browser.sh --skip speed:: || true
        step 'speed in a browser' bash scripts/bench.sh browser || true
    fi
fi

if [ -s "$FIGURES" ]; then
    say '== figures'
    cat "$FIGURES"
fi
grep '^check: SKIPPED' "$log" || true
# The reasons once more: logs are often cut in their middle.
if [ ${#failed[@]} -gt 0 ]; then grep -A 2 ' panicked at ' "$log" | cut -c -600 || true; fi
for name in ${failed[@]+"${failed[@]}"}; do say "FAILED: $name"; done
count
[ ${#failed[@]} -eq 0 ]
