// The element <pipeline-lever>: registered at once; its program comes when the visitor is near. docs/element.md says
// what it offers. Who begins is element/served.js or element/packaged.js, by where the files are.
import { kindOf } from "./element/failures.js";
import { dress, ownSheet, reservedSheet } from "./element/looks.js";
import { detailOf, filled, foundOf } from "./element/outcome.js";
import { firstKnown } from "./shell/files.js";
import { widgetIn } from "./shell/widget.js";

const NAME = "pipeline-lever";
// How far away the element may be when its program is loaded, by what the attribute `loading` says.
const NEAR = { __proto__: null, auto: "100%", lazy: "0px", eager: "10000000px" };
// Of all elements.
let files;

// Where pages are made on a server there is none to extend.
class PipelineLever extends (globalThis.HTMLElement ?? Object) {
  static version = VERSION;
  static observedAttributes = ["lang", "theme", "state", "cta-url", "cta-label", "cta-target"];

  #root = this.attachShadow({ mode: "open" });
  #cta = this.#part("div", "cta");
  #failure = this.#part("div", "failure");
  #slots = {};
  #widget;
  #watch;
  // What the page has set before there was somebody to take it, and what is there again when the element comes back.
  #given;
  #kept;
  // What the program has told of the first state and of the present one, and what was found out about it.
  #first;
  #told;
  #found;
  #generation;
  #isReady;
  #ready = new Promise((resolve) => { this.#isReady = resolve; });

  constructor() {
    super();
    this.#failure.setAttribute("role", "alert");
    this.#cta.addEventListener("click", (event) => this.#act(event));
    for (const name of ["pointerenter", "focusin"]) this.#cta.addEventListener(name, () => this.#widget?.host.wantExplorer?.());
    this.#root.append(this.#slot("intro"), this.#failure, this.#slot(""), this.#slot("footer"));
  }

