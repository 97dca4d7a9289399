// Runs Lighthouse on dist/ and prints its marks:  node lighthouse.mjs TOOLS REPORTS
// TOOLS is the folder that has the package, REPORTS where the full report is written. Fails where accessibility or best
// practices are not whole, and says why.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const WHOLE = ["accessibility", "best-practices"];
const REPORTED = ["performance", "seo"];
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

const [tools, reports] = process.argv.slice(2);
const packageOf = (path) => import(pathToFileURL(join(tools, "node_modules", path)));
const [{ default: lighthouse }, { launch }] = await Promise.all([
  packageOf("lighthouse/core/index.js"),
  packageOf("chrome-launcher/dist/index.js"),
]);

const server = spawn("node", [fileURLToPath(new URL("serve.mjs", import.meta.url)), "--csp", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"], logLevel: "error" });
try {
  const address = await new Promise((resolve, reject) => {
    server.stdout.once("data", (line) => resolve(/http\S*/.exec(line)[0]));
    server.once("exit", () => reject(new Error("the server does not start")));
  });
  const found = await lighthouse(address, { port: chrome.port, logLevel: "error", output: "html", onlyCategories: [...WHOLE, ...REPORTED] });
  writeFileSync(join(reports, "report.html"), found.report);
  const { audits, categories } = found.lhr;
  const mark = (id) => Math.round(categories[id].score * 100);
  console.log(`Lighthouse, mobile: ${[...WHOLE, ...REPORTED].map((id) => `${id} ${mark(id)}`).join(", ")}`);
  console.log(TIMES.map((id) => `${audits[id].title.toLowerCase()} ${audits[id].displayValue}`).join(", "));
  for (const id of WHOLE) {
    for (const { id: audit, weight } of categories[id].auditRefs) {
      if (weight > 0 && audits[audit].score !== null && audits[audit].score < 1) {
        console.error(`error: ${id}: ${audits[audit].title}: ${JSON.stringify(audits[audit].details?.items ?? [])}`);
        process.exitCode = 1;
      }
    }
    if (categories[id].score !== 1) process.exitCode = 1;
  }
} finally {
  chrome.kill();
  server.kill();
}
