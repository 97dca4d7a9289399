// What a widget tells the page around of its answer, as docs/element.md describes it.

// Calls to action lead nowhere else.
const SCHEMES = /^(https|mailto|tel):$/;

// The address of a call to action with parts of the outcome where it names them, as {name}; nothing where it is none that
// may be opened.
export function filled(template, outcome) {
  try {
    const address = template.replace(/{(\w+)}/g, (mark, name) => Object.hasOwn(outcome, name) ? encodeURIComponent(outcome[name] ?? "") : mark);
    if (SCHEMES.test(new URL(address).protocol)) return address;
  } catch {
    // No template, no address, or a part that is no whole text.
  }
}

// How the parts of what the explorer has found out are called, by their names in its message.
const NAMES = ["answer", "objective", "stage", "from", "to", "stageGain", "leadsTimes", "leadsGain", "equivalentLeads", "breakEvenPerMonth", "timeToRevenueDays", "trials", "fixWinsIn"];

// What was found out; what is not known is null.
export const foundOf = (message) => Object.fromEntries(NAMES.map((name) => [name, message[name] ?? null]));
