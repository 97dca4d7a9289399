//! What a customer is worth and costs, when that is paid back, and what is asked for it.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::customer_changes::{best, changes};
use super::findings::Found;
use super::names::gained;
use super::open_pipeline::head;
use super::picture::{figure, with_exports};
use crate::i18n::explorer::arguments::customer as with;
use crate::i18n::{list, number};
use crate::insights::CustomerValue;
use crate::model::{Billing, BillingKind, DealField, Document, Field, OneOff, Recurring};
use crate::runner::count;
use crate::share::Shared;
use crate::state::Action;
use crate::ui::charts::line_chart::{LineChart, Series, plain_axis};
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::{opens, opens_cell, opens_sentence};
use crate::ui::controls::target::Target;
use crate::ui::panels::labels::label;
use crate::ui::words::{Unit, Words};

/// Months that are drawn of a deal that is paid once.
const MONTHS_DRAWN: f64 = 12.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CustomerValueProps {
    pub words: Words,
    pub found: Found<CustomerValue>,
    /// The document as it is now.
    pub shared: Shared,
    pub dispatch: Callback<Action>,
}

/// The panel: the inputs, the answer, what one customer brings, and what changes to that are worth.
pub(super) struct CustomerValuePanel;

impl Component for CustomerValuePanel {
    type Message = ();
    type Properties = CustomerValueProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (words, found) = (props.words, &props.found);
        let how = opens_sentence(
            words.texts().page.how,
            "metric.lifetimeValue",
            words.explorer().panels.customer_value,
        );
        html! {
            <div class="customer-value" data-fact="customerValue" data-value={found.value.lifetime_value.to_string()}>
                <p class="finding">{ answer(words, &found.value) }{ " " }{ best(words, found) }{ " " }{ how }</p>
                { inputs(props) }
                { picture(words, &found.value) }
                { key_numbers(words, &found.value) }
                { changes(words, found) }
            </div>
        }
    }
}

/// What a customer is worth and costs, and when that is paid back.
fn answer(words: Words, found: &CustomerValue) -> String {
    let texts = &words.explorer().customer;
    let worth = words.money(found.lifetime_value);
    let Some(cost) = found.acquisition_cost else {
        return texts.not_won(&worth);
    };
    let first = texts.answer(with::Answer {
        worth: &worth,
        cost: &words.money(cost),
    });
    let second = match (found.payback_invoice, found.payback_days) {
        (Some(invoice), Some(days)) if invoice > 0 => texts.after(with::After {
            months: &words.whole(count(invoice)),
            days: &words.whole(days),
        }),
        (Some(_), _) => texts.at_once.to_owned(),
        (None, _) if found.is_recurring => texts.never.to_owned(),
        (None, _) => texts.never_once.to_owned(),
    };
    [&*first, " ", &second].concat()
}

/// The numbers of the deal that a customer's worth hangs on.
fn fields(document: &Document) -> Vec<Field> {
    let fields: &[DealField] = match document.deal.billing.kind() {
        BillingKind::OneOff => &[DealField::GrossMargin],
        BillingKind::Recurring => &[
            DealField::GrossMargin,
            DealField::ContractMonths,
            DealField::MonthlyChurn,
            DealField::MonthlyExpansion,
            DealField::CostToServePerMonth,
            DealField::OpenCustomers,
        ],
    };
    fields.iter().map(|field| Field::Deal(*field)).collect()
}

fn inputs(props: &CustomerValueProps) -> Html {
    let (words, document) = (props.words, &props.shared.document);
    let texts = &words.texts().fields;
    let boxes = fields(document).into_iter().map(|field| {
        html! {
            <NumberControl key={field.path().to_string()} target={Target::Field(field)} place="customerValue." {words}
                unit={Unit::of(field)} label={label(words, field, document)} value={field.get(document)}
                spread={field.spread(document)} dispatch={props.dispatch.clone()} />
        }
    });
    let kinds = [
        Entry::new("oneOff", texts.one_off),
        Entry::new("recurring", texts.recurring),
    ];
    let kind = match document.deal.billing.kind() {
        BillingKind::OneOff => "oneOff",
        BillingKind::Recurring => "recurring",
    };
    let dispatch = props.dispatch.clone();
    let billing = choice(
        "customerValue.billing",
        texts.billing,
        "",
        &kinds,
        kind,
        move |id| {
            let kind = match &*id {
                "recurring" => BillingKind::Recurring,
                _ => BillingKind::OneOff,
            };
            dispatch.emit(Action::SetBillingKind(kind));
        },
    );
    let one_off = (kind == "oneOff").then_some(words.explorer().customer.one_off);
    html! {
        <>
            { billing }
            <div class="panel-fields">{ for boxes }</div>
            <p class="note" data-fact="customerValue.defaults">{ defaults(words, document).unwrap_or_default() }{ " " }{ one_off.unwrap_or_default() }</p>
        </>
    }
}

