//! What parts of the page are called.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// What the nearest part of the page is called that has a heading.
pub(super) fn heading_around(element: &Element) -> Option<String> {
    let section = element.closest("section").ok()??;
    let heading = section.query_selector("h2, h3").ok()??;
    Some(tidy(&heading.text_content()?))
}

/// What is written over a picture.
pub(super) fn caption_of(figure: &Element) -> Option<String> {
    let caption = figure.query_selector("figcaption b").ok()??;
    Some(tidy(&caption.text_content()?))
}

/// What a picture says, for those who do not see it.
pub(super) fn description_of(figure: &Element) -> Option<String> {
    if let Ok(Some(image)) = figure.query_selector("[role=img]") {
        return image.get_attribute("aria-label");
    }
    let section = figure.closest("section").ok()??;
    let finding = section.query_selector(".finding").ok()??;
    // Without what opens how it comes about.
    let mut text = String::new();
    let mut next = finding.first_child();
    while let Some(node) = next {
        if node.node_type() == Node::TEXT_NODE {
            text += &node.node_value().unwrap_or_default();
        }
        next = node.next_sibling();
    }
    Some(tidy(&text))
}

/// The first place in an element that this selector matches and that has something inside that `inner` matches.
#[must_use]
pub fn place_with(around: &Element, selector: &str, inner: &str) -> Option<Element> {
    let places = around.query_selector_all(selector).ok()?;
    let mut places = (0..places.length()).filter_map(|at| places.get(at)?.dyn_into().ok());
    places.find(|place: &Element| matches!(place.query_selector(inner), Ok(Some(_))))
}

/// A text without spaces that only its source needs.
pub(super) fn tidy(text: &str) -> String {
    text.split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
