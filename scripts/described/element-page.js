// What the example that is listened to says, as text under it.
const heard = document.querySelector("output");
for (const name of ["ready", "change", "result", "cta", "error"]) {
  document.querySelector("#heard").addEventListener(`pipeline-lever-${name}`, ({ type, detail }) => {
    heard.textContent = `${type}: ${detail.headline ?? detail.message ?? ""}`;
  });
}
