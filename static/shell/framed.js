// A page in a frame tells the page around how high it is, in the ways that pages listen for: our own, AMP's and pym's;
// and what its numbers come to. docs/frame.md describes it.

// Smaller changes than this are rounding, in pixels.
const LEAST = 2;

export function tellAround(host) {
  const page = document.documentElement;
  const post = (message) => parent.postMessage(message, "*");
  const say = (parts) => post({ source: "pipeline-lever", v: 1, ...parts });
  // Pym names its frames in their addresses.
  const pym = new URLSearchParams(location.search).get("childId");
  let told = 0;
  const tellHeight = () => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (Math.abs(height - told) < LEAST) return;
    told = height;
    say({ type: "height", height });
    post({ sentinel: "amp", type: "embed-size", height });
    if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  };
  new ResizeObserver(tellHeight).observe(page);
  let first;
  host.hear = ({ shared, headline, link }) => {
    if (shared && first && shared !== first) say({ type: "change", headline, link });
    if (shared) first ??= shared;
  };
  // A frame as high as its page has no middle that is in sight: a dialog opens beside what was pressed.
  addEventListener("click", ({ pageY }) => page.style.setProperty("--pl-at", `${Math.max(0, pageY - 200)}px`), { capture: true });
}
