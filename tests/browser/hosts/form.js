// The recipe of docs/element.md for a form's hidden fields.
document.querySelector("pipeline-lever").addEventListener("pipeline-lever-result", ({ detail }) => {
  document.querySelector("[name=found]").value = detail.headline;
  document.querySelector("[name=numbers]").value = detail.link;
});
