//! The numbers behind the answer.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::picture::table_exports;
use crate::i18n::duration_days;
use crate::runner::{Details, Metrics, Totals};
use crate::ui::controls::opens::opens;
use crate::ui::words::Words;

/// A row: its id, its name, and what it shows of a run.
type Row<T> = (
    &'static str,
    &'static str,
    fn(Words, &T) -> Option<(f64, String)>,
);

fn units(words: Words, value: f64) -> Option<(f64, String)> {
    Some((value, words.units(value)))
}

fn money(words: Words, value: f64) -> Option<(f64, String)> {
    Some((value, words.money(value)))
}

fn days(words: Words, value: f64) -> Option<(f64, String)> {
    Some((value, duration_days(words.locale, value)))
}

fn share(words: Words, value: Option<f64>) -> Option<(f64, String)> {
    value.map(|value| (value, words.percent(value)))
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct TableProps {
    pub words: Words,
    pub details: Details,
    pub months: f64,
    /// The state that the results are of.
    pub generation: f64,
}

/// The table of results; it is drawn anew only when a slider rests.
pub(in crate::ui) struct Table;

impl Component for Table {
    type Message = ();
    type Properties = TableProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let TableProps {
            words,
            details,
            months,
            generation,
        } = context.props();
        let words = *words;
        let texts = &words.explorer().table;
        let runs = [
            ("baseline", &details.today),
            ("fix", &details.fix),
            ("leads", &details.leads),
        ];
        let totals: [Row<Totals>; 7] = [
            ("leads", texts.leads, |words, run| units(words, run.leads)),
            ("won", texts.won, |words, run| units(words, run.won)),
            ("bookings", texts.bookings, |words, run| {
                money(words, run.bookings)
            }),
            ("cash", texts.cash, |words, run| money(words, run.cash)),
            ("cost", texts.cost, |words, run| money(words, run.cost)),
            ("profit", texts.profit, |words, run| {
                money(words, run.profit)
            }),
            ("value", texts.value, |words, run| money(words, run.value)),
        ];
        let metrics: [Row<Metrics>; 8] = [
            ("conversion", texts.conversion, |words, run| {
                share(words, run.conversion)
            }),
            ("cycle", texts.cycle, |words, run| {
                days(words, run.cycle_days)
            }),
            ("timeToRevenue", texts.time_to_revenue, |words, run| {
                days(words, run.time_to_revenue_days)
            }),
            ("costPerLead", texts.cost_per_lead, |words, run| {
                run.cost_per_lead.and_then(|cost| money(words, cost))
            }),
            ("costPerClient", texts.cost_per_client, |words, run| {
                run.acquisition_cost.and_then(|cost| money(words, cost))
            }),
            ("programmeShare", texts.programme_share, |words, run| {
                share(words, run.programme_share)
            }),
            ("lifetimeValue", texts.lifetime_value, |words, run| {
                money(words, run.lifetime_value)
            }),
            ("annualNrr", texts.retention, |words, run| {
                share(words, run.annual_net_revenue_retention)
            }),
        ];
        let recurring = details.today.1.annual_net_revenue_retention.is_some();
        let totals = totals.into_iter().map(|(id, name, of)| {
            row(
                ["total.", id].concat(),
                name,
                runs.map(|(way, run)| (way, of(words, &run.0))),
            )
        });
        let metrics = metrics
            .into_iter()
            .filter(|(id, ..)| recurring || *id != "annualNrr")
            .map(|(id, name, of)| {
                row(
                    ["metric.", id].concat(),
                    name,
                    runs.map(|(way, run)| (way, of(words, &run.1))),
                )
            });
        let months = words.whole(*months);
        html! {
            <section class="numbers" data-generation={generation.to_string()} aria-labelledby="numbers-title">
                <h2 id="numbers-title">{ texts.title }</h2>
                <table role="table">
                    <caption>{ texts.over(&months) }</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <td></td>
                            <th role="columnheader" scope="col">{ texts.today }</th>
                            <th role="columnheader" scope="col">{ words.texts().ways.fix }</th>
                            <th role="columnheader" scope="col">{ words.texts().ways.leads }</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{ for totals }</tbody>
                    <tbody role="rowgroup">{ for metrics }</tbody>
                </table>
                { table_exports(Exhibit::Numbers) }
            </section>
        }
    }
}

fn row(fact: String, name: &'static str, cells: [(&str, Option<(f64, String)>); 3]) -> Html {
    let cells = cells.into_iter().map(|(way, cell)| {
        let fact = if way == "baseline" {
            fact.clone()
        } else {
            [&fact, ".", way].concat()
        };
        let (value, text) = cell.map_or((None, "–".to_owned()), |(value, text)| {
            (Some(value), text)
        });
        html! { <td role="cell" key={way.to_owned()}>{ opens("", &fact, value, text) }</td> }
    });
    html! {
        <tr role="row" key={fact.clone()}>
            <th role="rowheader" scope="row">{ name }</th>
            { for cells }
        </tr>
    }
}