/// Which of the numbers are what a document holds before anything is entered.
fn defaults(words: Words, document: &Document) -> Option<String> {
    let mut untouched = document.clone();
    untouched.deal.gross_margin = crate::model::Deal::new(document.deal.size).gross_margin;
    untouched.deal.billing = match document.deal.billing {
        Billing::OneOff(_) => Billing::OneOff(OneOff::default()),
        Billing::Recurring(_) => Billing::Recurring(Recurring::default()),
    };
    let same = fields(document)
        .into_iter()
        .filter(|field| field.get(document) == field.get(&untouched));
    let names: Vec<&str> = same.map(|field| label(words, field, document)).collect();
    let named = list(words.locale, &names);
    (!names.is_empty()).then(|| words.explorer().customer.defaults(&named))
}

/// What one customer has brought by month, against what it cost to win.
fn picture(words: Words, found: &CustomerValue) -> Html {
    let texts = &words.explorer().customer;
    let cumulated = found.cumulated.iter().enumerate();
    let mut points: Vec<(f64, f64)> = cumulated.map(|(at, sum)| (count(at), *sum)).collect();
    if !found.is_recurring {
        points.push((MONTHS_DRAWN, found.lifetime_value));
    }
    let paid_back = found.payback_invoice;
    let mark = paid_back.and_then(|at| Some((count(at), *found.cumulated.get(at)?)));
    let longest = points.last().map_or(0.0, |(months, _)| *months);
    let chart = LineChart {
        series: vec![Series {
            number: None,
            kind: "main",
            points,
            name: String::new(),
        }],
        level: found
            .acquisition_cost
            .map(|cost| (cost, texts.level.to_owned())),
        marks: mark.into_iter().collect(),
        across: plain_axis(words.locale, longest),
        said: &|money| words.short_money(money),
        label: [texts.brought_by_month, ". ", &answer(words, found)].concat(),
    };
    figure(
        words,
        Exhibit::CustomerValue,
        html! { <><b>{ texts.brought_by_month }</b></> },
        chart.view(),
        brought(words, found),
    )
}

fn brought(words: Words, found: &CustomerValue) -> Html {
    let texts = &words.explorer().customer;
    let rows = found.cumulated.iter().enumerate().map(|(at, sum)| {
        let name = ["customerAfter[", &at.to_string(), "]"].concat();
        let above = found.acquisition_cost.map(|cost| sum - cost);
        let above = above.map_or_else(|| "–".to_owned(), |above| gained(words.money(above)));
        let months = [texts.month, ": ", &words.whole(count(at))].concat();
        html! {
            <tr role="row" key={at}>
                <th role="rowheader" scope="row">{ months }</th>
                <td role="cell">{ opens("", &name, Some(*sum), words.money(*sum)) }</td>
                <td role="cell">{ above }</td>
            </tr>
        }
    });
    html! {
        <table role="table" class="two-columns">
            { head(&[texts.brought, texts.above]) }
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

/// The numbers of one customer; those that there are not have a dash.
fn key_numbers(words: Words, found: &CustomerValue) -> Html {
    let (texts, table) = (&words.explorer().customer, &words.explorer().table);
    let money: fn(Words, f64) -> String = Words::money;
    let share: fn(Words, f64) -> String = Words::percent;
    let units: fn(Words, f64) -> String = Words::units;
    let ratio: fn(Words, f64) -> String = |words, value| number(words.locale, value, 2);
    let after = found.payback_invoice.unwrap_or_default().to_string();
    let after = ["customerAfter[", &after, "]"].concat();
    let rows = [
        (
            "metric.lifetimeValue",
            table.lifetime_value,
            Some(found.lifetime_value),
            money,
        ),
        (
            "metric.costPerClient",
            table.cost_per_client,
            found.acquisition_cost,
            money,
        ),
        (
            "valueToCost",
            texts.value_to_cost,
            found.value_to_cost,
            ratio,
        ),
        (
            &*after,
            texts.payback,
            found.payback_invoice.map(count),
            units,
        ),
        (
            "marginToServing",
            texts.margin_to_serving,
            found.margin_to_serving,
            ratio,
        ),
        (
            "metric.annualNrr",
            table.retention,
            found.annual_retention,
            share,
        ),
        (
            "metric.costPerLead",
            table.cost_per_lead,
            found.cost_per_lead,
            money,
        ),
        (
            "leadsPerContract",
            texts.leads_per_contract,
            found.leads_per_contract,
            units,
        ),
        (
            "costPerContract",
            texts.cost_per_contract,
            found.cost_per_contract,
            money,
        ),
        (
            "metric.programmeShare",
            table.programme_share,
            found.programme_share,
            share,
        ),
    ];
    let rows = rows.into_iter().map(|(fact, name, value, said)| {
        let text = value.map_or_else(|| "–".to_owned(), |value| said(words, value));
        // A month opens to what has come back by then.
        let is_month = fact == after && value.is_some();
        let cell = if is_month {
            opens_cell(fact, text)
        } else {
            opens("", fact, value, text)
        };
        html! {
            <tr role="row" key={name}>
                <th role="rowheader" scope="row">{ name }</th>
                <td role="cell" data-value={value.filter(|_| is_month).map(|value| value.to_string())}>{ cell }</td>
            </tr>
        }
    });
    with_exports(
        Exhibit::CustomerNumbers,
        html! {
            <table role="table" class="one-column">
                <caption><b>{ texts.key_numbers }</b></caption>
                <tbody role="rowgroup">{ for rows }</tbody>
            </table>
        },
    )
}
