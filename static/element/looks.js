// What the element looks like on other people's pages: the build has put element.css into STYLES.

// The element's own rules. Sizes are given in the page's root element's, which some pages shrink: by so much they are made
// larger again.
export function ownSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${STYLES}:host { --pl-scale: ${mediumSize() / sizeOf(document.documentElement)}; }`);
  return sheet;
}

// Holds the place of a widget that is still to come, as high as the page around says. Who has gone past it already does not
// see what is under it move: browsers keep that still, and not the widget's upper edge.
let reserved;
export function reservedSheet() {
  if (!reserved) {
    reserved = new CSSStyleSheet();
    reserved.replaceSync(":host { min-block-size: var(--pl-reserved, 960px); overflow-anchor: none; }");
  }
  return reserved;
}

const sizeOf = (element) => parseFloat(getComputedStyle(element).fontSize);

// The size that the visitor has chosen for texts.
function mediumSize() {
  const probe = document.body.appendChild(document.createElement("span"));
  probe.style.cssText = "all: initial; position: absolute; font-size: medium;";
  const size = sizeOf(probe);
  probe.remove();
  return size;
}

const OF_SCHEME = /prefers-color-scheme: ?dark/;
const found = new WeakMap();

// Has every rule for the dark follow a theme instead of the visitor's wish, where the theme is "light" or "dark". What a
// rule has asked is kept with its list of media, which WebKit makes anew when nobody holds on to it.
export function dress(root, theme) {
  const decided = { __proto__: null, light: "not all", dark: "all" }[theme];
  const before = found.get(root);
  const now = new Map();
  for (const { media } of root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])) {
    const asked = before?.get(media) ?? media?.mediaText;
    if (!OF_SCHEME.test(asked)) continue;
    now.set(media, asked);
    media.mediaText = decided ?? asked;
  }
  found.set(root, now);
}
