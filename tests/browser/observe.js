// The test server puts this before all other scripts of a page: it collects whatever goes wrong there.
// One way for all engines, as only Chromium's driver can be asked for the console.
(() => {
  const seen = [];
  const note = (kind, what) => seen.push(`${kind}: ${what}`);
  Object.defineProperty(window, "observedProblems", { value: seen });

  const cause = (event) => event.message ?? `cannot load ${event.target.src ?? event.target.href}`;
  addEventListener("error", (event) => note("error", cause(event)), true);
  addEventListener("unhandledrejection", (event) => note("unhandled rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) => {
    note("policy violation", `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  const original = console.error;
  console.error = (...words) => {
    note("console", words.join(" "));
    original.apply(console, words);
  };
})();
