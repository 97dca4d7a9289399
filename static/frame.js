// For pages that show the calculator in a frame: <iframe data-pipeline-lever src="…"></iframe> gets the height that its page
// needs, and hears "pipeline-lever-change". A message is taken only from the window of such a frame, as it is plain data of
// a known shape: its origin is "null" where the frame is in a sandbox.
addEventListener("message", ({ data, source }) => {
  if (data?.source !== "pipeline-lever" || data.v !== 1) return;
  const frames = [...document.querySelectorAll("iframe[data-pipeline-lever]")];
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  const { type, height, headline, link } = data;
  if (!frame) return;
  if (type === "height" && typeof height === "number" && height > 0 && height < 100000) frame.style.height = `${Math.ceil(height)}px`;
  if (type === "change" && [headline, link].every((text) => typeof text === "string") && /^https?:/.test(link)) {
    const detail = { schema: "pipeline-lever", v: 1, headline, link };
    frame.dispatchEvent(new CustomEvent("pipeline-lever-change", { bubbles: true, detail }));
  }
});
