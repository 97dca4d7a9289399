//! What can be explored under the answer, as a program of its own: the page loads it once the answer is painted.

use js_sys::Object;
use pipeline_lever::element;
use pipeline_lever::platform::{Place, Port};
use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the explorer on an element of the widget's shadow root; `port` leads to the first screen.
#[wasm_bindgen]
pub fn mount(place: Place, port: Object) {
    element::explore(place, Port::new(port));
}

fn main() {}
