//! Pictures made of points. They are drawn here and not by an image of the SVG file: a page's policy may forbid
//! images from anywhere else.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

use super::files::Content;
use super::measure::{canvas, context_of, font_of};

/// A colour as CSS has it, and how much it covers.
pub type Covering<'a> = (&'a str, f64);

/// How the lines of a shape are drawn.
pub struct Outline<'a> {
    /// Their colour.
    pub colour: Covering<'a>,
    /// Their width, in pixels of the picture.
    pub width: f64,
    /// The lengths of dashes and gaps.
    pub dashes: &'a [f64],
    /// Whether they end round.
    pub is_round: bool,
}

/// How a text is set.
pub struct Setting<'a> {
    /// Where it stands, and where its letters stand on.
    pub at: (f64, f64),
    /// What stands there: "start", "middle" or "end".
    pub anchor: &'a str,
    /// How high and how heavy it is set.
    pub size: f64,
    /// See above.
    pub weight: f64,
    /// Its fonts.
    pub font: &'a str,
}

/// A sheet to draw on.
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Canvas {
    /// A sheet of that size, with `scale` points to a pixel, and that colour.
    #[must_use]
    pub fn new((width, height): (f64, f64), scale: f64, paper: &str) -> Option<Self> {
        let element = canvas()?;
        // No picture is larger than a screen.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let points = |side: f64| (side * scale).ceil().clamp(1.0, 16_000.0) as u32;
        element.set_width(points(width));
        element.set_height(points(height));
        let context = context_of(&element)?;
        context.scale(scale, scale).ok()?;
        context.set_fill_style_str(paper);
        context.fill_rect(0.0, 0.0, width + 1.0, height + 1.0);
        Some(Self { element, context })
    }

    /// Draws the shape of this path, as far as it is inside the window.
    pub fn shape(
        &self,
        path: &str,
        fill: Option<Covering<'_>>,
        outline: Option<Outline<'_>>,
        window: Option<[f64; 4]>,
    ) {
        let Ok(path) = Path2d::new_with_path_string(path) else {
            return;
        };
        let context = &self.context;
        context.save();
        if let Some([x, y, width, height]) = window {
            context.begin_path();
            context.rect(x, y, width, height);
            context.clip();
        }
        if let Some((colour, opacity)) = fill {
            context.set_global_alpha(opacity);
            context.set_fill_style_str(colour);
            context.fill_with_path_2d(&path);
        }
        if let Some(outline) = outline {
            context.set_global_alpha(outline.colour.1);
            context.set_stroke_style_str(outline.colour.0);
            context.set_line_width(outline.width);
            context.set_line_join("round");
            context.set_line_cap(if outline.is_round { "round" } else { "butt" });
            let dashes: Array = outline.dashes.iter().copied().map(JsValue::from).collect();
            let _ = context.set_line_dash(&dashes);
            context.stroke_with_path(&path);
        }
        context.restore();
    }

    /// Writes a text; a rim lies under its letters.
    pub fn text(
        &self,
        words: &str,
        setting: &Setting<'_>,
        (colour, opacity): Covering<'_>,
        rim: Option<(&str, f64)>,
    ) {
        let context = &self.context;
        let ((x, y), font) = (
            setting.at,
            font_of(setting.weight, setting.size, setting.font),
        );
        context.save();
        context.set_font(&font);
        context.set_text_align(if setting.anchor == "middle" {
            "center"
        } else {
            setting.anchor
        });
        if let Some((colour, width)) = rim {
            context.set_stroke_style_str(colour);
            context.set_line_width(width);
            context.set_line_join("round");
            let _ = context.stroke_text(words, x, y);
        }
        context.set_global_alpha(opacity);
        context.set_fill_style_str(colour);
        let _ = context.fill_text(words, x, y);
        context.restore();
    }

    /// Calls back with the picture as a PNG file, or with nothing where the browser makes none.
    pub fn to_png(&self, then: impl FnOnce(Option<Content>) + 'static) {
        let done = Closure::once(move |blob: JsValue| {
            then(blob.dyn_into::<Blob>().ok().map(Content::of));
        });
        // It runs once, after this has returned; where it is refused, it never runs.
        let _ = self.element.to_blob(done.as_ref().unchecked_ref());
        done.forget();
    }
}
