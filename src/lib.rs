//! Fix a stage of the sales pipeline, or buy more leads?

pub mod engine;
pub mod i18n;
pub mod insights;
pub mod model;
pub mod share;
