// The tables of what <pipeline-lever> offers, as heads and rows of cells in Markdown, by their names in docs/element.md.
const code = (text) => text && `\`${text}\``;

export const tablesOf = (described) => ({
  attributes: {
    heads: ["attribute", "values", "without it", "what it does"],
    rows: described.attributes.map(({ name, values, default: other, text }) => [code(name), values, other || "nothing", text]),
  },
  properties: {
    heads: ["property", "type", "what it is"],
    rows: described.properties.map(({ name, type, readonly, text }) => [code(name), code(type) + (readonly ? ", read only" : ""), text]),
  },
  methods: {
    heads: ["method", "answers", "what it does"],
    rows: described.methods.map(({ name, parameters, returns, text }) => [code(`${name}(${parameters.map(({ name, optional }) => optional ? `${name}?` : name).join(", ")})`), returns === "void" ? "nothing" : code(returns), text]),
  },
  exhibits: {
    heads: ["name", "as", "what it shows"],
    rows: described.exhibits.map(({ name, picture, table, text }) => [code(name), [picture && "picture", table && "table"].filter(Boolean).join(", "), text]),
  },
  events: {
    heads: ["event", "detail, beside `schema` and `v`", "when"],
    rows: described.events.map(({ name, detail, cancelable, text }) => [code(name) + (cancelable ? ", cancelable" : ""), said(detail), text]),
  },
  outcome: {
    heads: ["part", "type", "what it is"],
    rows: described.outcome.map(({ name, type, text }) => [code(name), code(type), text]),
  },
  looks: {
    heads: ["custom property, part or slot", "what it is for"],
    rows: [
      ...described.cssProperties.map(({ name, text }) => [code(name), text]),
      ...described.cssParts.map(({ name, text }) => [code(`::part(${name})`), text]),
      ...described.slots.map(({ name, text }) => [name ? code(`slot="${name}"`) : "what is inside the element", text]),
    ],
  },
});

const said = (detail) => detail === "outcome" ? "the outcome" : Object.entries(detail).map(([part, type]) => `${code(part)}: ${type}`).join(", ") || "nothing";

const cell = (text) => text.replaceAll("|", "\\|");

// A table in Markdown.
export function inMarkdown({ heads, rows }) {
  const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

// A text with code in it, in HTML.
export const withCode = (text) => escaped(text).replace(/`([^`]*)`/g, "<code>$1</code>");

// A table in HTML.
export function inHtml({ heads, rows }) {
  const line = (name, cells) => `<tr>${cells.map((text) => `<${name}>${withCode(text)}</${name}>`).join("")}</tr>`;
  return `<table>\n<thead>${line("th", heads)}</thead>\n<tbody>\n${rows.map((cells) => line("td", cells)).join("\n")}\n</tbody>\n</table>`;
}
