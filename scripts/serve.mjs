// A static server for dist/, for trying it out and for the browser tests; it needs nothing but node.
//   node serve.mjs [--port 8080] [--csp] [--base /some/folder/] [--root dist] [--observe FILE] [--no-workers] [--no-wasm]
//                  [--policy TEXT] [--beside FOLDER]... [--hold TEXT] [--log]
// --port 0 takes a free port. --csp sends the policy that the page must work under. --base serves
// from a sub-folder. --no-workers and --no-wasm forbid them by that policy. --policy sends another
// one instead. --beside serves what the root does not have from another folder. --observe puts a script before all others of a page.
// --hold keeps back the files with this in their address, until __release is asked for, and again after __hold.
// --log names each request.
import { createServer } from "node:http";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { POLICY } from "./lib/policy.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};
const NO_WORKERS = "; worker-src 'none'";
const WASM = " 'wasm-unsafe-eval'";
const ENCODINGS = [["br", ".br"], ["gzip", ".gz"]];
const OBSERVER = "__observe.js";
const [HOLD, RELEASE] = ["__hold", "__release"];

const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "8080" },
    base: { type: "string", default: "/" },
    root: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
    observe: { type: "string" },
    csp: { type: "boolean", default: false },
    hold: { type: "string" },
    "no-workers": { type: "boolean", default: false },
    "no-wasm": { type: "boolean", default: false },
    policy: { type: "string" },
    beside: { type: "string", multiple: true, default: [] },
    log: { type: "boolean", default: false },
  },
});
const base = `/${options.base}/`.replace(/\/+/g, "/");
if (!existsSync(options.root)) fail(`there is no ${options.root}; run: make build`);
const roots = [options.root, ...options.beside].map((folder) => realpathSync(folder));

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

// The file an address stands for, or nothing if there is none inside a root.
function fileFor(address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base) || path.includes("\0")) return undefined;
  for (const root of roots) {
    let file = join(root, path.slice(base.length));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (existsSync(file) && realpathSync(file).startsWith(root + sep)) return file;
  }
  return undefined;
}

// The bytes to send: compressed ones if they are there and the client takes them.
function contentOf(file, accepted) {
  const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream", vary: "accept-encoding" };
  if (options.observe && extname(file) === ".html") {
    const page = readFileSync(file, "utf8");
    return { headers, body: page.replace(/<(?:meta|title|link|script)\b/i, `<script src="${base}${OBSERVER}"></script>$&`) };
  }
  for (const [encoding, suffix] of ENCODINGS) {
    if (accepted.includes(encoding) && existsSync(file + suffix)) {
      return { headers: { ...headers, "content-encoding": encoding }, body: readFileSync(file + suffix) };
    }
  }
  return { headers, body: readFileSync(file) };
}

// What is kept back, while something may be.
let held = options.hold && [];

// Calls back when a request may be answered.
function whenAllowed({ url }, then) {
  if (options.hold && url === base + HOLD) held ??= [];
  if (options.hold && url === base + RELEASE) {
    held?.forEach((answer) => answer());
    held = undefined;
  }
  if (held && url.includes(options.hold)) held.push(then);
  else then();
}

function answer(request) {
  if (!["GET", "HEAD"].includes(request.method)) return { status: 405, headers: { allow: "GET, HEAD" }, body: "" };
  if (options.observe && request.url === base + OBSERVER) {
    return { status: 200, headers: { "content-type": TYPES[".js"] }, body: readFileSync(options.observe) };
  }
  if (options.hold && [HOLD, RELEASE].some((name) => request.url === base + name)) {
    return { status: 200, headers: { "content-type": TYPES[".txt"] }, body: "" };
  }
  const file = fileFor(request.url);
  if (!file) return { status: 404, headers: { "content-type": TYPES[".txt"] }, body: "not found\n" };
  return { status: 200, ...contentOf(file, request.headers["accept-encoding"] ?? "") };
}

function send(request, response) {
  const { status, headers, body } = answer(request);
  const rules = options.policy ?? (options["no-wasm"] ? POLICY.replace(WASM, "") : POLICY) + (options["no-workers"] ? NO_WORKERS : "");
  const policy = options.csp ? { "content-security-policy": rules } : {};
  response.writeHead(status, { ...headers, ...policy, "cache-control": "no-cache", "x-content-type-options": "nosniff", "access-control-allow-origin": "*" });
  response.end(request.method === "HEAD" ? undefined : body);
  if (options.log) console.log(`${request.method} ${status} ${request.url}`);
}

const server = createServer((request, response) => whenAllowed(request, () => send(request, response)));
server.on("error", (error) => {
  fail(error.code === "EADDRINUSE" ? `port ${options.port} is taken; choose another with PORT=` : error.message);
});
server.listen(Number(options.port), "127.0.0.1", () => {
  console.log(`serving on http://127.0.0.1:${server.address().port}${base}`);
});
