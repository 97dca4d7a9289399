//! The page in Yew: what is known goes in, [`Action`](crate::state::Action)s come out.
//!
//! [`App`] keeps the state, asks the runner and draws the panels; controls keep what is being typed.

mod amounts;
mod app;
mod bar;
mod choice;
mod headline;
mod labels;
mod number_control;
mod rows;
mod start;
mod table;
mod target;
mod text_box;
mod visible;
mod ways;
mod words;

pub use app::{App, AppProps};
