// Puts the first screen's style sheet and the files of texts into a built page, named by what is in them, and their
// addresses onto the link in the head of its index.html that static/start.js reads:  node files.mjs FOLDER DIST
// FOLDER has what build.rs makes. English is left out, as it is inside the programs.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [source, dist] = process.argv.slice(2);
const MARK = "data-wasm=";

const read = (file) => readFileSync(join(source, file));
const hashOf = (contents) => createHash("sha256").update(contents.join("\n")).digest("hex").slice(0, 8);

const files = readdirSync(source).filter((file) => file.endsWith(".txt") && !file.endsWith("en.txt"));
const texts = `texts-${hashOf(files.sort().map(read))}`;
mkdirSync(join(dist, texts));
for (const file of files) writeFileSync(join(dist, texts, file), read(file));
const languages = files.filter((file) => /^[a-z]+\.txt$/.test(file)).map((file) => file.split(".")[0]);

const styles = `styles-${hashOf([read("styles.css")])}.css`;
writeFileSync(join(dist, styles), read("styles.css"));

const page = join(dist, "index.html");
const html = readFileSync(page, "utf8");
if (html.split(MARK).length !== 2) throw new Error(`${page} has no link with ${MARK}`);
const addresses = `data-languages="${languages.join(" ")}" data-texts="./${texts}/" data-styles="./${styles}"`;
writeFileSync(page, html.replace(MARK, `${addresses} ${MARK}`));
