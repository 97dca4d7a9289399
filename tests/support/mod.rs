//! What the test files share.
#![allow(dead_code)]

pub mod arbitrary;
pub mod presets;
pub mod texts;

use pipeline_lever::model::{Document, Month};

/// Reads a document of a test.
pub fn document(json: &str) -> Document {
    let january = Month::parse("2026-01").expect("a month");
    Document::read(json.as_bytes(), january).expect("a valid document")
}

/// Fails unless the two lie within `tolerance`.
#[track_caller]
pub fn close(left: f64, right: f64, tolerance: f64) {
    assert!(
        (left - right).abs() <= tolerance,
        "{left} is not {right} within {tolerance}"
    );
}

/// Whether two numbers are the same but for rounding.
pub fn is_close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * left.abs().max(right.abs()).max(1.0)
}
