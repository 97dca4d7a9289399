// Weighs what the first paint needs (HTML, CSS, JS, wasm; brotli) and fails above the budget:  node sizes.mjs [FOLDER]
// Counted is index.html with every style sheet, script and wasm file that it names, not the icon: the page in English.
// In another language it loads one file of texts more; the largest is shown and held to the budget as well.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const BUDGET = 150 * 1024;
const GOAL = 120 * 1024;

const folder = process.argv[2] ?? "dist";
const html = readFileSync(join(folder, "index.html"), "utf8");

function filesNamedBy(html) {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => !/\brel="?(?:icon|canonical)/.test(tag));
  const names = wanted.flatMap((tag) => [...tag.matchAll(/\b(?:href|src|data-wasm)="([^"]+)"/g)].map((match) => match[1]));
  return [...new Set(names.map((name) => name.replace(/^\.\//, "")))];
}

function textsNamedBy(html) {
  const addresses = html.match(/\bdata-texts="([^"]+)"/)?.[1].split(" ") ?? [];
  // The explorer's come after the first paint.
  return addresses.map((address) => address.replace(/^\.\//, "")).filter((name) => !name.startsWith("explorer-"));
}

const sizeOf = (name) => statSync(join(folder, `${name}.br`)).size;
const line = (name, bytes) => console.log(`${String(bytes).padStart(9)}  ${name}`);

const files = ["index.html", ...filesNamedBy(html)];
const english = files.reduce((sum, name) => sum + sizeOf(name), 0);
const [largest] = textsNamedBy(html).sort((one, other) => sizeOf(other) - sizeOf(one));
const total = english + sizeOf(largest);

console.log("bytes of the first paint, brotli:");
for (const name of files) line(name, sizeOf(name));
line(`together, in English; the budget is ${BUDGET}, the goal ${GOAL}`, english);
line(`more in the largest other language (${largest})`, sizeOf(largest));
if (total > BUDGET && process.env.WASM_STD === "prebuilt") {
  console.log("check: SKIPPED, the budget is for a standard library built from source, which is not to be had here");
} else if (total > BUDGET) {
  console.error(`error: the first paint is ${total - BUDGET} bytes over its budget`);
  process.exitCode = 1;
}
