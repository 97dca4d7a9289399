# shellcheck shell=bash
# System packages: installed with apt where there is apt, named with a hint elsewhere. Sourced by setup.sh.

# What is looked for | Debian | Fedora | Arch | Homebrew
PACKAGES='
cc|gcc libc6-dev|gcc|gcc|none: run "xcode-select --install"
certificates|ca-certificates|ca-certificates|ca-certificates|ca-certificates
node|nodejs|nodejs|nodejs|node
npm|npm|nodejs-npm|npm|node
chromium|chromium|chromium|chromium|--cask chromium
chromedriver|chromium-driver|chromedriver|chromium|--cask chromedriver
firefox|firefox-esr|firefox|firefox|--cask firefox
WebKitWebDriver|webkit2gtk-driver|webkit2gtk4.1|webkit2gtk-4.1|none: leave it out with BROWSERS="chromium firefox"
Xvfb|xvfb|xorg-x11-server-Xvfb|xorg-server-xvfb|none: leave it out with BROWSERS="chromium firefox"
fonts|fonts-noto-core|google-noto-sans-georgian-fonts|noto-fonts|font-noto-sans-georgian
'

# The packages for $1 in column $2 of the table.
packages_for() { printf '%s' "$PACKAGES" | awk -F'|' -v what="$1" -v column="$2" '$1 == what { print $column }'; }

present() {
    case $1 in
        certificates) ! have apt-get || [ -e /etc/ssl/certs/ca-certificates.crt ] ;;
        node) have node && at_least "$(node --version | tr -d v)" 18.3 ;;
        firefox) have firefox-esr || have firefox ;;
        # Georgian capitals and the lari sign; without fontconfig there is nothing to ask.
        fonts) if have fc-list; then [ -n "$(fc-list ':charset=20be 1c90' family)" ]; else ! have apt-get; fi ;;
        *) have "$1" ;;
    esac
}

# Makes sure that everything named is there.
need() {
    local missing=() what
    for what in "$@"; do present "$what" || missing+=("$what"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    have apt-get || name_missing "${missing[@]}"
    local packages=()
    for what in "${missing[@]}"; do
        # shellcheck disable=SC2207 # one cell may name several packages
        packages+=($(packages_for "$what" 2))
    done
    apt_install "${packages[@]}"
    for what in "${missing[@]}"; do
        present "$what" || die "$what is still missing after installing ${packages[*]}" "Check PATH, or install a newer $what by hand."
    done
}

# Says what is missing and how this system gets it, and fails.
name_missing() {
    local column=0 command='' what lines=()
    if have dnf; then column=3 command='sudo dnf install'
    elif have pacman; then column=4 command='sudo pacman -S'
    elif have brew; then column=5 command='brew install'
    fi
    for what in "$@"; do
        if [ "$column" -eq 0 ]; then
            lines+=("$what (Debian calls the package $(packages_for "$what" 2))")
        else
            lines+=("$what: $command $(packages_for "$what" "$column")")
        fi
    done
    die 'these are missing, and only Debian packages can be installed from here:' "${lines[@]}" 'Install them and run the same command again.'
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        die 'system packages are missing, and there is neither root nor sudo' "As root, run: $*"
    fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@"; }

apt_update() { apt update || die 'apt-get update failed' 'Is the network there?'; }

# Installs packages; the lists are fetched only when the known ones do not do.
apt_install() {
    local log=$CACHE/log/apt-install.log
    mkdir -p "$CACHE/log"
    say "setup: installing $*"
    if ! apt install -y --no-install-recommends "$@" >"$log" 2>&1 </dev/null; then
        apt_update
        apt install -y --no-install-recommends "$@" >"$log" 2>&1 </dev/null || {
            tail -n 15 "$log" >&2
            die "apt-get could not install: $*" "Everything it said is in $log"
        }
    fi
}

# The version that apt would install of a package, or nothing.
apt_candidate() { apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }'; }
