// The hashes of a release's files, and what a page says of them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Those of what is sent once it is unpacked, by addresses from the folder on.
export function hashesOf(folder, under = "") {
  const hashes = {};
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const name = under + entry.name;
    if (entry.isDirectory()) Object.assign(hashes, hashesOf(folder, `${name}/`));
    else if (!/\.(br|gz)$|^(integrity\.json|snippet\.html)$/.test(name)) hashes[name] = hashOf(readFileSync(join(folder, name)));
  }
  return hashes;
}

const hashOf = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

// What a page pastes, where a release is at an address. A script's hash says nothing of the scripts that it imports; those
// are held to theirs by the map of imports.
export function snippet(address, files) {
  const imported = Object.keys(files).filter((name) => /^(app-|explorer-|player-).*\.js$/.test(name));
  const map = { integrity: Object.fromEntries(imported.map((name) => [address + name, files[name]])) };
  return `<script type="importmap">${JSON.stringify(map)}</script>
<script type="module" src="${address}pipeline-lever.js" integrity="${files["pipeline-lever.js"]}" crossorigin="anonymous"></script>
<pipeline-lever>
  <a href="${address}">Open the calculator</a>
</pipeline-lever>
`;
}
