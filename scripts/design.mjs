// Renders the examples of docs/design.md from dist/ into docs/images/design/:  design.mjs
// Needs what the browser tests need: chromium, chromedriver and the fonts.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}docs/images/design`;
const THEMES = {
  light: [], dark: [["prefers-color-scheme", "dark"]], contrast: [["prefers-contrast", "more"]], forced: [["forced-colors", "active"]],
};
const children = [];

// The steps -----------------------------------------------------------------------------------------------------

async function main() {
  mkdirSync(folder, { recursive: true });
  const address = await serve();
  const driver = await startDriver();
  await driver.go(address + link());
  await driver.until(`root?.querySelector("[data-generation]")`);
  // What is explored starts when it is near.
  await driver.run(`root.querySelector("footer").scrollIntoView()`);
  await driver.until(`root.querySelector(".explorer")?.dataset.found && root.querySelector("[data-fact=forecast]")?.dataset.value === "1000"`);
  await driver.run(`scrollTo(0, 0)`);
  await driver.run(`document.querySelector("#pipeline-lever").style.setProperty("--pl-font", "'Noto Sans', 'Noto Sans Georgian', sans-serif")`);

  await driver.look(720, THEMES.light);
  await driver.specimen("type", typeScale);
  await driver.specimen("space", spaceScale);
  for (const [name, features] of Object.entries(THEMES)) {
    await driver.look(720, features);
    await driver.specimen(`colours-${name}`, colours);
  }
  await driver.look(720, THEMES.light);
  await driver.specimen("series", series);
  await driver.look(640, THEMES.light);
  const pictures = {
    fan: ".forecast-picture .fan", lines: "[data-panel=goal] .fan", level: ".break-even .fan", bars: "[data-panel=openPipeline] .fan",
    map: ".map .fan", waterfall: ".why .swings", tornado: ".tornado .swings",
  };
  for (const [name, selector] of Object.entries(pictures)) await driver.picture(`picture-${name}`, selector);
  await driver.picture("controls", ".row:nth-child(2)");
  await driver.look(1280, THEMES.light);
  await driver.picture("screen-light", ".pl-page", 1, 900);
  await driver.look(1280, THEMES.dark);
  await driver.picture("screen-dark", ".pl-page", 1, 900);
  await driver.look(320, THEMES.contrast);
  await driver.picture("screen-contrast", ".pl-page", 1, 900);
  await driver.look(320, THEMES.forced);
  await driver.picture("screen-forced", ".pl-page", 1, 900);
  await driver.end();
}

// What the tests of the look show as well.
function link() {
  const shown = readFileSync(`${root}tests/visual/shown.json`, "utf8");
  return `?lang=en#s=1.${Buffer.from(shown).toString("base64url")}`;
}

// What is drawn for this page only: functions that run in the browser and fill an empty part of the widget. -------

const typeScale = (part, token) => {
  const sizes = ["3xl", "2xl", "xl", "l", "m", "s"].map((name) => `--text-${name}`);
  for (const name of sizes) {
    const line = part.appendChild(document.createElement("p"));
    line.style.fontSize = `var(${name})`;
    line.style.padding = "4px 0";
    line.textContent = `${token(name)}  Fix a stage, ეტაპი 0123 ₾`;
  }
};

const spaceScale = (part, token) => {
  for (const name of ["--half", "--unit", "--unit-2", "--unit-3", "--unit-4", "--unit-6", "--unit-10"]) {
    const line = part.appendChild(document.createElement("p"));
    line.style.cssText = "display: flex; gap: 16px; align-items: center; padding: 2px 0; font-size: var(--text-s)";
    const bar = document.createElement("span");
    bar.style.cssText = `width: var(${name}); height: 16px; background: var(--bar)`;
    line.append(bar, `${name} ${token(name)}`);
  }
};

const colours = (part, token) => {
  part.style.display = "grid";
  part.style.gridTemplateColumns = "repeat(4, 1fr)";
  part.style.gap = "12px 16px";
  const roles = ["ink", "muted", "paper", "hairline", "edge", "accent", "gain", "loss", "bar", "bar-lost", "band-outer", "band-inner"];
  for (const name of roles.map((role) => `--${role}`)) {
    const box = part.appendChild(document.createElement("div"));
    const patch = box.appendChild(document.createElement("div"));
    patch.style.cssText = `height: 32px; background: var(${name}); border: 1px solid var(--edge); forced-color-adjust: none`;
    const words = box.appendChild(document.createElement("p"));
    words.style.fontSize = "var(--text-s)";
    words.textContent = name;
  }
};

