addEventListener("pipeline-lever-cta", ({ detail }) => {
  window.Calendly.initPopupWidget({
    url: "https://calendly.com/YOUR-NAME/audit",
    prefill: { customAnswers: { a1: detail.headline, a2: detail.link } },
    utm: { utmSource: "pipeline-lever", utmContent: detail.answer ?? "" },
  });
});
