//! What the app knows, and how an action changes it: pure, so that it can be tested without a browser.
//!
//! * [`AppState`] is everything that is known; [`AppState::after`] is the only way from one to the next.
//! * [`Action`] is plain data: controls, links, files, attributes and presets all enter through it.
//! * [`Notice`] is what the visitor has to be told, without words.
//! * [`SliderRange`] is what a slider covers around the value that it starts from.

mod action;
mod app;
mod edits;
mod history;
mod ids;
mod notice;
mod range;
mod reduce;
mod rounding;
mod span;

pub use action::{Action, Gesture};
pub use app::AppState;
pub use history::MOST_STEPS;
pub use ids::{ChannelId, StageId};
pub use notice::Notice;
pub use range::SliderRange;
pub use rounding::Direction;
