// That a release holds together: every address that an entry names leads to a file, and no published file has changed.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { NAMING } from "./floating.mjs";
import { hashesOf } from "./integrity.mjs";

// How many addresses there are at least in a page and a script of ours; fewer have not been understood.
const LEAST = { "index.html": 9, "pipeline-lever.js": 7, "element.html": 4 };

const addressesIn = (text) => [...text.matchAll(/"(\.{1,2}\/[^"\s]+)"/g)].map(([, address]) => address);

// Answers with how many addresses it has followed.
export function check(release, versions, floating) {
  let count = 0;
  for (const folder of [...versions, ...floating]) {
    for (const entry of NAMING) count += follow(release, folder, entry, versions);
  }
  for (const version of versions) compare(join(release, version));
  return count;
}

function follow(release, folder, entry, versions) {
  const addresses = addressesIn(readFileSync(join(release, folder, entry), "utf8"));
  if (addresses.length < LEAST[entry]) throw new Error(`${folder}/${entry} names only ${addresses}`);
  for (const address of addresses) {
    const path = join(release, folder, address);
    const isThere = existsSync(path) && statSync(path).isDirectory() === address.endsWith("/");
    if (!isThere) throw new Error(`${folder}/${entry} names ${address}, which is not there`);
    if (!versions.includes(folder) && !address.startsWith("../")) throw new Error(`${folder}/${entry} names ${address} beside it`);
  }
  return addresses.length;
}

function compare(folder) {
  const { files } = JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8"));
  const found = hashesOf(folder);
  const changed = [...new Set([...Object.keys(files), ...Object.keys(found)])].filter((name) => files[name] !== found[name]);
  if (changed.length > 0) throw new Error(`${folder} is not as it was published: ${changed.join(", ")}`);
}
