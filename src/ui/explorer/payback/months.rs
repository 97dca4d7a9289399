//! What is ahead by the end of each month: the picture and its table.

use crate::ui::explorer::exhibit::Exhibit;
use yew::prelude::*;

use super::month_name;
use crate::insights::{PlannedChange, Repaid};
use crate::runner::count;
use crate::ui::charts::frame::every;
use crate::ui::charts::line_chart::{LineChart, Series};
use crate::ui::controls::opens::opens;
use crate::ui::explorer::findings::Found;
use crate::ui::explorer::picture::figure;
use crate::ui::words::Words;

pub(super) fn months(words: Words, found: &Found<PlannedChange>) -> Html {
    figure(
        words,
        Exhibit::Payback,
        html! { <>{ words.explorer().payback.caption }</> },
        picture(words, found),
        table(words, found),
    )
}

/// The cumulated profit against the pipeline as it is, and the month in which it has paid back.
fn picture(words: Words, found: &Found<PlannedChange>) -> Html {
    let texts = &words.explorer().payback;
    let payback = &found.value.payback;
    let ends = payback.months.iter().enumerate();
    let ends = ends.map(|(at, month)| (count(at) + 1.0, month.cumulated_profit));
    let points: Vec<(f64, f64)> = std::iter::once((0.0, 0.0)).chain(ends).collect();
    let repaid = match payback.repaid {
        Repaid::In(month) => Some(month),
        Repaid::Never | Repaid::ChangesNothing => None,
    };
    // What is never behind has nothing to pay back.
    let paid = repaid.filter(|month| *month > 0);
    let mark = paid.and_then(|month| points.get(month + 1).copied());
    let months = payback.months.len();
    let step = every(months);
    let across = (0..months).step_by(step).map(|month| {
        let name = month_name(words, &found.document, month);
        (count(month) + 1.0, name)
    });
    let label = match repaid {
        Some(0) => texts.at_once.to_owned(),
        Some(month) => texts.paid_back(&month_name(words, &found.document, month)),
        None => texts.never.to_owned(),
    };
    LineChart {
        series: vec![Series {
            number: None,
            kind: "main",
            points,
            name: texts.line.to_owned(),
        }],
        level: Some((0.0, words.explorer().table.today.to_owned())),
        marks: mark.into_iter().collect(),
        across: across.collect(),
        said: &|value| words.short_money(value),
        label: [texts.caption, ": ", &label].concat(),
    }
    .view()
}

fn table(words: Words, found: &Found<PlannedChange>) -> Html {
    let texts = &words.explorer().payback;
    let cell = |name: &str, at: usize, value: f64| {
        let name = ["payback.", name, "[", &at.to_string(), "]"].concat();
        html! { <td role="cell">{ opens("", &name, Some(value), words.money(value)) }</td> }
    };
    let months = found.value.payback.months.iter().enumerate();
    let rows = months.map(|(at, month)| {
        html! {
            <tr role="row" key={at}>
                <th role="rowheader" scope="row">{ month_name(words, &found.document, at) }</th>
                { cell("profitBy", at, month.cumulated_profit) }
                { cell("netCashBy", at, month.cumulated_cash) }
            </tr>
        }
    });
    let heads = [words.explorer().goal.month, texts.ahead, texts.net_cash];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    html! {
        <table role="table" class="break-even-table">
            <thead role="rowgroup"><tr role="row">{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}
