// Makes the page that is a single file, which runs from a disk without a server:  node single.mjs DIST FOLDER
// DIST is the built page, FOLDER has what build.rs makes. Everything that the page asks for goes into pipeline-lever.html,
// packed together, as most of it resembles what stands before it; only what has to run first is readable.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { addressesOf, bundled, defined, told } from "./lib/bundled.mjs";

const [dist, source] = process.argv.slice(2);
const read = (address) => readFileSync(join(dist, address));
const html = read("index.html").toString("utf8");

// What only the element asks for.
const OF_ELEMENT = ["spoken.js", "readonly.js"];

// Every file at an address of the page, or under one.
function filesAt(address) {
  if (!address.endsWith("/")) return [address];
  return readdirSync(join(dist, address)).filter((name) => !OF_ELEMENT.includes(name)).map((name) => address + name);
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// A text in the place of what has stood there once.
function put(page, was, text) {
  const [before, after, ...more] = page.split(was);
  if (after === undefined || more.length > 0) throw new Error(`index.html does not have ${was} once`);
  return before + text + after;
}
const found = (pattern) => pattern.exec(html)?.[0] ?? "";
const nameIn = (tag) => /\b(?:href|src)="([^"]*)"/.exec(tag)[1];

const { languages, ...addresses } = addressesOf(html);
const names = Object.values(addresses).flatMap(filesAt);
// The worker is a script of the old kind here.
const worker = "./worker.js";
const files = [...names.map((name) => [name, read(name)]), [worker, bundled(join(dist, addresses.player, "player.js"), "--format=iife")]];
const packed = gzipSync(Buffer.concat(files.map(([, bytes]) => bytes)), { level: 9 }).toString("base64");
const list = files.map(([name, { length }]) => [name, length]);
const script = bundled("static/single.js", "--format=iife", ...told(dist, source), ...defined({ FILES: list, WORKER: worker })).toString("utf8").trim();

const encoding = found(/<meta charset=[^>]*>/);
const sheet = found(/<link rel="stylesheet"[^>]*>/);
const styles = read(nameIn(sheet)).toString("utf8").trim();
const icon = found(/<link rel="icon"[^>]*>/);
const drawn = `data:image/svg+xml;base64,${read(nameIn(icon)).toString("base64")}`;

// It can ask nobody for anything: what it needs is made of its own bytes.
const policy = `default-src 'none'; script-src ${hashOf(script)} blob: 'wasm-unsafe-eval'; worker-src blob:; connect-src blob:; style-src ${hashOf(styles)}; img-src data: blob:; base-uri 'none'; form-action 'none'`;

let page = html;
page = put(page, encoding, `${encoding}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
page = put(page, sheet, `<style>${styles}</style>`);
page = put(page, icon, `<link rel="icon" href="${drawn}">`);
page = put(page, found(/<link [^>]*\bdata-wasm=[^>]*>/), "");
page = put(page, found(/<script [^>]*><\/script>/), "");
page = put(page, "</body>", `<script type="text/plain" data-packed>${packed}</script><script>${script}</script></body>`);
writeFileSync(join(dist, "pipeline-lever.html"), page);
