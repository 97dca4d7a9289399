// What the element raises, and what there is before it.
window.raised = [];
for (const name of ["ready", "input", "change", "result", "cta", "export", "resize", "error"]) {
  addEventListener(`pipeline-lever-${name}`, (event) => raised.push({ name, from: event.target.id, detail: event.detail }));
}
// What frames say, as text where it is one.
window.messages = [];
addEventListener("message", ({ data }) => messages.push(data));
window.shifts = [];
if (PerformanceObserver.supportedEntryTypes?.includes("layout-shift")) {
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
}
window.globalsBefore = new Set(Object.getOwnPropertyNames(window)).add("globalsBefore");
