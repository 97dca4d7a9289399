#!/usr/bin/env bash
# What takes long: ten million damaged inputs, of which `make test` puts in a few:  soak.sh [INPUTS]
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

inputs=${1:-10000000}
INPUTS=$inputs cargo test --quiet --release --locked --no-default-features --test strangers -- --nocapture
if have node; then
    node --expose-gc scripts/strangers.mjs "$inputs"
else
    say 'soak: SKIPPED, the scripts without node'
fi
