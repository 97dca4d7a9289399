// Those who come after the first paint: who plays the trials, who shows what can be explored under the answer, and who
// replaces a first screen whose program has stopped. Each widget of the page has its own.
import { tellAround } from "./shell/framed.js";
import { spotsOf } from "./shell/spots.js";

// A program that has stopped is replaced by a new one, so many times at most.
const RESTARTS = 2;

// What follows a widget (see widget.js): answers with the functions that end it.
export function follow(widget, files, under) {
  // The standalone page alone is in a frame of its own, or offers its files to other pages, unless it is a single file.
  if (!widget.host.hear) {
    const release = files.at("./");
    if (parent !== self) tellAround(widget.host);
    else if (release) Object.assign(widget.host, { release, preview: previewIn(under, files) });
  }
  return [play(widget.host.player, files), explore(widget.host, files, under), replaceStopped(widget)];
}

// Shows what somebody is about to put into a page, with these attributes, in the frame that the explorer has for it.
function previewIn(place, { at }) {
  const post = (attributes) => {
    const page = place.querySelector(".preview")?.contentDocument;
    if (!page) return;
    let element = page.querySelector("pipeline-lever");
    if (!element) {
      const script = Object.assign(page.createElement("script"), { type: "module", src: at("./pipeline-lever.js") });
      element = page.createElement("pipeline-lever");
      element.setAttribute("loading", "eager");
      page.body.append(element, script);
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (!value) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  };
  return { post };
}

// The first screen's errors are those that have its program's address in their stack.
function replaceStopped(widget) {
  const watch = new AbortController();
  let restarts = 0;
  const beginAnew = ({ error, reason = error }) => {
    if (!reason?.stack?.includes(widget.url())) return;
    restarts += 1;
    if (restarts > RESTARTS) widget.fail?.(reason);
    else widget.beginAnew().catch(widget.fail ?? (() => {}));
  };
  for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, beginAnew, watch);
  return () => watch.abort();
}

// Wasm files, compiled once they are there. (Where a page is left while Firefox compiles what still loads, that never ends,
// and nothing else is compiled any more, also not on the next page.)
const modules = {};
const compiled = (url) => modules[url] ??= fetch(url).then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes));

// Takes what was said to a port and what will be.
function answer(port, post) {
  port.post = post;
  port.said.splice(0).forEach(post);
}

