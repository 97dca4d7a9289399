//! Bars that lie under each other, a name and a bar a row: the frame that a waterfall and bars around a line share.

use yew::prelude::*;

use super::frame::percent;

/// Where a bar lies in its row's 26 pixels, and how tall it is.
const TOP: &str = "6";
const HEIGHT: &str = "14";
/// Where the texts of a row stand.
const BASELINE: &str = "18";

/// A part of a bar.
pub(in crate::ui) struct BarPart {
    /// Whether it is there, or is lost.
    pub is_there: bool,
    /// Its start and its width, in percent of the row's.
    pub from: f64,
    pub width: f64,
}

/// One row.
pub(in crate::ui) struct BarRow<'a> {
    pub key: String,
    pub name: &'a str,
    pub parts: Vec<BarPart>,
    /// What is written before a place of the row, and after one, in percent of its width.
    pub before: Option<(f64, &'a str)>,
    pub after: (f64, &'a str),
}

/// The rows, on one `line` that they all hang on, in percent of the width; what it stands for is named above it.
/// They are silent: a table or a sentence says the same.
pub(in crate::ui) fn bar_rows(line: f64, named: Option<&str>, rows: Vec<BarRow>) -> Html {
    let head = named.map(|name| {
        html! {
            <div class="swing" key="head">
                <span></span>
                <svg><text class="swing-now" x={percent(line)} y={BASELINE} text-anchor="middle">{ name.to_owned() }</text></svg>
            </div>
        }
    });
    let rows = rows.into_iter().map(|row| view(&row, line));
    html! { <div class="swings" aria-hidden="true">{ for head }{ for rows }</div> }
}

fn view(row: &BarRow, line: f64) -> Html {
    let parts = row.parts.iter().map(|part| {
        let class = if part.is_there { "swing-above" } else { "swing-below" };
        html! { <rect {class} x={percent(part.from)} width={percent(part.width)} y={TOP} height={HEIGHT} /> }
    });
    let before = row.before.map(|(x, text)| {
        html! { <text x={percent(x)} dx="-6" y={BASELINE} text-anchor="end">{ text.to_owned() }</text> }
    });
    let (x, after) = row.after;
    html! {
        <div class="swing" key={row.key.clone()}>
            <span class="swing-name">{ row.name.to_owned() }</span>
            <svg>
                <g>{ for parts }</g>
                <line class="swing-line" x1={percent(line)} x2={percent(line)} y1="0" y2="100%" />
                { for before }
                <text x={percent(x)} dx="6" y={BASELINE}>{ after.to_owned() }</text>
            </svg>
        </div>
    }
}
