//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text and tells whether that worked.
pub fn copy(text: &str, then: impl Fn(bool) + Clone + 'static) {
    let navigator = web_sys::window().map(|window| window.navigator());
    // Pages that are not secure have no clipboard at all.
    let there = navigator.as_ref().is_some_and(|navigator| {
        Reflect::get(navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
    });
    let Some(navigator) = navigator.filter(|_| there) else {
        return then(false);
    };
    let promise = navigator.clipboard().write_text(text);
    let failed = then.clone();
    let done = Closure::once(move |_: JsValue| then(true));
    let refused = Closure::once(move |_: JsValue| failed(false));
    let _ = promise.then2(&done, &refused);
    // Each runs at most once, long after this has returned.
    done.forget();
    refused.forget();
}

/// Copies a text even where the page may not use the clipboard, by the older way that a press of a button allows, and
/// tells whether one of the two worked.
pub fn copy_anyway(text: String, then: impl Fn(bool) + Clone + 'static) {
    let wanted = text.clone();
    copy(&text, move |copied| {
        then(copied || copy_selected(&wanted).is_some());
    });
}

/// Copies a text by selecting it in a box of its own for a moment. The focus goes back to where it was.
fn copy_selected(text: &str) -> Option<()> {
    let page: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
    let before = focused(&page);
    let place: HtmlTextAreaElement = page.create_element("textarea").ok()?.dyn_into().ok()?;
    place.set_value(text);
    // Out of sight, and the page does not scroll there.
    let style = place.style();
    for (name, value) in [("position", "fixed"), ("top", "0"), ("opacity", "0")] {
        let _ = style.set_property(name, value);
    }
    page.body()?.append_child(&place).ok()?;
    place.select();
    let copied = page.exec_command("copy").unwrap_or(false);
    place.remove();
    if let Some(before) = before {
        let _ = before.focus();
    }
    copied.then_some(())
}

/// What has the focus, be it inside a shadow root.
fn focused(page: &HtmlDocument) -> Option<HtmlElement> {
    let mut focused = page.active_element()?;
    while let Some(inner) = focused.shadow_root().and_then(|root| root.active_element()) {
        focused = inner;
    }
    focused.dyn_into().ok()
}

/// Gives a box of text the focus with all of its text selected.
pub fn select_text(element: Element) {
    if let Ok(place) = element.dyn_into::<HtmlTextAreaElement>() {
        let _ = place.focus();
        place.select();
    }
}
