// A part of a value put into the whole.

const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// Objects are merged key by key; lists, and everything else, take the place of what was there.
export function merged(value, partial) {
  if (!isPlain(partial)) throw new TypeError("It takes an object with parts of the value.");
  const parts = Object.entries(partial).map(([name, part]) => {
    const before = Object.hasOwn(value, name) ? value[name] : undefined;
    return [name, isPlain(before) && isPlain(part) ? merged(before, part) : part];
  });
  return { ...value, ...Object.fromEntries(parts) };
}
