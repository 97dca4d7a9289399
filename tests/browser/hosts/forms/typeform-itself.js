// What of Typeform's own script the recipe leans on: a form in a frame, with what is hidden in its fragment.
window.tf = {
  createPopup: (id, { hidden }) => ({
    open() {
      const frame = document.createElement("iframe");
      frame.src = `framed.html?form=${id}#${new URLSearchParams(hidden)}`;
      document.body.append(frame);
    },
  }),
};
