// The files of a release, by the addresses that the build has written down.

// Texts that take longer than this are done without, in milliseconds.
const LONGEST = 8000;

// `named` has the addresses as the build knows them, and `at` answers where the file of one is. English is inside the
// programs; each other language has a file of texts, named by its tag, and one for the explorer, named "explorer-" and
// its tag.
export function filesOf(named, at) {
  const read = async (address, options) => {
    const response = await fetch(at(address), options);
    if (response.ok) return response.text();
  };
  // They are asked for once, and again only where that has failed.
  const asked = {};
  const texts = (tag, options) => asked[tag] ??= Promise.race([read(`${named.texts}${tag}.txt`, options), new Promise((giveUp) => setTimeout(giveUp, LONGEST))])
    .catch(() => {})
    .then((text) => {
      if (!text) delete asked[tag];
      return text;
    });
  return { named, at, read, texts, languages: named.languages.split(" ") };
}

// A wasm file, compiled while it loads; where that fails, or goes on a while after the last byte, compiled anew from
// all of them. Firefox, the one that names no vendor, compiles nothing while it loads: left meanwhile, it never finishes
// that, and on the next page nothing else.
export async function compiled(address) {
  const response = await fetch(address);
  const bytes = response.clone().arrayBuffer();
  const streamed = navigator.vendor && WebAssembly.compileStreaming(response).catch(() => {});
  const late = bytes.then(() => new Promise((resume) => setTimeout(resume, 1000)));
  return await Promise.race([streamed, late]) || WebAssembly.compile(await bytes);
}

// The first of some wishes that is one of our languages, else English.
export function firstKnown(wishes, languages) {
  const tags = wishes.map((wish) => /[a-z]+/i.exec(wish ?? "")?.[0].toLowerCase());
  return tags.find((tag) => ["en", ...languages].includes(tag)) ?? "en";
}
