let values = {};

function fill() {
  for (const [name, value] of Object.entries(values)) {
    for (const field of document.querySelectorAll(`input[name="${name}"]`)) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

addEventListener("message", ({ data }) => data?.type === "hsFormCallback" && data.eventName === "onFormReady" && fill());
addEventListener("pipeline-lever-result", ({ detail }) => {
  values = { calculator_found: detail.headline, calculator_numbers: detail.link };
  fill();
});
