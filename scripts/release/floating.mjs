// The addresses that stay while versions come: RELEASE/1/ has what pages name of the newest version that begins so. What
// that names lies in the version's own folder, which is never taken away: a copy that a cache has kept goes on working.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// What pages, frames and people name; of these, the ones that name other files.
export const ENTRIES = ["index.html", "pipeline-lever.js", "frame.js", "pipeline-lever.html", "element.html", "custom-elements.json", "pipeline-lever.d.ts"];
export const NAMING = ["index.html", "pipeline-lever.js", "element.html"];

// Makes the folders anew and answers with their names. Versions that are tried out before their time have none.
export function float(release, versions) {
  const newest = {};
  for (const version of versions.filter((name) => /^\d+\.\d+\.\d+$/.test(name))) {
    const [major] = version.split(".");
    if (!newest[major] || isNewer(version, newest[major])) newest[major] = version;
  }
  for (const [major, version] of Object.entries(newest)) write(release, major, version);
  return Object.keys(newest);
}

function isNewer(one, other) {
  const [mine, its] = [one, other].map((version) => version.split(".").map(Number));
  const at = mine.findIndex((part, index) => part !== its[index]);
  return mine[at] > its[at];
}

function write(release, major, version) {
  const folder = join(release, major);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const inside = new Set(readdirSync(join(release, version)));
  for (const name of ENTRIES) {
    const contents = readFileSync(join(release, version, name));
    writeFileSync(join(folder, name), NAMING.includes(name) ? leading(contents.toString("utf8"), version, inside) : contents);
  }
}

// A page or script whose addresses lead from the folder of the floating version to that of the exact one.
function leading(text, version, inside) {
  return text.replace(/"\.\/([^"/]+)(\/?[^"]*)"/g, (address, first, rest) => inside.has(first) ? `"../${version}/${first}${rest}"` : address);
}
