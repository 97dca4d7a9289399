//! Where the widget lives: an inner element of a shadow root with adopted style sheets, as `static/start.js` makes it.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

use super::texts::of_page;

/// An element to mount on.
pub type Place = Element;

/// The place for the first screen, if the page has one. What it shows until then is replaced at once.
#[must_use]
pub fn place() -> Option<Place> {
    of_page("place")?.dyn_into().ok()
}

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
