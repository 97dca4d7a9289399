//! What changes to a customer's worth bring beside more leads: bars and their table.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::{gained, stage_name};
use super::open_pipeline::head;
use super::picture::figure;
use crate::i18n::explorer::arguments::customer as with;
use crate::insights::{ChangeGain, CustomerChange, CustomerValue, closing_stage};
use crate::model::Document;
use crate::ui::charts::swing_bars::{SwingBar, swing_bars};
use crate::ui::controls::opens::opens;
use crate::ui::words::Words;

/// The sentence: what brings most value, beside more leads.
pub(super) fn best(words: Words, found: &Found<CustomerValue>) -> Option<String> {
    let texts = &words.explorer().customer;
    let gains = &found.value.changes;
    let first = gains.first().filter(|gain| gain.value > 0.0)?;
    let leads = gains
        .iter()
        .find(|gain| gain.change == CustomerChange::MoreLeads)?;
    let leads = said(words, leads.value);
    Some(match first.change {
        CustomerChange::MoreLeads => texts.leads_best(&leads),
        change => texts.best(with::Best {
            change: &name(words, &found.document, change),
            gain: &said(words, first.value),
            leads: &leads,
        }),
    })
}

/// The bars by value, and the table with profit and wins.
pub(super) fn changes(words: Words, found: &Found<CustomerValue>) -> Html {
    let texts = &words.explorer().customer;
    let document = &found.document;
    let gains = &found.value.changes;
    let bars: Vec<SwingBar> = gains
        .iter()
        .map(|gain| SwingBar {
            key: gain.change.id().to_owned(),
            name: name(words, document, gain.change),
            results: (gain.value.min(0.0), gain.value.max(0.0)),
            ends: if gain.value < 0.0 {
                (said(words, gain.value), String::new())
            } else {
                (String::new(), said(words, gain.value))
            },
        })
        .collect();
    let columns = &words.explorer().table;
    let rows = gains.iter().map(|gain| row(words, document, gain));
    let table = html! {
        <table role="table">
            { head(&[columns.value, columns.profit, columns.won]) }
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    };
    let over = texts.changes(&words.whole(document.months.get()));
    let caption = html! { <><b>{ over }</b>{ " " }{ columns.value }</> };
    let drawing = swing_bars(0.0, &words.short_money(0.0), &bars);
    html! {
        <>
            { figure(words, Exhibit::CustomerChanges, caption, drawing, table) }
            <p class="note">{ texts.remark }</p>
        </>
    }
}

fn row(words: Words, document: &Document, gain: &ChangeGain) -> Html {
    let change = ["change.", gain.change.id(), "."].concat();
    let cell = |of: &str, value: f64, text: String| {
        let fact = [&change, of].concat();
        html! { <td role="cell">{ opens("", &fact, Some(value), gained(text)) }</td> }
    };
    let step = [
        &*value(words, gain.change, gain.from),
        " → ",
        &value(words, gain.change, gain.to),
    ];
    html! {
        <tr role="row" key={gain.change.id()}>
            <th role="rowheader" scope="row">{ name(words, document, gain.change) }{ ": " }{ step.concat() }</th>
            { cell("value", gain.value, words.money(gain.value)) }
            { cell("profit", gain.profit, words.money(gain.profit)) }
            { cell("won", gain.won, words.units(gain.won)) }
        </tr>
    }
}

fn said(words: Words, gain: f64) -> String {
    gained(words.short_money(gain))
}

/// What is changed, as it is said.
fn name(words: Words, document: &Document, change: CustomerChange) -> String {
    let texts = &words.explorer().customer;
    let plain = match change {
        CustomerChange::WinRate => {
            let stage = closing_stage(document).unwrap_or_default();
            return texts.win_rate(&stage_name(words, document, stage));
        }
        CustomerChange::MoreLeads => texts.more_leads,
        CustomerChange::DealSize => texts.deal_size,
        CustomerChange::Churn => texts.churn,
        CustomerChange::Expansion => texts.expansion,
        CustomerChange::CostToServe => texts.cost_to_serve,
    };
    plain.to_owned()
}

/// From what, and to what.
fn value(words: Words, change: CustomerChange, value: f64) -> String {
    match change {
        CustomerChange::MoreLeads => words.units(value),
        CustomerChange::WinRate | CustomerChange::Churn | CustomerChange::Expansion => {
            words.percent(value)
        }
        CustomerChange::DealSize | CustomerChange::CostToServe => words.money(value),
    }
}
