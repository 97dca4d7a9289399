//! The page's address and what the history keeps beside it.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// Our key in the history's state, which may hold other things of the page.
const KEY: &str = "pipelineLever";

/// Listens for a new fragment for as long as it is kept.
pub struct Address(#[allow(dead_code)] EventListener);

/// The address's fragment without "#"; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.map(|hash| hash.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// The page's address with another fragment.
#[must_use]
pub fn link_with(fragment: &str) -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    [page, "#", fragment].concat()
}

/// Puts a fragment into the address, or takes it out, without a new entry in the history.
pub fn write_fragment(fragment: Option<&str>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let (Ok(history), Ok(href)) = (window.history(), window.location().href()) else {
        return;
    };
    let page = href.split('#').next().unwrap_or_default();
    let url = fragment.map_or_else(
        || page.to_owned(),
        |fragment| [page, "#", fragment].concat(),
    );
    let state = history.state().unwrap_or(JsValue::NULL);
    // A page that may not do this (a sandbox, a file) keeps the address that it has.
    let _ = history.replace_state_with_url(&state, "", Some(&url));
}

/// What the history keeps of us for this visit of the page.
#[must_use]
pub fn kept() -> Option<String> {
    let state = web_sys::window()?.history().ok()?.state().ok()?;
    Reflect::get(&state, &KEY.into()).ok()?.as_string()
}

/// Lets the history keep a text: it is there again after a reload or on the way back.
pub fn keep(text: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let Some(history) = history else { return };
    let state = Object::new();
    if let Ok(before) = history.state() {
        // Copying from null or a plain value copies nothing.
        Object::assign(&state, &before.into());
    }
    let written = Reflect::set(&state, &KEY.into(), &text.into());
    if written.is_ok() {
        // Refused in some sandboxes and when called too often; the next change tries again.
        let _ = history.replace_state(&state, "");
    }
}

/// Calls back when the address gets another fragment.
pub fn on_fragment_change(then: impl Fn() + 'static) -> Option<Address> {
    let window = web_sys::window()?;
    Some(Address(EventListener::new(
        &window,
        "hashchange",
        move |_| then(),
    )))
}
