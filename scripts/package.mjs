// Makes the npm package of a built page:  node package.mjs DIST FOLDER
// DIST is the built page, in which npm/ is made; FOLDER has what build.rs makes. Every file is named by an address that
// bundlers understand, so that they take it along by themselves.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addressesOf, bundled, told, version } from "./lib/bundled.mjs";

const [dist, source] = process.argv.slice(2);
const [NAME, ENTRY] = ["pipeline-lever", "index.js"];
// Smaller ones some bundlers write into the script, where a policy may forbid to run them (bytes).
const SMALLEST = 4096;

const home = join(dist, "npm");
const write = (name, text) => writeFileSync(join(home, name), text);
const [, license] = /^license = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
const [, description] = /^description = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"));

const { languages, ...addresses } = addressesOf(readFileSync(join(dist, "index.html"), "utf8"));
const drawings = addresses.first;

function filesAt(address) {
  if (!address.endsWith("/")) return [address];
  return readdirSync(join(dist, address)).filter((name) => !/\.(br|gz)$/.test(name)).map((name) => address + name);
}

// Small scripts are filled up.
function bring(name) {
  const to = join(home, "files", name);
  const contents = readFileSync(join(dist, name));
  const missing = Math.max(0, SMALLEST + 1 - contents.length);
  if (missing && !name.endsWith(".js")) throw new Error(`${name} has ${contents.length} bytes: bundlers may write it into the script`);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, Buffer.concat([contents, Buffer.alloc(missing, " ")]));
}

// A script that says where files are.
function listOf(names) {
  const lines = names.map((name) => `  "${name}": new URL("${name.replace("./", "./files/")}", import.meta.url).href,`);
  return `export const FILES = {\n${lines.join("\n")}\n};\n`;
}

rmSync(home, { recursive: true, force: true });
const names = Object.values(addresses).flatMap(filesAt);
names.forEach(bring);
write("addresses.js", listOf(names.filter((name) => !name.startsWith(drawings))));
write("drawings.js", listOf(names.filter((name) => name.startsWith(drawings))));
write(ENTRY, bundled("static/element/packaged.js", "--external:./addresses.js", "--external:./drawings.js", ...told(dist, source)));
write("index.d.ts", readFileSync(join(dist, `${NAME}.d.ts`)));
write("custom-elements.json", readFileSync(join(dist, "custom-elements.json"), "utf8").replaceAll(`"${NAME}.js"`, `"${ENTRY}"`));
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(file, join(home, file));
write("README.md", readFileSync("docs/npm.md"));
write("package.json", `${JSON.stringify({
  name: NAME,
  version,
  description,
  license,
  keywords: ["custom-element", "web-component", "calculator", "sales-pipeline", "simulation", "webassembly"],
  type: "module",
  exports: {
    ".": { types: "./index.d.ts", import: `./${ENTRY}` },
    "./custom-elements.json": "./custom-elements.json",
    "./files/*": "./files/*",
  },
  types: "./index.d.ts",
  customElements: "custom-elements.json",
  sideEffects: [`./${ENTRY}`],
  unpkg: ENTRY,
  jsdelivr: ENTRY,
  files: [ENTRY, "addresses.js", "drawings.js", "index.d.ts", "custom-elements.json", "files", "LICENSE-*"],
}, null, 2)}\n`);
