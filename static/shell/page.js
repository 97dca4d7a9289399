// The page of its own: one widget, whose numbers stand in the page's address.
import { firstKnown } from "./files.js";
import { widgetIn } from "./widget.js";

export function startPage(files) {
  const host = document.getElementById("pipeline-lever");
  // What the history keeps of us.
  let kept = history.state?.pipelineLever;

  // The language to begin with: the one the history keeps, else the widget's, else the link's ("?lang=lt"), else the
  // page's where that is not what every page says, else the browser's.
  function language() {
    const { lang } = document.documentElement;
    const page = /^en\b/i.test(lang) ? "" : lang;
    const linked = new URLSearchParams(location.search).get("lang");
    return firstKnown([kept, host.lang, linked, page, ...navigator.languages], files.languages);
  }

  // The page's address and what the history keeps of us beside other things of the page.
  const linkWith = (fragment) => location.href.replace(/#.*|$/, fragment && `#${fragment}`);
  // Refused in some sandboxes and when called too often; the next change tries again.
  const replace = (state, address) => {
    try {
      history.replaceState(state, "", address);
    } catch {}
  };

  const root = host.attachShadow({ mode: "open" });
  const widget = widgetIn({ root, files, language, page: {
    preset: host.getAttribute("preset"),
    currency: host.getAttribute("currency"),
    fragment: () => location.hash.slice(1),
    linkWith,
    write: (fragment) => replace(history.state, linkWith(fragment)),
    kept: () => kept,
    keep: (text) => {
      kept = text;
      replace({ ...history.state, pipelineLever: text });
    },
  } });
  addEventListener("hashchange", () => widget.host.onfragment?.());

  // The page begins with what it says to everybody: no link, nothing kept, nothing that the page around asks for.
  const asked = location.hash.startsWith("#s=") || host.hasAttribute("preset") || host.hasAttribute("currency");
  if (!asked && !/ /.test(kept)) widget.showFirst();
  widget.start();
}
