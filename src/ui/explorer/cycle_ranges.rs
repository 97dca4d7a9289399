//! What is published on sales cycles, beside the one that the visitor states.

use yew::prelude::*;

use super::benchmark_words::{deal_size, quality};
use super::benchmarks::source;
use crate::i18n::{duration_days, number, range};
use crate::insights::{BENCHMARKS, Benchmark, Quantity};
use crate::ui::words::Words;

/// All published cycles by the size of the deals, to be opened: they contradict each other by three times, so
/// none of them is held against the visitor's.
pub(super) fn cycle_ranges(words: Words) -> Html {
    let rows = BENCHMARKS.iter().filter_map(|benchmark| {
        let row = row(words, benchmark)?;
        Some(html! { <div key={benchmark.id}>{ row }</div> })
    });
    html! {
        <details>
            <summary>{ words.explorer().benchmarks.cycles }</summary>
            <dl class="cycles">{ for rows }</dl>
        </details>
    }
}

fn row(words: Words, benchmark: &Benchmark) -> Option<Html> {
    if benchmark.quantity != Quantity::CycleDays {
        return None;
    }
    let texts = &words.explorer().benchmarks;
    let days = range(
        words.locale,
        &number(words.locale, benchmark.low, 0),
        &duration_days(words.locale, benchmark.high),
    );
    let year = benchmark.year();
    let year = year.map_or_else(|| texts.undated.to_owned(), |year| year.to_string());
    let trust = [quality(words, benchmark.quality()), ", ", &year].concat();
    let sources = benchmark.sources.iter().map(source);
    Some(html! {
        <>
            <dt key="whose">{ deal_size(words, benchmark.population)? }</dt>
            <dd key="days">{ days }</dd>
            <dd key="trust" class="note">{ trust }</dd>
            { for sources }
        </>
    })
}
