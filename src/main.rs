//! The first screen, as a program for any number of widgets: `static/shell/program.js` loads it once.

use pipeline_lever::element::{self, Function, Object, Place};
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows a first screen: see [`element::mount`].
#[wasm_bindgen]
pub fn mount(place: Place, host: Object) -> Function {
    element::mount(place, host)
}

fn main() {}
