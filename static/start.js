// Starts the page. The build has put the addresses of its files on a link in the head of index.html.
const link = document.querySelector("link[data-wasm]");
const later = (address) => new URL(address, document.baseURI);
const get = (address, options) => fetch(later(address), options);
const read = async (address, options) => {
  const response = await get(address, options);
  if (response.ok) return response.text();
};

// English is inside the wasm file; each other language has a file of texts, named by its tag, and one
// for the explorer, named "explorer-" and its tag.
const languages = link.dataset.languages.split(" ");
// What the history keeps of us.
let kept = history.state?.pipelineLever;
const tagOf = (text) => /[a-z]+/i.exec(text ?? "")?.[0].toLowerCase();

// The language to begin with: the one the history keeps, else the widget's, else the link's ("?lang=lt"), else the
// page's where that is not what every page says, else the browser's.
function firstLanguage() {
  const page = tagOf(document.documentElement.lang);
  const linked = new URLSearchParams(location.search).get("lang");
  const wishes = [kept, host.lang, linked, page === "en" ? "" : page, ...navigator.languages];
  return wishes.map(tagOf).find((tag) => ["en", ...languages].includes(tag)) ?? "en";
}

// The texts of a language, or nothing. They are asked for once, and again only where that has failed.
const asked = {};
function texts(tag, options) {
  asked[tag] ??= Promise.race([read(`${link.dataset.texts}${tag}.txt`, options), new Promise((giveUp) => setTimeout(giveUp, 8000))])
    .catch(() => {})
    .then((text) => {
      if (!text) delete asked[tag];
      return text;
    });
  return asked[tag];
}

// What is asked for first comes first: what the page looks like, and what it says until the program is there.
const host = document.getElementById("pipeline-lever");
const root = host.attachShadow({ mode: "open" });
let [place, under] = ["div", "div"].map((name) => root.appendChild(document.createElement(name)));
const styled = read(link.dataset.styles).then(wear).catch(() => {});
const language = firstLanguage();
const now = new Date();
const [year, month] = [now.getFullYear(), now.getMonth()];
let starts = false;
if (isFirst()) showFirst().catch(() => {});
// The wasm file is fetched here and not by a preload link, because WebKit would load it a second time.
const wasm = compiled(get(link.dataset.wasm));

function wear(styles) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
}

// Whether the page begins with what it says to everybody: no link, nothing kept, nothing that the page around asks for.
function isFirst() {
  const asked = location.hash.startsWith("#s=") || host.hasAttribute("preset") || host.hasAttribute("currency");
  return !asked && !/ /.test(kept);
}

// Shows the page as it has been drawn beforehand, until the program draws it anew. It begins with this month, and what
// it says depends on the lengths of the months ahead; of years the drawing has how many there are until then.
async function showFirst() {
  const february = new Date(year + (month > 1), 2, 0).getDate();
  const first = read(`${link.dataset.first}${language}-${month + 1}-${february}.txt`);
  // Nor is anything shown in a language that the program will not speak.
  const needed = [first, styled, language === "en" || texts(language)];
  const [drawn, , known] = await Promise.all(needed);
  if (known && !starts) place.innerHTML = drawn.replace(/{(.)}/g, (mark, later) => year + Number(later));
}

// A wasm file, compiled while it loads; where that fails, or goes on a while after the last byte, compiled anew from
// all of them. (After a reload, Firefox now and then never finishes what it compiles while it loads.)
async function compiled(file) {
  const response = await file;
  const bytes = response.clone().arrayBuffer();
  const streamed = WebAssembly.compileStreaming(response).catch(() => {});
  const late = bytes.then(() => new Promise((resume) => setTimeout(resume, 1000)));
  return await Promise.race([streamed, late]) ?? WebAssembly.compile(await bytes);
}

// Somebody who comes later: what is said before then waits.
function port() {
  const port = { onmessage: null, said: [], post: (message) => port.said.push(message) };
  return port;
}

// Without its files the page shows less.
const afterPaint = (work) => painted.then(work).catch(() => {});
let paint;
const painted = new Promise((resolve) => { paint = resolve; });

const [player, explorer] = [port(), port()];

// The page's address and what the history keeps of us beside other things of the page.
const linkWith = (fragment) => location.href.replace(/#.*|$/, fragment && `#${fragment}`);
// Refused in some sandboxes and when called too often; the next change tries again.
const replace = (state, address) => {
  try {
    history.replaceState(state, "", address);
  } catch {}
};

// What src/platform finds.
const page = window.pipelineLever = {
  month: `${year}-${String(month + 1).padStart(2, 0)}`,
  preset: host.getAttribute("preset"),
  currency: host.getAttribute("currency"),
  texts,
  fragment: () => location.hash.slice(1),
  linkWith,
  write: (fragment) => replace(history.state, linkWith(fragment)),
  kept: () => kept,
  keep: (text) => {
    kept = text;
    replace({ ...history.state, pipelineLever: text });
  },
  player,
  explorer,
};
addEventListener("hashchange", () => page.onfragment?.());
if (language !== "en") texts(language);

// A program that has stopped is replaced by a new one, which goes on from what was kept; so many times at most.
const RESTARTS = 2;
let restarts = 0;
// A program is had once from each address.
let program = link.href;
async function begin() {
  const { default: start } = await import(program);
  const module = await wasm;
  await styled;
  starts = true;
  Object.assign(page, { place, language: firstLanguage() });
  await start({ module_or_path: module });
}
function beginAnew({ error, reason = error }) {
  if (restarts === RESTARTS || !reason?.stack?.includes(program)) return;
  restarts += 1;
  program = `${link.href}?${restarts}`;
  const fresh = place.cloneNode();
  place.replaceWith(fresh);
  place = fresh;
  begin().catch(() => {});
}
addEventListener("error", beginAnew);
addEventListener("unhandledrejection", beginAnew);
await begin();

// With the page painted, those follow who come later, and the other languages, so that changing to one asks for nothing.
async function fetchLater() {
  const { play, explore } = await import(new URL("./later.js", later(link.dataset.player)));
  play(player, later(link.dataset.player));
  explore(explorer, later(link.dataset.explorer), under);
}
const fetchOthers = () => languages.forEach((tag) => [tag, `explorer-${tag}`].forEach((name) => texts(name, { priority: "low" })));
requestAnimationFrame(() => setTimeout(paint));
afterPaint(fetchLater);
afterPaint(fetchOthers);
