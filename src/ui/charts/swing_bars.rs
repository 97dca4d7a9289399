//! Bars around a line: an input a row, what the objective is at its low and at its high end.

use yew::prelude::*;

use crate::plot::{Swing, swings};

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
    let rows = bars
        .iter()
        .zip(&drawn)
        .map(|(bar, drawn)| row(bar, drawn, line));
    html! {
        <div class="swings" aria-hidden="true">
            <div class="swing">
                <span></span>
                <svg><text class="swing-now" x={percent(line)} y="1em" text-anchor="middle">{ now }</text></svg>
            </div>
            { for rows }
        </div>
    }
}

fn row(bar: &SwingBar, drawn: &Swing, line: f64) -> Html {
    let part = |class: &'static str, (from, width): (f64, f64)| {
        html! { <rect {class} x={percent(from)} width={percent(width)} y="4" height="14" /> }
    };
    html! {
        <div class="swing" key={bar.key.clone()}>
            <span class="swing-name">{ &bar.name }</span>
            <svg>
                { part("swing-below", drawn.below) }
                { part("swing-above", drawn.above) }
                <line class="swing-line" x1={percent(line)} x2={percent(line)} y1="0" y2="100%" />
                <text x={percent(drawn.from)} dx="-6" y="16" text-anchor="end">{ &bar.ends.0 }</text>
                <text x={percent(drawn.to)} dx="6" y="16">{ &bar.ends.1 }</text>
            </svg>
        </div>
    }
}

fn percent(share: f64) -> String {
    [&share.to_string(), "%"].concat()
}
