// The element of a server: its files lie beside this one.
import { register } from "../pipeline-lever.js";
import { filesOf } from "../shell/files.js";

const at = (address) => new URL(address, import.meta.url).href;
register({ ...filesOf(ADDRESSES, at), release: at("./") });
