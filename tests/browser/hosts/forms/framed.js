// A field for each thing that the address has brought along, as forms in frames do, and the form is sent.
const form = document.querySelector("form");
for (const [name, value] of [...new URLSearchParams(location.search), ...new URLSearchParams(location.hash.slice(1))]) {
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
}
form.requestSubmit();
