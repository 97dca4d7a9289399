//! The frame that all pictures with two axes share: the space that they are drawn in, the values on its left with a
//! grid of hairlines, the names below, and what the picture says for those who do not see it.

use yew::prelude::*;

use crate::plot::{Linear, Size, coordinate};

/// The space that is drawn in, in its own units; it is stretched to the space that there is.
pub(in crate::ui) const AREA: Size = Size {
    width: 100.0,
    height: 100.0,
};
/// Round values on an axis, about.
pub(in crate::ui) const TICKS: u32 = 4;
/// Names under a picture, at most.
const NAMES: usize = 6;
/// A text in the space that stands closer to an edge than this share of the width, in percent, keeps inside.
const EDGE: f64 = 10.0;
/// A name below keeps inside on the right from here on; on the left there is room under the values.
const LAST: f64 = 97.0;
/// Values with more letters than this need a wider place beside the picture.
const WIDE: usize = 8;
/// Names that have more letters together do not all fit below a narrow picture.
const LONG: usize = 24;

/// An empty picture.
pub(in crate::ui) struct Frame<'a> {
    /// What sort of picture it is, as a class, where its sort needs rules of its own.
    pub class: &'static str,
    /// The vertical axis, from values to units of the space.
    pub up: Linear,
    /// How a value of the vertical axis is said, in short and in full.
    pub said: &'a dyn Fn(f64) -> String,
    pub in_full: &'a dyn Fn(f64) -> String,
    /// What is written below, and where, in percent of the width.
    pub names: Vec<(f64, String)>,
    /// What the picture says, for those who do not see it.
    pub label: String,
}

/// What is in a picture.
#[derive(Default)]
pub(in crate::ui) struct Content {
    /// Drawn under the grid and stretched with the space.
    pub ground: Html,
    /// Drawn over the grid and stretched with the space.
    pub shapes: Html,
    /// What is written in the space, which is not stretched.
    pub words: Html,
    /// What stands under the names.
    pub foot: Html,
}

impl Frame<'_> {
    /// The picture with its content.
    pub(in crate::ui) fn view(self, content: Content) -> Html {
        let Content {
            ground,
            shapes,
            words,
            foot,
        } = content;
        let ticks = self.up.ticks(TICKS);
        let place = |value: &f64| coordinate(self.up.place(*value));
        let grid: String = ticks.iter().map(|value| line_at(place(value))).collect();
        let (low, high) = self.up.values;
        let base = (low.min(high) <= 0.0 && low.max(high) >= 0.0).then(|| line_at(place(&0.0)));
        let texts = told_apart(&ticks, self.said, self.in_full);
        let is_wide = texts.iter().any(|text| text.chars().count() > WIDE);
        let values = ticks.iter().zip(texts).map(|(value, text)| {
            let y = percent(place(value));
            html! { <text key={y.clone()} x="100%" {y} dy="0.35em" text-anchor="end">{ text }</text> }
        });
        let letters: usize = self
            .names
            .iter()
            .map(|(_, name)| name.chars().count())
            .sum();
        let names = self.names.iter().map(|(x, name)| {
            let x = coordinate(*x);
            let anchor = if x > LAST { "end" } else { "middle" };
            html! { <text key={x.to_string()} x={percent(x)} y="1em" text-anchor={anchor}>{ name }</text> }
        });
        html! {
            <div class={classes!("fan", self.class)} role="img" aria-label={self.label} data-wide={is_wide.then_some("")}>
                <svg class="fan-values" aria-hidden="true">{ for values }</svg>
                <div class="fan-space">
                    <svg class="fan-area" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                        { ground }
                        <path class="fan-grid" d={grid} />
                        <path class="fan-base" d={base} />
                        { shapes }
                    </svg>
                    <svg class="fan-words" aria-hidden="true">{ words }</svg>
                </div>
                <svg class="fan-names" aria-hidden="true" data-long={(letters > LONG).then_some("")}>{ for names }</svg>
                { foot }
            </div>
        }
    }
}

/// The `d` of a line across the whole space, at a distance from its top.
pub(in crate::ui) fn line_at(y: f64) -> String {
    ["M0 ", &y.to_string(), "H100"].concat()
}

/// The `d` of a mark: a line without a length, whose round end is as wide as its stroke.
pub(in crate::ui) fn mark_at((x, y): (f64, f64)) -> String {
    [
        "M",
        &coordinate(x).to_string(),
        " ",
        &coordinate(y).to_string(),
        "h0.01",
    ]
    .concat()
}

/// A part of a hundred as SVG writes it.
pub(in crate::ui) fn percent(share: f64) -> String {
    [&share.to_string(), "%"].concat()
}

/// How a text stands at its place, in percent of the width, so that it stays inside.
pub(in crate::ui) fn anchor(x: f64) -> &'static str {
    if x > AREA.width - EDGE {
        "end"
    } else if x < EDGE {
        "start"
    } else {
        "middle"
    }
}

/// Values as they are said in short, or in full where two neighbours would read the same.
pub(in crate::ui) fn told_apart(
    values: &[f64],
    in_short: &dyn Fn(f64) -> String,
    in_full: &dyn Fn(f64) -> String,
) -> Vec<String> {
    let texts: Vec<String> = values.iter().map(|value| in_short(*value)).collect();
    let mut neighbours = texts.iter().zip(texts.iter().skip(1));
    if neighbours.any(|(one, next)| one == next) {
        values.iter().map(|value| in_full(*value)).collect()
    } else {
        texts
    }
}

/// Every so manieth of some steps has its name written.
pub(in crate::ui) fn every(steps: usize) -> usize {
    steps.div_ceil(NAMES).max(1)
}
