// Parts of the widget that the page around may dress: what `::part()` names, by the names of docs/element.md. They are
// named here and not where they are drawn, as what is drawn first has no byte to spare.
const PARTS = {
  ".bar": "header",
  ".pipeline": "inputs",
  ".row": "stage",
  ".number input[type=range]": "slider",
  ".box": "number",
  ".answer": "result",
  "figure": "chart",
  "table": "table",
};
const ALL = Object.keys(PARTS).join();

function name(element) {
  for (const [selector, part] of Object.entries(PARTS)) {
    if (element.matches(selector)) element.part.add(part);
  }
}

// Names them in a shadow root, and those that come later. What only changes its looks or its words is not looked at.
export function nameParts(root) {
  const nameAll = (around) => around.querySelectorAll(ALL).forEach(name);
  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      name(node);
      nameAll(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  nameAll(root);
}
