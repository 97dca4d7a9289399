//! What events say about their elements.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlInputElement, HtmlSelectElement};

/// The text or choice of the element that an event came from.
#[must_use]
pub fn value_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => Some(input.value()),
        Err(other) => Some(other.dyn_into::<HtmlSelectElement>().ok()?.value()),
    }
}

/// The number of the element that an event came from, as a range has it.
#[must_use]
pub fn target_value(event: &Event) -> Option<f64> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Some(input.value_as_number()).filter(|number| number.is_finite())
}

/// The name of the number that a click opens, where it is on one: see the attribute `data-opens`.
#[must_use]
pub fn opened_by(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let number = target.closest("[data-opens]").ok()??;
    number.get_attribute("data-opens")
}

/// Whether an event comes from where text is typed, which has its own undo.
#[must_use]
pub fn in_text_box(event: &Event) -> bool {
    event.target().is_some_and(|target| is_text_box(&target))
}

/// Whether text is typed there: into no box to tick, no slider and no choice of a file.
pub(super) fn is_text_box(place: &EventTarget) -> bool {
    let input = place.dyn_ref::<HtmlInputElement>();
    input.is_some_and(|input| input.type_() == "text")
}

/// Chooses an entry of a select.
pub fn choose(element: Element, value: &str) {
    if let Ok(select) = element.dyn_into::<HtmlSelectElement>()
        && select.value() != value
    {
        select.set_value(value);
    }
}

/// Gives an input the focus with all of its text selected.
pub fn select_all(element: Element) {
    if let Ok(input) = element.dyn_into::<HtmlInputElement>() {
        let _ = input.focus();
        input.select();
    }
}
