addEventListener("pipeline-lever-cta", ({ detail }) => {
  const hidden = { found: detail.headline, numbers: detail.link };
  window.tf.createPopup("FORM-ID", { hidden }).open();
});
