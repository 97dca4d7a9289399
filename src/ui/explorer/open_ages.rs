//! The chance of an open deal by how long it has been in its stage.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::names::stage_name;
use super::open_pipeline::{OpenPipelineProps, head};
use super::picture::figure;
use crate::i18n::explorer::arguments::open_deals as with;
use crate::insights::{AgePoint, ChanceByAge};
use crate::model::{Field, StageField};
use crate::runner::count;
use crate::ui::charts::line_chart::{LineChart, Series, plain_axis};
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::opens;
use crate::ui::controls::target::Target;
use crate::ui::panels::labels::label;
use crate::ui::words::{Unit, Words};

/// The part of one `stage`, chosen among all.
pub(super) fn ages(props: &OpenPipelineProps, stage: usize, chosen: Callback<usize>) -> Html {
    let words = props.words;
    let Some(of) = props.found.value.stages.get(stage) else {
        return Html::default();
    };
    let texts = &words.explorer().open_deals;
    let points = of.ages.points();
    let sentences = sentences(words, &of.ages, &points).join(" ");
    let title = "open-ages-title";
    let label = [texts.over_age, ": ", &sentences].concat();
    let (caption, drawing) = (
        html! { <b>{ texts.over_age }</b> },
        curve(words, &points, label),
    );
    let figure = figure(
        words,
        Exhibit::OpenAges,
        caption,
        drawing,
        table(words, stage, &points),
    );
    html! {
        <section class="open-ages" aria-labelledby={title}>
            <h3 id={title}>{ texts.ages }</h3>
            <div class="panel-fields">
                { of_stage(props, stage, chosen) }
                { lost_days(props, stage) }
            </div>
            <p class="finding">{ sentences.clone() }</p>
            { figure }
        </section>
    }
}

fn of_stage(props: &OpenPipelineProps, stage: usize, chosen: Callback<usize>) -> Html {
    let texts = &props.words.explorer().open_deals;
    let stages = props.found.document.stages.iter().enumerate();
    let entries: Vec<Entry> = stages
        .map(|(at, stage)| Entry::new(at.to_string(), stage.name.clone()))
        .collect();
    choice(
        "openPipeline.stage",
        texts.stage,
        "",
        &entries,
        &stage.to_string(),
        move |id| {
            if let Ok(stage) = id.parse() {
                chosen.emit(stage);
            }
        },
    )
}

/// The days that the lost stay, without which an age says nothing.
fn lost_days(props: &OpenPipelineProps, stage: usize) -> Html {
    let (words, document) = (props.words, &props.shared.document);
    let field = Field::Stage(stage, StageField::LostDaysMean);
    let of = stage_name(words, document, stage);
    html! {
        <NumberControl key={stage} target={Target::Field(field)} place="openPipeline." {words} unit={Unit::of(field)}
            label={label(words, field, document)} {of} value={field.get(document)} spread={field.spread(document)}
            dispatch={props.dispatch.clone()} />
    }
}

/// What becomes of the chance, and when nothing closes any more.
fn sentences(words: Words, ages: &ChanceByAge, points: &[AgePoint]) -> Vec<String> {
    let texts = &words.explorer().open_deals;
    if ages.conversion <= 0.0 {
        return vec![texts.never.to_owned()];
    }
    let days = |days: usize| words.whole(count(days));
    let now = words.percent(ages.at_start());
    let nearly = ages.nearly_last;
    let late = nearly.and_then(|days| Some((days, ages.chance(days)?)));
    let last = points.last().map(|point| (point.days, point.chance));
    let mut said = vec![match late.or(last) {
        Some((at, later)) if ages.depends_on_age => texts.falls(with::Falls {
            now: &now,
            days: &days(at),
            later: &words.percent(later),
        }),
        _ => texts.stays(&now),
    }];
    said.extend(nearly.map(|at| texts.nearly_last(&days(at))));
    said.extend(ages.last.map(|at| texts.last(&days(at))));
    said
}

fn curve(words: Words, points: &[AgePoint], label: String) -> Html {
    let points: Vec<(f64, f64)> = points
        .iter()
        .map(|point| (count(point.days), point.chance))
        .collect();
    let longest = points.last().map_or(0.0, |(days, _)| *days);
    let chart = LineChart {
        series: vec![Series {
            number: None,
            kind: "main",
            points,
            name: String::new(),
        }],
        level: None,
        marks: Vec::new(),
        across: plain_axis(words.locale, longest),
        said: &|chance| words.percent(chance),
        label,
    };
    chart.view()
}

fn table(words: Words, stage: usize, points: &[AgePoint]) -> Html {
    let texts = &words.explorer().open_deals;
    let rows = points.iter().map(|point| {
        let days = point.days.to_string();
        let name = ["openChance[", &stage.to_string(), ".", &days, "]"].concat();
        html! {
            <tr role="row" key={point.days}>
                <th role="rowheader" scope="row">{ [texts.days, ": ", &words.whole(count(point.days))].concat() }</th>
                <td role="cell">{ opens("", &name, Some(point.chance), words.percent(point.chance)) }</td>
                <td role="cell">{ words.percent(point.still_there) }</td>
            </tr>
        }
    });
    html! {
        <table role="table" class="two-columns">
            { head(&[texts.chance, texts.still_there]) }
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}
