// The page element.html of a release: what <pipeline-lever> offers, with examples that are the element itself.
import { escaped, inHtml, tablesOf, withCode } from "./tables.mjs";

const HEADINGS = {
  attributes: "Attributes",
  properties: "Properties",
  methods: "Methods",
  exhibits: "Pictures and tables",
  events: "Events",
  outcome: "The outcome",
  looks: "Looks and places",
};

function section(title, content) {
  const id = title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${content}\n</section>`;
}

// The code as it is to be pasted, and what comes of it.
function example({ title, text, code }) {
  const lines = code.join("\n");
  return section(title, `<p>${withCode(text)}</p>\n<pre><code>${escaped(lines)}</code></pre>\n<div class="example">\n${lines}\n</div>`);
}

// `icon` is the address of one.
export function examplesPage(described, icon) {
  const tables = Object.entries(tablesOf(described)).map(([name, table]) => section(HEADINGS[name], `<div class="wide" tabindex="0">${inHtml(table)}</div>`));
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>&lt;${described.tag}&gt;: examples and everything it offers</title>
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="${icon}">
  <link rel="stylesheet" href="./element-page.css">
  <script type="module" src="./pipeline-lever.js"></script>
  <script type="module" src="./element-page.js"></script>
</head>
<body>
<main>
<h1>&lt;${described.tag}&gt;</h1>
<p>${escaped(described.summary)} Here is the element itself, beside the code that puts it there.</p>
${[...described.examples.map(example), ...tables].join("\n")}
</main>
</body>
</html>
`;
}
