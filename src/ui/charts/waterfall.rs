//! A waterfall, lying: a sum, what one part after the other takes of it, and what is left.

use yew::prelude::*;

use super::bar_rows::{BarPart, BarRow, bar_rows};
use crate::plot::{Linear, coordinate};

/// The widest bar, in percent of the width: beside it stands its value.
const WIDEST: f64 = 66.0;
/// The thinnest one.
const THINNEST: f64 = 0.2;

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
        BarRow {
            key: at.to_string(),
            name: &fall.name,
            parts: vec![BarPart {
                is_there: fall.is_total || fall.value < 0.0,
                from,
                width: coordinate((to - from).max(THINNEST)),
            }],
            before: None,
            after: (to, &fall.said),
        }
    });
    bar_rows(coordinate(scale.place(0.0)), None, rows.collect())
}
