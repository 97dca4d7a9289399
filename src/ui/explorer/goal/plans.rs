//! The plans in the form of a goal to agree on.

use yew::prelude::*;

use super::{chance, measure_name, month_name, reached, said};
use crate::i18n::explorer::arguments::goal as with;
use crate::insights::{GoalAnswer, GoalPlan, Repaid};
use crate::ui::controls::opens::opens_sentence;
use crate::ui::explorer::findings::Found;
use crate::ui::explorer::spent::{assumed, means};
use crate::ui::words::Words;

/// The plans in the form of a goal: what, from where, by which means, at what price, by when and how it is checked.
pub(super) fn plans(words: Words, found: &Found<GoalAnswer>) -> Html {
    let texts = &words.explorer().goal;
    let answer = &*found.value;
    let Some(plan) = &answer.on_average else {
        let text = if answer.prices.items().is_empty() {
            texts.no_price
        } else {
            texts.no_plan
        };
        return html! { <p class="finding" data-fact="goalPlan">{ text }</p> };
    };
    let surely = answer.surely.as_ref().map(|plan| {
        let text = texts.surely(with::Surely {
            means: &means(words, &found.document, &answer.prices, &plan.items),
            price: &words.money(plan.cost_per_month),
        });
        html! {
            <p class="finding" data-fact="goalSurely" data-value={plan.cost_per_month.to_string()}>
                { text }{ " " }{ chance(words, answer, plan.chance) }
            </p>
        }
    });
    html! {
        <>
            <p class="finding" data-fact="goalPlan" data-value={plan.cost_per_month.to_string()}>
                { agreed(words, found, plan) }
            </p>
            <p class="finding">{ chance(words, answer, plan.chance) }</p>
            { surely.unwrap_or_default() }
        </>
    }
}

fn agreed(words: Words, found: &Found<GoalAnswer>, plan: &GoalPlan) -> Html {
    let texts = &words.explorer().goal;
    let (answer, goal, document) = (&*found.value, found.value.goal, &*found.document);
    let half = goal.month / 2;
    let halfway = plan.by_month.get(half as usize).copied();
    let sentence = texts.smart(with::Smart {
        measure: measure_name(words, goal.measure),
        amount: &said(words, goal.measure, goal.amount),
        month: &month_name(words, document, goal.month),
        expected: &said(words, goal.measure, answer.expected),
        start: &month_name(words, document, 0),
        means: &means(words, document, &answer.prices, &plan.items),
        price: &words.money(plan.cost_per_month),
    });
    let check = halfway.filter(|_| half < goal.month).map(|sum| {
        texts.halfway(with::Halfway {
            month: &month_name(words, document, half),
            sum: &said(words, goal.measure, sum),
        })
    });
    let repaid = match plan.repaid {
        Repaid::In(month) => {
            let month = u32::try_from(month).unwrap_or_default();
            texts.paid_back(&month_name(words, document, month))
        }
        Repaid::Never => texts.not_paid_back.to_owned(),
        Repaid::ChangesNothing => String::new(),
    };
    let name = reached(answer, &assumed(&answer.prices, &plan.items));
    html! {
        <>
            { sentence }{ " " }{ opens_sentence(words.texts().page.how, &name, texts.agreed) }{ " " }{ repaid }{ " " }{ check.unwrap_or_default() }
        </>
    }
}
