// What strangers hand to the scripts of static/: messages to a page with frames, addresses of calls to action,
// languages, errors, parts of values. Whatever it is, nothing throws, nothing but a height and two texts comes of a message, and nothing
// but https:, mailto: and tel: is an address:  node strangers.mjs [INPUTS]
// `make check` puts in a few; `make soak` millions, with --expose-gc, and watches the memory.
import { readFileSync } from "node:fs";
import { inspect } from "node:util";

const inputs = Number(process.argv[2] ?? 20000);
// With so many inputs or more the memory is watched: it may grow by so many bytes after the first tenth.
const [MANY, GROWTH] = [1_000_000, 4 << 20];
// No input may take longer, in milliseconds: a hundred thousand times what they take in the mean.
const LONGEST = 2000;

// The same inputs at each run: the generator mulberry32.
let seed = 0x5eed;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const below = (limit) => Math.floor(random() * limit);
const oneOf = (list) => list[below(list.length)];

function must(holds, what, input) {
  if (holds) return;
  console.error(`error: ${what}: ${inspect(input)}`);
  process.exit(1);
}

// A script of static/ as a module, whatever node takes a file of that name for.
const load = (file) => import(`data:text/javascript,${encodeURIComponent(readFileSync(`static/${file}`, "utf8"))}`);

// Pieces that mean something somewhere, between any characters at all.
const PIECES = [
  "https:", "http:", "mailto:", "tel:", "javascript:", "JaVaScRiPt:", "java\tscript:", "data:text/html,", "vbscript:", "blob:", "file:", "about:blank", "//", "/", "\\", "?", "#", "@", ":", "&", "=", ".", "%", "%00", "%3a", "&#58;", "+", "-", "_",
  "{headline}", "{link}", "{text}", "{inputs}", "{from}", "{stage}", "{answer}", "{toString}", "{constructor}", "{__proto__}", "{hasOwnProperty}", "{", "}", "{{", "{}",
  "example.com", "localhost", "[::1]", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"", "'", ">", "\0", "\n", "\r", "\t", " ", "\u2028", "\ufeff", "\ud800", "\udc00", "გ", "ı", "İ", "ß", "😀",
  "en", "ka", "lt", "tr", "ru", "lt-LT", "zh-Hant", "constructor", "toString", "__proto__", "pipeline-lever", "auto", "lazy", "eager", "light", "dark",
];
function text() {
  let made = "";
  for (let left = below(6); left > 0; left -= 1) made += random() < 0.8 ? oneOf(PIECES) : String.fromCharCode(below(65536));
  return made;
}
const number = () => oneOf([0, -0, 1, -1, 5, 960, 1e5, 1e9, -1e308, 1e-320, NaN, Infinity, -Infinity, random() * 2e5, below(1e5)]);

// Any plain data that a message may be.
function data(depth = 3) {
  const kind = below(depth ? 11 : 8);
  if (kind === 0) return undefined;
  if (kind === 1) return null;
  if (kind === 2) return random() < 0.5;
  if (kind === 3) return number();
  if (kind === 4) return BigInt(below(1e6));
  if (kind === 5) return new Date(number());
  if (kind < 8) return text();
  if (kind === 8) return Array.from({ length: below(4) }, () => data(depth - 1));
  return Object.fromEntries(Array.from({ length: below(5) }, () => [random() < 0.5 ? text() : oneOf(["source", "v", "type", "height", "headline", "link", "toString", "valueOf"]), data(depth - 1)]));
}

// A page with two frames that are marked and a window that is none of theirs.
const [FRAMES, STRANGER] = [2, {}];
const frames = Array.from({ length: FRAMES }, () => ({
  contentWindow: {},
  style: { height: "" },
  heard: [],
  dispatchEvent(event) { this.heard.push(event); },
}));
let listener;
globalThis.addEventListener = (name, then) => { must(name === "message", "another event is heard", name); listener = then; };
globalThis.document = { querySelectorAll: () => frames };
globalThis.CustomEvent ??= class { constructor(type, options) { Object.assign(this, { type, ...options }); } };
globalThis.location ??= { protocol: "https:" };
await load("frame.js");
const { filled, foundOf } = await load("element/outcome.js");
const { merged } = await load("element/merged.js");
const { firstKnown } = await load("shell/files.js");
const { kindOf } = await load("element/failures.js");

