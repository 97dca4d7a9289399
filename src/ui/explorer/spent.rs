//! Money spent on stages and leads: what it does in words, as an assumption, and what a step costs.

use yew::prelude::*;

use super::names::{channel_name, stage_name};
use super::panel::NotedBox;
use crate::i18n::explorer::arguments::spent as with;
use crate::i18n::list;
use crate::insights::{Assumption, Changed, Item, Prices};
use crate::model::{ChannelField, Document, Field, PlanField, View, ViewField};
use crate::state::Action;
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::target::Target;
use crate::ui::words::{Unit, Words};

/// What money does to each of the items, from how it is to how it will be.
pub(super) fn means(
    words: Words,
    document: &Document,
    prices: &Prices,
    items: &[(Item, f64)],
) -> String {
    let means: Vec<String> = items
        .iter()
        .filter_map(|(item, money)| mean(words, document, prices, *item, *money))
        .collect();
    let means: Vec<&str> = means.iter().map(String::as_str).collect();
    if means.is_empty() {
        return words.explorer().spent.nothing.to_owned();
    }
    list(words.locale, &means)
}

/// What money does to one item; nothing where it is kept.
fn mean(
    words: Words,
    document: &Document,
    prices: &Prices,
    item: Item,
    money: f64,
) -> Option<String> {
    let texts = &words.explorer().spent;
    match item {
        Item::Stage(at) => {
            let stage = document.stages.get(at)?;
            Some(texts.raise(with::Raise {
                stage: &stage_name(words, document, at),
                from: &words.percent(stage.conversion.middle()),
                to: &words.percent(prices.conversion(at, money)?),
            }))
        }
        Item::Channel(at) => {
            let channel = document.channels.get(at)?;
            let leads = channel.leads_per_month.middle();
            Some(texts.buy(with::Buy {
                channel: &channel_name(words, document, at),
                from: &words.units(leads),
                to: &words.units(leads * prices.times(at, money)?),
            }))
        }
        Item::Kept => None,
    }
}

/// The changes that money brings about, as they stand in names of numbers, with what they cost.
pub(super) fn assumed(prices: &Prices, items: &[(Item, f64)]) -> Vec<String> {
    let mut cost = 0.0;
    let mut changes = Vec::new();
    for (item, money) in items {
        match *item {
            Item::Stage(stage) => {
                if let Some(to) = prices.conversion(stage, *money) {
                    changes.push(Assumption::Changed(Changed::Conversion(stage), to));
                    cost += money;
                }
            }
            // What leads cost, the model knows itself.
            Item::Channel(channel) => {
                if let Some(times) = prices.times(channel, *money) {
                    changes.push(Assumption::Changed(Changed::Leads(Some(channel)), times));
                }
            }
            Item::Kept => {}
        }
    }
    if cost > 0.0 {
        changes.push(Assumption::Changed(Changed::CostPerMonth, cost));
    }
    changes.into_iter().map(Assumption::text).collect()
}

/// What a first step costs at each stage, what a lead costs, and how prices grow: asked for where they are needed.
pub(super) fn price_boxes(
    words: Words,
    document: &Document,
    view: &View,
    prices: &Prices,
    dispatch: &Callback<Action>,
) -> Html {
    let texts = &words.explorer().spent;
    let stages = prices.steps.iter().enumerate().map(|(stage, price)| {
        let field = ViewField::StagePrice(stage);
        let of = stage_name(words, document, stage);
        let label = [&*of, ": ", words.explorer().leaks.price].concat();
        match price.per_month {
            Some(default) => NotedBox {
                field,
                unit: Unit::Money,
                label: label.into(),
                of: "".into(),
                value: view.stages.price(stage),
                default,
            }
            .view(words, dispatch),
            None => html! {
                <NumberControl target={Target::View(field)} {words} unit={Unit::Money} {label}
                    value={view.stages.price(stage)} dispatch={dispatch.clone()} />
            },
        }
    });
    let channels = document.channels.iter().enumerate();
    let channels = channels.map(|(at, channel)| {
        let of = channel_name(words, document, at);
        let label = [&*of, ": ", words.texts().fields.cost_per_lead].concat();
        let field = Field::Channel(at, ChannelField::CostPerLead);
        html! {
            <NumberControl target={Target::Field(field)} {words} unit={Unit::Money} {label}
                value={channel.cost_per_lead.get()} dispatch={dispatch.clone()} />
        }
    });
    let growth = NotedBox {
        field: ViewField::Planned(PlanField::BudgetGrowth),
        unit: Unit::Percent,
        label: texts.growth.into(),
        of: "".into(),
        value: view.plans.get(PlanField::BudgetGrowth),
        default: prices.growth,
    };
    html! {
        <details class="prices" open={prices.items().is_empty()}>
            <summary>{ texts.prices }</summary>
            <p class="note">{ texts.remark }</p>
            <div class="panel-fields">
                { for stages }
                { growth.view(words, dispatch) }
                { for channels }
            </div>
        </details>
    }
}
