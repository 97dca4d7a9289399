// What the scripts of the build share about scripts: bundling one, and what a built one is told.
// esbuild has to be on PATH.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const SHAPE = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"];

export function bundled(entry, ...options) {
  return execFileSync("esbuild", [entry, ...SHAPE, ...options]);
}

export const [, version] = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"));

// The attributes of the link that has the addresses, as its dataset has them, and its own address.
export function addressesOf(html) {
  const link = /<link [^>]*\bdata-wasm=[^>]*>/.exec(html)[0];
  const all = [...link.matchAll(/\b(?:data-)?(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  const { rel, ...named } = Object.fromEntries(all);
  return named;
}

// What is said while the program runs; everything else is said where it cannot.
const SPOKEN = ["cta.label", "failure.value"];

// The element's texts by language, as FOLDER has them from build.rs, as far as they are wanted.
function textsOf(folder, isWanted) {
  const languages = Object.entries(JSON.parse(readFileSync(join(folder, "element.json"))));
  const wanted = (texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => isWanted(key)));
  return Object.fromEntries(languages.map(([language, texts]) => [language, wanted(texts)]));
}

// What the script that comes with the program is told.
export const toldSpoken = (folder) => ["--charset=utf8", ...defined({ TEXTS: textsOf(folder, (key) => SPOKEN.includes(key)) })];

// What the scripts outside of the page are told as they are bundled: the addresses of a release's files, its version, its
// texts and the element's own styles. DIST is the built page, FOLDER has what build.rs makes.
export function told(dist, folder) {
  const known = {
    ADDRESSES: addressesOf(readFileSync(join(dist, "index.html"), "utf8")),
    VERSION: version,
    TEXTS: textsOf(folder, (key) => !SPOKEN.includes(key)),
    STYLES: execFileSync("esbuild", ["static/element/element.css", "--minify", "--log-level=warning"]).toString("utf8").trim(),
  };
  return ["--charset=utf8", ...defined(known)];
}

export const defined = (known) => Object.entries(known).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
