// The element <pipeline-lever>: registered at once; its program comes when the visitor is near, and with it
// element/spoken.js, which talks with the page. docs/element.md says what it offers. Who begins is element/served.js or
// element/packaged.js, by where the files are.
import { kindOf } from "./element/failures.js";
import { dress, ownSheet, reservedSheet } from "./element/looks.js";
import { filesOf, firstKnown } from "./shell/files.js";
import { widgetIn } from "./shell/widget.js";

const NAME = "pipeline-lever";
// How far away the element may be when its program is loaded, by what the attribute `loading` says.
const NEAR = { __proto__: null, auto: "100%", lazy: "0px", eager: "10000000px" };
// What element/spoken.js does for the page, once it is there.
const METHODS = ["save", "restore", "toSVG", "toPNG", "toCSV", "print", "embedCode"];
// What cannot wait for the program: numbers that are somewhere else, and that nobody may change them.
const BEFORE = ["src", "persist", "readonly"];
// Of all elements.
let files;

// Where pages are made on a server there is none to extend.
class PipelineLever extends (globalThis.HTMLElement ?? Object) {
  static version = VERSION;
  static observedAttributes = ["lang", "theme", "state", "readonly", "cta-url", "cta-label", "cta-target"];

  static {
    for (const name of METHODS) {
      this.prototype[name] = async function (...given) {
        await this.#ready;
        return this.#spoken[name](...given);
      };
    }
  }

  #root = this.attachShadow({ mode: "open" });
  #cta = this.#part("div", "cta");
  #failure = this.#part("div", "failure");
  #slots = {};
  #widget;
  #watch;
  // What the page has set before there was somebody to take it, and what is there again when the element comes back.
  #given;
  #kept;
  // Who talks with the page, and when.
  #spoken;
  #speaks;
  #isReady;
  #ready = new Promise((resolve) => { this.#isReady = resolve; });

  constructor() {
    super();
    this.#failure.setAttribute("role", "alert");
    this.#root.append(this.#slot("intro"), this.#failure, this.#slot(""), this.#slot("footer"));
  }

  get version() { return VERSION; }
  get ready() { return this.#ready; }
  get results() { return this.#spoken?.results; }
  get shareUrl() { return this.#spoken?.told?.link; }
  get value() {
    const text = this.#spoken?.told?.shared ?? this.#given;
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
  reset() { this.#say({ shared: this.#spoken?.first }); }

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
    this.#keepPlace();
    const rootMargin = NEAR[this.getAttribute("loading")] ?? NEAR.auto;
    this.#watch = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.#start(), { rootMargin });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, old, now) {
    if (name.startsWith("cta")) this.#keepPlace();
    this.#spoken?.changed(name);
    if (!this.#widget || old === now) return;
    if (name === "lang") this.#say({ language: this.#language() });
    if (name === "theme") dress(this.#root, now);
    if (name === "state") this.#widget.host.onfragment?.();
  }

  // A call to action has its place from the first drawing on.
  #keepPlace() {
    this.#cta.hidden = !(this.hasAttribute("cta-url") || this.hasAttribute("cta-label"));
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
    return TEXTS[this.#spoken?.told?.language ?? this.#language()][key];
  }

  // The element's own language, else that of the page around it, else the browser's.
  #language() {
    return firstKnown([this.closest("[lang]")?.lang, ...navigator.languages], files.languages);
  }

  // Where the files are: where the script has them, unless the page says another folder.
  #files() {
    const base = this.getAttribute("asset-base");
    if (!base) return files;
    try {
      const { href: release } = new URL(base.replace(/\/?$/, "/"), document.baseURI);
      return { ...filesOf(files.named, (address) => new URL(address, release).href), release };
    } catch {
      return files;
    }
  }

  // Where the calculator has a page of its own.
  #page() {
    const page = this.getAttribute("page-url");
    return page ? new URL(page, document.baseURI).href : this.#files().at("./");
  }

  // The element's own looks, with a place kept until the widget is there, so that nothing moves then.
  #dress() {
    this.#root.adoptedStyleSheets = [ownSheet(), reservedSheet()];
  }

  async #start() {
    this.#watch.disconnect();
    const files = this.#files();
    const fail = (error) => this.#fail(error);
    const speak = () => this.#speaks ??= this.#speak(files);
    try {
      if (BEFORE.some((name) => this.hasAttribute(name))) await (await speak()).prepare();
    } catch (error) {
      return fail(error);
    }
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
      keep: (text) => {
        this.#kept = text;
        this.#spoken?.keep(text);
      },
      hear: (message) => speak().then((spoken) => spoken.hear(message), () => {}),
      took: (kind, name) => this.#spoken?.took(kind, name),
      dressed: () => dress(this.#root, this.getAttribute("theme")),
    };
    const language = () => firstKnown([this.#kept, this.#language()], files.languages);
    const widget = widgetIn({ root: this.#root, between: [this.#cta], files, page, language, fail });
    this.#root.append(this.#failure, this.#slots[""], this.#slots.footer);
    this.#widget = widget;
    if (![page.preset, page.currency, page.shared, page.fragment(), this.#kept].some(Boolean)) widget.showFirst();
    // What is seen first was asked for first.
    Promise.all([widget.start(), speak()]).then(() => this.#widget === widget && this.#begin(), (error) => this.#widget === widget && fail(error));
  }

  // Who talks with the page comes beside the program, and stays when the element goes and comes back.
  async #speak(files) {
    try {
      const { Spoken } = await import(files.at(`${files.named.player}spoken.js`));
      return this.#spoken = new Spoken({
        element: this,
        root: this.#root,
        cta: this.#cta,
        files,
        language: () => this.#language(),
        raise: (name, parts) => this.#raise(name, parts),
        host: () => this.#widget?.host,
        hasNumbers: () => this.#given || this.#kept,
        give: (given, kept) => { [this.#given, this.#kept] = [given, kept]; },
      });
    } catch (error) {
      this.#speaks = undefined;
      throw error;
    }
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

  #say(message) {
    this.#widget?.host.explorer.onmessage?.(message);
  }

  #raise(name, parts) {
    const detail = { schema: NAME, v: 1, ...parts };
    return this.dispatchEvent(new CustomEvent(`${NAME}-${name}`, { bubbles: true, composed: true, cancelable: name === "cta", detail }));
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
