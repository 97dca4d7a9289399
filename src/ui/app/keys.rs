//! Keys that work wherever the focus is.

use super::*;

/// Undo and redo by key, except where text is typed.
pub(in crate::ui) fn undo_key(event: &KeyboardEvent) -> Option<Action> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || platform::in_text_box(event) {
        return None;
    }
    let action = match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Action::Undo,
        ("z" | "Z", true) | ("y" | "Y", false) => Action::Redo,
        _ => return None,
    };
    event.prevent_default();
    Some(action)
}
