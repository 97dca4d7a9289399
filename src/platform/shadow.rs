//! Where the widget lives: an inner element of a shadow root with adopted style sheets, as `static/shell/` makes it.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element};

/// An element to mount on.
pub type Place = Element;

/// Adds a style sheet to those of the shadow root that `place` is in. Without it the place looks plain.
pub fn adopt(place: &Place, styles: &str) {
    let root = place.get_root_node();
    if let Ok(sheets) = Reflect::get(&root, &SHEETS.into()) {
        let _ = add_sheet(&root, styles, &Array::from(&sheets));
    }
}

const SHEETS: &str = "adoptedStyleSheets";

fn add_sheet(root: &JsValue, styles: &str, sheets: &Array) -> Result<(), JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(styles)?;
    sheets.push(&sheet);
    Reflect::set(root, &SHEETS.into(), sheets)?;
    Ok(())
}
