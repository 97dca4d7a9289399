// Puts the player's files into a folder that is named after what is in them, and its address into the page, so
// that no cache mixes versions:  node address.mjs FOLDER
// Trunk gives a worker's files fixed names, because they name each other.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILES = ["player.js", "worker.js", "worker_bg.wasm"];

const folder = process.argv[2];
const hash = createHash("sha256");
for (const file of FILES) hash.update(readFileSync(join(folder, file)));
const name = `player-${hash.digest("hex").slice(0, 16)}`;
mkdirSync(join(folder, name));
for (const file of FILES) renameSync(join(folder, file), join(folder, name, file));

const page = join(folder, "index.html");
writeFileSync(page, readFileSync(page, "utf8").replace('data-player="./player.js"', `data-player="./${name}/player.js"`));
