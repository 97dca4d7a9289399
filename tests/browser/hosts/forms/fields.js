document.addEventListener("pipeline-lever-result", ({ detail }) => {
  const values = { found: detail.headline, numbers: detail.link };
  for (const [name, value] of Object.entries(values)) {
    for (const field of document.querySelectorAll(`input[name="${name}"]`)) field.value = value;
  }
});
