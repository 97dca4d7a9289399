//! The keyboard's focus, which must not vanish along with the element that has it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ShadowRoot};

use super::events::is_text_box;

/// Where the focus is, and where it goes should that place vanish.
pub struct Focus {
    root: ShadowRoot,
    place: Element,
    beside: Option<Element>,
}

/// Where the focus is in the shadow root around an element. Beside it is the next entry of the list that it is in,
/// else the previous one, else the first control of all. A box of text stays where it is, and a visitor may be about
/// to leave it: the focus is not held there.
#[must_use]
pub fn focus(inside: &Node) -> Option<Focus> {
    let root: ShadowRoot = inside.get_root_node().dyn_into().ok()?;
    let place = root.active_element()?;
    if is_text_box(&place) {
        return None;
    }
    let entry = place.closest("li").ok().flatten();
    let neighbour = entry.and_then(|entry| {
        let next = entry.next_element_sibling();
        next.or_else(|| entry.previous_element_sibling())
    });
    let beside = neighbour.and_then(|entry| entry.query_selector("button").ok()?);
    let beside = beside.or_else(|| root.query_selector("select").ok()?);
    Some(Focus {
        root,
        place,
        beside,
    })
}

impl Focus {
    /// Gives the focus back if it was lost: to its place, which may only have been moved, else beside it.
    pub fn restore(self) {
        if self.root.active_element().is_some() {
            return;
        }
        let place = Some(self.place).filter(|place| place.is_connected());
        if let Some(Ok(element)) = place.or(self.beside).map(Element::dyn_into::<HtmlElement>) {
            // Where that is refused, the focus stays lost.
            let _ = element.focus();
        }
    }
}

/// Gives an element the focus and scrolls it to the top of what is seen.
pub fn lead_to(element: Element) {
    element.scroll_into_view();
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        // Where that is refused, the element is in sight at least.
        let _ = element.focus();
    }
}

/// Leads to the first heading of the shadow root around an element, which is no control otherwise.
pub fn lead_to_heading(inside: &Node) {
    let root = inside.get_root_node().dyn_into::<ShadowRoot>();
    let heading = root.ok().and_then(|root| root.query_selector("h1").ok()?);
    if let Some(heading) = heading {
        // Without it the heading cannot have the focus, and is in sight at least.
        let _ = heading.set_attribute("tabindex", "-1");
        lead_to(heading);
    }
}
