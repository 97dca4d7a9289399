//! More leads against the better stage: the answer over extra leads, and where it reaches the level.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::stage_name;
use super::picture::figure;
use crate::i18n::explorer::arguments::break_even as with;
use crate::insights::{Assumption, BreakEven};
use crate::ui::charts::line_chart::{LineChart, Series, plain_axis};
use crate::ui::controls::opens::{opens, opens_cell, opens_sentence};
use crate::ui::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct BreakEvenProps {
    pub words: Words,
    pub found: Found<BreakEven>,
}

/// The panel: a sentence, the curve with the level, and its table.
pub(super) struct BreakEvenPanel;

impl Component for BreakEvenPanel {
    type Message = ();
    type Properties = BreakEvenProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let BreakEvenProps { words, found } = context.props();
        let texts = &words.explorer().break_even;
        let curve = &found.value;
        let answer = answer(*words, found);
        let points = curve.points.iter();
        let points: Vec<(f64, f64)> = points
            .map(|point| (point.extra_per_month, point.objective))
            .collect();
        let longest = points.iter().map(|(extra, _)| *extra).fold(0.0, f64::max);
        let chart = LineChart {
            series: vec![Series {
                number: None,
                kind: "main",
                points,
                name: String::new(),
            }],
            level: Some((curve.level, texts.level.to_owned())),
            marks: vec![(curve.chosen.extra_per_month, curve.chosen.objective)],
            across: plain_axis(words.locale, longest),
            said: &|value| words.short_objective(found.objective, value),
            label: answer.clone(),
        };
        let crossing = curve
            .crossing
            .map(|found| found.extra_per_month.to_string());
        let how = curve
            .crossing
            .map(|_| opens_sentence(words.texts().page.how, "asManyLeadsAs", texts.title));
        let name = words.objective_name(found.objective);
        let caption = html! { <><b>{ name }</b>{ " " }{ texts.axis }</> };
        let figure = figure(
            *words,
            Exhibit::BreakEven,
            caption,
            chart.close_up(&|value| words.exact(found.objective, value)),
            table(*words, found),
        );
        html! {
            <section class="break-even" aria-labelledby="break-even-title" data-fact="breakEven" data-value={crossing}>
                <h2 id="break-even-title">{ texts.title }</h2>
                <p class="finding">{ answer }{ " " }{ how.unwrap_or_default() }</p>
                { figure }
            </section>
        }
    }
}

fn answer(words: Words, found: &Found<BreakEven>) -> String {
    let texts = &words.explorer().break_even;
    let stage = stage_name(words, &found.document, found.pair.stage);
    let to = words.percent(found.pair.to.get());
    match found.value.crossing {
        Some(crossing) => texts.crosses(with::Crosses {
            leads: &words.units(crossing.extra_per_month),
            stage: &stage,
            to: &to,
        }),
        None => texts.never(with::Never {
            stage: &stage,
            to: &to,
        }),
    }
}

/// Every so many points of the curve are a row.
const EVERY: usize = 4;

fn table(words: Words, found: &Found<BreakEven>) -> Html {
    let texts = &words.explorer().break_even;
    let curve = &found.value;
    let rows = curve.points.iter().step_by(EVERY).enumerate();
    let rows = rows.map(|(at, point)| {
        let leads = words.units(point.extra_per_month);
        let difference = point.objective - curve.level;
        let assumed = Assumption::LeadsTimes(point.times).text();
        let name = ["total.", found.objective.id(), ".leads@", &assumed].concat();
        html! {
            <tr role="row" key={at}>
                <th role="rowheader" scope="row">{ leads }</th>
                <td role="cell">{ opens("", &name, Some(point.objective), words.exact(found.objective, point.objective)) }</td>
                <td role="cell">{ opens_cell(&name, words.exact(found.objective, difference)) }</td>
            </tr>
        }
    });
    let heads = [
        texts.leads,
        words.objective_name(found.objective),
        texts.over_level,
    ];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    html! {
        <table role="table" class="break-even-table">
            <thead role="rowgroup"><tr role="row">{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}
