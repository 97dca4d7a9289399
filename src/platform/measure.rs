//! How large texts are.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The part of a font's height that most fonts have above the line that letters stand on.
const ABOVE: f64 = 0.79;

/// Measures texts.
pub(super) struct Measure(CanvasRenderingContext2d);

impl Measure {
    pub(super) fn new() -> Option<Self> {
        Some(Self(context_of(&canvas()?)?))
    }

    /// The width of a line of text, in pixels.
    pub(super) fn width(&self, words: &str, weight: f64, size: f64, font: &str) -> f64 {
        self.0.set_font(&font_of(weight, size, font));
        let measured = self.0.measure_text(words);
        measured.map_or(0.0, |measured| measured.width())
    }

    /// The part of the height of a font's lines that is above where letters stand on.
    pub(super) fn share_above_line(&self, weight: f64, size: f64, font: &str) -> f64 {
        self.0.set_font(&font_of(weight, size, font));
        let Ok(measured) = self.0.measure_text("x") else {
            return ABOVE;
        };
        let (above, below) = (
            measured.font_bounding_box_ascent(),
            measured.font_bounding_box_descent(),
        );
        let share = above / (above + below);
        if share.is_finite() { share } else { ABOVE }
    }
}

pub(super) fn canvas() -> Option<HtmlCanvasElement> {
    let page = web_sys::window()?.document()?;
    page.create_element("canvas").ok()?.dyn_into().ok()
}

pub(super) fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

pub(super) fn font_of(weight: f64, size: f64, font: &str) -> String {
    [&weight.to_string(), " ", &size.to_string(), "px ", font].concat()
}
