//! A budget: how to split it between leads and stages, against all of it into leads.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::{channel_name, gained, stage_name};
use super::panel::NotedBox;
use super::picture::{figure, with_exports};
use super::spent::{assumed, means, price_boxes};
use crate::i18n::explorer::arguments::budget as with;
use crate::i18n::percent;
use crate::insights::{Assumption, Budget, Changed, Item, Spending, measure};
use crate::model::{PlanField, View, ViewField};
use crate::state::Action;
use crate::ui::charts::line_chart::{LineChart, Series};
use crate::ui::controls::opens::{opens_cell, opens_sentence};
use crate::ui::words::{Unit, Words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct BudgetProps {
    pub words: Words,
    pub found: Found<Budget>,
    pub view: View,
    pub dispatch: Callback<Action>,
}

/// What is in the panel.
pub(super) struct BudgetPanel;

impl Component for BudgetPanel {
    type Message = ();
    type Properties = BudgetProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let BudgetProps {
            words,
            found,
            view,
            dispatch,
        } = props;
        let budget = &*found.value;
        let texts = &words.explorer().budget;
        let money = NotedBox {
            field: ViewField::Planned(PlanField::BudgetPerMonth),
            unit: Unit::Money,
            label: texts.money.into(),
            of: "".into(),
            value: view.plans.get(PlanField::BudgetPerMonth),
            default: budget.per_month,
        };
        let can_buy = !budget.prices.items().is_empty();
        let curve = (budget.curve.len() > 1).then(|| curve(*words, found));
        html! {
            <div data-fact="budget" data-value={budget.gain(found.objective, &budget.best).to_string()}>
                <div class="panel-fields">{ money.view(*words, dispatch) }</div>
                if can_buy {
                    <p class="finding">{ for sentences(*words, found) }</p>
                    { curve.unwrap_or_default() }
                    { ways(*words, found) }
                } else {
                    <p class="finding">{ words.explorer().goal.no_price }</p>
                }
                { price_boxes(*words, &found.document, view, &budget.prices, dispatch) }
            </div>
        }
    }
}

/// How to split it, what that brings, and what all of it into leads would.
fn sentences(words: Words, found: &Found<Budget>) -> Vec<Html> {
    let texts = &words.explorer().budget;
    let budget = &*found.value;
    let objective = words.objective_name(found.objective);
    let gain = |spending: &Spending| {
        let gain = rounded(found, budget.gain(found.objective, spending));
        gained(words.objective(found.objective, gain))
    };
    let name = name_of(found, &budget.best);
    let how = opens_sentence(words.texts().page.how, &name, objective);
    let pays = budget
        .best
        .items
        .iter()
        .any(|(item, _)| *item != Item::Kept);
    let best = if pays {
        texts.best(with::Best {
            money: &words.money(budget.per_month),
            means: &means(words, &found.document, &budget.prices, &budget.best.items),
            objective,
            gain: &gain(&budget.best),
        })
    } else {
        texts.keep_all(objective)
    };
    let mut sentences = vec![html! { <>{ best }{ " " }{ how }{ " " }</> }];
    let kept = budget
        .best
        .items
        .iter()
        .find(|(item, _)| *item == Item::Kept);
    if pays && let Some((_, kept)) = kept {
        sentences.push(html! { <>{ texts.kept(&words.money(*kept)) }{ " " }</> });
    }
    if let Some(leads) = &budget.all_leads {
        let name = name_of(found, leads);
        let how = opens_sentence(words.texts().page.how, &name, texts.all_leads);
        let text = texts.all_in_leads(with::AllInLeads {
            objective,
            gain: &gain(leads),
        });
        sentences.push(html! { <>{ text }{ " " }{ how }</> });
    }
    sentences
}

/// Differences of sums carry the sums' rounding.
fn rounded(found: &Found<Budget>, gain: f64) -> f64 {
    let size = measure(found.objective, &found.value.baseline).abs();
    if gain.abs() > size * 1e-9 { gain } else { 0.0 }
}

/// The name of what a way of spending comes to.
fn name_of(found: &Found<Budget>, spending: &Spending) -> String {
    let changes = assumed(&found.value.prices, &spending.items).join("&");
    ["total.", found.objective.id(), "@", &changes].concat()
}

