// Measures the widget beside what a marketer would use instead, on a slow phone, and prints a table:
//   node compared.mjs --tools FOLDER --packages FOLDER --work FOLDER [--dist dist] [--esbuild FILE] [--runs 5]
// --tools has the package puppeteer-core, --packages those of compared/package.json, --work takes the pages that are made.
// Without the folder --dist the widget is left out. Chromium is the program that CHROME_PATH names.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { slowLink } from "./compared/link.mjs";
import { makePages } from "./compared/pages.mjs";
import { table } from "./compared/table.mjs";
import { fromTheTop, straightThere } from "./compared/visit.mjs";

const NETWORK = { roundTrip: 150, down: 1_600_000, up: 750_000 };

const { values: options } = parseArgs({
  options: {
    tools: { type: "string" }, packages: { type: "string" }, work: { type: "string" }, dist: { type: "string", default: "dist" },
    esbuild: { type: "string", default: "esbuild" }, runs: { type: "string", default: "5" },
  },
});

async function serve(root) {
  const server = spawn("node", [fileURLToPath(new URL("serve.mjs", import.meta.url)), "--root", root, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    server.stdout.once("data", (line) => resolve(/http\S*/.exec(line)[0]));
    server.once("exit", () => reject(new Error("the server does not start")));
  });
  return { port: Number(new URL(address).port), stop: () => server.kill() };
}

// Says of which page it was that something went wrong.
function named({ name }, visit) {
  return visit.catch((error) => { throw new Error(`${name}: ${error.message}`, { cause: error }); });
}

// In turns, so that what the machine does besides falls on all alike.
async function measure(pages, link) {
  const { default: puppeteer } = await import(pathToFileURL(join(options.tools, "node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js")));
  const chromium = process.env.CHROME_PATH;
  const found = pages.map(() => []);
  const load = [];
  for (let run = 1; run <= Number(options.runs); run += 1) {
    for (const [at, page] of pages.entries()) {
      console.error(`compared: run ${run}, ${page.name}`);
      const read = await named(page, fromTheTop(puppeteer, chromium, link, page));
      const opened = await named(page, straightThere(puppeteer, chromium, link, page));
      found[at].push({ ...read, ...opened, shift: { walked: read.shift, opened: opened.shift } });
      load.push(loadavg()[0]);
    }
  }
  const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox"] });
  const version = await browser.version();
  await browser.close();
  return { found, version, load: load.reduce((sum, one) => sum + one, 0) / load.length };
}

const site = join(options.work, "site");
const dist = existsSync(join(options.dist, "index.html")) ? options.dist : undefined;
if (!dist) console.error(`compared: there is no built page in ${options.dist}; the widget is left out`);
const pages = makePages({ site, dist, packages: options.packages, esbuild: options.esbuild });
const server = await serve(site);
const link = await slowLink(server.port, NETWORK);
try {
  const { stdout } = spawnSync(options.esbuild, ["--version"], { encoding: "utf8" });
  console.log(table(pages, { ...await measure(pages, link), network: NETWORK, esbuild: stdout.trim() }));
} finally {
  link.close();
  server.stop();
}
