// Those who come after the first paint: who plays the trials, and who shows what can be explored under the answer.
// Each gets a port of static/start.js and the address of a program.

// A program that has stopped is replaced by a new one, so many times at most.
const RESTARTS = 2;

// A wasm file, compiled once it is there. (Where a page is left while Firefox compiles what still loads, that never ends,
// and nothing else is compiled any more, also not on the next page.)
async function compiled(url) {
  const response = await fetch(url);
  return WebAssembly.compile(await response.arrayBuffer());
}

// Takes what was said to a port and what will be.
function answer(port, post) {
  port.post = post;
  port.said.splice(0).forEach(post);
}

// Where trials are played, once there are some to play: in a worker, else in slices on this thread.
export function play(player, url) {
  let module;
  let port;
  let last;
  let restarts = 0;
  const use = async (found, stopped) => {
    module ??= compiled(new URL("./worker_bg.wasm", url));
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
  answer(player, (message) => {
    const first = last === undefined;
    last = message;
    if (!first) return port?.postMessage(message);
    try {
      elsewhere();
    } catch {
      here();
    }
  });
}

// A message port as src/platform takes it: with the message itself, not the event.
const asPort = (port) => ({
  post: (message) => port.postMessage(message),
  set onmessage(listener) { port.onmessage = listener && (({ data }) => listener(data)); },
});

// What can be explored: its files come when there is first something to tell it; it starts when `place` is less than a
// screen away, or when it is to open something.
export function explore(explorer, url, place) {
  let loading;
  let channel;
  let start;
  const wanted = new Promise((resolve) => { start = resolve; });
  // What it was told of the present state, and what it is to open before it has started.
  let told = [];
  let opened;
  let restarts = 0;
  // Without its files the page shows less.
  const load = () => begin().catch(() => {});
  async function begin() {
    const near = ([{ isIntersecting }]) => isIntersecting && start();
    new IntersectionObserver(near, { rootMargin: "100%" }).observe(place);
    const wasm = compiled(new URL("./explorer_bg.wasm", url));
    // A program is had once from each address.
    const program = import(restarts ? `${url}?${restarts}` : url);
    const [{ default: init, mount }, module] = await Promise.all([program, wasm, wanted]);
    await init({ module_or_path: module });
    channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => explorer.onmessage?.(data);
    mount(place, asPort(channel.port2));
    [...told, opened].forEach((message) => message && channel.port1.postMessage(message));
    opened = undefined;
  }
  addEventListener("error", ({ error }) => {
    if (restarts === RESTARTS || !error?.stack?.includes(url)) return;
    restarts += 1;
    const fresh = place.cloneNode();
    place.replaceWith(fresh);
    place = fresh;
    channel = undefined;
    loading = load();
  });
  answer(explorer, (message) => {
    if (message.shared) told = [message];
    else if (message.report) told[1] = message;
    loading ??= load();
    if (channel) return channel.port1.postMessage(message);
    if (!message.open) return;
    opened = message;
    start();
  });
}
