//! Scenarios side by side: what each comes to, and how much that is more or less than today.

use yew::prelude::*;

use super::curves::{KINDS, TODAY, line_key};
use super::sentences::points;
use crate::i18n::{duration_days, signed};
use crate::insights::{ComparedScenario, ComparedScenarios, Repaid, ScenarioRun};
use crate::ui::controls::opens::{opens, opens_cell};
use crate::ui::explorer::findings::Found;
use crate::ui::explorer::names::scenario_name;
use crate::ui::explorer::pieces::month;
use crate::ui::words::Words;

/// Differences below this share of the larger number are rounding.
const ROUNDING: f64 = 1e-9;

/// Which end of a row is the better one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Better {
    Higher,
    Lower,
    Neither,
}

/// How a number is said.
type Said = fn(Words, f64) -> String;

/// A row of numbers.
struct Row {
    id: &'static str,
    name: &'static str,
    of: fn(&ScenarioRun) -> Option<f64>,
    said: Said,
    /// How a difference is said, before its sign.
    differs: Said,
    better: Better,
}

fn rows(words: Words) -> Vec<Row> {
    let texts = &words.explorer().table;
    let row = |id, name, of, better, said: Said| Row {
        id,
        name,
        of,
        said,
        differs: said,
        better,
    };
    let (units, money): (Said, Said) = (Words::units, Words::money);
    let days = |words: Words, value: f64| duration_days(words.locale, value);
    let (higher, lower) = (Better::Higher, Better::Lower);
    vec![
        row(
            "leads",
            texts.leads,
            |run| Some(run.totals.leads),
            Better::Neither,
            units,
        ),
        row("won", texts.won, |run| Some(run.totals.won), higher, units),
        row(
            "bookings",
            texts.bookings,
            |run| Some(run.totals.bookings),
            higher,
            money,
        ),
        row(
            "cash",
            texts.cash,
            |run| Some(run.totals.cash),
            higher,
            money,
        ),
        row(
            "cost",
            texts.cost,
            |run| Some(run.totals.cost),
            lower,
            money,
        ),
        row(
            "profit",
            texts.profit,
            |run| Some(run.totals.profit),
            higher,
            money,
        ),
        row(
            "value",
            texts.value,
            |run| Some(run.totals.value),
            higher,
            money,
        ),
        Row {
            differs: points,
            ..row(
                "conversion",
                texts.conversion,
                |run| run.metrics.conversion,
                higher,
                Words::percent,
            )
        },
        row(
            "cycle",
            texts.cycle,
            |run| Some(run.metrics.cycle_days),
            lower,
            days,
        ),
        row(
            "timeToRevenue",
            texts.time_to_revenue,
            |run| Some(run.metrics.time_to_revenue_days),
            lower,
            days,
        ),
    ]
}

/// The table in a region of its own, which scrolls where it is wide.
pub(super) fn table(words: Words, found: &Found<ComparedScenarios>) -> Html {
    let texts = &words.explorer().scenarios;
    let all = &*found.value;
    let heads = all.compared.iter().zip(KINDS).map(|(one, kind)| {
        html! {
            <th role="columnheader" scope="col" key={one.place}>
                { line_key(kind) }<span>{ scenario_name(words, &found.document, one.place) }</span>
            </th>
        }
    });
    let numbers = rows(words)
        .into_iter()
        .map(|row| number_row(words, all, &row));
    let months = words.whole(found.document.months.get());
    html! {
        <div class="side-by-side" role="region" tabindex="0" aria-label={texts.side_by_side}>
            <table role="table" class="scenario-table" data-columns={all.compared.len().to_string()}>
                <caption>{ words.explorer().table.over(&months) }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <td></td>
                        <th role="columnheader" scope="col" class="today">{ line_key(TODAY) }<span>{ words.explorer().table.today }</span></th>
                        { for heads }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for numbers }</tbody>
                <tbody role="rowgroup">
                    { month_row(words, found, words.texts().ways.first_effect, "firstEffect", first_effect) }
                    { month_row(words, found, texts.paid_back, "repaidIn", paid_back) }
                </tbody>
            </table>
        </div>
    }
}

