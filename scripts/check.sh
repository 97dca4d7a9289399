#!/usr/bin/env bash
# The checks without a browser:  check.sh [format] [clippy] [native]   (all of them by default)
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

format() {
    if ! cargo fmt --version >/dev/null 2>&1; then
        say 'check: SKIPPED, this toolchain has no rustfmt'
        return 0
    fi
    say 'check: format'
    cargo fmt --check
}

clippy() {
    if ! cargo clippy --version >/dev/null 2>&1; then
        say 'check: SKIPPED, this toolchain has no clippy'
        return 0
    fi
    say 'check: clippy, native'
    cargo clippy --quiet --locked --all-features --all-targets -- -D warnings
    say 'check: clippy, wasm'
    (use_wasm_rust && cargo clippy --quiet --locked --target wasm32-unknown-unknown -- -D warnings)
}

native() {
    say 'check: native tests'
    cargo test --locked --no-default-features --no-fail-fast
    if have node; then
        node scripts/strangers.mjs
    else
        say 'check: SKIPPED, what strangers hand to the scripts: there is no node'
    fi
}

if [ $# -eq 0 ]; then set -- format clippy native; fi
for check in "$@"; do
    case $check in format | clippy | native) "$check" ;; *) die "unknown check: $check" ;; esac
done
