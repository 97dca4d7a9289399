//! The page's address and what the history keeps beside it, through what `static/start.js` offers: a page that
//! somebody else owns offers less.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::texts::{ask_page, page};

/// Listens for a new fragment for as long as it is kept.
pub struct Address(#[allow(dead_code)] Closure<dyn Fn()>);

/// The address's fragment without "#"; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    said("fragment", "")
}

/// The page's address with another fragment.
#[must_use]
pub fn link_with(fragment: &str) -> String {
    said("linkWith", fragment)
}

/// Puts a fragment into the address, or takes it out where it is empty, without a new entry in the history.
pub fn write_fragment(fragment: &str) {
    ask_page("write", fragment);
}

/// What the history keeps of us for this visit of the page.
#[must_use]
pub fn kept() -> Option<String> {
    ask_page("kept", "")?.as_string()
}

/// Lets the history keep a text: it is there again after a reload or on the way back.
pub fn keep(text: &str) {
    ask_page("keep", text);
}

/// Calls back when the address gets another fragment.
pub fn on_fragment_change(then: impl Fn() + 'static) -> Option<Address> {
    let listener = Closure::new(then);
    let function: &JsValue = listener.as_ref();
    Reflect::set(&page()?, &"onfragment".into(), function).ok()?;
    Some(Address(listener))
}

fn said(name: &str, about: &str) -> String {
    let said = ask_page(name, about).and_then(|said| said.as_string());
    said.unwrap_or_default()
}
