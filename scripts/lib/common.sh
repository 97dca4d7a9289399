# shellcheck shell=bash disable=SC2034 # what is set here is used by those who source it
# What every script needs: where things are, how to speak, how to fail. Sourced, never run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
CACHE=${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/pipeline-lever
TOOLS=$CACHE/tools
RUST_ENV=$CACHE/rust.env

cd "$ROOT" || exit 1
# shellcheck source=scripts/versions.env
. "$ROOT/scripts/versions.env"

# Build products of native code; those of wasm have folders of their own inside it.
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
case $TARGET in /*) ;; *) TARGET=$ROOT/$TARGET ;; esac

say() { printf '%s\n' "$*"; }

die() {
    printf 'error: %s\n' "$1" >&2
    shift
    if [ $# -gt 0 ]; then printf '  %s\n' "$@" >&2; fi
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# True when version $1 is $2 or newer.
at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# The version of a package in Cargo.lock.
locked_version() {
    awk -v name="name = \"$1\"" '
        $0 == name { found = 1; next }
        found && /^version/ { gsub(/"/, "", $3); print $3; exit }
    ' Cargo.lock
}
