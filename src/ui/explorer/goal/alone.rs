//! What each lever alone would have to be.

use crate::ui::explorer::exhibit::Exhibit;
use yew::prelude::*;

use super::reached;
use crate::insights::{GoalAnswer, GoalLever, Needed};
use crate::model::{DealField, Field, StageField};
use crate::ui::controls::opens::opens_cell;
use crate::ui::explorer::findings::Found;
use crate::ui::explorer::names::{field_name, field_value};
use crate::ui::explorer::picture::table_exports;
use crate::ui::words::Words;

/// What each lever alone would have to be.
pub(super) fn alone(words: Words, found: &Found<GoalAnswer>) -> Html {
    let texts = &words.explorer().goal;
    let rows = found.value.levers.iter().enumerate();
    let rows = rows.map(|(at, needed)| row(words, found, at, needed));
    let heads = [texts.now, texts.needed, texts.price]
        .map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    html! {
        <>
            <h3>{ texts.alone }</h3>
            <table role="table" class="goal-levers">
                <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
                <tbody role="rowgroup">{ for rows }</tbody>
            </table>
            { table_exports(Exhibit::GoalLevers) }
        </>
    }
}

fn row(words: Words, found: &Found<GoalAnswer>, at: usize, needed: &Needed) -> Html {
    let texts = &words.explorer().goal;
    let (answer, document) = (&*found.value, &*found.document);
    let (field, change) = match needed.lever {
        GoalLever::Conversion(stage) => (
            Field::Stage(stage, StageField::Conversion),
            ["conversion[", &stage.to_string(), "]"].concat(),
        ),
        GoalLever::Days(stage) => (
            Field::Stage(stage, StageField::DaysMean),
            ["days[", &stage.to_string(), "]"].concat(),
        ),
        GoalLever::Capacity(stage) => (
            Field::Stage(stage, StageField::CapacityPerMonth),
            ["capacity[", &stage.to_string(), "]"].concat(),
        ),
        GoalLever::DealSize => (Field::Deal(DealField::Size), "dealSize".to_owned()),
        GoalLever::PaymentDays => (
            Field::Deal(DealField::PaymentDays),
            "paymentDays".to_owned(),
        ),
        GoalLever::Leads => (Field::Months, "leads".to_owned()),
    };
    let (name, said) = match needed.lever {
        GoalLever::Leads => (
            words.texts().fields.leads_per_month.to_owned(),
            words.units(needed.present),
        ),
        _ => (
            field_name(words, document, field),
            field_value(words, field, needed.present),
        ),
    };
    let as_said = |value: f64| match needed.lever {
        GoalLever::Leads => words.units(value),
        _ => field_value(words, field, value),
    };
    let cell = match needed.value {
        Some(value) => {
            // Days, leads and deals change by factors.
            let is_factor = matches!(
                needed.lever,
                GoalLever::Days(_) | GoalLever::DealSize | GoalLever::Leads
            );
            let to = if is_factor {
                value / needed.present
            } else {
                value
            };
            let change = ["changed.", &change, "=", &to.to_string()].concat();
            opens_cell(&reached(answer, &[change]), as_said(value))
        }
        None => {
            let most = super::said(words, answer.goal.measure, needed.best);
            html! { { texts.not_alone(&most) } }
        }
    };
    let price = needed.cost_per_month.map(|price| words.money(price));
    html! {
        <tr role="row" key={at} data-fact={["needed.", &at.to_string()].concat()} data-value={needed.value.map(|value| value.to_string())}>
            <th role="rowheader" scope="row">{ name }</th>
            <td role="cell">{ said }</td>
            <td role="cell">{ cell }</td>
            <td role="cell">{ price.unwrap_or_else(|| "–".to_owned()) }</td>
        </tr>
    }
}
