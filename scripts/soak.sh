#!/usr/bin/env bash
# What takes long: ten million damaged inputs, of which `make test` puts in a few:  soak.sh [INPUTS]
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

INPUTS=${1:-10000000} cargo test --quiet --release --locked --no-default-features --test strangers -- --nocapture
