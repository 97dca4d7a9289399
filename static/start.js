// Starts the standalone page. The build has put the addresses of its files on a link in the head of index.html.
import { filesOf } from "./shell/files.js";
import { startPage } from "./shell/page.js";

const link = document.querySelector("link[data-wasm]");
startPage(filesOf({ ...link.dataset, href: link.href }, (address) => new URL(address, document.baseURI).href));