/// The objective over the share that goes into leads, with the best split as a level.
fn curve(words: Words, found: &Found<Budget>) -> Html {
    let texts = &words.explorer().budget;
    let budget = &*found.value;
    let best = measure(found.objective, &budget.best.totals);
    let highest = budget
        .curve
        .iter()
        .max_by(|left, right| left.1.total_cmp(&right.1));
    let share = |share: f64| percent(words.locale, share, 0);
    let label = highest.map(|(at, result)| {
        texts.curve(with::Curve {
            share: &share(*at),
            result: &words.objective(found.objective, *result),
        })
    });
    let across = [0.0, 0.25, 0.5, 0.75, 1.0].map(|at| (at, share(at)));
    let chart = LineChart {
        series: vec![Series {
            number: None,
            kind: "main",
            points: budget.curve.clone(),
            name: texts.all_leads.to_owned(),
        }],
        level: Some((best, texts.best_split.to_owned())),
        marks: highest.into_iter().copied().collect(),
        across: across.to_vec(),
        said: &|value| words.short_objective(found.objective, value),
        label: label.unwrap_or_default(),
    };
    let rows = budget.curve.iter().step_by(2).map(|(at, result)| {
        html! {
            <tr role="row" key={at.to_string()}>
                <th role="rowheader" scope="row">{ share(*at) }</th>
                <td role="cell" data-value={result.to_string()}>{ words.exact(found.objective, *result) }</td>
            </tr>
        }
    });
    let name = words.objective_name(found.objective);
    let table = html! {
        <table role="table" class="break-even-table">
            <thead role="rowgroup"><tr role="row">
                <th role="columnheader" scope="col">{ texts.into_leads }</th>
                <th role="columnheader" scope="col">{ name }</th>
            </tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    };
    let caption = html! { <><b>{ name }</b>{ " " }{ texts.axis }</> };
    figure(words, Exhibit::Budget, caption, chart.view(), table)
}

/// The three ways to spend it side by side.
fn ways(words: Words, found: &Found<Budget>) -> Html {
    let texts = &words.explorer().budget;
    let budget = &*found.value;
    let ways: Vec<(&str, &Spending)> = [
        (texts.best_split, Some(&budget.best)),
        (texts.all_leads, budget.all_leads.as_ref()),
        (texts.all_stages, budget.all_stages.as_ref()),
    ]
    .into_iter()
    .filter_map(|(name, way)| Some((name, way?)))
    .collect();
    let heads = ways
        .iter()
        .map(|(name, _)| html! { <th role="columnheader" scope="col" key={*name}>{ *name }</th> });
    let mut items = budget.prices.items();
    items.push(Item::Kept);
    let gets = |way: &Spending, item: Item| {
        let mut items = way.items.iter();
        items
            .find(|(other, _)| *other == item)
            .map(|(_, money)| *money)
    };
    let rows = items
        .into_iter()
        .filter(|item| ways.iter().any(|(_, way)| gets(way, *item).is_some()));
    let rows = rows.map(|item| {
        let name = match item {
            Item::Stage(stage) => stage_name(words, &found.document, stage),
            Item::Channel(channel) => channel_name(words, &found.document, channel),
            Item::Kept => texts.kept_name.to_owned(),
        };
        let cells = ways.iter().map(|(key, way)| {
            let money = gets(way, item);
            let does = money.and_then(|money| with_money(words, found, item, money));
            html! {
                <td role="cell" key={*key}>
                    { money.map_or_else(|| "–".to_owned(), |money| words.money(money)) }
                    { for does.map(|(name, does)| html! { <span class="does">{ opens_cell(&name, does) }</span> }) }
                </td>
            }
        });
        html! { <tr role="row" key={name.clone()}><th role="rowheader" scope="row">{ name }</th>{ for cells }</tr> }
    });
    let gains = ways.iter().map(|(key, way)| {
        let gain = rounded(found, budget.gain(found.objective, way));
        let said = gained(words.objective(found.objective, gain));
        html! { <td role="cell" key={*key} data-value={gain.to_string()}>{ opens_cell(&name_of(found, way), said) }</td> }
    });
    with_exports(
        Exhibit::BudgetWays,
        html! {
            <table role="table" class="budget-ways">
                <caption>{ texts.a_month }</caption>
                <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
                <tbody role="rowgroup">{ for rows }</tbody>
                <tbody role="rowgroup"><tr role="row">
                    <th role="rowheader" scope="row">{ texts.gain(words.objective_name(found.objective)) }</th>{ for gains }
                </tr></tbody>
            </table>
        },
    )
}

/// How an item is with so much money, and the name of that number.
fn with_money(
    words: Words,
    found: &Found<Budget>,
    item: Item,
    money: f64,
) -> Option<(String, String)> {
    let prices = &found.value.prices;
    let (name, said) = match item {
        Item::Stage(stage) => {
            let said = words.percent(prices.conversion(stage, money)?);
            (["bought[", &stage.to_string(), "]@"].concat(), said)
        }
        Item::Channel(channel) => {
            let leads = found.document.channels.get(channel)?.leads_per_month;
            let leads = words.units(leads.middle() * prices.times(channel, money)?);
            let said = words.explorer().budget.leads_a_month(&leads);
            (["boughtLeads[", &channel.to_string(), "]@"].concat(), said)
        }
        Item::Kept => return None,
    };
    let paid = Assumption::Changed(Changed::CostPerMonth, money).text();
    Some(([name, paid].concat(), said))
}
