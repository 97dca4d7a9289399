//! A box over the page, which holds the focus while it is open and gives it back.

use web_sys::{Element, HtmlDialogElement};

use wasm_bindgen::JsCast;

/// Opens a dialog over everything else. Where a browser refuses, it stays closed.
pub fn open_dialog(element: Element) {
    if let Ok(dialog) = element.dyn_into::<HtmlDialogElement>()
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close_dialog(element: Element) {
    if let Ok(dialog) = element.dyn_into::<HtmlDialogElement>() {
        dialog.close();
    }
}
