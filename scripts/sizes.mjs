// Weighs what the first paint needs (HTML, CSS, JS, wasm; brotli) and fails above the budget:  node sizes.mjs [FOLDER]
// Counted is index.html with every style sheet, script and wasm file that it names, not the icon: the page in English.
// The drawing that it shows until the program is there counts too, of the month with the largest one. In another language
// there is a file of texts besides; the largest of both together is shown and held to the budget as well. So are the
// scripts that other people's pages load.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const BUDGET = 150 * 1024;
const GOAL = 120 * 1024;
const IN_OTHER_PAGES = { "pipeline-lever.js": 6 * 1024, "frame.js": 2 * 1024 };

const folder = process.argv[2] ?? "dist";
const html = readFileSync(join(folder, "index.html"), "utf8");
const plain = (address) => address.replace(/^\.\//, "");

function filesNamedBy(html) {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => !/\brel="?(?:icon|canonical)/.test(tag));
  const names = wanted.flatMap((tag) => [...tag.matchAll(/\b(?:href|src|data-wasm|data-styles)="([^"]+)"/g)].map((match) => match[1]));
  return [...new Set(names.map(plain))];
}

const sum = (names) => names.reduce((bytes, name) => bytes + sizeOf(name), 0);
const sizeOf = (name) => statSync(join(folder, `${name}.br`)).size;
const line = (name, bytes) => console.log(`${String(bytes).padStart(9)}  ${name}`);

const attribute = (name) => plain(html.match(new RegExp(`\\b${name}="([^"]+)"`))[1]);
const [first, texts] = [attribute("data-first"), attribute("data-texts")];
const drawings = readdirSync(join(folder, first)).filter((name) => name.endsWith(".txt")).map((name) => first + name);
const largest = (lists) => lists.reduce((one, other) => (sum(other) > sum(one) ? other : one));
const drawingIn = (language) => largest(drawings.filter((name) => name.startsWith(`${first}${language}-`)).map((name) => [name]))[0];

const files = ["index.html", ...filesNamedBy(html)];
const english = drawingIn("en");
const other = largest(attribute("data-languages").split(" ").map((tag) => [`${texts}${tag}.txt`, drawingIn(tag)]));
const total = sum([...files, ...other]);

console.log("bytes of the first paint, brotli:");
for (const name of [...files, english]) line(name, sizeOf(name));
line("together, in English", sum([...files, english]));
for (const name of other) line(`${name}, in the language with the largest files`, sizeOf(name));
line("together, in that language", total);
line(`is the budget, ${GOAL} the goal`, BUDGET);
if (total > BUDGET && process.env.WASM_STD === "prebuilt") {
  console.log("check: SKIPPED, the budget is for a standard library built from source, which is not to be had here");
} else if (total > BUDGET) {
  console.error(`error: the first paint is ${total - BUDGET} bytes over its budget`);
  process.exitCode = 1;
}
for (const [name, budget] of Object.entries(IN_OTHER_PAGES)) {
  line(`${name}, of ${budget}`, sizeOf(name));
  if (sizeOf(name) > budget) {
    console.error(`error: ${name} is ${sizeOf(name) - budget} bytes over its budget`);
    process.exitCode = 1;
  }
}
