// A part of a value put into the whole.

// Also one of another window; a date or a list is none.
const isPlain = (value) => Object.prototype.toString.call(value) === "[object Object]";

// Objects are merged key by key; lists, and everything else, take the place of what was there.
export function merged(value, partial) {
  if (!isPlain(partial)) throw new TypeError("It takes an object with parts of the value.");
  const parts = Object.entries(partial).map(([name, part]) => {
    const before = Object.hasOwn(value, name) ? value[name] : undefined;
    return [name, isPlain(before) && isPlain(part) ? merged(before, part) : part];
  });
  return { ...value, ...Object.fromEntries(parts) };
}
