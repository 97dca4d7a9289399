// Puts the files of each program that comes after the first paint into a folder that is named after what is in
// them, and its address into the page, so that no cache mixes versions:  node address.mjs FOLDER
// Trunk gives these files fixed names.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PROGRAMS = {
  player: ["player.js", "worker_bg.wasm", "later.js", "spoken.js", "readonly.js"],
  explorer: ["explorer.js", "explorer_bg.wasm"],
};

const folder = process.argv[2];
const page = join(folder, "index.html");
let html = readFileSync(page, "utf8");

for (const [program, files] of Object.entries(PROGRAMS)) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(folder, file)));
  const name = `${program}-${hash.digest("hex").slice(0, 16)}`;
  mkdirSync(join(folder, name));
  for (const file of files) renameSync(join(folder, file), join(folder, name, file));
  html = html.replace(`data-${program}="./${program}/"`, `data-${program}="./${name}/"`);
}
writeFileSync(page, html);
