//! A waterfall, lying: a sum, what one part after the other takes of it, and what is left.

use yew::prelude::*;

use crate::plot::{Linear, coordinate};

/// The widest bar, in percent of the width: beside it stands its value.
const WIDEST: f64 = 66.0;

/// One row.
pub(in crate::ui) struct Fall {
    pub name: String,
    /// The sum, or what the part takes of the sum before; below zero it adds.
    pub value: f64,
    /// The value as it is said: a part's with the sign of what it does.
    pub said: String,
    pub is_total: bool,
}

/// The rows under each other; each part begins where the one before ends.
pub(in crate::ui) fn waterfall(falls: &[Fall]) -> Html {
    let mut left = 0.0;
    let mut spans = Vec::new();
    for fall in falls {
        let from = if fall.is_total { 0.0 } else { left };
        left = if fall.is_total {
            fall.value
        } else {
            left - fall.value
        };
        spans.push((from.min(left), from.max(left)));
    }
    let most = spans.iter().map(|span| span.1).fold(0.0, f64::max);
    let least = spans.iter().map(|span| span.0).fold(0.0, f64::min);
    let scale = Linear::new((least, most), (0.0, WIDEST));
    let rows = falls.iter().zip(spans).enumerate();
    let rows = rows.map(|(at, (fall, (from, to)))| {
        let (from, to) = (coordinate(scale.place(from)), coordinate(scale.place(to)));
        let class = match (fall.is_total, fall.value < 0.0) {
            (true, _) | (false, true) => "swing-above",
            (false, false) => "swing-below",
        };
        html! {
            <div class="swing" key={at}>
                <span class="swing-name">{ &fall.name }</span>
                <svg>
                    <rect {class} x={percent(from)} width={percent(coordinate((to - from).max(0.2)))} y="4" height="14" />
                    <text x={percent(to)} dx="6" y="16">{ &fall.said }</text>
                </svg>
            </div>
        }
    });
    html! { <div class="swings" aria-hidden="true">{ for rows }</div> }
}

fn percent(share: f64) -> String {
    [&share.to_string(), "%"].concat()
}