// A worker of a script. One of another server's is made of a blob with its text, where the page's policy lets a worker
// be made of that. (Firefox would take what the blob imports for a worker too, and ask for the server there.)
const blobs = {};
async function workerOf(url) {
  const options = { type: "module" };
  if (new URL(url).origin === origin) return new Worker(url, options);
  blobs[url] ??= fetch(url).then((response) => response.text()).then((text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  return new Worker(await blobs[url], options);
}

// Where trials are played, once there are some to play: in a worker, else in slices on this thread.
function play(player, { at, named, worker: ownWorker }) {
  const url = at(`${named.player}player.js`);
  const wasm = () => compiled(at(`${named.player}worker_bg.wasm`));
  let end;
  let port;
  let last;
  let restarts = 0;
  let over = false;
  const use = (found, stopped) => {
    port = found;
    port.onmessage = ({ data }) => data.stopped ? stopped?.(data.stopped) : player.onmessage?.(data);
    port.postMessage(last);
  };
  // Without its files the page shows what it computes itself.
  const here = () => listenHere().catch(() => {});
  const listenHere = async () => {
    const [{ listen }, module] = await Promise.all([import(url), wasm()]);
    if (over) return;
    const channel = new MessageChannel();
    // Not every page may pass a program on through a channel.
    listen(channel.port2, module);
    end = () => channel.port1.close();
    use(channel.port1);
  };
  const elsewhere = async () => {
    const worker = ownWorker?.() ?? await workerOf(url);
    end = () => worker.terminate();
    if (over) return end();
    worker.onerror = () => {
      end();
      here();
    };
    const stopped = (why) => {
      console.warn(why);
      end();
      restarts += 1;
      if (restarts <= RESTARTS) elsewhere().catch(here);
    };
    wasm().then((module) => {
      worker.postMessage({ module });
      use(worker, stopped);
    }).catch(() => {});
  };
  answer(player, (message) => {
    const first = last === undefined;
    last = message;
    if (first) elsewhere().catch(here);
    else port?.postMessage(message);
  });
  return () => {
    answer(player, () => {});
    over = true;
    end?.();
  };
}

// The explorer's program, which all widgets of the page share, and those who use it.
const users = new Set();
let restarts = 0;
let script;
let program;

// Its files come when they are first wanted; it starts, once for all, when `wanted` is kept.
async function explorerOf(files, wanted) {
  program ??= loaded(files);
  const start = await program;
  await wanted;
  return start();
}
async function loaded({ at, named }) {
  // A program is had once from each address.
  script = at(`${named.explorer}explorer.js${restarts ? `?${restarts}` : ""}`);
  const [module_or_path, { default: begin, mount }] = await Promise.all([compiled(at(`${named.explorer}explorer_bg.wasm`)), import(script)]);
  const started = async () => {
    await begin({ module_or_path });
    return spotsOf(mount);
  };
  let show;
  return () => show ??= started();
}

function beginAnew({ error }) {
  if (!program || !error?.stack?.includes(script) || restarts === RESTARTS) return;
  restarts += 1;
  program = undefined;
  users.forEach((user) => user.beginAnew());
}
addEventListener("error", beginAnew);

// The part of the page that a node is scrolled in; mostly that is all of it. What is set on the body alone is said of the
// page.
function scrollerOf(node) {
  const { body, documentElement, scrollingElement } = document;
  const overflows = (element) => getComputedStyle(element).overflowY;
  const around = ({ assignedSlot, parentElement, parentNode }) => assignedSlot ?? parentElement ?? parentNode?.host;
  for (let at = around(node); at; at = around(at)) {
    const ofItself = at !== body || overflows(documentElement) !== "visible";
    if (ofItself && at.scrollHeight > at.clientHeight && /auto|scroll/.test(overflows(at))) return at;
  }
  return scrollingElement;
}

// While what can be explored still comes, there is as much room under it as `place` had before (see element.css). Who is so
// far down that they see what is under the widget keeps seeing that; all others keep seeing what they look at.
function growUnseen(place) {
  const room = place.offsetHeight;
  const content = place.firstElementChild;
  if (!room) return () => {};
  const scroller = scrollerOf(place);
  const edge = () => place.getBoundingClientRect().bottom;
  const end = () => scroller === document.scrollingElement ? innerHeight : Math.min(innerHeight, scroller.getBoundingClientRect().bottom);
  const resize = (size) => {
    const before = edge();
    place.style.blockSize = size;
    if (before < end()) scroller.scrollBy({ top: edge() - before, behavior: "instant" });
  };
  // A frame later, for which there is room: what others observe would otherwise change after they have been told.
  let frame;
  const growing = new ResizeObserver(() => {
    frame = requestAnimationFrame(() => resize(`${content.offsetHeight + room}px`));
  });
  const coming = new MutationObserver(() => place.querySelector(".way-back") && stop());
  const stop = () => {
    growing.disconnect();
    coming.disconnect();
    cancelAnimationFrame(frame);
    resize("");
  };
  place.style.blockSize = `${room}px`;
  growing.observe(content);
  coming.observe(content, { childList: true, subtree: true });
  return stop;
}

// A message port as src/platform takes it: with the message itself, not the event.
const asPort = (port) => ({
  post: (message) => port.postMessage(message),
  set onmessage(listener) { port.onmessage = listener && (({ data }) => listener(data)); },
});

// What can be explored, for a host as `widget.js` makes it: it comes when there is first something to tell it, and
// starts when `place` is less than a screen away, when it is to open something, or when the page around wants it.
function explore(host, files, place) {
  const { explorer } = host;
  let loading;
  let channel;
  let start;
  let takeAway;
  let watch;
  let stopGrowing;
  const wanted = new Promise((resolve) => { start = resolve; });
  // What it was told of the present state, and what it is to open and is asked for before it has started.
  let told = [];
  let opened;
  let asked = [];
  // What was asked for is answered by nobody any more, and no place is kept: without its files the page shows less.
  const lose = () => {
    place.hidden = true;
    host.hear?.({ lost: true });
  };
  const load = () => begin().catch(lose);
  async function begin() {
    place.hidden = false;
    const near = ([{ isIntersecting }]) => isIntersecting && start();
    watch?.disconnect();
    watch = new IntersectionObserver(near, { rootMargin: "100%" });
    watch.observe(place);
    const show = await explorerOf(files, wanted);
    if (!users.has(user)) return;
    channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => data.answer || data.asked ? host.hear?.(data) : explorer.onmessage?.(data);
    takeAway = show(place, host, asPort(channel.port2));
    stopGrowing?.();
    stopGrowing = growUnseen(place);
    host.dressed?.();
    [...told, opened, ...asked].forEach((message) => message && channel.port1.postMessage(message));
    opened = undefined;
    asked = [];
  }
  const user = {
    beginAnew() {
      if (!loading) return;
      lose();
      channel = undefined;
      loading = load();
    },
  };
  users.add(user);
  answer(explorer, (message) => {
    host.hear?.(message);
    if (message.shared) told = [message];
    else if (message.report) told[1] = message;
    loading ??= load();
    if (channel) return channel.port1.postMessage(message);
    if (message.open) opened = message;
    else if (message.ask) asked.push(message);
    else return;
    start();
  });
  host.wantExplorer = start;
  return () => {
    users.delete(user);
    lose();
    watch?.disconnect();
    stopGrowing?.();
    takeAway?.();
    channel?.port1.close();
    answer(explorer, () => {});
  };
}
