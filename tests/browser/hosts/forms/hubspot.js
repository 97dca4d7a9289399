let values = {};

function fill() {
  for (const form of window.HubSpotFormsV4?.getForms() ?? []) {
    for (const [name, value] of Object.entries(values)) form.setFieldValue(`0-1/${name}`, value);
  }
}

addEventListener("hs-form-event:on-ready", fill);
addEventListener("pipeline-lever-result", ({ detail }) => {
  values = { calculator_found: detail.headline, calculator_numbers: detail.link };
  fill();
});
