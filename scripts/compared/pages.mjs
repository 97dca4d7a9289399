// The pages that are compared: what each is called, how it is made, and when its answer counts as seen.
// They are put into one folder, compressed as a server would send them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { framePage, hostPage } from "./host.mjs";

const SOURCES = fileURLToPath(new URL("sources", import.meta.url));
const COMPRESS = fileURLToPath(new URL("../compress.mjs", import.meta.url));

const CALCULATOR = `<div id="calculator" class="calculator"></div>`;
const style = readFileSync(join(SOURCES, "calculator.css"), "utf8").replaceAll("\n", "");
const script = (name) => `<script type="module" src="${name}"></script>`;
// The frame starts with the height that the calculator needs on a phone, so that nothing moves when it is told.
const FRAME = `<iframe id="frame" src="framed.html" title="Calculator" loading="lazy" style="width:100%;height:44rem;border:0"></iframe>`;
const TYPEFORM = `<div data-tf-widget="example" style="width:100%;height:44rem"></div>`;

// `inside` is the element whose document or shadow root is looked into for an element with a number; `usable` is the
// one that takes input.
const OF_CALCULATOR = { inside: "#calculator", answer: ".answer", usable: ".answer" };
const CALCULATORS_ANSWER = "the sentence with the won deals and the revenue; the inputs come with it";
const OF_WIDGET = { answer: ".headline", usable: "div:not([aria-busy]) > div > .pl > [data-generation]" };
const WIDGETS_ANSWER = "the headline with the answer; used from when the program has replaced what was drawn beforehand";

function hosted(folder, parts) {
  writeFileSync(join(folder, "index.html"), hostPage(parts));
}

// What front-end developers call a production build, with a file of its own for what is loaded later. Entries are bundled
// one by one, as what two of them shared would have to be asked for after both.
function bundle(esbuild, packages, folder, entry) {
  const settings = ["--bundle", "--splitting", "--format=esm", "--minify", "--target=es2022", "--jsx=automatic", "--legal-comments=none",
    "--define:process.env.NODE_ENV=\"production\"", "--log-level=warning", `--outdir=${folder}`];
  const env = { ...process.env, NODE_PATH: join(packages, "node_modules") };
  const { status, error } = spawnSync(esbuild, [join(SOURCES, entry), ...settings], { env, stdio: "inherit" });
  if (error ?? status !== 0) throw error ?? new Error(`esbuild could not bundle ${entry}`);
}

// Makes all pages in `site` and returns them in the order of the table.
export function makePages({ site, dist, packages, esbuild }) {
  rmSync(site, { recursive: true, force: true });
  const pages = [];
  const add = (folder, name, page, make) => {
    mkdirSync(join(site, folder), { recursive: true });
    make(join(site, folder));
    pages.push({ folder, name, ...page });
  };
  const build = (folder, ...entries) => entries.forEach((entry) => bundle(esbuild, packages, folder, entry));

  if (dist) {
    const seen = { inside: "#pipeline-lever", ...OF_WIDGET };
    add("widget", "Pipeline Lever, its own page", { seen, standalone: true, when: WIDGETS_ANSWER }, (folder) => cpSync(dist, folder, { recursive: true }));
  }
  if (dist && existsSync(join(dist, "pipeline-lever.js"))) {
    const parts = { head: script("../widget/pipeline-lever.js"), widget: "<pipeline-lever></pipeline-lever>" };
    const seen = { inside: "pipeline-lever", ...OF_WIDGET };
    add("element", "Pipeline Lever, `<pipeline-lever>` in the host", { seen, when: WIDGETS_ANSWER }, (folder) => hosted(folder, parts));
  }
  add("react", "React and Chart.js, loaded with the host", { seen: OF_CALCULATOR, when: CALCULATORS_ANSWER }, (folder) => {
    build(folder, "calculator.jsx");
    hosted(folder, { head: script("calculator.js"), style, widget: CALCULATOR });
  });
  add("near", "React and Chart.js, loaded when near", { seen: OF_CALCULATOR, when: CALCULATORS_ANSWER }, (folder) => {
    build(folder, "near.js");
    hosted(folder, { head: script("near.js"), style, widget: CALCULATOR });
  });
  add("frame", "iframe-resizer around React and Chart.js", { seen: { ...OF_CALCULATOR, frame: "#frame" }, when: `${CALCULATORS_ANSWER}, in the frame` }, (folder) => {
    build(folder, "frame.js", "framed.js");
    hosted(folder, { head: script("frame.js"), widget: FRAME });
    writeFileSync(join(folder, "framed.html"), framePage({ head: script("framed.js"), style, widget: CALCULATOR }));
  });
  add("typeform", "Typeform's embed script, without a form", { when: "none: the form would come from Typeform, which is not asked" }, (folder) => {
    cpSync(join(packages, "node_modules/@typeform/embed/build/embed.js"), join(folder, "embed.js"));
    hosted(folder, { widget: `${TYPEFORM}<script src="embed.js"></script>` });
  });
  add("host", "the host alone", { when: "none" }, (folder) => hosted(folder, {}));

  const { status } = spawnSync("node", [COMPRESS, site], { stdio: "inherit" });
  if (status !== 0) throw new Error("the pages could not be compressed");
  return pages;
}
