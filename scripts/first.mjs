// Draws the page as it begins, by the built program itself but without a browser, for static/shell/widget.js to show until
// the program is there:  node first.mjs DIST LINKEDOM
// DIST is the built page, LINKEDOM the folder that has the package of that name. The page begins with this month, and
// what it says depends on how long the months ahead are: there is a drawing for each language, month and length of
// February. Only that is kept which is seen; the program draws the same again, and then it can be used.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [dist, tools] = process.argv.slice(2);
const { parseHTML } = createRequire(join(tools, "/"))("linkedom");

// Years in which the page may be opened: all that there are, as far as the lengths of the months ahead go.
const YEARS = [2001, 2002, 2003, 2004];
// The texts that say a month.
const SAYS_MONTH = "[data-fact^='firstEffect.']";
// Drawn, but not seen.
const UNSEEN = "[hidden], .unseen, .message:empty";
// What elements look like apart from the style sheets.
const LOOKS = ["class", "lang", "value", "min", "max", "selected", "placeholder", "type", "viewBox", "preserveAspectRatio", "d", "x", "y", "width", "height"];

const page = join(dist, "index.html");
const html = readFileSync(page, "utf8");
const attribute = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(html)[1];
const fileOf = (address) => readFileSync(join(dist, address));

const link = /<link [^>]*\bdata-wasm=[^>]*>/.exec(html)[0];
const script = fileOf(/\bhref="([^"]*)"/.exec(link)[1]).toString("utf8");
const module = new WebAssembly.Module(fileOf(attribute("data-wasm")));
const styles = fileOf(attribute("data-styles")).toString("utf8");
const texts = attribute("data-texts");
const languages = ["en", ...attribute("data-languages").split(" ")];
const kept = new Set([...LOOKS, ...[...styles.matchAll(/\[([\w-]+)/g)].map(([, name]) => name)]);

// A browser's window, as far as the program looks at it before it has drawn: nothing kept, no link, no time passes.
Date.now = () => 0;
const { window: dom } = parseHTML("<!doctype html><html><body></body></html>");
// The program goes on a while later until it has drawn all of it, and not any more then.
const waiting = new Map();
let timers = 0;
let draws;
const goOn = (timer) => {
  const call = waiting.get(timer);
  waiting.delete(timer);
  if (draws) call?.();
};
const later = (call) => {
  timers += 1;
  waiting.set(timers, call);
  setImmediate(goOn, timers);
  return timers;
};
class Window { static [Symbol.hasInstance](object) { return object === globalThis; } }
Object.assign(globalThis, {
  Window, document: dom.document, setTimeout: later, clearTimeout: (timer) => waiting.delete(timer), addEventListener: () => {}, removeEventListener: () => {},
});
for (const name of ["Node", "Element", "HTMLElement", "HTMLInputElement", "HTMLSelectElement", "Text", "ShadowRoot", "Event"]) {
  globalThis[name] = dom[name] ?? class {};
}

// What is chosen is drawn as the entry's own mark.
Object.defineProperty(dom.HTMLSelectElement.prototype, "value", { set: () => {} });

// Node ends by itself, and says little, once nothing is left that a drawing could still wait for.
process.on("exit", (code) => code === 13 && console.error("first: a drawing never ends"));

let programs = 0;
async function draw(language, year, month) {
  const place = dom.document.createElement("div");
  const first = `${year}-${String(month + 1).padStart(2, 0)}`;
  const words = language === "en" ? undefined : fileOf(`${texts}${language}.txt`).toString("utf8");
  // Each import is a program of its own.
  programs += 1;
  const source = Buffer.from(`${script}\n//${programs}`).toString("base64");
  const { default: begin, mount } = await import(`data:text/javascript;base64,${source}`);
  await begin({ module_or_path: module });
  draws = true;
  await new Promise((drawn) => mount(place, { language, words, month: first, drawn }));
  draws = false;
  await new Promise(setImmediate);
  if (place.children.length !== 1) throw new Error(`nothing is drawn in ${language}`);
  return place.firstElementChild;
}

// The attributes without which an element looks the same: an entry's value is not seen, and a slider begins in its middle.
function superfluous(element) {
  if (element.localName === "option") return ["value"];
  if (element.getAttribute("type") !== "range") return ["type"];
  const [value, max] = ["value", "max"].map((name) => Number(element.getAttribute(name)));
  return 2 * value === max ? ["min", "max", "value"] : ["min"];
}

// What is seen of a drawing. Of years it has how many there are until then.
function seen(drawing, year) {
  for (const element of drawing.querySelectorAll(SAYS_MONTH)) {
    element.textContent = element.textContent.replace(/20\d\d/, (said) => `{${said - year}}`);
  }
  for (const element of drawing.querySelectorAll(UNSEEN)) element.remove();
  for (const element of [drawing, ...drawing.querySelectorAll("*")]) {
    const without = superfluous(element);
    for (const { name } of [...element.attributes]) {
      if (!kept.has(name) || without.includes(name)) element.removeAttribute(name);
    }
  }
  drawing.setAttribute("inert", "");
  return drawing.outerHTML.replaceAll('=""', "").replaceAll(" />", "/>").replaceAll("&#160;", "\u00a0");
}

const files = {};
for (const language of languages) {
  for (const year of YEARS) {
    for (let month = 0; month < 12; month += 1) {
      // The next one, which may be this month.
      const february = new Date(year + (month > 1), 2, 0).getDate();
      const name = `${language}-${month + 1}-${february}.txt`;
      const markup = seen(await draw(language, year, month), year);
      files[name] ??= markup;
      if (files[name] !== markup) throw new Error(`${name} is not the same in ${year}`);
    }
  }
}
const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 8);
mkdirSync(join(dist, `first-${hash}`));
for (const [name, content] of Object.entries(files)) writeFileSync(join(dist, `first-${hash}`, name), content);
writeFileSync(page, html.replace("data-wasm=", `data-first="./first-${hash}/" $&`));
