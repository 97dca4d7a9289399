// What the attribute `persist` keeps in the browser for the next time: the numbers and the language, as the program hands
// them over when they change. Without the attribute nothing is kept.

// Of elements with names, on pages with paths.
const keyOf = (element) => `pipeline-lever:${location.pathname}#${element.id}`;

// Where it is kept; nowhere where the attribute asks for nothing.
function areaOf(element) {
  const persist = element.getAttribute("persist");
  if (persist === "session") return sessionStorage;
  if (persist === "local") return localStorage;
}

// Some pages may keep nothing, and no page more than there is room for: then it is done without.
function quietly(use) {
  try {
    return use();
  } catch {}
}

export const keep = (element, text) => quietly(() => areaOf(element)?.setItem(keyOf(element), text));
export const kept = (element) => quietly(() => areaOf(element)?.getItem(keyOf(element))) ?? undefined;
