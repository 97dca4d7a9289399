#!/usr/bin/env bash
# Sets up whatever is missing, and only that:  setup.sh check | build | test
#   check  a Rust compiler and the crates
#   build  also trunk, wasm-bindgen, wasm-opt, esbuild and node
#   test   also the browsers, their drivers and axe
# System packages come from apt, everything else goes into the user's cache, shared by all clones.
# BROWSERS="chromium firefox" leaves out a browser that the system does not have.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/system.sh"
. "$ROOT/scripts/lib/rust.sh"
. "$ROOT/scripts/lib/tools.sh"

BROWSERS=${BROWSERS:-chromium firefox webkit}

# The programs of the system that a level needs.
system_programs() {
    echo cc certificates
    [ "$level" != check ] || return 0
    echo node npm
    [ "$level" = test ] || return 0
    case " $BROWSERS " in *' chromium '*) echo chromium chromedriver ;; esac
    case " $BROWSERS " in *' firefox '*) echo firefox ;; esac
    case " $BROWSERS " in *' webkit '*) echo WebKitWebDriver Xvfb ;; esac
    echo fonts
}

# Fetches the crates, so that all later commands can do without the network.
fetch_crates() {
    fetch 'the crates' cargo fetch --locked
    if [ "$WASM_STD" = source ]; then
        local path=$PATH
        if [ "$WASM_WAY" = debian ]; then path=$DEBIAN_BIN:$PATH; fi
        fetch "the standard library's crates" env PATH="$path" RUSTC_BOOTSTRAP=1 \
            CARGO_UNSTABLE_BUILD_STD=std,panic_abort cargo fetch --locked --target "$WASM"
    fi
}

fetch() {
    local what=$1
    shift
    if "$@" --offline >/dev/null 2>&1; then return 0; fi
    say "setup: fetching $what"
    "$@" --quiet || die "$what could not be fetched" \
        'If Cargo.toml has changed, bring Cargo.lock up to date with: cargo fetch'
}

use_rust() {
    find_rust
    # shellcheck disable=SC1090 # written by find_rust
    . "$RUST_ENV"
    if [ "$NATIVE_RUST" = debian ]; then export PATH="$DEBIAN_BIN:$PATH"; fi
}

level=${1:-build}
case $level in check | build | test) ;; *) die "unknown level: $level" 'Known: check, build, test' ;; esac

# shellcheck disable=SC2046 # a list of words
need $(system_programs)
use_rust
fetch_crates
if [ "$level" != check ]; then install_build_tools; fi
if [ "$level" = test ]; then install_test_tools; fi
say "setup: ready to $level"
