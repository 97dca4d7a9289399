// Writes a .br and a .gz beside every text and wasm file of a folder:  node compress.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSIBLE = /\.(html|js|css|wasm|json|svg|txt)$/;

// Ways to write how far away a repetition is. Which one is best, by up to 0.5 %, changes with every build.
const WAYS = [[0, 0, 20], [0, 8, 20], [0, 8, 16], [1, 16, 16]].map(([postfix, direct, block]) => ({
  [constants.BROTLI_PARAM_NPOSTFIX]: postfix, [constants.BROTLI_PARAM_NDIRECT]: direct, [constants.BROTLI_PARAM_LGBLOCK]: block,
}));

function smallest(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const all = WAYS.map((way) => brotliCompressSync(bytes, { params: { ...params, ...way } }));
  return all.reduce((one, other) => (other.length < one.length ? other : one));
}

function compress(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, smallest(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (COMPRESSIBLE.test(entry.name)) compress(path);
  }
}

walk(process.argv[2]);
