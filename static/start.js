// Starts the page. The build has put the addresses of its files on a link in the head of index.html.
// The wasm file is fetched here and not by a preload link, because WebKit would load it a second time.
const link = document.querySelector("link[data-wasm]");
const get = (address, options) => fetch(new URL(address, document.baseURI), options);
const wasm = compiled(get(link.dataset.wasm));

// A wasm file, compiled while it loads; where that fails, or goes on a while after the last byte, compiled anew from
// all of them. (After a reload, Firefox now and then never finishes what it compiles while it loads.)
async function compiled(file) {
  const response = await file;
  const bytes = response.clone().arrayBuffer();
  const streamed = WebAssembly.compileStreaming(response).catch(() => {});
  const late = bytes.then(() => new Promise((resume) => setTimeout(resume, 1000)));
  return await Promise.race([streamed, late]) ?? WebAssembly.compile(await bytes);
}

// English is inside the wasm file; each other language has a file of texts, named by its tag, and one
// for the explorer, named "explorer-" and its tag.
const addresses = link.dataset.texts.split(" ");
const tagOf = (text) => /[a-z]+/i.exec(text ?? "")?.[0].toLowerCase();
const nameOf = (address) => /([^/]*)-/.exec(address)[1];
const addressOf = (name) => addresses.find((address) => nameOf(address) === name);

// The language to begin with: the one the history keeps, else the widget's, else the page's where that is not
// what every page says, else the browser's.
function firstLanguage() {
  const page = tagOf(document.documentElement.lang);
  const widget = document.getElementById("pipeline-lever")?.lang;
  const wishes = [history.state?.pipelineLever, widget, page === "en" ? "" : page, navigator.language];
  return wishes.map(tagOf).find((tag) => tag === "en" || addressOf(tag)) ?? "en";
}

async function read(tag, options) {
  const response = await get(addressOf(tag), options);
  if (response.ok) return response.text();
}

// The texts of a language, or nothing. They are asked for once, and again only where that has failed.
const asked = {};
function texts(tag, options) {
  asked[tag] ??= Promise.race([read(tag, options), new Promise((giveUp) => setTimeout(giveUp, 8000))])
    .catch(() => {})
    .then((text) => {
      if (!text) delete asked[tag];
      return text;
    });
  return asked[tag];
}

// A program that has stopped is replaced by a new one, so many times at most.
const RESTARTS = 2;

// Where trials are played, once there are some to play: in a worker, else in slices on this thread.
function player(url) {
  const player = { onmessage: null, post };
  let module;
  let port;
  let last;
  let restarts = 0;
  const use = async (found, stopped) => {
    module ??= compiled(fetch(new URL("./worker_bg.wasm", url)));
    found.postMessage({ module: await module });
    port = found;
    port.onmessage = ({ data }) => data.stopped ? stopped?.(data.stopped) : player.onmessage?.(data);
    port.postMessage(last);
  };
  // Without its files the page shows what it computes itself.
  const here = () => listenHere().catch(() => {});
  const listenHere = async () => {
    const channel = new MessageChannel();
    const { listen } = await import(url);
    listen(channel.port2);
    await use(channel.port1);
  };
  const elsewhere = () => {
    const worker = new Worker(url, { type: "module" });
    worker.onerror = () => {
      worker.terminate();
      here();
    };
    const stopped = (why) => {
      console.warn(why);
      worker.terminate();
      restarts += 1;
      if (restarts <= RESTARTS) elsewhere();
    };
    use(worker, stopped).catch(() => {});
  };
  function post(message) {
    const first = last === undefined;
    last = message;
    if (!first) return port?.postMessage(message);
    try {
      elsewhere();
    } catch {
      here();
    }
  }
  return player;
}

// A message port as src/platform takes it: with the message itself, not the event.
const asPort = (port) => ({
  post: (message) => port.postMessage(message),
  set onmessage(listener) { port.onmessage = listener && (({ data }) => listener(data)); },
});

// What can be explored under the answer: a program of its own, which comes when there is first something to tell it.
function explorer(url) {
  const port = { onmessage: null, open, post };
  let place;
  let loading;
  let channel = connect();
  // What it was told of the present state.
  let told = [];
  let restarts = 0;
  function connect() {
    const connected = new MessageChannel();
    connected.port1.onmessage = ({ data }) => port.onmessage?.(data);
    return connected;
  }
  function open(found) { place = found; }
  function post(message) {
    if (message.shared) told = [message];
    else if (message.report) told[1] = message;
    loading ??= afterPaint(load);
    channel.port1.postMessage(message);
  }
  async function load() {
    const { port2 } = channel;
    const wasm = compiled(fetch(new URL("./explorer_bg.wasm", url)));
    // A program is had once from each address.
    const program = import(restarts ? `${url}?${restarts}` : url);
    const [{ default: start, mount }, module] = await Promise.all([program, wasm]);
    await start({ module_or_path: module });
    mount(place, asPort(port2));
  }
  addEventListener("error", ({ error }) => {
    if (restarts === RESTARTS || !error?.stack?.includes(url)) return;
    restarts += 1;
    const fresh = place.cloneNode();
    place.replaceWith(fresh);
    place = fresh;
    channel = connect();
    told.forEach((message) => message && channel.port1.postMessage(message));
    loading = afterPaint(load);
  });
  return port;
}

// Without its files the page shows less.
const afterPaint = (work) => painted.then(work).catch(() => {});
let paint;
const painted = new Promise((resolve) => { paint = resolve; });

// What src/platform finds.
const language = firstLanguage();
const later = (address) => new URL(address, document.baseURI);
window.pipelineLever = { language, texts, player: player(later(link.dataset.player)), explorer: explorer(later(link.dataset.explorer)) };
if (language !== "en") texts(language);

const { default: start } = await import(link.href);
await start({ module_or_path: await wasm });

// With the page painted, what comes later follows, and the other languages, so that changing to one asks for nothing.
const fetchOthers = () => addresses.forEach((address) => texts(nameOf(address), { priority: "low" }));
requestAnimationFrame(() => setTimeout(paint));
afterPaint(fetchOthers);
