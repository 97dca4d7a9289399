// Bundles the scripts: the one that starts the standalone page, which it puts into its index.html, the one for those who
// come later, the one for pages with a frame, and the one of the element
// with the addresses of the release's files and its texts in it:
//   node bundle.mjs start DIST
//   node bundle.mjs element DIST FOLDER
// FOLDER has what build.rs makes.
// esbuild has to be on PATH. Run after everything that has an address is there.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [what, dist, source] = process.argv.slice(2);
const START = "static/start.js";
const page = join(dist, "index.html");
const html = readFileSync(page, "utf8");

function bundled(entry, ...options) {
  const shape = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"];
  return execFileSync("esbuild", [entry, ...shape, ...options]);
}

// The attributes of the link that has the addresses, as its dataset has them, and its own address.
function addresses() {
  const link = /<link [^>]*\bdata-wasm=[^>]*>/.exec(html)[0];
  const all = [...link.matchAll(/\b(?:data-)?(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  const { rel, ...named } = Object.fromEntries(all);
  return named;
}

if (what === "start") {
  writeFileSync(join(dist, "later.js"), bundled("static/later.js"));
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
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
  const texts = JSON.parse(readFileSync(join(source, "element.json")));
  const known = { ADDRESSES: addresses(), VERSION: version, TEXTS: texts };
  const options = Object.entries(known).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
  writeFileSync(join(dist, "pipeline-lever.js"), bundled("static/pipeline-lever.js", "--loader:.css=text", "--charset=utf8", ...options));
}
