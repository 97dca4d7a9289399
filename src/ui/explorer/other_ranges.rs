//! What is published on other numbers than conversions and cycles, to be opened.

use yew::prelude::*;

use super::benchmark_words::{quality, range as range_of_shares, whose};
use super::benchmarks::source;
use crate::i18n::{money, range, significant};
use crate::insights::{BENCHMARKS, Benchmark, Quantity};
use crate::model::Currency;
use crate::ui::words::Words;

/// Lost deals, prices and loads: nothing here is held against the visitor's numbers.
pub(super) fn other_ranges(words: Words) -> Html {
    let rows = BENCHMARKS.iter().filter_map(|benchmark| {
        let row = row(words, benchmark)?;
        Some(html! { <div key={benchmark.id}>{ row }</div> })
    });
    html! {
        <details>
            <summary>{ words.explorer().benchmarks.others }</summary>
            <dl class="cycles">{ for rows }</dl>
        </details>
    }
}

fn row(words: Words, benchmark: &Benchmark) -> Option<Html> {
    let texts = &words.explorer().benchmarks;
    let dollars = |amount| money(words.locale, Currency::USD, amount);
    let plain = |amount| significant(words.locale, amount, 3);
    let of = |said: &dyn Fn(f64) -> String| {
        range(words.locale, &said(benchmark.low), &said(benchmark.high))
    };
    let (what, how_much) = match benchmark.quantity {
        Quantity::Conversion { .. } | Quantity::CycleDays => return None,
        Quantity::LostToNoDecision => (texts.no_decision, range_of_shares(words, benchmark)),
        Quantity::LeadPrice => (texts.lead_price, of(&dollars)),
        Quantity::AcquisitionCostRatio => (texts.acquisition_cost, of(&dollars)),
        Quantity::LeadsPerSeller => (texts.leads_per_seller, of(&plain)),
        Quantity::MeetingsPerMonth => (texts.meetings, of(&plain)),
    };
    let whose = whose(words, benchmark.population)?;
    let year = benchmark.year();
    let year = year.map_or_else(|| texts.undated.to_owned(), |year| year.to_string());
    let trust = [quality(words, benchmark.quality()), ", ", &year].concat();
    let sources = benchmark.sources.iter().map(source);
    Some(html! {
        <>
            <dt key="what">{ [what, ", ", whose].concat() }</dt>
            <dd key="range">{ how_much }</dd>
            <dd key="trust" class="note">{ trust }</dd>
            { for sources }
        </>
    })
}
