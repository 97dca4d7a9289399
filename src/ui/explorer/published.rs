//! What is published on other numbers than conversions: lists to be opened, held against nothing.

use yew::prelude::*;

use super::benchmark_words::{deal_size, quality, range as range_of_shares, whose};
use super::benchmarks::source;
use crate::i18n::{duration_days, money, number, range, significant};
use crate::insights::{BENCHMARKS, Benchmark, Quantity};
use crate::model::Currency;
use crate::ui::words::Words;

/// All published cycles by the size of the deals: they contradict each other by three times, so none of them is
/// held against the visitor's.
pub(super) fn cycle_ranges(words: Words) -> Html {
    list(words, words.explorer().benchmarks.cycles, cycle)
}

/// Lost deals, prices and loads.
pub(super) fn other_ranges(words: Words) -> Html {
    list(words, words.explorer().benchmarks.others, other)
}

/// What a range is called, and the range.
type Named = (String, String);

/// The ranges that have a name, each with how far it can be trusted and who says so.
fn list(words: Words, title: &'static str, named: fn(Words, &Benchmark) -> Option<Named>) -> Html {
    let texts = &words.explorer().benchmarks;
    let rows = BENCHMARKS.iter().filter_map(|benchmark| {
        let (name, range) = named(words, benchmark)?;
        let year = benchmark.year();
        let year = year.map_or_else(|| texts.undated.to_owned(), |year| year.to_string());
        let trust = [quality(words, benchmark.quality()), ", ", &year].concat();
        let sources = benchmark.sources.iter().map(source);
        Some(html! {
            <div key={benchmark.id}>
                <dt key="name">{ name }</dt>
                <dd key="range">{ range }</dd>
                <dd key="trust" class="note">{ trust }</dd>
                { for sources }
            </div>
        })
    });
    html! {
        <details>
            <summary>{ title }</summary>
            <dl class="cycles">{ for rows }</dl>
        </details>
    }
}

fn cycle(words: Words, benchmark: &Benchmark) -> Option<Named> {
    if benchmark.quantity != Quantity::CycleDays {
        return None;
    }
    let days = range(
        words.locale,
        &number(words.locale, benchmark.low, 0),
        &duration_days(words.locale, benchmark.high),
    );
    Some((deal_size(words, benchmark.population)?, days))
}

fn other(words: Words, benchmark: &Benchmark) -> Option<Named> {
    let texts = &words.explorer().benchmarks;
    let dollars = |amount| money(words.locale, Currency::USD, amount);
    let plain = |amount| significant(words.locale, amount, 3);
    let of = |said: &dyn Fn(f64) -> String| {
        range(words.locale, &said(benchmark.low), &said(benchmark.high))
    };
    let (what, range) = match benchmark.quantity {
        Quantity::Conversion { .. } | Quantity::CycleDays => return None,
        Quantity::LostToNoDecision => (texts.no_decision, range_of_shares(words, benchmark)),
        Quantity::LeadPrice => (texts.lead_price, of(&dollars)),
        Quantity::AcquisitionCostRatio => (texts.acquisition_cost, of(&dollars)),
        Quantity::LeadsPerSeller => (texts.leads_per_seller, of(&plain)),
        Quantity::MeetingsPerMonth => (texts.meetings, of(&plain)),
    };
    let whose = whose(words, benchmark.population)?;
    Some(([what, ", ", whose].concat(), range))
}