const series = (part) => {
  const height = (x, at) => 95 - 13 * at - 5 * Math.sin(x / 3 + at);
  const ends = [1, 2, 3, 4, 5, 6].map((at) => `<text x="100%" y="${height(24, at)}%" dx="4" dy="0.35em">${at}</text>`);
  const lines = [1, 2, 3, 4, 5, 6].map((at) => {
    const points = Array.from({ length: 25 }, (_, x) => `${(x * 100) / 24} ${height(x, at)}`);
    return `<path class="fan-line" data-line="series${at}" d="M${points.join("L")}"/>`;
  });
  const keys = [1, 2, 3, 4, 5, 6].map((at) => `<li><svg><path class="fan-line" data-line="series${at}" d="M14 9H40"/><text y="1em">${at}</text></svg><span>--series-${at}, --dashes-${at}</span></li>`);
  part.innerHTML = `<div class="fan"><svg class="fan-values"></svg><div class="fan-space"><svg class="fan-area" viewBox="0 0 100 100" preserveAspectRatio="none"><path class="fan-grid" d="M0 0H100M0 25H100M0 50H100M0 75H100"/><path class="fan-base" d="M0 100H100"/>${lines.join("")}</svg><svg class="fan-words">${ends.join("")}</svg></div><ul class="fan-key">${keys.join("")}</ul></div>`;
};

// The driver ------------------------------------------------------------------------------------------------------

async function startDriver() {
  const port = await freePort();
  child("chromedriver", [`--port=${port}`]);
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  await patiently(() => call("GET", "/status").then(({ ready }) => ready, () => false));
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars"];
  const capabilities = { alwaysMatch: { browserName: "chrome", "goog:chromeOptions": { args } } };
  const { sessionId } = await call("POST", "/session", { capabilities });
  const session = `/session/${sessionId}`;
  const cdp = (cmd, params) => call("POST", `${session}/goog/cdp/execute`, { cmd, params });
  const run = (script, ...rest) => call("POST", `${session}/execute/sync`, { script: `const root = document.querySelector("#pipeline-lever")?.shadowRoot;\n${script}`, args: rest });
  const save = async (name, clip) => {
    const { data } = await cdp("Page.captureScreenshot", { clip: { ...clip, scale: 1 }, captureBeyondViewport: true });
    writeFileSync(`${folder}/${name}.png`, Buffer.from(data, "base64"));
  };
  const place = `const { x, y, width, height } = part.getBoundingClientRect(); return { x: Math.max(0, x - 8), y: y + scrollY, width: width + 24, height: height + 4 };`;
  return {
    run,
    go: (url) => call("POST", `${session}/url`, { url }),
    until: (condition) => patiently(() => run(`return Boolean(${condition})`)),
    // Gives the page a width and what its visitor prefers.
    async look(width, features) {
      await cdp("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
      await cdp("Emulation.setEmulatedMedia", { features: features.map(([name, value]) => ({ name, value })) });
    },
    // A picture of a part of the page, or of its upper end.
    async picture(name, selector, of = 1, tallest = Infinity) {
      const clip = await run(`const part = root.querySelectorAll(arguments[0])[arguments[1] - 1]; if (!part) throw new Error("no " + arguments[0]); ${place}`, selector, of);
      await save(name, { ...clip, height: Math.min(clip.height, tallest) });
    },
    // A picture of what is drawn for it.
    async specimen(name, draw) {
      const script = `const part = document.createElement("div"); part.id = "specimen"; part.style.padding = "8px 0";
        root.querySelector(".explorer").prepend(part);
        const token = (name) => getComputedStyle(part).getPropertyValue(name).trim();
        (${draw})(part, token); ${place}`;
      await save(name, await run(script));
      await run(`root.querySelector("#specimen").remove()`);
    },
    end: () => call("DELETE", session),
  };
}

async function serve() {
  const server = child("node", [`${root}scripts/serve.mjs`, "--port", "0"]);
  const line = await new Promise((done) => server.stdout.once("data", (text) => done(`${text}`)));
  return line.trim().replace("serving on ", "");
}

function child(program, args) {
  const started = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(started);
  return started;
}

async function patiently(condition) {
  const deadline = Date.now() + 120_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("waited in vain");
    await new Promise((done) => setTimeout(done, 50));
  }
}

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

try {
  await main();
} finally {
  for (const started of children) started.kill();
}
