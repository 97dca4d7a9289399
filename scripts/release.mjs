// Makes a versioned release of a built page, beside the older ones:  node release.mjs DIST RELEASE [ADDRESS]
//   RELEASE/1.2.3/  everything, never to be changed, with the hash of each file and a snippet that has them
//   RELEASE/1/      the newest of the versions that begin so: what pages and frames name, which leads to /1.2.3/
//   RELEASE/        what hosts have to send along, as files that they read
// ADDRESS is where RELEASE will be, for the snippet. docs/hosting.md says more.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "./lib/bundled.mjs";
import { check } from "./release/check.mjs";
import { float } from "./release/floating.mjs";
import { writeHeaders } from "./release/headers.mjs";
import { hashesOf, snippet } from "./release/integrity.mjs";

const [dist, release, address = "https://example.com/pipeline-lever"] = process.argv.slice(2);
// What of a built page is no file of a server's.
const LEFT_OUT = /^(npm|\..*)$/;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function publish() {
  const [home, fresh] = [join(release, version), join(release, ".new")];
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const name of readdirSync(dist).filter((name) => !LEFT_OUT.test(name))) {
    cpSync(join(dist, name), join(fresh, name), { recursive: true });
  }
  const files = hashesOf(fresh);
  writeFileSync(join(fresh, "integrity.json"), `${JSON.stringify({ version, files }, null, 2)}\n`);
  writeFileSync(join(fresh, "snippet.html"), snippet(`${address.replace(/\/$/, "")}/${version}/`, files));
  if (!existsSync(home)) return renameSync(fresh, home);
  const published = JSON.parse(readFileSync(join(home, "integrity.json"), "utf8"));
  rmSync(fresh, { recursive: true });
  if (same(published.files, files)) return;
  throw new Error(`${home} is there already, with other files: what is published never changes. Raise the version in Cargo.toml, or take that folder away if nobody has it`);
}

try {
  publish();
  const versions = readdirSync(release).filter((name) => /^\d+\.\d+\.\d+/.test(name));
  const floating = float(release, versions);
  for (const folder of floating) execFileSync("node", ["scripts/compress.mjs", join(release, folder)]);
  writeHeaders(release, versions, floating);
  const count = check(release, versions, floating);
  console.log(`release: ${version} is in ${release}/, ${count} addresses lead to files`);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
