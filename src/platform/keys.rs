//! Keys that work wherever the focus is in the widget.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::events::in_text_box;

/// Listens to keys for as long as it is kept.
pub struct Keys(#[allow(dead_code)] EventListener);

/// Calls back with every key that is pressed in the shadow root around an element, by its name with "Alt+" before it
/// where that is held, but not where text is typed or a list is open. A key that `then` takes does nothing else.
#[must_use]
pub fn on_keys(inside: &Element, then: impl Fn(&str) -> bool + 'static) -> Keys {
    let options = EventListenerOptions::enable_prevent_default();
    let pressed = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_plain = !(key.ctrl_key() || key.meta_key() || key.is_composing());
        if is_plain && !in_text_box(event) && !is_elsewhere(event) {
            let held = if key.alt_key() { "Alt+" } else { "" };
            if then(&[held, &key.key()].concat()) {
                event.prevent_default();
            }
        }
    };
    let root = inside.get_root_node();
    Keys(EventListener::new_with_options(
        &root, "keydown", options, pressed,
    ))
}

/// Whether an event comes from a list or from a box over the page, which have keys of their own.
fn is_elsewhere(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let around = target.and_then(|element| element.closest("select, dialog").ok()?);
    around.is_some()
}
