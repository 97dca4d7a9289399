#!/usr/bin/env bash
# The tests in real browsers, against dist/:  browser.sh [ARGUMENTS OF THE TEST PROGRAM]
# for example  browser.sh smoke  or  BROWSERS=chromium browser.sh --nocapture
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

export BROWSERS=${BROWSERS:-chromium firefox webkit}
export GECKODRIVER=$TOOLS/geckodriver-$GECKODRIVER_VERSION/bin/geckodriver
export AXE=$TOOLS/axe-core-$AXE_VERSION/node_modules/axe-core/axe.min.js
# Where a test was in its own code is of no use beside what it waited for, and hides it in long logs.
export RUST_BACKTRACE=0
bash scripts/measured.sh
exec cargo test --locked --no-default-features --features browser-tests --test browser -- "$@"
