# shellcheck shell=bash
# Installs the pinned tools into the user's cache, once for all clones. Sourced by setup.sh.

# One set-up at a time: a second one waits for the first.
lock() {
    local folder=$TOOLS/.lock owner waiting=''
    mkdir -p "$TOOLS"
    until mkdir "$folder" 2>/dev/null; do
        owner=$(cat "$folder/pid" 2>/dev/null || true)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$folder"
            continue
        fi
        if [ -z "$waiting" ]; then say "setup: waiting for another set-up (process $owner)"; fi
        waiting=yes
        sleep 1
    done
    echo $$ >"$folder/pid"
    trap unlock EXIT
}

unlock() { rm -rf "$TOOLS/.lock"; }

# tool NAME VERSION FILE COMMAND...: unless FILE is there, runs COMMAND with a fresh folder as its
# last argument and moves the folder into place when that has worked.
tool() {
    local home=$TOOLS/$1-$2 file=$3 name=$1 version=$2 fresh=$TOOLS/.new-$1-$2 log=$CACHE/log/$1-$2.log
    shift 3
    if [ -e "$home/$file" ]; then return 0; fi
    lock
    if [ ! -e "$home/$file" ]; then
        say "setup: installing $name $version (log: $log)"
        mkdir -p "$CACHE/log"
        rm -rf "$fresh"
        mkdir -p "$fresh"
        "$@" "$fresh" >"$log" 2>&1 </dev/null || {
            tail -n 15 "$log" >&2
            die "$name $version could not be installed" "Everything it said is in $log"
        }
        [ -e "$fresh/$file" ] || die "$name $version has no $file" "Look into $fresh"
        rm -rf "$home"
        mv "$fresh" "$home"
    fi
    unlock
}

# Tools are built to be ready soon, not to run fast: they have little to do.
cargo_install() {
    local crate=$1 version=$2 folder=$3
    local settings=(CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
        CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=0)
    local install=(env -u CARGO_TARGET_DIR -u RUSTFLAGS "${settings[@]}" cargo install "$crate" --version "=$version" --root "$folder")
    # A lock file may name a version that a mirror does not have yet.
    "${install[@]}" --locked || "${install[@]}"
}

npm_install() {
    npm install --prefix "$2" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund "$1"
}

install_build_tools() {
    local bindgen
    bindgen=$(locked_version wasm-bindgen)
    [ -n "$bindgen" ] || die 'Cargo.lock names no wasm-bindgen'
    tool wasm-bindgen "$bindgen" bin/wasm-bindgen cargo_install wasm-bindgen-cli "$bindgen"
    tool trunk "$TRUNK_VERSION" bin/trunk cargo_install trunk "$TRUNK_VERSION"
    tool binaryen "$BINARYEN_VERSION" node_modules/.bin/wasm-opt npm_install "binaryen@$BINARYEN_VERSION"
    tool esbuild "$ESBUILD_VERSION" node_modules/.bin/esbuild npm_install "esbuild@$ESBUILD_VERSION"
    tool linkedom "$LINKEDOM_VERSION" node_modules/linkedom/package.json npm_install "linkedom@$LINKEDOM_VERSION"
}

install_test_tools() {
    tool axe-core "$AXE_VERSION" node_modules/axe-core/axe.min.js npm_install "axe-core@$AXE_VERSION"
    case " $BROWSERS " in *' chromium '*)
        tool lighthouse "$LIGHTHOUSE_VERSION" node_modules/lighthouse/cli/index.js npm_install "lighthouse@$LIGHTHOUSE_VERSION" ;;
    esac
    case " $BROWSERS " in *' firefox '*)
        tool geckodriver "$GECKODRIVER_VERSION" bin/geckodriver cargo_install geckodriver "$GECKODRIVER_VERSION" ;;
    esac
}
