#!/usr/bin/env bash
# Builds the programs that only the browser tests need, as the page itself is built, into target/measured/: what they
# time (benches/in_browser.rs), and a page that is itself a Yew app (tests/browser/hosts/yew/).
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

PROGRAMS=(in_browser yew_host)

folder=$TARGET/measured
use_wasm_rust
cargo build --quiet --locked --profile web --target wasm32-unknown-unknown --features measured "${PROGRAMS[@]/#/--bin=}"
mkdir -p "$folder"
for program in "${PROGRAMS[@]}"; do
    wasm-bindgen --target web --no-typescript --out-dir "$folder" \
        "$CARGO_TARGET_DIR/wasm32-unknown-unknown/web/$program.wasm"
    wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
        --enable-reference-types --enable-multivalue "$folder/${program}_bg.wasm" -o "$folder/${program}_bg.wasm"
done
printf '<!doctype html><title>measured</title>\n' >"$folder/index.html"
