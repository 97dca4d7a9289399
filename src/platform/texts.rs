//! What `static/start.js` leaves for us: what the page begins with, and the files of texts.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A text that the page begins with: the tag of its language, the month as "YYYY-MM", or what is asked for of a preset
/// and a currency.
#[must_use]
pub fn text(name: &str) -> Option<String> {
    of_page(name)?.as_string()
}

/// Loads the texts of a language, or takes them from an earlier time, and calls back with them; with nothing
/// where they cannot be had.
pub fn load_texts(tag: &str, then: Box<dyn FnOnce(Option<String>)>) {
    let Some(texts) = promise_of_texts(tag) else {
        return then(None);
    };
    let done = Closure::once(move |text: JsValue| then(text.as_string()));
    // This promise is always kept, if only with nothing.
    let _ = texts.then(&done);
    done.forget();
}

fn promise_of_texts(tag: &str) -> Option<Promise> {
    ask_page("texts", tag)?.dyn_into().ok()
}

/// What a function of the page answers, if there is one.
pub(super) fn ask_page(name: &str, about: &str) -> Option<JsValue> {
    let function: Function = of_page(name)?.dyn_into().ok()?;
    function.call1(&JsValue::UNDEFINED, &about.into()).ok()
}

/// Something that the script that starts the page has left for us.
pub(super) fn of_page(name: &str) -> Option<JsValue> {
    Reflect::get(&page()?, &name.into()).ok()
}

/// All of what it has left.
pub(super) fn page() -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"pipelineLever".into()).ok()
}
