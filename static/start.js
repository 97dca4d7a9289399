// Starts the page. The build has put the addresses of its files on a link in the head of index.html.
// The wasm file is fetched here and not by a preload link, because WebKit would load it a second time.
const link = document.querySelector("link[data-wasm]");
const get = (address, options) => fetch(new URL(address, document.baseURI), options);
const wasm = get(link.dataset.wasm);

// English is inside the wasm file; each other language has a file of texts, whose name begins with its tag.
const addresses = link.dataset.texts.split(" ");
const tagOf = (text) => /[a-z]+/i.exec(text ?? "")?.[0].toLowerCase();
const addressOf = (tag) => addresses.find((address) => address.includes(`/${tag}-`));

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

// Where trials are played, once there are some to play: in a worker, else in slices on this thread.
function player(url) {
  const player = { onmessage: null, post };
  let port;
  let last;
  const use = (found) => {
    port = found;
    port.onmessage = ({ data }) => player.onmessage?.(data);
    port.postMessage(last);
  };
  // Without its files the page shows what it computes itself.
  const here = () => listenHere().catch(() => {});
  const listenHere = async () => {
    const channel = new MessageChannel();
    const { listen } = await import(url);
    listen(channel.port2);
    use(channel.port1);
  };
  const elsewhere = () => {
    const worker = new Worker(url, { type: "module" });
    worker.onerror = () => {
      worker.terminate();
      here();
    };
    use(worker);
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

// What src/platform finds.
const language = firstLanguage();
window.pipelineLever = { language, texts, player: player(new URL(link.dataset.player, document.baseURI)) };
if (language !== "en") texts(language);

const { default: start } = await import(link.href);
await start({ module_or_path: wasm });

// With the page painted, the other languages follow, so that changing to one asks for nothing.
const fetchOthers = () => addresses.forEach((address) => texts(tagOf(address), { priority: "low" }));
requestAnimationFrame(() => setTimeout(fetchOthers));
