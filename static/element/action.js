// The call to action under the answer.
import { filled } from "./outcome.js";

export class CallToAction {
  #around;
  #outcome;
  #label;

  // `outcome` answers with what is known of the present numbers, `label` with what is said where the page says nothing.
  constructor(around, outcome, label) {
    const { cta, host, raise } = around;
    [this.#around, this.#outcome, this.#label] = [around, outcome, label];
    cta.addEventListener("click", (event) => raise("cta", outcome()) || event.preventDefault());
    // Who may be about to press it takes along what is still to be found out.
    for (const name of ["pointerenter", "focusin"]) cta.addEventListener(name, () => host()?.wantExplorer?.());
  }

  // A link where the page says where to, else a button that only raises the event. It stays the same element while only
  // what it says and holds changes: somebody may just be pressing it.
  show() {
    const { cta, element } = this.#around;
    if (cta.hidden) return;
    const outcome = this.#outcome();
    const address = filled(element.getAttribute("cta-url"), { ...outcome, text: outcome && `${outcome.headline} ${outcome.link}` });
    const name = address ? "a" : "button";
    let action = cta.querySelector(name);
    if (!action) {
      action = document.createElement(name);
      action.setAttribute("part", "cta-action");
      cta.replaceChildren(action);
    }
    action.textContent = element.getAttribute("cta-label") || this.#label();
    if (address) Object.assign(action, { href: address, target: element.getAttribute("cta-target") ?? "_blank", rel: "noopener" });
  }
}
