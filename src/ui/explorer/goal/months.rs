//! What is reached by the end of each month: the picture and its table.

use yew::prelude::*;

use super::{measure_name, month_name, said};
use crate::i18n::explorer::arguments::goal as with;
use crate::insights::GoalAnswer;
use crate::model::GoalMeasure;
use crate::ui::charts::frame::every;
use crate::ui::charts::line_chart::{LineChart, Series};
use crate::ui::controls::opens::opens;
use crate::ui::explorer::findings::Found;
use crate::ui::explorer::spent::assumed;
use crate::ui::words::Words;

/// The lines as things are and with the plan, up to the goal.
pub(super) fn picture(words: Words, found: &Found<GoalAnswer>) -> Html {
    let texts = &words.explorer().goal;
    let (answer, goal) = (&*found.value, found.value.goal);
    let months = goal.month as usize + 1;
    let line = |sums: &[f64]| -> Vec<(f64, f64)> {
        let ends = sums.iter().take(months).enumerate();
        let ends = ends.map(|(at, sum)| (crate::runner::count(at) + 1.0, *sum));
        std::iter::once((0.0, 0.0)).chain(ends).collect()
    };
    let as_is = Series {
        number: None,
        kind: "other",
        points: line(&answer.by_month),
        name: texts.line_as_is.to_owned(),
    };
    let planned = answer.on_average.as_ref();
    let planned = planned.filter(|plan| !plan.items.is_empty());
    let planned = planned.map(|plan| Series {
        number: None,
        kind: "main",
        points: line(&plan.by_month),
        name: texts.line_planned.to_owned(),
    });
    let step = every(months);
    let across = (0..=goal.month).step_by(step).map(|month| {
        let name = month_name(words, &found.document, month);
        (f64::from(month) + 1.0, name)
    });
    LineChart {
        series: std::iter::once(as_is).chain(planned).collect(),
        level: Some((goal.amount, texts.amount.to_owned())),
        marks: vec![(crate::runner::count(months), goal.amount)],
        across: across.collect(),
        said: &|value| match goal.measure {
            GoalMeasure::Won => crate::i18n::compact(words.locale, value),
            GoalMeasure::Bookings | GoalMeasure::Cash => words.short_money(value),
        },
        label: texts.as_is(with::AsIs {
            measure: measure_name(words, goal.measure),
            month: &month_name(words, &found.document, goal.month),
            expected: &said(words, goal.measure, answer.expected),
            amount: &said(words, goal.measure, goal.amount),
        }),
    }
    .view()
}

pub(super) fn by_month(words: Words, found: &Found<GoalAnswer>) -> Html {
    let texts = &words.explorer().goal;
    let answer = &*found.value;
    let measure = answer.goal.measure;
    let planned = answer.on_average.as_ref();
    let planned = planned.filter(|plan| !plan.items.is_empty());
    let changes = planned.map(|plan| assumed(&answer.prices, &plan.items));
    let rows = (0..=answer.goal.month).map(|month| {
        let of = ["total.", measure.id(), "@months=", &(month + 1).to_string()].concat();
        let as_is = answer.by_month.get(month as usize).copied();
        let with_plan = planned.zip(changes.as_ref()).and_then(|(plan, changes)| {
            let name = [&*of, "&", &changes.join("&")].concat();
            Some((name, *plan.by_month.get(month as usize)?))
        });
        let cell = |name: &str, sum: f64| opens("", name, Some(sum), said(words, measure, sum));
        html! {
            <tr role="row" key={month}>
                <th role="rowheader" scope="row">{ month_name(words, &found.document, month) }</th>
                <td role="cell">{ for as_is.map(|sum| cell(&of, sum)) }</td>
                { for with_plan.map(|(name, sum)| html! { <td role="cell">{ cell(&name, sum) }</td> }) }
            </tr>
        }
    });
    let heads = [Some(texts.line_as_is), planned.map(|_| texts.line_planned)];
    let heads = heads
        .into_iter()
        .flatten()
        .map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    html! {
        <table role="table" class="goal-months">
            <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}
