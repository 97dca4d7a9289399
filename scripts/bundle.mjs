// Bundles the scripts: the one that starts the standalone page, which it puts into its index.html, those that come later
// there and in the element, the one for pages with a frame, and the one of the element with the addresses of the release's
// files and its texts in it:
//   node bundle.mjs start DIST FOLDER
//   node bundle.mjs element DIST FOLDER
// FOLDER has what build.rs makes.
// Run after everything that has an address is there.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, told, toldSpoken } from "./lib/bundled.mjs";

const [what, dist, source] = process.argv.slice(2);
const START = "static/start.js";
// What comes later, by where it is.
const LATER = { "later.js": "static/later.js", "spoken.js": "static/element/spoken.js", "readonly.js": "static/element/readonly.js" };

if (what === "start") {
  const page = join(dist, "index.html");
  const html = readFileSync(page, "utf8");
  for (const [name, script] of Object.entries(LATER)) writeFileSync(join(dist, name), bundled(script, ...toldSpoken(source)));
  // Trunk has put both beside each other.
  const player = join(dist, "player.js");
  writeFileSync(player, bundled(player));
  rmSync(join(dist, "worker.js"));
  const script = bundled(START);
  const name = `start-${createHash("sha256").update(script).digest("hex").slice(0, 8)}.js`;
  writeFileSync(join(dist, name), script);
  if (html.split(`"${START}"`).length !== 2) throw new Error(`${page} does not name ${START} once`);
  writeFileSync(page, html.replace(`"${START}"`, `"./${name}"`));
} else {
  writeFileSync(join(dist, "frame.js"), bundled("static/frame.js"));
  writeFileSync(join(dist, "pipeline-lever.js"), bundled("static/element/served.js", ...told(dist, source)));
}
