#!/usr/bin/env bash
# Builds benches/in_browser.rs into target/measured/, as the page itself is built, for the tests to time it.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

folder=$TARGET/measured
use_wasm_rust
cargo build --quiet --locked --profile web --target wasm32-unknown-unknown --features measured --bin in_browser
mkdir -p "$folder"
wasm-bindgen --target web --no-typescript --out-dir "$folder" \
    "$CARGO_TARGET_DIR/wasm32-unknown-unknown/web/in_browser.wasm"
wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue "$folder/in_browser_bg.wasm" -o "$folder/in_browser_bg.wasm"
printf '<!doctype html><title>measured</title>\n' >"$folder/index.html"