  get version() { return VERSION; }
  get ready() { return this.#ready; }
  get results() { return this.#told && this.#outcome(); }
  get shareUrl() { return this.#told?.link; }
  get value() {
    const text = this.#told?.shared ?? this.#given;
    return text && JSON.parse(text);
  }
  set value(value) {
    const shared = JSON.stringify(value);
    const host = this.#widget?.host;
    if (host?.explorer.onmessage) return this.#say({ shared });
    [this.#given, this.#kept] = [shared];
    // The program is on its way, and will look here.
    if (host) host.shared = shared;
  }
  undo() { this.#say({ step: -1 }); }
  redo() { this.#say({ step: 1 }); }
  reset() { this.#say({ shared: this.#first }); }

  connectedCallback() {
    // Moved within the page, it goes on.
    if (this.#widget) return;
    this.#dress();
    // What was set before the element was known.
    if (Object.hasOwn(this, "value")) {
      const { value } = this;
      delete this.value;
      this.value = value;
    }
    this.#showAction();
    const rootMargin = NEAR[this.getAttribute("loading")] ?? NEAR.auto;
    this.#watch = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.#start(), { rootMargin });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, old, now) {
    if (name.startsWith("cta")) this.#showAction();
    if (!this.#widget || old === now) return;
    if (name === "lang") this.#say({ language: this.#language() });
    if (name === "theme") dress(this.#root, now);
    if (name === "state") this.#widget.host.onfragment?.();
  }

  #slot(name) {
    return this.#slots[name] = Object.assign(document.createElement("slot"), { name });
  }

  #part(name, part) {
    const element = document.createElement(name);
    element.className = part;
    element.hidden = true;
    element.setAttribute("part", part);
    return element;
  }

  #text(key) {
    return (TEXTS[this.#told?.language ?? this.#language()] ?? TEXTS.en)[key];
  }

  // The element's own language, else that of the page around it, else the browser's.
  #language() {
    return firstKnown([this.closest("[lang]")?.lang, ...navigator.languages], files.languages);
  }

  // Where the calculator has a page of its own.
  #page() {
    const page = this.getAttribute("page-url");
    return page ? new URL(page, document.baseURI).href : files.at("./");
  }

  // The element's own looks, with a place kept until the widget is there, so that nothing moves then.
  #dress() {
    this.#root.adoptedStyleSheets = [ownSheet(), reservedSheet()];
  }

  async #start() {
    this.#watch.disconnect();
    await this.#fetchGiven();
    if (!this.isConnected || this.#widget) return;
    this.#dress();
    this.#failure.hidden = true;
    const page = {
      preset: this.getAttribute("preset"),
      currency: this.getAttribute("currency"),
      shared: this.#given,
      fragment: () => this.hasAttribute("state") ? `s=${this.getAttribute("state")}` : "",
      linkWith: (fragment) => this.#page() + (fragment && `#${fragment}`),
      kept: () => this.#kept,
      keep: (text) => { this.#kept = text; },
      hear: (message) => this.#hear(message),
      dressed: () => dress(this.#root, this.getAttribute("theme")),
    };
    const language = () => firstKnown([this.#kept, this.#language()], files.languages);
    const fail = (error) => this.#fail(error);
    const widget = widgetIn({ root: this.#root, between: [this.#cta], files, page, language, fail });
    this.#root.append(this.#failure, this.#slots[""], this.#slots.footer);
    this.#widget = widget;
    if (![page.preset, page.currency, page.shared, page.fragment(), this.#kept].some(Boolean)) widget.showFirst();
    widget.start().then(() => this.#widget === widget && this.#begin(), (error) => this.#widget === widget && fail(error));
  }

  // A scenario may lie in a file of its own.
  async #fetchGiven() {
    const source = this.getAttribute("src");
    if (!source || this.#given || this.#kept) return;
    try {
      this.#given = JSON.stringify(await (await fetch(source)).json());
    } catch {
      this.#refuse();
    }
  }

  #refuse() {
    this.#raise("error", { kind: "value", message: this.#text("failure.value") });
  }

  #begin() {
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== reservedSheet());
    this.#isReady(this);
    this.#raise("ready");
  }

  #end() {
    this.#watch?.disconnect();
    this.#widget?.stop();
    this.#widget = undefined;
  }

  #fail(error) {
    const kind = kindOf(error);
    this.#end();
    const again = document.createElement("button");
    again.textContent = this.#text("failure.again");
    again.onclick = () => this.#start();
    const link = document.createElement("a");
    link.textContent = this.#text("failure.open");
    link.href = this.#page();
    const message = this.#text(`failure.${kind}`);
    this.#failure.replaceChildren(message, " ", again, " ", link);
    this.#failure.hidden = false;
    this.#raise("error", { kind, message });
  }

  // What the program and the explorer say, on their way to each other.
  #hear(message) {
    if (message.refused) return this.#refuse();
    if (message.answer) {
      if (message.generation !== this.#told?.generation) return;
      this.#found = message;
      this.#showAction();
      return this.#raise("result", this.#outcome());
    }
    if (!message.shared) return this.#changes(message.generation);
    this.#generation = message.generation;
    const isFirst = !this.#first;
    this.#first ??= message.shared;
    this.#told = message;
    this.#showAction();
    if (isFirst) return;
    this.#widget.host.wantExplorer?.();
    this.#raise("change", { value: this.value, headline: message.headline, link: message.link });
  }

  // Each change is told of at once, and what comes of it once it stands.
  #changes(generation) {
    if (generation === undefined || generation === this.#generation) return;
    this.#generation = generation;
    this.#raise("input");
  }

  // What is known of the present state; what is only found out later is null until then.
  #outcome() {
    const { generation, language, headline, link } = this.#told;
    const found = this.#found?.generation === generation ? this.#found : {};
    const inputs = this.value;
    const { currency } = inputs.document;
    return { language, currency, headline: found.headline ?? headline, link, inputs, ...foundOf(found) };
  }

  #say(message) {
    this.#widget?.host.explorer.onmessage?.(message);
  }

  #raise(name, parts) {
    return this.dispatchEvent(new CustomEvent(`${NAME}-${name}`, { bubbles: true, composed: true, cancelable: name === "cta", detail: detailOf(parts) }));
  }

  // The call to action: a link where the page says where to, else a button that only raises the event. It stays the same
  // element while only what it says and holds changes: somebody may just be pressing it.
  #showAction() {
    const [template, label] = ["cta-url", "cta-label"].map((name) => this.getAttribute(name));
    this.#cta.hidden = template === null && label === null;
    if (this.#cta.hidden) return;
    const outcome = this.#told && this.#outcome();
    const address = filled(template, { ...outcome, text: outcome && `${outcome.headline} ${outcome.link}` });
    const name = address ? "a" : "button";
    let action = this.#cta.querySelector(name);
    if (!action) {
      action = document.createElement(name);
      action.setAttribute("part", "cta-action");
      this.#cta.replaceChildren(action);
    }
    action.textContent = label || this.#text("cta.label");
    if (address) Object.assign(action, { href: address, target: this.getAttribute("cta-target") ?? "_blank", rel: "noopener" });
  }

  #act(event) {
    const goes = this.#raise("cta", this.#told ? this.#outcome() : {});
    if (!goes) event.preventDefault();
  }
}

// Registers the element, which finds its files there; once on a page, and nowhere else than on one.
export function register(found) {
  if (!globalThis.customElements) return;
  files = found;
  const known = customElements.get(NAME);
  if (!known) customElements.define(NAME, PipelineLever);
  else if (known.version !== VERSION) console.warn(`<${NAME}> ${known.version} is there, not ${VERSION}.`);
}
