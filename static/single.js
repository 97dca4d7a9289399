// Starts the page that is a single file with everything inside it, as scripts/single.mjs makes it: FILES lists the
// addresses and lengths of the files, which are packed one after another.
import { filesOf, firstKnown } from "./shell/files.js";
import { startPage } from "./shell/page.js";

// Browsers take no program of another kind.
const TYPES = { js: "text/javascript", wasm: "application/wasm" };

async function unpacked() {
  const element = document.querySelector("script[data-packed]");
  const bytes = Uint8Array.from(atob(element.textContent), (sign) => sign.charCodeAt(0));
  element.remove();
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).blob();
}

// A page from a disk may read no other file, but what is made of its own bytes; what is not in it has no address. What is
// asked for with "?" and a number is another copy: a program is had once from each address.
function addressIn(all) {
  const parts = {};
  let start = 0;
  for (const [address, length] of FILES) {
    parts[address] = all.slice(start, start + length, TYPES[address.split(".").at(-1)]);
    start += length;
  }
  const urls = {};
  return (address) => {
    const part = parts[address.split("?")[0]];
    if (part) return urls[address] ??= URL.createObjectURL(part);
  };
}

function giveUp(error) {
  const language = firstKnown(navigator.languages, Object.keys(TEXTS));
  document.getElementById("pipeline-lever").textContent = TEXTS[language]["failure.old"];
  throw error;
}

function start(all) {
  const at = addressIn(all);
  // On a page from a disk, Chromium has no workers that are modules.
  const worker = () => new Worker(at(WORKER));
  startPage({ ...filesOf(ADDRESSES, at), worker });
}

unpacked().then(start).catch(giveUp);
