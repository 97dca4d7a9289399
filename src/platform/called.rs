//! A function of ours for a script to call.

/// What a script gives and gets: an object of its own, and a function of ours.
pub use js_sys::{Function, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A function that a script may call with objects as often as it likes.
#[must_use]
pub fn called_with(work: impl FnMut(Object, Object) + 'static) -> Function {
    Closure::<dyn FnMut(Object, Object)>::new(work)
        .into_js_value()
        .unchecked_into()
}
