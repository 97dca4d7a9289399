// Gives what a wasm file imports and exports short names, in the file and in the script that wasm-bindgen has
// written for it:  node shorten.mjs SCRIPT.js FILE.wasm
// The generated names are long and end in sixteen random letters, which no compression makes smaller. And of the many
// ways in which the script would start the file, the one that we use stays: with the module that it is.
// What Yew notes on elements and events gets names of our own: in a page that is itself a Yew app, each of the two would
// take the other's numbers for its own, and call its listeners for clicks on the other's buttons.
import { readFileSync, writeFileSync } from "node:fs";

const [IMPORTS, EXPORTS] = [2, 7];
const GENERATED = /^(__wb|__externref|wasm_bindgen)/; // by wasm-bindgen
const OF_YEW = /^__yew_/;

const [scriptFile, wasmFile] = process.argv.slice(2);
const bytes = readFileSync(wasmFile);
const names = new Map();

// The short name of a generated one; others stay.
function shortened(name) {
  if (!GENERATED.test(name)) return name;
  if (!names.has(name)) names.set(name, `$${names.size.toString(36)}`);
  return names.get(name);
}

// Numbers as wasm writes them: seven bits a byte, least significant first.
function readNumber(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function number(value) {
  const written = [];
  do {
    const more = value >= 128;
    written.push((value % 128) + (more ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(written);
}

function readText(at) {
  const [length, start] = readNumber(at);
  return [bytes.toString("utf8", start, start + length), start + length];
}

const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);

// Where the description behind an import's names ends: a function, table, memory, global or tag.
function afterImport(at) {
  const kind = bytes[at++];
  const limits = (from) => {
    const [flags, next] = readNumber(from);
    const [, minimum] = readNumber(next);
    return flags & 1 ? readNumber(minimum)[1] : minimum;
  };
  switch (kind) {
    case 0: return readNumber(at)[1];
    case 1: return limits(at + 1);
    case 2: return limits(at);
    case 3: return at + 2;
    case 4: return readNumber(at + 1)[1];
    default: throw new Error(`an import of the unknown kind ${kind}`);
  }
}

function imports(at) {
  const [count, first] = readNumber(at);
  const parts = [number(count)];
  let next = first;
  for (let index = 0; index < count; index += 1) {
    const [module, nameAt] = readText(next);
    const [name, kindAt] = readText(nameAt);
    next = afterImport(kindAt);
    parts.push(text(module), text(shortened(name)), bytes.subarray(kindAt, next));
  }
  return Buffer.concat(parts);
}

function exports(at) {
  const [count, first] = readNumber(at);
  const parts = [number(count)];
  let next = first;
  for (let index = 0; index < count; index += 1) {
    const [name, kindAt] = readText(next);
    next = readNumber(kindAt + 1)[1];
    parts.push(text(shortened(name)), bytes.subarray(kindAt, next));
  }
  return Buffer.concat(parts);
}

const HEADER = 8;
const sections = [bytes.subarray(0, HEADER)];
for (let at = HEADER; at < bytes.length;) {
  const id = bytes[at];
  const [length, start] = readNumber(at + 1);
  at = start + length;
  const rewrite = { [IMPORTS]: imports, [EXPORTS]: exports }[id];
  const content = rewrite ? rewrite(start) : bytes.subarray(start, at);
  sections.push(Buffer.from([id]), number(content.length), content);
}
writeFileSync(wasmFile, Buffer.concat(sections));

const [script, ...ways] = readFileSync(scriptFile, "utf8").split("async function __wbg_load(");
if (ways.length !== 1) throw new Error(`${scriptFile} does not start as it used to`);
// What every browser that can run the file has anyway, and a way to pass texts on that is no shorter for being faster.
const NEEDLESS = [
  [/\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{.*\}\s*: /, ""],
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/, ""],
  [/function passStringToWasm0[^]*?\n\}\n/, `function passStringToWasm0(text, malloc) {
  const bytes = cachedTextEncoder.encode(text);
  const at = malloc(WASM_VECTOR_LEN = bytes.length, 1) >>> 0;
  getUint8ArrayMemory0().set(bytes, at);
  return at;
}
`],
];
const plain = NEEDLESS.reduce((script, [part, instead]) => script.replace(part, instead), script);
const start = `export default async function start({ module_or_path: module }) {
  return wasm ?? __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
`;
writeFileSync(scriptFile, (plain + start).replace(/[\w$]+/g, (word) => names.get(word) ?? word.replace(OF_YEW, "__pl_")));
