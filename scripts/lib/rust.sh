# shellcheck shell=bash
# Finds the Rust compilers: one for native code, one for wasm32-unknown-unknown. Sourced.
#
# For wasm there are three ways, tried in this order:
#   installed  the toolchain on PATH already has the target
#   rustup     rustup adds the target
#   debian     Debian's packaged compiler
# Each builds the standard library from its source where it has it or rustup can add it: without the code
# for panics, and optimized for size, it makes the page a tenth smaller.
# WASM_WAY=debian in the environment takes the third way at once.
# Native code is compiled by the toolchain on PATH if it is recent enough, else by Debian's too.
# The answer is kept in $RUST_ENV, so that a rustup that cannot add the target is asked only once.

WASM=wasm32-unknown-unknown
DEBIAN_BIN=$CACHE/debian-rust/bin
DEBIAN_SOURCE=/usr/lib/rustlib/src/rust/library

minimum_rust() { sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml; }

# Prints the version of a compiler, or nothing if it does not run.
rust_version() { "$1" --version 2>/dev/null | awk '{ sub(/-.*/, "", $2); print $2 }'; }

recent() {
    local version
    version=$(rust_version "$1")
    [ -n "$version" ] && at_least "$version" "$(minimum_rust)"
}

path_rust_ready() { have cargo && have rustc && cargo --version >/dev/null 2>&1 && recent rustc; }

target_installed() { ls "$(rustc --print sysroot)/lib/rustlib/$WASM/lib/"libstd-*.rlib >/dev/null 2>&1; }

# Asks rustup for something; gives up soon where its server cannot be reached.
rustup_adds() {
    have rustup || return 1
    say "setup: asking rustup for the $1 $2 (two minutes at most)"
    local limit=()
    if have timeout; then limit=(timeout 120); fi
    RUSTUP_MAX_RETRIES=1 RUSTUP_DOWNLOAD_TIMEOUT=20 \
        ${limit[@]+"${limit[@]}"} rustup "$1" add "$2" >"$CACHE/log/rustup.log" 2>&1 </dev/null
}

rustup_adds_target() { rustup_adds target "$WASM" && target_installed; }

# The source of the standard library of the compiler on PATH.
source_installed() { [ -e "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ]; }

source_there() { source_installed || { rustup_adds component rust-src && source_installed; }; }

debian_rust_ready() {
    [ -x /usr/bin/cargo ] && recent /usr/bin/rustc && [ -e $DEBIAN_SOURCE/std/Cargo.toml ] && have wasm-ld
}

install_debian_rust() {
    have apt-get || explain_rust
    apt_update
    local version
    version=$(apt_candidate rustc-web)
    if [ -z "$version" ] || ! at_least "$version" "$(minimum_rust)"; then explain_rust; fi
    apt_install rustc-web cargo-web rust-web-src lld
    debian_rust_ready || explain_rust
}

# With no other Rust, Debian's linter and formatter are wanted as well; the checks do without them if need be.
install_debian_checkers() {
    [ -x /usr/bin/cargo-clippy ] && [ -x /usr/bin/cargo-fmt ] && return 0
    (apt_install rust-web-clippy rustfmt-web) || say 'setup: no clippy or rustfmt to be had; their checks will be skipped'
}

# Links Debian's programs into a folder of their own, to be put before rustup's on PATH.
link_debian_rust() {
    local program
    mkdir -p "$DEBIAN_BIN"
    for program in cargo rustc rustdoc cargo-clippy clippy-driver cargo-fmt rustfmt; do
        rm -f "$DEBIAN_BIN/$program"
        if [ -x "/usr/bin/$program" ]; then ln -s "/usr/bin/$program" "$DEBIAN_BIN/$program"; fi
    done
}

explain_rust() {
    die "no Rust $(minimum_rust) or newer that can compile for $WASM, and no package of it here" \
        'With rustup:  rustup toolchain install stable --target wasm32-unknown-unknown && rustup default stable' \
        'Homebrew:     brew install rustup, then as above' \
        'Fedora:       sudo dnf install rust cargo clippy rustfmt rust-std-static-wasm32-unknown-unknown' \
        'Arch:         sudo pacman -S rust rust-wasm' \
        'Debian 12:    enable the security updates, which carry rustc-web' \
        'Then run the same command again.'
}

# Chooses both compilers and writes the choice down.
find_rust() {
    local native=path way='' std=source before=''
    mkdir -p "$CACHE/log"
    if [ -e "$RUST_ENV" ]; then before=$(cat "$RUST_ENV"); fi
    path_rust_ready || native=debian
    if [ $native = path ] && [ "${WASM_WAY:-}" != debian ]; then
        if target_installed; then
            way=installed
        elif [[ $before != *WASM_WAY=debian* ]] && rustup_adds_target; then
            way=rustup
        fi
        # Not asked again where the answer was no.
        if [ -n "$way" ] && { [[ $before == *WASM_STD=prebuilt* ]] || ! source_there; }; then std=prebuilt; fi
    fi
    if [ -z "$way" ]; then
        way=debian
        debian_rust_ready || install_debian_rust
        if [ $native = debian ]; then install_debian_checkers; fi
        link_debian_rust
    fi
    local now
    now="# Written by scripts/setup.sh; delete it to have the ways tried again.
NATIVE_RUST=$native
WASM_WAY=$way
WASM_STD=$std"
    if [ "$now" != "$before" ]; then printf '%s\n' "$now" >"$RUST_ENV"; fi
    describe_rust "$native" "$way" "$std"
}

describe_rust() {
    case $2 in
        installed) say "setup: wasm by way 1: $(rustc --version) has the target $WASM" ;;
        rustup) say "setup: wasm by way 2: rustup added the target $WASM to $(rustc --version)" ;;
        debian) say "setup: wasm by way 3: Debian's $(/usr/bin/rustc --version)" ;;
    esac
    if [ "$3" = prebuilt ]; then
        say 'setup: the source of the standard library is not to be had, so the page will be a tenth larger'
    fi
    if [ "$1" = debian ]; then say "setup: native code by Debian's compiler too"; fi
}
