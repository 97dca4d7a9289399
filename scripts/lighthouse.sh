#!/usr/bin/env bash
# Lighthouse's marks for dist/, on a phone with a slow network:  lighthouse.sh
# Accessibility and best practices have to be whole. Performance is a time: it is reported, never asserted.
set -euo pipefail
. "$(dirname "$0")/lib/common.sh"
. "$ROOT/scripts/lib/env.sh"

browser=$(command -v chromium || command -v google-chrome || true)
[ -n "$browser" ] || die 'Lighthouse needs Chromium'
mkdir -p "$TARGET/lighthouse"
CHROME_PATH=$browser node scripts/lighthouse.mjs "$TOOLS/lighthouse-$LIGHTHOUSE_VERSION" "$TARGET/lighthouse"
