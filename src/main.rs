//! The first screen, as a program for any number of widgets: `static/shell/program.js` loads it once.

use js_sys::{Function, Object};
use pipeline_lever::element;
use pipeline_lever::platform::Place;
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows a first screen: see [`element::mount`].
#[wasm_bindgen]
pub fn mount(place: Place, host: Object) -> Function {
    element::mount(place, host)
}

fn main() {}
