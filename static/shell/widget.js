// One widget of a page: a shadow root on an element with a place for the first screen and one under it, and the object
// that src/platform/host.rs finds.
import { compiled } from "./files.js";
import { spotsOf } from "./spots.js";

// Kept once the browser has painted, so that what follows is a task of its own. What nobody sees is not painted.
const painted = () => new Promise((done) => document.hidden ? setTimeout(done) : requestAnimationFrame(() => setTimeout(done)));

// The program of the first screen, which all widgets of the page share, once one wants it, and how many there were before.
let program;
let number = 0;

// The wasm file is fetched here and not by a preload link, because WebKit would load it a second time.
function programOf({ at, named }) {
  // A program is had once from each address.
  const url = at(named.href + (number ? `?${number}` : ""));
  const start = async () => {
    const [module_or_path, { default: begin, mount }] = await Promise.all([compiled(at(named.wasm)), import(url)]);
    await begin({ module_or_path });
    await painted();
    return spotsOf(mount);
  };
  return { url, show: start() };
}

// Somebody who comes later: what is said before then waits.
function port() {
  const port = { said: [], post: (message) => port.said.push(message) };
  return port;
}

// `root` is the shadow root to live in, with `between` under the first screen. `page` is what the widget begins with and
// asks of the page around (see src/platform/host.rs), `language` answers with the language to begin with, and `fail` is
// told why it cannot go on.
export function widgetIn({ root, between = [], files, page, language, fail }) {
  const now = new Date();
  const [year, month] = [now.getFullYear(), now.getMonth()];
  const [place, under] = ["div", "div"].map((name) => document.createElement(name));
  const host = {
    ...page,
    month: new Date(year, month, 9).toISOString().slice(0, 7),
    texts: files.texts,
    player: port(),
    explorer: port(),
  };
  let used;
  let starts = false;
  let ends = [() => [place, under].forEach((used) => used.remove())];
  // What is asked for first comes first: what the widget looks like, and what it says until the program is there.
  root.append(place, ...between, under);
  const styled = files.read(files.named.styles).then((styles) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    page.dressed?.();
  }).catch(() => {});

  // Shows the widget as it has been drawn beforehand, until the program draws it anew. It begins with this month, and
  // what it says depends on the lengths of the months ahead; of years the drawing has how many there are until then.
  async function showFirst() {
    const tag = language();
    const february = new Date(year + (month > 1), 2, 0).getDate();
    const first = files.read(`${files.named.first}${tag}-${month + 1}-${february}.txt`);
    // Nor is anything shown in a language that the program will not speak.
    const [drawn, , known] = await Promise.all([first, styled, tag === "en" || files.texts(tag)]);
    if (!known || starts) return;
    place.innerHTML = drawn.replace(/{(.)}/g, (mark, later) => year + Number(later));
    // A part at a time, as the browser's first look for fonts takes long. What is not complete yet is busy.
    // (A style attribute could not say so: browsers may leave an empty one behind where it is removed.)
    const drawing = place.firstChild;
    const parts = place.querySelectorAll(".bar-tools, .answer, .pipeline, .rows + .rows, .row + .row, .add, .ways, .ways-foot, footer");
    drawing.setAttribute("aria-busy", true);
    for (const { style } of parts) style.display = "none";
    for (const { style } of parts) {
      await painted();
      style.display = "";
    }
    drawing.removeAttribute("aria-busy");
  }

  // Has another program come in place of this one, which has stopped or could not be had.
  function forget() {
    if (program !== used) return;
    program = undefined;
    number += 1;
  }

  async function begin() {
    used = program ??= programOf(files);
    used.show.catch(forget);
    const show = await used.show;
    const tag = language();
    const words = tag === "en" ? undefined : await files.texts(tag);
    await styled;
    if (!ends) return;
    starts = true;
    // It is drawn a part at a time, out of sight, and takes the place of what shows until then once it is complete.
    const next = place.appendChild(document.createElement("div"));
    next.style.cssText = "block-size:0;contain:strict";
    next.setAttribute("aria-busy", true);
    const watch = new AbortController();
    await new Promise((complete, stop) => {
      addEventListener("error", ({ error }) => error?.stack?.includes(used.url) && stop(error), watch);
      Object.assign(host, { language: tag, words, drawn: complete, begun: (host.begun ?? 0) + 1 });
      ends[1] = show(next, host);
    });
    watch.abort();
    await painted();
    next.style.cssText = "";
    next.removeAttribute("aria-busy");
    while (place.firstChild !== next) place.firstChild.remove();
  }

  // With the widget painted, those follow who come later, and the other languages, so that changing to one asks for
  // nothing. Without its files the widget shows less.
  async function bringOthers() {
    const { follow } = await import(files.at(`${files.named.player}later.js`));
    ends?.push(...follow(widget, files, under));
    // Each is asked for in a task of its own, so that the page has time for something else.
    for (const tag of files.languages) {
      for (const name of [tag, `explorer-${tag}`]) {
        files.texts(name, { priority: "low" });
        await painted();
      }
    }
  }

  const widget = {
    host,
    fail,
    url: () => used.url,
    showFirst: () => showFirst().catch(() => {}),
    async start() {
      await begin().catch((error) => {
        if (error instanceof WebAssembly.RuntimeError) return widget.beginAnew();
        throw error;
      });
      await painted();
      bringOthers().catch(() => {});
    },
    // With another program, which goes on from what was kept.
    beginAnew() {
      forget();
      place.replaceChildren();
      return begin();
    },
    stop() {
      ends?.forEach((end) => end());
      ends = undefined;
    },
  };
  return widget;
}
