//! What can be explored under the answer, as a program of its own: a widget loads it once the answer is painted.

use pipeline_lever::element::{self, Function, Object, Place};
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows an explorer: see [`element::mount_explorer`].
#[wasm_bindgen]
pub fn mount(place: Place, host: Object, port: Object) -> Function {
    element::mount_explorer(place, host, port)
}

fn main() {}
