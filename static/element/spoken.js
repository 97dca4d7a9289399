// What <pipeline-lever> says to the page around it and does for it, once its program is wanted: a script of its own, which
// no page loads before a visitor is near. docs/element.md describes it all.
import { CallToAction } from "./action.js";
import { Asking } from "./asking.js";
import { tellHeight } from "./heights.js";
import { merged } from "./merged.js";
import { foundOf } from "./outcome.js";
import { nameParts } from "./parts.js";
import { keep, kept } from "./storage.js";

// The attributes that the code for other pages has too.
const IN_CODE = ["lang", "mode", "theme", "hide", "cta-url", "cta-label"];
// Points to a pixel, at most.
const FINEST = 8;
// What is the same of a state that is told of again.
const OF_STATE = ["generation", "language", "shared"];

export class Spoken {
  // See pipeline-lever.js for what is around.
  #around;
  #asking;
  #action;
  // What the program has told of the first state and of the present one, and what was found out about it.
  first;
  told;
  #found;
  #generation;
  // Whether the last numbers that the page has handed over could not be used, and when there may be others.
  #isRefused;
  #restored = Promise.resolve();
  // Has the visitor change numbers again.
  #release;

  constructor(around) {
    this.#around = around;
    this.#asking = new Asking(around);
    this.#action = new CallToAction(around, () => this.results, () => this.#text("cta.label"));
    this.#action.show();
    this.changed("readonly");
    const { element, root, raise } = around;
    nameParts(root);
    tellHeight(element, raise);
    // The first screen has one thing to take along.
    root.addEventListener("click", ({ target }) => {
      if (target.closest?.("[data-action=link]")) this.took("link", "");
    });
  }

  // What is known of the present state; what is only found out later is null until then.
  get results() {
    if (!this.told) return;
    const { generation, language, headline, link, shared } = this.told;
    const found = this.#found?.generation === generation ? this.#found : {};
    const inputs = JSON.parse(shared);
    const { currency } = inputs.document;
    return { language, currency, headline: found.headline ?? headline, link, inputs, ...foundOf(found) };
  }

  // What has to be there before the program begins.
  async prepare() {
    const { element, files, hasNumbers, give } = this.#around;
    await this.#hold();
    if (hasNumbers()) return;
    const stored = kept(element);
    const source = element.getAttribute("src");
    if (stored || !source) return give(undefined, stored);
    try {
      give(JSON.stringify(await (await fetch(source)).json()));
    } catch {
      this.#refuse();
    }
  }

  // An attribute has changed.
  changed(name) {
    if (name.startsWith("cta")) this.#action.show();
    if (name === "readonly") this.#hold().catch(() => {});
  }

  // Something is to be there again when the element begins anew.
  keep(text) {
    keep(this.#around.element, text);
  }

  // The visitor has taken something along.
  took(kind, name) {
    this.#around.raise("export", { kind, name });
  }

  // What the program and the explorer say, on their way to each other.
  hear(message) {
    const { raise, host } = this.#around;
    if (message.refused) return this.#refuse();
    if (message.asked) return this.#asking.answered(message);
    if (message.lost) return this.#asking.lost();
    if (message.answer) {
      if (message.generation !== this.told?.generation) return;
      this.#found = message;
      this.#action.show();
      raise("result", this.results);
      return;
    }
    if (!message.shared) return this.#changes(message.generation);
    const before = this.told;
    this.#generation = message.generation;
    this.first ??= message.shared;
    this.told = message;
    this.#action.show();
    this.#asking.told();
    if (!before || OF_STATE.every((part) => before[part] === message[part])) return;
    host()?.wantExplorer?.();
    raise("change", { value: JSON.parse(message.shared), headline: message.headline, link: message.link });
  }

  async save() {
    await this.#asking.present();
    return JSON.parse(this.told.shared);
  }

  // One after the other, each on top of what the one before has left.
  restore(partial) {
    const restored = this.#restored.then(() => this.#restore(partial));
    this.#restored = restored.catch(() => {});
    return restored;
  }

  toSVG(id) {
    return this.#shown("svg", id);
  }

  toPNG(id, { scale = 2 } = {}) {
    if (!(scale > 0 && scale <= FINEST)) throw new Error(`The scale has to be a number above 0, and ${FINEST} at most.`);
    return this.#shown("png", id, { scale: Number(scale) });
  }

  toCSV(id) {
    return this.#shown("csv", id);
  }

  async print() {
    await this.#asking.ask("print", {}, "This page may not print.");
  }

  embedCode(kind) {
    const { element, files: { release } } = this.#around;
    const attributes = Object.fromEntries(IN_CODE.map((name) => [name, element.getAttribute(name) ?? ""]));
    if (!release && kind !== "wordpress") throw new Error("The package has no release that other pages could name: set asset-base.");
    return this.#asking.ask("code", { ...attributes, release, kind: String(kind) }, `There is no code for "${kind}".`);
  }

  async #restore(partial) {
    const shared = JSON.stringify(merged(await this.save(), partial));
    this.#isRefused = false;
    this.#asking.say({ shared });
    await this.#asking.present();
    if (this.#isRefused) throw new Error("These numbers cannot be used.");
  }

  // A figure or a table of what can be explored.
  #shown(what, id, parts) {
    return this.#asking.askOfShown(what, { ...parts, id: String(id) }, `Nothing shows that is called "${id}" and could be had as ${what.toUpperCase()}.`);
  }

  // Each change is told of at once, and what comes of it once it stands.
  #changes(generation) {
    if (generation === undefined || generation === this.#generation) return;
    this.#generation = generation;
    this.#around.raise("input");
  }

  #refuse() {
    this.#isRefused = true;
    this.#around.raise("error", { kind: "value", message: this.#text("failure.value") });
  }

  // In the language that is spoken, or will be.
  #text(key) {
    return TEXTS[this.told?.language ?? this.#around.language()][key];
  }

  // Holds the numbers as they are while the attribute says so. Who does is a script that few pages need.
  async #hold() {
    const { element, root, files } = this.#around;
    if (element.hasAttribute("readonly")) {
      const { hold } = await import(files.at(`${files.named.player}readonly.js`));
      if (element.hasAttribute("readonly")) this.#release ??= hold(root);
      return;
    }
    this.#release?.();
    this.#release = undefined;
  }
}