fn number_row(words: Words, all: &ComparedScenarios, row: &Row) -> Html {
    let today = (row.of)(&all.today);
    let values: Vec<Option<f64>> = std::iter::once(today)
        .chain(all.compared.iter().map(|one| (row.of)(&one.run)))
        .collect();
    let best = best_of(&values, row.better);
    let cells = all.compared.iter().map(|one| {
        let value = (row.of)(&one.run);
        let scenario = ["scenario[", &one.place.to_string(), "]."].concat();
        let difference = value.zip(today).map(|(value, before)| {
            let name = [&*scenario, "more.", row.id].concat();
            difference(words, row, &name, value, before)
        });
        let name = [&*scenario, row.id].concat();
        html! { <td role="cell" key={one.place}>{ cell(words, row, &name, value, best) }{ difference.unwrap_or_default() }</td> }
    });
    let name = ["scenario.today.", row.id].concat();
    html! {
        <tr role="row" key={row.id}>
            <th role="rowheader" scope="row">{ row.name }</th>
            <td role="cell" class="today">{ cell(words, row, &name, today, best) }</td>
            { for cells }
        </tr>
    }
}

/// A number, marked where it is the best of its row.
fn cell(words: Words, row: &Row, name: &str, value: Option<f64>, best: Option<f64>) -> Html {
    let said = value.map_or_else(|| "–".to_owned(), |value| (row.said)(words, value));
    let is_best = value
        .zip(best)
        .is_some_and(|(value, best)| is_same(value, best));
    html! {
        <>
            <span data-best={is_best.then_some("")}>{ opens("", name, value, said) }</span>
            if is_best { <b class="best">{ words.explorer().scenarios.best }</b> }
        </>
    }
}

fn difference(words: Words, row: &Row, name: &str, value: f64, before: f64) -> Html {
    let texts = &words.texts().ways;
    let by = value - before;
    let said = if is_same(value, before) {
        html! { { texts.same } }
    } else {
        let shown = signed((row.differs)(words, by));
        let said = if by > 0.0 {
            texts.more(&shown)
        } else {
            texts.less(&shown)
        };
        opens_cell(name, said)
    };
    html! { <span class="difference">{ said }</span> }
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= ROUNDING * one.abs().max(other.abs())
}

/// The best of a row; none where all are the same.
fn best_of(values: &[Option<f64>], better: Better) -> Option<f64> {
    let there = || values.iter().copied().flatten();
    let best = match better {
        Better::Higher => there().reduce(f64::max),
        Better::Lower => there().reduce(f64::min),
        Better::Neither => None,
    }?;
    there().any(|value| !is_same(value, best)).then_some(best)
}

/// A month counted from 0, or what is said in place of one; nothing where nothing happens.
type When = (Option<usize>, Option<&'static str>);

fn first_effect(_: Words, one: &ComparedScenario) -> When {
    (one.first_effect, None)
}

fn paid_back(words: Words, one: &ComparedScenario) -> When {
    match one.repaid {
        Repaid::In(0) => (Some(0), Some(words.explorer().scenarios.never_behind)),
        Repaid::In(at) => (Some(at), None),
        Repaid::Never => (None, Some(words.explorer().steps.never)),
        Repaid::ChangesNothing => (None, None),
    }
}

fn month_row(
    words: Words,
    found: &Found<ComparedScenarios>,
    name: &'static str,
    id: &str,
    of: fn(Words, &ComparedScenario) -> When,
) -> Html {
    let months = || {
        let all = found.value.compared.iter();
        all.map(|one| of(words, one).0)
    };
    let earliest = months().flatten().min();
    let best = earliest.filter(|earliest| months().any(|month| month != Some(*earliest)));
    let cells = found.value.compared.iter().map(|one| {
        let (at, said) = of(words, one);
        let named = || month(words, &found.document, at);
        let said = said.map(str::to_owned).or_else(named);
        let is_best = at.is_some() && at == best;
        let name = ["scenario[", &one.place.to_string(), "].", id].concat();
        let said = match said {
            Some(said) if at.is_some() => opens_cell(&name, said),
            said => html! { { said.unwrap_or_else(|| "–".to_owned()) } },
        };
        html! {
            <td role="cell" key={one.place}>
                <span data-fact={name} data-value={at.map(|at| at.to_string())} data-best={is_best.then_some("")}>{ said }</span>
                if is_best { <b class="best">{ words.explorer().scenarios.best }</b> }
            </td>
        }
    });
    html! {
        <tr role="row" key={id.to_owned()}>
            <th role="rowheader" scope="row">{ name }</th>
            <td role="cell" class="today">{ "–" }</td>
            { for cells }
        </tr>
    }
}
