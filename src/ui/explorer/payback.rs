//! The payback of a planned change: when it has paid for itself, how much money it needs until then, and what a
//! shorter cycle brings once.

mod fields;
mod months;
mod shorter;

use yew::prelude::*;

use super::findings::Found;
use super::names::{field_name, field_value, gained};
use super::pieces::month;
use super::{Explorer, State};
use crate::i18n::explorer::arguments::payback as with;
use crate::insights::{MayCost, PlannedChange, Repaid};
use crate::model::{Change, ChannelField, DealField, Document, Field, Lever, StageField, View};
use crate::state::Action;
use crate::ui::controls::opens::{opens, opens_sentence};
use crate::ui::words::Words;
use fields::fields;
use months::months;
use shorter::shorter;

impl Explorer {
    /// What is in the panel, once it has been found out.
    pub(super) fn payback(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.planned.clone()?;
        let (view, dispatch) = (state.view().clone(), self.dispatch.clone());
        Some(html! { <PaybackPanel {words} {found} {view} {dispatch} /> })
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PaybackProps {
    pub words: Words,
    pub found: Found<PlannedChange>,
    /// What is planned, as it is now.
    pub view: View,
    pub dispatch: Callback<Action>,
}

/// What is in the panel.
pub(super) struct PaybackPanel;

impl Component for PaybackPanel {
    type Message = ();
    type Properties = PaybackProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (words, found) = (props.words, &props.found);
        let planned = &*found.value;
        let repaid = match planned.payback.repaid {
            Repaid::In(month) => Some(month.to_string()),
            Repaid::Never | Repaid::ChangesNothing => None,
        };
        let changes = planned.payback.repaid != Repaid::ChangesNothing;
        let shorter = planned.shorter.map(|cycle| shorter(words, found, cycle));
        html! {
            <div data-fact="payback" data-value={repaid}>
                { fields(props) }
                <ul class="planned">{ for moved(words, found) }</ul>
                <p class="finding">{ for answer(words, found) }</p>
                if changes {
                    { months(words, found) }
                    { facts(words, planned) }
                }
                { shorter.filter(|_| changes).unwrap_or_default() }
            </div>
        }
    }
}

fn month_name(words: Words, document: &Document, at: usize) -> String {
    month(words, document, Some(at)).unwrap_or_default()
}

/// When it has paid back, and how much has to be laid out.
fn answer(words: Words, found: &Found<PlannedChange>) -> Vec<Html> {
    let texts = &words.explorer().payback;
    let planned = &*found.value;
    let payback = &planned.payback;
    let named = |at| month_name(words, &found.document, at);
    let sentence = |text: String, name: &str| {
        let of = words.explorer().panels.payback;
        html! { <>{ text }{ " " }{ opens_sentence(words.texts().page.how, name, of) }{ " " }</> }
    };
    let first = match payback.repaid {
        Repaid::ChangesNothing => return vec![html! { { nothing(words, found) } }],
        Repaid::In(0) => sentence(texts.at_once.to_owned(), "payback.month"),
        Repaid::In(at) => sentence(texts.paid_back(&named(at)), "payback.month"),
        Repaid::Never => {
            let last = payback.months.len().saturating_sub(1);
            let name = ["payback.profitBy[", &last.to_string(), "]"].concat();
            sentence(texts.never.to_owned(), &name)
        }
    };
    let laid_out = match payback.peak_month {
        Some(at) => {
            let text = texts.laid_out(with::LaidOut {
                amount: &words.money(payback.peak_cash_need),
                month: &named(at),
            });
            sentence(text, "payback.laidOut")
        }
        None => html! { { texts.none_laid_out } },
    };
    vec![first, laid_out]
}

/// That it changes nothing, and what to enter first where there is nothing to change.
fn nothing(words: Words, found: &Found<PlannedChange>) -> String {
    let planned = &*found.value;
    let moved = planned.levers.first();
    let from = moved.and_then(|lever| numbers(&found.document, lever));
    let missing = match from {
        Some((field, from, _)) => (from == 0.0).then_some(field),
        // A stage without a limit has none to widen.
        None => Some(Field::Stage(planned.stage, StageField::CapacityPerMonth)),
    };
    match missing {
        Some(field) => words
            .explorer()
            .steps
            .needs(&field_name(words, &found.document, field)),
        None => words.explorer().payback.nothing.to_owned(),
    }
}

/// What is gained over the horizon, and what the change may cost.
fn facts(words: Words, planned: &PlannedChange) -> Html {
    let (texts, table) = (&words.explorer().payback, &words.explorer().table);
    let payback = &planned.payback;
    let last = payback.months.len().saturating_sub(1).to_string();
    let profit = ["payback.profitBy[", &last, "]"].concat();
    let gained = |name: &str, value: f64| {
        let said = gained(words.money(value));
        opens("", name, Some(value), said)
    };
    let most = |name: &str, of: fn(MayCost) -> f64| {
        let most = payback.may_cost.map(of);
        let said = most.map_or_else(|| "–".to_owned(), |most| words.money(most));
        opens("", name, most, said)
    };
    let rows = [
        (texts.gain(table.profit), gained(&profit, payback.profit)),
        (
            texts.gain(table.value),
            gained("payback.value", payback.value),
        ),
        (
            texts.may_monthly.to_owned(),
            most("payback.mayCostPerMonth", |most| most.per_month),
        ),
        (
            texts.may_once.to_owned(),
            most("payback.mayCostOnce", |most| most.once),
        ),
    ];
    let rows = rows.map(|(name, value)| {
        html! { <div key={name.clone()}><dt>{ name }</dt><dd>{ value }</dd></div> }
    });
    html! { <dl class="payback-facts">{ for rows }</dl> }
}

/// What the change moves: a number's name, what it is, and what it becomes.
fn moved(words: Words, found: &Found<PlannedChange>) -> Vec<Html> {
    let document = &*found.document;
    let levers = found.value.levers.iter();
    let moved = levers.filter_map(|lever| numbers(document, lever));
    let entries = moved.enumerate().map(|(at, (field, from, to))| {
        let name = field_name(words, document, field);
        let value = |value| field_value(words, field, value);
        let said = [&name, ": ", &value(from), " → ", &value(to)].concat();
        html! { <li key={at}>{ said }</li> }
    });
    entries.collect()
}

/// The number that a lever moves, from and to.
fn numbers(document: &Document, lever: &Lever) -> Option<(Field, f64, f64)> {
    let field = match lever.change {
        Change::Conversion { stage, .. } => Field::Stage(stage, StageField::Conversion),
        Change::Days { stage, .. } => Field::Stage(stage, StageField::DaysMean),
        Change::Capacity { stage, .. } => Field::Stage(stage, StageField::CapacityPerMonth),
        Change::Leads { channel, .. } => Field::Channel(channel, ChannelField::LeadsPerMonth),
        Change::DealSize { .. } => Field::Deal(DealField::Size),
        Change::PaymentDays { .. } => Field::Deal(DealField::PaymentDays),
        Change::WaitingOrder { .. } | Change::Churn { .. } => return None,
    };
    let from = field.get(document)?;
    let to = match lever.change {
        Change::Conversion { to, .. } => to.get(),
        Change::Capacity { to, .. } => to.get(),
        Change::PaymentDays { to } => to.get(),
        Change::Days { times, .. } => from * times.get(),
        Change::Leads { times, .. } => from * times.get(),
        Change::DealSize { times } => from * times.get(),
        Change::WaitingOrder { .. } | Change::Churn { .. } => return None,
    };
    Some((field, from, to))
}
