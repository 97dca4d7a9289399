//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Copies a text and tells whether that worked.
pub fn copy(text: &str, then: impl Fn(bool) + Clone + 'static) {
    let navigator = web_sys::window().map(|window| window.navigator());
    // Pages that are not secure have no clipboard at all.
    let there = navigator.as_ref().is_some_and(|navigator| {
        Reflect::get(navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
    });
    let Some(navigator) = navigator.filter(|_| there) else {
        return then(false);
    };
    let promise = navigator.clipboard().write_text(text);
    let failed = then.clone();
    let done = Closure::once(move |_: JsValue| then(true));
    let refused = Closure::once(move |_: JsValue| failed(false));
    let _ = promise.then2(&done, &refused);
    // Each runs at most once, long after this has returned.
    done.forget();
    refused.forget();
}