function message() {
  const nearly = { source: "pipeline-lever", v: 1, type: oneOf(["height", "change", "ready", data(0)]), height: random() < 0.5 ? number() : data(), headline: random() < 0.7 ? text() : data(), link: random() < 0.5 ? `https://example.com/#s=${text()}` : data() };
  const said = random() < 0.2 ? data() : nearly;
  if (said === nearly && random() < 0.2) said[oneOf(Object.keys(nearly))] = data();
  const source = oneOf([...frames.map(({ contentWindow }) => contentWindow), STRANGER, null]);
  const before = frames.map(({ style }) => style.height);
  listener({ data: said, source });
  let understood = false;
  frames.forEach((frame, index) => {
    const { height } = frame.style;
    const changed = height !== before[index];
    must(!changed || (frame.contentWindow === source && said.type === "height" && typeof said.height === "number"), "a height of no number of the frame's own", { said, height });
    must(height === "" || (/^[1-9]\d{0,5}px$/.test(height) && parseInt(height) <= 100000), "no height", height);
    for (const { type, detail } of frame.heard.splice(0)) {
      must(frame.contentWindow === source && type === "pipeline-lever-change", "an event of another frame", type);
      must(Object.keys(detail).join() === "schema,v,headline,link" && typeof detail.headline === "string" && /^https?:/.test(detail.link), "no such detail", detail);
      understood = true;
    }
    understood ||= changed;
  });
  return understood;
}

// How an address with a scheme begins, as browsers read it: spaces and control characters before it, tabs and line ends
// anywhere in it do not count.
const scheme = (address) => /^[^:]*:/.exec(address.replace(/[\t\n\r]/g, "").replace(/^[\0-\x20]+/, ""))?.[0].toLowerCase();

// All that an encoded text does not have: the page has written it, whatever is put in.
const marks = (address) => address.replace(/[\w\-.!~*'()%{}]/g, "");

function address() {
  const outcome = random() < 0.1 ? { text: undefined } : { headline: text(), link: text(), text: text(), from: number(), stage: text(), answer: null, inputs: { document: {} } };
  const template = random() < 0.02 ? null : oneOf(["", "https://example.com/?a=", "mailto:a@example.com?body=", "tel:+370"]) + text();
  const made = filled(template, outcome);
  if (made === undefined) return false;
  must(["https:", "mailto:", "tel:"].includes(scheme(made)), "another scheme", { template, made });
  must(marks(made) === marks(template), "something not encoded is put in", { template, made });
  return true;
}

const LANGUAGES = ["ka", "lt", "tr", "ru"];
function language() {
  const wishes = Array.from({ length: below(4) }, () => random() < 0.2 ? oneOf([undefined, null]) : text());
  const found = firstKnown(wishes, LANGUAGES);
  must(["en", ...LANGUAGES].includes(found), "an unknown language", { wishes, found });
  return wishes.some((wish) => wish?.toLowerCase().includes(found));
}

const KINDS = ["file", "old", "stopped", "missing", "policy", "network", "other"];
function error() {
  const said = text();
  const thrown = oneOf([said, new Error(said), new WebAssembly.CompileError(said), new WebAssembly.RuntimeError(said), { message: said }, undefined, null, 7]);
  const kind = kindOf(thrown);
  must(KINDS.includes(kind), "an unknown kind", kind);
  return kind !== "other";
}

const NAMES = Object.keys(foundOf({}));
function outcome() {
  const said = data() ?? {};
  const found = foundOf(said);
  must(Object.keys(found).join() === NAMES.join(), "another outcome", found);
  must(NAMES.every((name) => found[name] === (said[name] ?? null)), "another part", found);
  return Object.values(found).some((part) => part !== null);
}

// Parts of a value, as a page hands them over: what is put in is there, what was not named is as it was, and nothing else.
function parts() {
  const [value, partial] = [{ ...data(), kept: 1 }, data()];
  const before = inspect(value);
  let whole;
  try {
    whole = merged(value, partial);
  } catch (error) {
    must(error instanceof TypeError, "another error", partial);
    return false;
  }
  must(inspect(value) === before && ({}).polluted === undefined && Object.getPrototypeOf(whole) === Object.prototype, "something else is changed", partial);
  must(Object.keys(value).every((name) => Object.hasOwn(partial, name) || Object.is(whole[name], value[name])), "a part is lost", partial);
  must(Object.keys(partial).every((name) => Object.hasOwn(whole, name)), "a part is not taken", partial);
  return Object.keys(partial).length > 0;
}

const WAYS = [message, message, address, address, language, error, outcome, parts];
let understood = 0;
let settled;
let slowest = 0;
const began = performance.now();
for (let input = 0; input < inputs; input += 1) {
  if (input === Math.floor(inputs / 10)) settled = held();
  const from = performance.now();
  if (WAYS[input % WAYS.length]()) understood += 1;
  slowest = Math.max(slowest, performance.now() - from);
}
const grown = held() - settled;

function held() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

must(slowest < LONGEST, "one takes long", slowest);
must(understood > inputs / 100 && understood < inputs, "nearly all or nothing is understood", understood);
must(inputs < MANY || !globalThis.gc || grown < GROWTH, "memory grows by so many bytes", grown);
const memory = globalThis.gc ? `; memory grew by ${Math.round(grown / 1024)} KB after the first tenth` : "";
console.log(`scripts: ${inputs} inputs in ${((performance.now() - began) / 1000).toFixed(0)} s: ${understood} understood, all others refused; the slowest took ${slowest.toFixed(1)} ms${memory}`);
