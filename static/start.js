// Starts the page. The build has put the addresses of its files on a link in the head of index.html.
// The wasm file is fetched here and not by a preload link, because WebKit would load it a second time.
const link = document.querySelector("link[data-wasm]");
const address = (name) => new URL(link.dataset[name], document.baseURI);
const wasm = fetch(address("wasm"));

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
  const here = async () => {
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

document.getElementById("pipeline-lever").player = player(address("player"));
const { default: start } = await import(link.href);
await start({ module_or_path: wasm });
