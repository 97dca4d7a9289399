// The element of the npm package, whose files are wherever a bundler has put them. scripts/package.mjs writes that down:
// FILES has their addresses there by those of the build.
import { register } from "../pipeline-lever.js";
import { filesOf } from "../shell/files.js";
import { FILES } from "./addresses.js";

const named = ADDRESSES;
// An app has no page of the calculator's own beside its files: its links lead to the page that the element is on, unless
// that says another.
const ownPage = () => location.href.replace(/#.*$/, "");

function at(address) {
  if (address === "./") return ownPage();
  const [file, question] = address.split("?");
  return question ? `${FILES[file]}?${question}` : FILES[file];
}

// There are so many drawings that their addresses are a script of their own.
const files = filesOf(named, at);
const { read } = files;
files.read = async (address, options) => {
  if (address.startsWith(named.first)) Object.assign(FILES, (await import("./drawings.js")).FILES);
  return read(address, options);
};
register(files);
