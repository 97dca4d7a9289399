// Measures the widget beside what a marketer would use instead, on a slow phone, and prints a table:
//   node compared.mjs --tools FOLDER --packages FOLDER --work FOLDER [--dist dist] [--esbuild FILE] [--runs 5]
// --tools has the package puppeteer-core, --packages those of compared/package.json, --work takes the pages that are made.
// Without the folder --dist the widget is left out. Chromium is the program that CHROME_PATH names.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { slowLink } from "./compared/link.mjs";
import { makePages } from "./compared/pages.mjs";
import { PHONE, SLOWER, fromTheTop, straightThere } from "./compared/visit.mjs";

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

// In turns, so that what the machine does besides falls on all alike.
async function measure(pages, link) {
  const { default: puppeteer } = await import(pathToFileURL(join(options.tools, "node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js")));
  const chromium = process.env.CHROME_PATH;
  const found = pages.map(() => []);
  for (let run = 1; run <= Number(options.runs); run += 1) {
    for (const [at, page] of pages.entries()) {
      const read = await fromTheTop(puppeteer, chromium, link, page);
      const opened = await straightThere(puppeteer, chromium, link, page);
      found[at].push({ ...read, ...opened, shift: Math.max(read.shift, opened.shift) });
      console.error(`compared: run ${run}, ${page.name}`);
    }
  }
  const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox"] });
  const version = await browser.version();
  await browser.close();
  return { found, version };
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const milliseconds = (time) => `${Math.round(time)} ms`;
const seconds = (time) => `${(time / 1000).toFixed(2)} s`;

// A standalone page is near from the start: what comes before and after is one visit.
const COLUMNS = [
  ["bytes before it is near", kilobytes, (run, { standalone }) => standalone ? undefined : run.bytes.before],
  ["bytes then", kilobytes, (run, { standalone }) => run.bytes.after + (standalone ? run.bytes.before : 0)],
  ["main thread before", milliseconds, (run, { standalone }) => standalone ? undefined : run.mainThread.before],
  ["main thread then", milliseconds, (run, { standalone }) => run.mainThread.after + (standalone ? run.mainThread.before : 0)],
  ["longest task", milliseconds, (run) => run.longest],
  ["first answer", seconds, (run) => run.answer],
  ["takes input", seconds, (run) => run.usable],
  ["layout shift", (shift) => shift.toFixed(3), (run) => run.shift],
];

function row(page, runs) {
  const cells = COLUMNS.map(([, written, of]) => {
    const values = runs.map((run) => of(run, page));
    return values.includes(undefined) ? "–" : written(median(values));
  });
  return `| ${[page.name, ...cells].join(" | ")} |`;
}

function versions() {
  const lock = JSON.parse(readFileSync(new URL("compared/package-lock.json", import.meta.url), "utf8"));
  return Object.entries(lock.packages).filter(([path]) => path).map(([path, { version }]) => `${path.replace("node_modules/", "")} ${version}`);
}

function report(pages, { found, version }) {
  const { width, height, deviceScaleFactor } = PHONE;
  const conditions = new Set(pages.map(({ when }) => when));
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${version}, ${width} by ${height} points of ${deviceScaleFactor} by ${deviceScaleFactor} pixels, processor slowed ${SLOWER} times, ${NETWORK.roundTrip} ms round trip, ${NETWORK.down / 1e6} Mbit/s down, ${NETWORK.up / 1000} kbit/s up, nothing cached; medians of ${options.runs} runs in turns.`,
    "",
    `| what | ${COLUMNS.map(([name]) => name).join(" | ")} |`,
    `|---|${COLUMNS.map(() => "---:|").join("")}`,
    ...pages.map((page, at) => row(page, found[at])),
    "",
    "Bytes are brotli at level 11 with the headers of the answers, HTTP/1.1. Main thread is the sum of its tasks, from a trace; workers have threads of their own and are not in it. A visit from the top waits until nothing comes any more, then jumps to the widget and goes on to the end of the page; a page that is the widget is near from the start. The answer's times are from opening a link to the place of the widget. Layout shift is the sum of all shifts without input, of the worse of both visits.",
    "",
    "First answer:",
    ...[...conditions].map((when) => `- ${pages.filter((page) => page.when === when).map(({ name }) => name).join("; ")}: ${when}.`),
    "",
    "Of Typeform only its script's own cost is measured: no form, no style sheet and no answer of Typeform's servers is loaded.",
    "",
    `Packages: ${versions().join(", ")}.`,
  ].join("\n");
}

const site = join(options.work, "site");
const dist = existsSync(join(options.dist, "index.html")) ? options.dist : undefined;
if (!dist) console.error(`compared: there is no built page in ${options.dist}; the widget is left out`);
const pages = makePages({ site, dist, packages: options.packages, esbuild: options.esbuild });
const server = await serve(site);
const link = await slowLink(server.port, NETWORK);
try {
  console.log(report(pages, await measure(pages, link)));
} finally {
  link.close();
  server.stop();
}
