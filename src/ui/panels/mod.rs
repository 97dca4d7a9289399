//! The parts of the page, each a view of what the app knows.

mod answer;
mod bar;
mod channel_row;
mod deal_row;
pub(in crate::ui) mod headline;
pub(in crate::ui) mod labels;
mod rows;
mod stage_row;
pub(in crate::ui) mod visible;
mod ways;
