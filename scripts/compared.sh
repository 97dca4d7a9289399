#!/usr/bin/env bash
# The widget beside what a marketer would use instead, on a slow phone:  compared.sh
# Prints a table and keeps it in target/compared/table.md. Times are reported, never asserted.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

browser=$(command -v chromium || command -v google-chrome || true)
[ -n "$browser" ] || die 'The comparison needs Chromium'
work=$TARGET/compared
packages=$work/packages

# What is compared is installed anew when the list of it has changed.
if ! cmp -s scripts/compared/package-lock.json "$packages/package-lock.json" || [ ! -e "$packages/installed" ]; then
    say 'compared: installing the packages'
    rm -rf "$packages"
    mkdir -p "$packages"
    cp scripts/compared/package.json scripts/compared/package-lock.json "$packages"
    npm ci --prefix "$packages" --ignore-scripts --no-audit --no-fund >"$work/install.log" 2>&1 </dev/null ||
        { tail -n 15 "$work/install.log" >&2; die 'the packages could not be installed' "Everything npm said is in $work/install.log"; }
    touch "$packages/installed"
fi
CHROME_PATH=$browser node scripts/compared.mjs --dist dist --tools "$TOOLS/lighthouse-$LIGHTHOUSE_VERSION" \
    --packages "$packages" --work "$work" | tee "$work/table.md"
