//! Which language the visitor and the page speak, as tags.

use web_sys::Element;

/// An attribute of an element.
#[must_use]
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// The language of the page's root element.
#[must_use]
pub fn page_language() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.document_element()?.get_attribute("lang")
}

/// The language of the browser.
#[must_use]
pub fn navigator_language() -> Option<String> {
    web_sys::window()?.navigator().language()
}
