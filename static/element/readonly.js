// Holds the numbers of a widget as they are: the visitor can look at everything and take it along, and change nothing. A
// script of its own, for elements with the attribute `readonly`.

// What only looks: all other controls change numbers, those that are still to be thought of too.
const LOOKS = [
  // The first screen.
  "#language", "#link", "[data-action=link]", "[data-action=more]", "[data-action^=close-]", "[data-opens]",
  // Panels, and what only chooses what is drawn.
  "[data-reveals]", ".panel > h2 > button", ".points input",
  ...["leaks.scale", "tornado.by", "fixOrBuy.channel", "openPipeline.stage", "formula.way"].map((id) => `[data-field="${id}"] select`),
  // What is taken along.
  ".exports button", ".taken *", "[data-action=save-file]", "[data-action^=copy-]", "[data-action=print]", "[data-action=open-link]",
  "[data-action=back]", "[data-action=keys]",
  // What is the element's own.
  ".cta *", ".failure *",
].join();
const CONTROLS = "button, input, select, textarea";

// Boxes of text can still be gone to and read.
const lockOf = (control) => control.localName === "textarea" || control.type === "text" ? "readOnly" : "disabled";

// The keys of undo and redo, which work anywhere in the widget.
const isStep = ({ ctrlKey, metaKey, key }) => (ctrlKey || metaKey) && /^[zy]$/i.test(key);

function prevent(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
}

// Holds what is in a shadow root and what comes later, and answers with what lets go of it.
export function hold(root) {
  const held = new Set();
  const letGo = (control) => {
    control[lockOf(control)] = false;
    held.delete(control);
  };
  const holdOne = (control) => {
    const lock = lockOf(control);
    if (control[lock]) return;
    control[lock] = true;
    held.add(control);
  };
  // What is drawn anew may be another control on the same element.
  const holdAll = () => {
    for (const control of held) if (!root.contains(control) || control.matches(LOOKS)) letGo(control);
    for (const control of root.querySelectorAll(CONTROLS)) if (!control.matches(LOOKS)) holdOne(control);
  };
  const observer = new MutationObserver(holdAll);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled", "readonly", "type", "data-action", "data-field"] });
  const listening = new AbortController();
  const listen = (kind, listener) => root.addEventListener(kind, listener, { capture: true, signal: listening.signal });
  listen("keydown", (event) => isStep(event) && prevent(event));
  // A file that is dropped would be opened.
  for (const kind of ["dragover", "drop"]) listen(kind, prevent);
  holdAll();
  return () => {
    observer.disconnect();
    listening.abort();
    held.forEach(letGo);
  };
}
