//! The pieces of the way from the first contact to the first cash: as a picture, and as a table with what each brings
//! when it is shorter.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::{gained, stage_name};
use super::picture::with_exports;
use crate::i18n::explorer::arguments::revenue as with;
use crate::i18n::{duration_days, month_year};
use crate::insights::{Piece, PieceDays, ShorterPiece, TimeToRevenue};
use crate::model::Document;
use crate::runner::count;
use crate::ui::charts::waterfall::{Fall, waterfall};
use crate::ui::controls::opens::{opens, opens_cell};
use crate::ui::words::Words;

/// A month of the horizon by name.
pub(super) fn month(words: Words, document: &Document, at: Option<usize>) -> Option<String> {
    let month = document.start.plus(u32::try_from(at?).ok()?);
    Some(month_year(words.locale, month.year(), month.number()))
}

pub(super) fn piece_name(words: Words, document: &Document, piece: Piece) -> String {
    let texts = &words.explorer().revenue;
    match piece {
        Piece::Waiting(stage) => texts.waiting(&stage_name(words, document, stage)),
        Piece::Stage(stage) => stage_name(words, document, stage),
        Piece::Onboarding => texts.onboarding.to_owned(),
        Piece::Delivery => texts.delivery.to_owned(),
        Piece::Payment => texts.payment.to_owned(),
    }
}

/// The pieces one after the other on one axis of days, then the mean, half and nine of ten.
pub(super) fn picture(words: Words, found: &Found<TimeToRevenue>) -> Html {
    let way = &*found.value;
    let fall = |name: String, days: f64, is_total: bool| Fall {
        name,
        // A waterfall's parts take; these add.
        value: if is_total { days } else { -days },
        said: duration_days(words.locale, days),
        is_total,
    };
    let pieces = way.pieces.iter().map(|piece| {
        let name = piece_name(words, &found.document, piece.piece);
        fall(name, piece.days, false)
    });
    let wholes = wholes(words, way)
        .into_iter()
        .filter_map(|(_, name, days)| Some(fall(name.to_owned(), days?, true)));
    waterfall(&pieces.chain(wholes).collect::<Vec<_>>())
}

/// A whole: what it opens to, its name, and its days.
type Whole = (&'static str, &'static str, Option<f64>);

fn wholes(words: Words, way: &TimeToRevenue) -> [Whole; 3] {
    let texts = &words.explorer().revenue;
    [
        ("metric.timeToRevenue", texts.mean, Some(way.mean_days)),
        (
            "firstCashWithin.5",
            texts.half,
            way.days_for(0.5).map(count),
        ),
        (
            "firstCashWithin.9",
            texts.nine,
            way.days_for(0.9).map(count),
        ),
    ]
}

pub(super) fn table(words: Words, found: &Found<TimeToRevenue>) -> Html {
    let (texts, way) = (&words.explorer().revenue, &*found.value);
    let heads = [texts.days, texts.shortened, texts.cash, texts.since];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    let rows = way.pieces.iter().enumerate();
    let rows = rows.map(|(at, piece)| row(words, found, at, piece));
    let wholes = wholes(words, way)
        .into_iter()
        .filter_map(|(opened, name, days)| {
            let days = days?;
            let text = duration_days(words.locale, days);
            Some(html! {
                <tr role="row" key={opened}>
                    <th role="rowheader" scope="row">{ name }</th>
                    <td role="cell" data-value={days.to_string()}>{ opens_cell(opened, text) }</td>
                { nothing() }
                </tr>
            })
        });
    with_exports(
        Exhibit::TimeToRevenue,
        html! {
            <table role="table" class="revenue-table">
                <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
                <tbody role="rowgroup">{ for rows }</tbody>
                <tbody role="rowgroup">{ for wholes }</tbody>
            </table>
        },
    )
}

/// A piece: its days, and what it brings when it is shorter.
fn row(words: Words, found: &Found<TimeToRevenue>, at: usize, piece: &PieceDays) -> Html {
    let opened = ["shorter[", &at.to_string(), "]"].concat();
    let days = duration_days(words.locale, piece.days);
    let days = match piece.piece {
        Piece::Waiting(stage) if piece.days > 0.0 => {
            let name = ["meanWait[", &stage.to_string(), "]"].concat();
            opens("", &name, Some(piece.days), days)
        }
        // What was entered.
        _ => html! { { days } },
    };
    let mut all = found.value.shorter.iter();
    let shorter = all.find(|shorter| shorter.piece == piece.piece);
    let cells = shorter.map_or_else(nothing, |shorter| brings(words, found, &opened, shorter));
    html! {
        <tr role="row" key={at}>
            <th role="rowheader" scope="row">{ piece_name(words, &found.document, piece.piece) }</th>
            <td role="cell">{ days }</td>
            { cells }
        </tr>
    }
}

/// The cells of a row that has nothing to be shortened.
fn nothing() -> Html {
    html! { <><td role="cell"></td><td role="cell"></td><td role="cell"></td></> }
}

fn brings(
    words: Words,
    found: &Found<TimeToRevenue>,
    opened: &str,
    shorter: &ShorterPiece,
) -> Html {
    let days = duration_days(words.locale, shorter.to_days);
    let to = match shorter.capacity {
        Some(limit) => words.explorer().revenue.limit(with::Limit {
            days: &days,
            limit: &words.units(limit),
        }),
        None => days,
    };
    let cash = gained(words.short_money(shorter.cash));
    let since = month(words, &found.document, shorter.ahead_since);
    html! {
        <>
            <td role="cell">{ opens_cell(opened, to) }</td>
            <td role="cell">{ opens("", opened, Some(shorter.cash), cash) }</td>
            <td role="cell">{ opens_cell(opened, since.unwrap_or_else(|| "–".to_owned())) }</td>
        </>
    }
}
