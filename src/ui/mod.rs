//! The page in Yew: what is known goes in, [`Action`](crate::state::Action)s come out.
//!
//! * [`App`] keeps the state, asks the runner and draws the panels.
//! * `panels` are the parts of the page, `controls` what is typed into and moved, `charts` its pictures.
//! * [`Explorer`] is what can be explored under the answer, a program of its own that the page loads later.
//! * `words` puts numbers into the visitor's language, `languages` has its texts loaded; `start` is what the page
//!   begins with.

mod app;
mod charts;
mod controls;
mod explorer;
mod languages;
mod panels;
mod start;
mod words;

pub use app::App;
pub use explorer::{Explorer, ExplorerProps};
pub use start::{AppProps, Beginning};
