// Puts the files of texts into a built page, named by tag and content, and their addresses onto the link in the
// head of its index.html that static/start.js reads:  node languages.mjs FOLDER_OF_TEXTS DIST
// English is left out, as it is inside the programs.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const [source, dist] = process.argv.slice(2);
const MARK = "data-wasm=";

function put(file) {
  const content = readFileSync(join(source, file));
  const name = `${basename(file, ".txt")}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.txt`;
  writeFileSync(join(dist, name), content);
  return `./${name}`;
}

const files = readdirSync(source).filter((file) => file.endsWith(".txt") && !file.endsWith("en.txt"));
const addresses = files.sort().map(put).join(" ");
const page = join(dist, "index.html");
const html = readFileSync(page, "utf8");
if (html.split(MARK).length !== 2) throw new Error(`${page} has no link with ${MARK}`);
writeFileSync(page, html.replace(MARK, `data-texts="${addresses}" ${MARK}`));
