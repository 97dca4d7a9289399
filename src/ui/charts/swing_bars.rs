//! Bars around a line: an input a row, what the objective is at its low and at its high end.

use yew::prelude::*;

use super::bar_rows::{BarPart, BarRow, bar_rows};
use crate::plot::swings;

/// One row.
pub(in crate::ui) struct SwingBar {
    /// Of the row, stable while it moves.
    pub key: String,
    /// What is moved.
    pub name: String,
    /// The result at the end that brings less, and at the one that brings more.
    pub results: (f64, f64),
    /// The input's values there.
    pub ends: (String, String),
}

/// The rows under each other, on one line that stands for what there is now, named above it.
pub(in crate::ui) fn swing_bars(baseline: f64, now: &str, bars: &[SwingBar]) -> Html {
    let results: Vec<(f64, f64)> = bars.iter().map(|bar| bar.results).collect();
    let (line, drawn) = swings(baseline, &results);
    let part = |is_there, (from, width)| BarPart {
        is_there,
        from,
        width,
    };
    let rows = bars.iter().zip(&drawn).map(|(bar, drawn)| BarRow {
        key: bar.key.clone(),
        name: &bar.name,
        parts: vec![part(false, drawn.below), part(true, drawn.above)],
        before: Some((drawn.from, &bar.ends.0)),
        after: (drawn.to, &bar.ends.1),
    });
    bar_rows(line, Some(now), rows.collect())
}
