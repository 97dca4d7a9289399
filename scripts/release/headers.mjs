// What hosts have to send along with a release, each in the words of the host: docs/hosting.md says which file is whose.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { POLICY } from "../lib/policy.mjs";

// Pages elsewhere may load the files, and nobody takes one for what it is not.
const ALWAYS = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
};
const CACHE = "Cache-Control";
// What never changes is kept for a year; what leads to the newest version is asked for again after five minutes.
const EXACT = "public, max-age=31536000, immutable";
const FLOATING = "public, max-age=300, stale-while-revalidate=86400";
const PAGE = { "Content-Security-Policy": POLICY };
const WASM = { "Content-Type": "application/wasm" };

// Any version, as an expression.
const VERSION = "[0-9]+\\.[0-9]+\\.[0-9]+[^/]*";

export function writeHeaders(release, versions, floating) {
  const files = {
    "_headers": plain(versions, floating),
    "vercel.json": vercel(),
    ".htaccess": apache(),
    "nginx.conf": nginx(),
    "web.config": iis(versions, floating),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(release, name), text);
}

const list = (headers, line) => Object.entries(headers).map(([name, value]) => line(name, value)).join("\n");

// Netlify and Cloudflare Pages. No header is named twice for a file, as they would join both; they know wasm by themselves.
function plain(versions, floating) {
  const rule = (path, headers) => `${path}\n${list(headers, (name, value) => `  ${name}: ${value}`)}\n`;
  const pages = (folder) => ["", "index.html"].map((page) => rule(`/${folder}/${page}`, PAGE));
  const kept = (folders, value) => folders.flatMap((folder) => [rule(`/${folder}/*`, { [CACHE]: value }), ...pages(folder)]);
  return [rule("/*", ALWAYS), ...kept(versions, EXACT), ...kept(floating, FLOATING)].join("\n");
}

// Addresses inside of a page are relative: it has to be had with the slash.
function vercel() {
  const rule = (source, headers) => ({ source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) });
  const headers = [
    rule("/(.*)", ALWAYS),
    rule(`/(${VERSION})/(.*)`, { [CACHE]: EXACT }),
    rule("/([0-9]+)/(.*)", { [CACHE]: FLOATING }),
    rule("/([^/]+)/(index\\.html)?", PAGE),
    rule("/(.*)\\.wasm", WASM),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

function apache() {
  const set = (headers) => list(headers, (name, value) => `    Header always set ${name} "${value}"`);
  const where = (pattern, headers) => `<If "%{REQUEST_URI} =~ m#${pattern}#">\n${set(headers)}\n</If>`;
  const packed = (encoding, ending) => `RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b
RewriteCond %{REQUEST_FILENAME}.${ending} -f
RewriteRule \\.(html|js|css|wasm|json|svg|txt)$ %{REQUEST_URI}.${ending} [L]`;
  return `# For Apache, with mod_headers, mod_mime and mod_rewrite.
DirectoryIndex index.html
${set(ALWAYS).replaceAll("    ", "")}
${where(`/${VERSION}/`, { [CACHE]: EXACT })}
${where("/[0-9]+/[^/]*$", { [CACHE]: FLOATING })}
${where("/(index\\.html(\\.br|\\.gz)?)?$", PAGE)}
AddType application/wasm .wasm
AddType text/javascript .js
AddCharset utf-8 .html .js .css .json .svg .txt

# The files that are packed already are sent to those who take them. (The ending .br is a language to Apache.)
RemoveLanguage .br
RemoveType .gz
AddEncoding br .br
AddEncoding gzip .gz
SetEnvIf Request_URI "\\.(br|gz)$" no-gzip no-brotli
Header append Vary Accept-Encoding
RewriteEngine On
${packed("br", "br")}
${packed("gzip", "gz")}
`;
}

// A location's headers replace those around it: each has all of its own.
function nginx() {
  const add = (headers) => list(headers, (name, value) => `    add_header ${name} "${value}" always;`);
  const location = (pattern, ...headers) => `location ~ ${pattern} {\n${add(Object.assign({}, ALWAYS, ...headers))}\n}\n`;
  return `# For nginx: include this in the server whose root has the release's folder as /pipeline-lever/, with types for wasm
# (nginx 1.21 and later have it). gzip_static sends the .gz files, and brotli_static, of the module ngx_brotli, the .br ones.
gzip_static on;
gzip_vary on;
# brotli_static on;

${location(`"^/pipeline-lever/${VERSION}/(index\\.html)?$"`, { [CACHE]: EXACT }, PAGE)}
${location(`"^/pipeline-lever/[0-9]+/(index\\.html)?$"`, { [CACHE]: FLOATING }, PAGE)}
${location(`"^/pipeline-lever/${VERSION}/"`, { [CACHE]: EXACT })}
${location(`"^/pipeline-lever/[0-9]+/"`, { [CACHE]: FLOATING })}`;
}

function iis(versions, floating) {
  const add = (indent, headers) => list(headers, (name, value) => `${indent}<add name="${name}" value="${value}" />`);
  const custom = (indent, headers) => `${indent}<httpProtocol><customHeaders>\n${add(`${indent}  `, headers)}\n${indent}</customHeaders></httpProtocol>`;
  const location = (path, headers) => `  <location path="${path}"><system.webServer>\n${custom("    ", headers)}\n  </system.webServer></location>`;
  const kept = (folders, value) => folders.flatMap((folder) => [location(folder, { [CACHE]: value }), location(`${folder}/index.html`, PAGE)]);
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
    </staticContent>
${custom("    ", ALWAYS)}
  </system.webServer>
${[...kept(versions, EXACT), ...kept(floating, FLOATING)].join("\n")}
</configuration>
`;
}
