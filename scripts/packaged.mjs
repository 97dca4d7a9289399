// Looks at an app that has the npm package, in Chromium: built, and as it is served while it is worked on:
//   node packaged.mjs --app FOLDER --vite FILE --tools FOLDER --browser FILE
// --vite is its script, --tools has the package puppeteer-core. Fails unless the calculator answers without a problem.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const PATIENCE = 120_000;

const { values: options } = parseArgs({
  options: { app: { type: "string" }, vite: { type: "string" }, tools: { type: "string" }, browser: { type: "string" } },
});

// Starts a server and answers with the address that it says.
async function start(args, folder) {
  const server = spawn("node", args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NO_COLOR: "1" } });
  const address = await new Promise((resolve, reject) => {
    server.stdout.on("data", (said) => {
      const [address] = /http:\S*/.exec(said) ?? [];
      if (address) resolve(address);
    });
    server.once("exit", () => reject(new Error(`${args[0]} does not start`)));
    setTimeout(reject, PATIENCE, new Error(`${args[0]} says no address`)).unref();
  });
  return { address, stop: () => server.kill() };
}

// The answer, the trials and what is explored are there; the last of them come from files of their own.
const answers = () => {
  const root = document.querySelector("pipeline-lever").shadowRoot;
  const page = root?.querySelector(".pl-page[data-generation]");
  const { generation } = page?.dataset ?? {};
  const trials = root?.querySelector("[data-fact=forecast]")?.dataset;
  root?.querySelector(".explorer, :host > div:last-of-type")?.scrollIntoView();
  scrollBy(0, innerHeight);
  return generation && trials?.value === "1000" && trials.generation === generation
    && root.querySelector(".explorer")?.dataset.found === generation && root.querySelector(".headline").textContent;
};

async function look(browser, what, { address, stop }) {
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && problems.push(message.text()));
  page.on("requestfailed", (request) => problems.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => response.status() >= 400 && problems.push(`${response.status()} ${response.url()}`));
  try {
    await page.goto(address);
    const answer = await page.waitForFunction(answers, { timeout: PATIENCE, polling: 200 }).catch((error) => problems.push(error.message));
    if (problems.length > 0) throw new Error(`${what}: ${problems.join("\n")}`);
    console.log(`package: ${what}: ${await answer.jsonValue()}`);
  } finally {
    await page.close();
    stop();
  }
}

const { default: puppeteer } = await import(pathToFileURL(join(options.tools, "node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js")));
const browser = await puppeteer.launch({ executablePath: options.browser, headless: true, args: ["--no-sandbox"] });
try {
  const serve = fileURLToPath(new URL("serve.mjs", import.meta.url));
  await look(browser, "built", await start([serve, "--root", join(options.app, "dist"), "--port", "0", "--csp"]));
  await look(browser, "while it is worked on", await start([options.vite, "dev", "--port", "0", "--host", "127.0.0.1", options.app], options.app));
} finally {
  await browser.close();
}
