#!/usr/bin/env bash
# Builds the release into dist/: static files with relative addresses, each with .br and .gz beside it, and of them a page
# that is a single file, and dist/npm/, a package for bundlers.
# Nothing is done when dist/ is newer than everything it is made of.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

SOURCES=(src build.rs styles static docs/npm.md index.html Cargo.toml Cargo.lock Trunk.toml scripts "$RUST_ENV")

up_to_date() {
    [ -e dist/index.html ] && [ -e "$stamp" ] && [ -z "$(find "${SOURCES[@]}" -newer "$stamp" -print -quit)" ]
}

# Trunk's own minifier does not understand what wasm-bindgen writes.
minify() {
    local files=()
    while IFS= read -r file; do files+=("$file"); done < <(find dist -name '*.js' -o -name '*.css')
    esbuild "${files[@]}" --minify --outdir=dist --outbase=dist --allow-overwrite --log-level=warning
}

# Cargo keeps what build.rs makes to itself, so it is run once more for the files of it that dist/ has.
files() {
    local folder=$TARGET/files
    rm -rf "$folder"
    mkdir -p "$folder"
    "$native_rustc" --edition 2024 -o "$folder/build" build.rs
    OUT_DIR=$folder "$folder/build" >"$folder/log"
    node scripts/files.mjs "$folder" dist
}

native_rustc=$(command -v rustc)
use_wasm_rust
mkdir -p "$CARGO_TARGET_DIR"
stamp=$CARGO_TARGET_DIR/dist.stamp
if up_to_date; then
    say 'build: dist/ is up to date'
    exit 0
fi

rm -f "$stamp"
touch "$stamp.new"
# Left-overs of an earlier wasm-bindgen run would be copied into dist.
rm -rf "$CARGO_TARGET_DIR/wasm-bindgen"
say 'build: compiling to WebAssembly (minutes at first, seconds later)'
# Trunk takes NO_COLOR only as true or false, and would add its own stack trace to a compiler's error.
env -u NO_COLOR -u RUST_BACKTRACE trunk --log warn build --release --offline
files
for wasm in dist/*_bg.wasm; do node scripts/shorten.mjs "${wasm%_bg.wasm}.js" "$wasm"; done
minify
node scripts/bundle.mjs start dist "$TARGET/files"
node scripts/address.mjs dist
node scripts/first.mjs dist "$TOOLS/linkedom-$LINKEDOM_VERSION"
node scripts/bundle.mjs element dist "$TARGET/files"
node scripts/describe.mjs --check
node scripts/describe.mjs dist
node scripts/single.mjs dist "$TARGET/files"
node scripts/compress.mjs dist
node scripts/package.mjs dist "$TARGET/files"
mv "$stamp.new" "$stamp"
say 'build: dist/ is ready'
