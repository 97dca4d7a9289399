// What of Calendly's own script the recipe leans on: a calendar in a frame, with answers and campaign in its query.
const NAMES = { utmSource: "utm_source", utmContent: "utm_content" };
window.Calendly = {
  initPopupWidget({ url, prefill, utm }) {
    const campaign = Object.entries(utm).map(([name, value]) => [NAMES[name], value]);
    const query = new URLSearchParams([...Object.entries(prefill.customAnswers), ...campaign, ["event", url]]);
    const frame = document.createElement("iframe");
    frame.src = `framed.html?${query}`;
    document.body.append(frame);
  },
};
