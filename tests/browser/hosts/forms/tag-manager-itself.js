// What of Google Tag Manager the recipe leans on: a list that takes what is pushed, and hears of it. Here a tag puts the
// last of each event into a form.
const seen = {};
window.dataLayer = [];
window.dataLayer.push = (...entries) => {
  for (const { event, calculator } of entries) seen[event] = calculator;
  document.querySelector("[name=pushed]").value = JSON.stringify(seen);
  return Array.prototype.push.apply(window.dataLayer, entries);
};
