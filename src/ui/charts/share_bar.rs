//! A bar from the left edge: how much of all leads gets to a row, and how much of that goes on.

use yew::prelude::*;

use crate::plot::coordinate_text;

/// The width of a whole bar.
const WHOLE: f64 = 1000.0;

/// A bar of `whole`, the part of it that goes `on` in a stronger colour; both are shares of all leads. What it
/// shows is said in the row's words, so it is silent.
pub(in crate::ui) fn share_bar(whole: f64, on: f64) -> Html {
    html! {
        <svg class="bar-chart" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-in" x="0" y="0" height="10" width={width(whole)} />
            <rect class="bar-on" x="0" y="0" height="10" width={width(on)} />
        </svg>
    }
}

fn width(share: f64) -> String {
    coordinate_text(share * WHOLE)
}
