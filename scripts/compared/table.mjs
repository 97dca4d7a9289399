// The measurements as a Markdown table, with what they were taken from and with.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { PHONE, SLOWER } from "./visit.mjs";

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
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
  ["longest task until it takes input", milliseconds, (run) => run.longestOfLoad],
  ["longest task", milliseconds, (run) => run.longest],
  ["first answer", seconds, (run) => run.answer],
  ["takes input", seconds, (run) => run.usable],
  ["shift, opened there", (shift) => shift.toFixed(3), (run) => run.shift.opened],
  ["shift, from top to end", (shift) => shift.toFixed(3), (run) => run.shift.walked],
];

function row(page, runs) {
  const cells = COLUMNS.map(([, written, of]) => {
    const values = runs.map((run) => of(run, page));
    return values.includes(undefined) ? "–" : written(median(values));
  });
  return `| ${[page.name, ...cells].join(" | ")} |`;
}

function versions() {
  const lock = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8"));
  return Object.entries(lock.packages).filter(([path]) => path).map(([path, { version }]) => `${path.replace("node_modules/", "")} ${version}`);
}

export function table(pages, { found, version, load, network, esbuild }) {
  const { width, height, deviceScaleFactor } = PHONE;
  const conditions = new Set(pages.map(({ when }) => when));
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${version}, ${width} by ${height} points of ${deviceScaleFactor} by ${deviceScaleFactor} pixels, processor slowed ${SLOWER} times, ${network.roundTrip} ms round trip, ${network.down / 1e6} Mbit/s down, ${network.up / 1000} kbit/s up, nothing cached; medians of ${found[0].length} runs in turns, at a load of the machine of ${load.toFixed(1)} for ${cpus().length} cores.`,
    "",
    `| what | ${COLUMNS.map(([name]) => name).join(" | ")} |`,
    `|---|${COLUMNS.map(() => "---:|").join("")}`,
    ...pages.map((page, at) => row(page, found[at])),
    "",
    "Bytes are brotli at level 11 with the headers of the answers, HTTP/1.1. Main thread is the sum of its tasks, from a trace; workers have threads of their own and are not in it. A visit from the top waits until nothing comes any more, then jumps to the widget and goes on to the end of the page; a page that is the widget is near from the start. The answer's times are from opening a link to the place of the widget. Shift is the sum of all layout shifts without input, also while the page is scrolled by a screen every 0.3 s: in the visit that the link opens, and in the one from the top to the end.",
    "",
    "First answer:",
    ...[...conditions].map((when) => `- ${pages.filter((page) => page.when === when).map(({ name }) => name).join("; ")}: ${when}.`),
    "",
    "Of Typeform only its script's own cost is measured: no form, no style sheet and no answer of Typeform's servers is loaded.",
    "",
    `Packages: ${versions().join(", ")}; bundled by esbuild ${esbuild}.`,
  ].join("\n");
}
