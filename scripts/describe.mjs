// Makes of src/element/description.json what describes <pipeline-lever> to machines and to people:
//   node describe.mjs DIST      writes custom-elements.json, pipeline-lever.d.ts and element.html into a folder
//   node describe.mjs --docs    writes the tables of docs/element.md
//   node describe.mjs --check   fails where those tables are not what they would be now
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { examplesPage } from "./described/page.mjs";
import { inMarkdown, tablesOf } from "./described/tables.mjs";

const described = JSON.parse(readFileSync("src/element/description.json", "utf8"));
const DOCS = "docs/element.md";
const CLASS = "PipelineLever";

// The custom elements manifest, as https://github.com/webcomponents/custom-elements-manifest has it.
function manifest() {
  const plain = ({ name, text, default: other }) => ({ name, description: text, ...other && { default: other } });
  const fields = described.properties.map(({ name, text, type, readonly }) => ({ kind: "field", name, description: text, type: { text: type }, readonly }));
  const methods = described.methods.map(({ name, parameters, returns, text }) => ({
    kind: "method",
    name,
    description: text,
    parameters: parameters.map(({ name, type, optional }) => ({ name, type: { text: type }, ...optional && { optional } })),
    return: { type: { text: returns } },
  }));
  const declaration = {
    kind: "class",
    customElement: true,
    name: CLASS,
    tagName: described.tag,
    description: described.summary,
    superclass: { name: "HTMLElement" },
    attributes: described.attributes.map((attribute) => ({ ...plain(attribute), type: { text: attribute.values } })),
    members: [...fields, ...methods],
    events: described.events.map((event) => ({ ...plain(event), type: { text: `CustomEvent<${detailType(event)}>` } })),
    cssProperties: described.cssProperties.map(plain),
    cssParts: described.cssParts.map(plain),
    slots: described.slots.map(plain),
  };
  const module = { kind: "javascript-module", path: "pipeline-lever.js", declarations: [declaration], exports: [{ kind: "custom-element-definition", name: described.tag, declaration: { name: CLASS, module: "pipeline-lever.js" } }] };
  return { schemaVersion: "2.1.0", modules: [module] };
}

const HEAD = "schema: \"pipeline-lever\"; v: 1;";

function detailType({ detail }) {
  if (detail === "outcome") return "PipelineLeverOutcome";
  const parts = Object.entries(detail).map(([name, type]) => ` ${name}: ${type};`);
  return `{ ${HEAD}${parts.join("")} }`;
}

// The names of the pictures, or of the tables, as a type.
function namesOf(kind) {
  const names = described.exhibits.filter((exhibit) => exhibit[kind]).map(({ name }) => `"${name}"`);
  return names.join(" | ");
}

function types() {
  const comment = (text) => `  /** ${text} */`;
  const outcome = described.outcome.flatMap(({ name, type, text }) => [comment(text), `  ${name}: ${type};`]);
  const properties = described.properties.flatMap(({ name, type, readonly, text }) => [comment(text), `  ${readonly ? "readonly " : ""}${name}: ${type};`]);
  const given = ({ name, type, optional }) => `${name}${optional ? "?" : ""}: ${type}`;
  const methods = described.methods.flatMap(({ name, parameters, returns, text }) => [comment(text), `  ${name}(${parameters.map(given).join(", ")}): ${returns};`]);
  const events = described.events.flatMap((event) => [comment(event.text), `  "${event.name}": CustomEvent<${detailType(event)}>;`]);
  return `/** What is known of an answer. */
export interface PipelineLeverOutcome {
  ${HEAD}
${outcome.join("\n")}
}

/** The pictures that the element can hand over, by their names. */
export type PipelineLeverPicture = ${namesOf("picture")};

/** The tables that the element can hand over, by their names. */
export type PipelineLeverTable = ${namesOf("table")};

/** The events of the element, by their names. */
export interface PipelineLeverEvents {
${events.join("\n")}
}

/** ${described.summary} */
export interface ${CLASS} extends HTMLElement {
${[...properties, ...methods].join("\n")}
}

declare global {
  interface HTMLElementTagNameMap {
    "${described.tag}": ${CLASS};
  }
  interface HTMLElementEventMap extends PipelineLeverEvents {}
}
`;
}

// The document with every table between its marks.
function documented(text) {
  for (const [name, table] of Object.entries(tablesOf(described))) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const [before, after] = [text.indexOf(begin), text.indexOf(end)];
    if (before < 0 || after < before) throw new Error(`${DOCS} has no place for ${name}`);
    text = `${text.slice(0, before)}${begin}\n${inMarkdown(table)}\n${text.slice(after)}`;
  }
  return text;
}

const [what] = process.argv.slice(2);
const docs = readFileSync(DOCS, "utf8");
if (what === "--docs") {
  writeFileSync(DOCS, documented(docs));
} else if (what === "--check") {
  if (documented(docs) !== docs) {
    console.error(`error: ${DOCS} is not what src/element/description.json says; run: node scripts/describe.mjs --docs`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(join(what, "custom-elements.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  writeFileSync(join(what, "pipeline-lever.d.ts"), types());
  const icon = readdirSync(what).find((name) => /^icon-.*\.svg$/.test(name));
  writeFileSync(join(what, "element.html"), examplesPage(described, `./${icon}`));
  for (const name of ["element-page.css", "element-page.js"]) copyFileSync(join("scripts/described", name), join(what, name));
}
