//! A bar a month.

use yew::prelude::*;

use super::frame::{Content, Frame, TICKS, every};
use crate::i18n::{compact, month_year};
use crate::model::Month;
use crate::plot::{Linear, coordinate};
use crate::runner::count;
use crate::ui::words::Words;

/// The part of a month's room that its bar takes.
const WIDE: f64 = 0.8;

/// The bars of some months, at least 0 each; `label` says what they are, for those who do not see them.
pub(in crate::ui) fn month_bars(words: Words, months: &[(Month, f64)], label: String) -> Html {
    let most = months.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let up = Linear::new((0.0, most), (100.0, 0.0)).nice(TICKS);
    let room = 100.0 / count(months.len().max(1));
    let bars = months.iter().enumerate().map(|(at, (_, value))| {
        let x = room * (count(at) + (1.0 - WIDE) / 2.0);
        let top = if most > 0.0 { up.place(*value) } else { 100.0 };
        let height = coordinate(100.0 - top).to_string();
        let [x, y, width] = [x, top, room * WIDE].map(|place| coordinate(place).to_string());
        html! { <rect class="swing-above" key={at} {x} {y} {width} {height} /> }
    });
    let names = months.iter().enumerate().step_by(every(months.len()));
    let names = names.map(|(at, (month, _))| {
        let name = month_year(words.locale, month.year(), month.number());
        (room * (count(at) + 0.5), name)
    });
    let frame = Frame {
        class: "",
        up,
        said: &|value| compact(words.locale, value),
        in_full: &|value| words.units(value),
        names: names.collect(),
        label,
    };
    frame.view(Content {
        shapes: html! { <g>{ for bars }</g> },
        ..Content::default()
    })
}
