// Starts the page. The build has put the addresses of its two files on a link in the head of index.html.
// The wasm file is fetched here and not by a preload link, because WebKit would load it a second time.
const link = document.querySelector("link[data-wasm]");
const wasm = fetch(new URL(link.dataset.wasm, document.baseURI));
const { default: start } = await import(link.href);
await start({ module_or_path: wasm });
