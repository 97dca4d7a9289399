// Starts the page: loads the two files that the build has linked in the head of index.html.
const address = (kind) => document.querySelector(`link[data-app="${kind}"]`).href;
const { default: start } = await import(address("js"));
await start({ module_or_path: address("wasm") });
