// Weighs what the first paint needs (HTML, CSS, JS, wasm; brotli) and fails above the budget:  node sizes.mjs [FOLDER]
// Counted is index.html with every style sheet, script and wasm file that it names, not the icon.
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

const sizeOf = (name) => statSync(join(folder, `${name}.br`)).size;
const line = (name, bytes) => console.log(`${String(bytes).padStart(9)}  ${name}`);

const files = ["index.html", ...filesNamedBy(html)];
const total = files.reduce((sum, name) => sum + sizeOf(name), 0);

console.log("bytes of the first paint, brotli:");
for (const name of files) line(name, sizeOf(name));
line(`together; the budget is ${BUDGET}, the goal ${GOAL}`, total);
if (total > BUDGET && process.env.WASM_STD === "prebuilt") {
  console.log("check: SKIPPED, the budget is for a standard library built from source, which is not to be had here");
} else if (total > BUDGET) {
  console.error(`error: the first paint is ${total - BUDGET} bytes over its budget`);
  process.exitCode = 1;
}
