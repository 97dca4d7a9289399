//! What is typed into, moved and chosen from. A control keeps its draft and sends actions.

pub(in crate::ui) mod choice;
pub(in crate::ui) mod number_control;
pub(in crate::ui) mod opens;
pub(in crate::ui) mod reading;
pub(in crate::ui) mod target;
pub(in crate::ui) mod text_box;
