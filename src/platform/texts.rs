//! What `static/start.js` knows of languages: which one to begin with, and the files of texts.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The tag of the language that the page begins with.
#[must_use]
pub fn first_language() -> Option<String> {
    of_page("language")?.as_string()
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
    let texts: Function = of_page("texts")?.dyn_into().ok()?;
    let promise = texts.call1(&JsValue::UNDEFINED, &tag.into()).ok()?;
    promise.dyn_into().ok()
}

/// Something that the script that starts the page has left for us.
pub(super) fn of_page(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let page = Reflect::get(&window, &"pipelineLever".into()).ok()?;
    Reflect::get(&page, &name.into()).ok()
}
