//! Fix a stage of the sales pipeline, or buy more leads?

pub mod engine;
pub mod i18n;
pub mod insights;
pub mod model;
pub mod plot;
pub mod share;
pub mod state;

#[cfg(feature = "ui")]
pub mod element;
#[cfg(feature = "ui")]
pub mod platform;
#[cfg(feature = "ui")]
pub mod runner;
#[cfg(feature = "ui")]
pub mod ui;
