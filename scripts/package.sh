#!/usr/bin/env bash
# The npm package as an app has it:  package.sh
# Packs dist/npm/, installs the pack in an app of Vite's, and looks at the app in Chromium: as it is built, under the strict
# policy, and as it is served while it is worked on.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"
. "$ROOT/scripts/lib/tools.sh"

browser=$(command -v chromium || command -v google-chrome || true)
[ -n "$browser" ] || die 'The package is looked at in Chromium'
tool vite "$VITE_VERSION" node_modules/vite/bin/vite.js npm_install "vite@$VITE_VERSION"
vite=$TOOLS/vite-$VITE_VERSION/node_modules/vite/bin/vite.js
work=$TARGET/packaged
app=$work/app

quietly() { "$@" >>"$work/log" 2>&1 </dev/null || { tail -n 15 "$work/log" >&2; die "this has failed: $*" "Everything it said is in $work/log"; }; }

rm -rf "$work"
mkdir -p "$work"
cp -R scripts/packaged "$app"
mkdir "$app/public"
cp static/icon.svg "$app/public/"
pack=$(npm pack ./dist/npm --silent --pack-destination "$work")
say "package: $pack has $(wc -c <"$work/$pack") bytes"
quietly npm install --prefix "$app" --offline --no-save --no-audit --no-fund "$work/$pack"
(cd "$app" && node --input-type=module -e 'import "pipeline-lever";') || die 'the package cannot be imported where there is no page'
quietly node "$vite" build "$app"
node scripts/packaged.mjs --app "$app" --vite "$vite" --tools "$TOOLS/lighthouse-$LIGHTHOUSE_VERSION" --browser "$browser"
