//! The browser's own print.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRoot};

use wasm_bindgen::JsCast;

const SHEETS: &str = "adoptedStyleSheets";

/// Opens the browser's window for printing, and tells whether it did: some pages may not.
#[must_use]
pub fn print() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let prints = Rc::new(Cell::new(false));
    let seen = Rc::clone(&prints);
    let listener = EventListener::new(&window, "beforeprint", move |_| seen.set(true));
    let asked = window.print().is_ok();
    drop(listener);
    asked && prints.get()
}

/// Gives the printed page rules of its own, for as long as it is kept.
pub struct PrintedPage {
    _listeners: [EventListener; 2],
}

/// While the page is being printed that an element's widget is on, it has these `rules` too: what is said of sheets
/// of paper holds only outside of the shadow root. A page that holds other things as well is left as it is.
#[must_use]
pub fn on_print(place: &Element, rules: &str) -> Option<PrintedPage> {
    let window = web_sys::window()?;
    let root: ShadowRoot = place.get_root_node().dyn_into().ok()?;
    let host = root.host();
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(rules).ok()?;
    let sheet = JsValue::from(sheet);
    let (page, added) = (host.owner_document()?, sheet.clone());
    let before = EventListener::new(&window, "beforeprint", move |_| {
        if is_alone(&host) {
            let sheets = sheets_of(&page);
            sheets.push(&added);
            let _ = Reflect::set(&page, &SHEETS.into(), &sheets);
        }
    });
    let page = place.owner_document()?;
    let after = EventListener::new(&window, "afterprint", move |_| {
        let sheets = sheets_of(&page);
        let others = sheets.iter().filter(|other| *other != sheet);
        let _ = Reflect::set(&page, &SHEETS.into(), &others.collect::<Array>());
    });
    Some(PrintedPage {
        _listeners: [before, after],
    })
}

fn sheets_of(page: &JsValue) -> Array {
    let sheets = Reflect::get(page, &SHEETS.into()).unwrap_or(JsValue::NULL);
    if sheets.is_object() {
        Array::from(&sheets)
    } else {
        Array::new()
    }
}

/// Whether the page shows nothing but this element.
fn is_alone(host: &Element) -> bool {
    let siblings = host.parent_element().map(|parent| parent.children());
    siblings.is_some_and(|siblings| {
        let mut all = (0..siblings.length()).filter_map(|at| siblings.item(at));
        all.all(|other| other == *host || other.client_height() == 0)
    })
}
