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

/// Gives `host` an open shadow root with this style sheet, and in it a new element to mount on.
///
/// # Errors
/// What the browser has against it.
pub fn mount_point(host: &Element, styles: &str) -> Result<Element, JsValue> {
    let root = match host.shadow_root() {
        Some(root) => root,
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
    };
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(styles)?;
    let sheets = Array::of1(&sheet);
    Reflect::set(&root, &"adoptedStyleSheets".into(), &sheets)?;
    let document = host.owner_document().ok_or(JsValue::NULL)?;
    let inner = document.create_element("div")?;
    root.append_child(&inner)?;
    Ok(inner)
}
