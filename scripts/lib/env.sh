# shellcheck shell=bash
# The environment that the set-up has prepared. Sourced after common.sh by every script but setup.sh.

[ -e "$RUST_ENV" ] || die 'nothing is set up yet' 'Run: make setup'
# shellcheck disable=SC1090 # written by setup.sh
. "$RUST_ENV"

for folder in "trunk-$TRUNK_VERSION/bin" "wasm-bindgen-$(locked_version wasm-bindgen)/bin" \
    "binaryen-$BINARYEN_VERSION/node_modules/.bin" "esbuild-$ESBUILD_VERSION/node_modules/.bin"; do
    PATH=$TOOLS/$folder:$PATH
done
if [ "$NATIVE_RUST" = debian ]; then PATH=$CACHE/debian-rust/bin:$PATH; fi

# Everything was fetched by the set-up; nothing may reach for the network now.
export PATH CARGO_NET_OFFLINE=true

# The folder of wasm's build products: one for each compiler and standard library, so that they do not
# overwrite each other.
wasm_target() { if [ "$WASM_WAY" = debian ]; then echo "$TARGET/wasm-debian"; else echo "$TARGET/wasm-$WASM_STD"; fi; }

# Switches this shell to the compiler for wasm.
use_wasm_rust() {
    CARGO_TARGET_DIR=$(wasm_target)
    export CARGO_TARGET_DIR
    if [ "$WASM_WAY" = debian ]; then
        PATH=$CACHE/debian-rust/bin:$PATH
        export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld
    fi
    [ "$WASM_STD" = source ] || return 0
    export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
    export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
    # A panic stops at once; nothing prints what it would have said.
    export RUSTFLAGS='-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none'
}
