//! The scenarios' objective summed up by month, one picture over the other, and its table.

use crate::ui::explorer::exhibit::Exhibit;
use yew::prelude::*;

use super::answer::exact;
use crate::i18n::list;
use crate::insights::{ComparedScenarios, ScenarioRun};
use crate::runner::count;
use crate::ui::charts::line_chart::{LineChart, Series};
use crate::ui::controls::opens::opens;
use crate::ui::explorer::findings::Found;
use crate::ui::explorer::names::scenario_name;
use crate::ui::explorer::picture::figure;
use crate::ui::explorer::pieces::month;
use crate::ui::words::Words;

/// How the line of today is drawn, and how those of the scenarios are, in their order.
pub(super) const TODAY: &str = "series1";
pub(super) const KINDS: [&str; 5] = ["series2", "series3", "series4", "series5", "series6"];
/// Months that are named under the picture, at most.
const NAMES: usize = 4;

/// A piece of a line, as it is drawn in the picture.
pub(super) fn line_key(kind: &'static str) -> Html {
    html! { <svg class="line-key" viewBox="0 0 40 10" aria-hidden="true"><path class="fan-line" data-line={kind} d="M0 5H40" /></svg> }
}

/// A run with how it is drawn, what its numbers' names begin with, its place as it stands in the list, and its name.
struct Drawn<'a> {
    kind: &'static str,
    id: String,
    number: String,
    name: String,
    run: &'a ScenarioRun,
}

/// Today first, so that the scenarios are drawn over it.
fn drawn(words: Words, found: &Found<ComparedScenarios>) -> Vec<Drawn<'_>> {
    let today = Drawn {
        kind: TODAY,
        id: "scenario.today".to_owned(),
        number: String::new(),
        name: words.explorer().table.today.to_owned(),
        run: &found.value.today,
    };
    let scenarios = found.value.compared.iter().zip(KINDS);
    let scenarios = scenarios.map(|(one, kind)| Drawn {
        kind,
        id: ["scenario[", &one.place.to_string(), "]"].concat(),
        number: words.whole(count(one.place) + 1.0),
        name: scenario_name(words, &found.document, one.place),
        run: &one.run,
    });
    std::iter::once(today).chain(scenarios).collect()
}

pub(super) fn curves(words: Words, found: &Found<ComparedScenarios>) -> Html {
    let drawn = drawn(words, found);
    let measure = words.objective_name(found.objective);
    let caption = [measure, ", ", words.explorer().goal.summed_up].concat();
    let drawing = picture(words, found, &drawn, caption.clone());
    figure(
        words,
        Exhibit::ScenarioMonths,
        caption.into(),
        drawing,
        table(words, found, &drawn),
    )
}

fn picture(
    words: Words,
    found: &Found<ComparedScenarios>,
    drawn: &[Drawn<'_>],
    caption: String,
) -> Html {
    let series = drawn.iter().map(|one| {
        let ends = one.run.cumulated.iter().enumerate();
        let ends = ends.map(|(at, sum)| (count(at) + 1.0, *sum));
        Series {
            number: Some(one.number.clone()),
            kind: one.kind,
            points: std::iter::once((0.0, 0.0)).chain(ends).collect(),
            name: one.name.clone(),
        }
    });
    let months = found.value.today.cumulated.len();
    let every = months.div_ceil(NAMES).max(1);
    let across = (0..months).step_by(every).filter_map(|at| {
        let name = month(words, &found.document, Some(at))?;
        Some((count(at) + 1.0, name))
    });
    let ends = drawn.iter().map(|one| {
        let end = one.run.cumulated.last().copied().unwrap_or_default();
        let end = words.short_objective(found.objective, end);
        [&*one.name, ": ", &end].concat()
    });
    let ends: Vec<String> = ends.collect();
    let said = |value: f64| words.short_objective(found.objective, value);
    LineChart {
        series: series.collect(),
        level: None,
        marks: Vec::new(),
        across: across.collect(),
        said: &said,
        label: [
            &*caption,
            ". ",
            &ends.join(", "),
            ".",
            &same_lines(words, found),
        ]
        .concat(),
    }
    .view()
}

/// Which lines lie on each other, so that only the last of them is seen.
fn same_lines(words: Words, found: &Found<ComparedScenarios>) -> String {
    let name = |place: Option<usize>| match place {
        Some(place) => scenario_name(words, &found.document, place),
        None => words.explorer().table.today.to_owned(),
    };
    let groups = found.value.same_lines().into_iter().map(|places| {
        let names: Vec<String> = places.into_iter().map(name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let same = words
            .explorer()
            .scenarios
            .same_line(&list(words.locale, &names));
        [" ", same.as_str()].concat()
    });
    groups.collect()
}

fn table(words: Words, found: &Found<ComparedScenarios>, drawn: &[Drawn<'_>]) -> Html {
    let class = |one: &Drawn<'_>| (one.kind == TODAY).then_some("today");
    let heads = drawn.iter().map(|one| {
        html! { <th role="columnheader" scope="col" key={one.kind} class={class(one)}>{ &one.name }</th> }
    });
    let months = 0..found.value.today.cumulated.len();
    let rows = months.map(|at| {
        let cells = drawn.iter().map(|one| {
            let sum = one.run.cumulated.get(at).copied().unwrap_or_default();
            let said = exact(words, found.objective, sum);
            let name = [&*one.id, ".summedUp[", &at.to_string(), "]"].concat();
            html! { <td role="cell" key={one.kind} class={class(one)}>{ opens("", &name, Some(sum), said) }</td> }
        });
        html! {
            <tr role="row" key={at}>
                <th role="rowheader" scope="row">{ month(words, &found.document, Some(at)).unwrap_or_default() }</th>
                { for cells }
            </tr>
        }
    });
    let columns = drawn.len().saturating_sub(1).to_string();
    html! {
        <div class="side-by-side" role="region" tabindex="0" aria-label={words.explorer().goal.summed_up}>
            <table role="table" class="scenario-table" data-columns={columns}>
                <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
                <tbody role="rowgroup">{ for rows }</tbody>
            </table>
        </div>
    }
}
