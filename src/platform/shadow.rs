//! Where the widget lives: an inner element of a shadow root with adopted style sheets.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

/// The element of this id, unless it is inside a shadow root.
#[must_use]
pub fn host(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// An attribute of an element.
#[must_use]
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// An element to mount on.
pub type Place = Element;

/// Gives `host` an open shadow root with this style sheet, and in it two new elements to mount on, one after
/// the other: for the first screen, and for what can be explored under it.
///
/// # Errors
/// What the browser has against it.
pub fn mount_point(host: &Element, styles: &str) -> Result<[Place; 2], JsValue> {
    let root = match host.shadow_root() {
        Some(root) => root,
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
    };
    add_sheet(&root, styles, &Array::new())?;
    let document = host.owner_document().ok_or(JsValue::NULL)?;
    let places = [
        document.create_element("div")?,
        document.create_element("div")?,
    ];
    for place in &places {
        root.append_child(place)?;
    }
    Ok(places)
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
