//! The stages against published ranges: one that the visitor picks for a stage, with all that is known of it.

use yew::prelude::*;

use super::benchmark_words::{denominator, entry, quality, range, way, whose};
use super::findings::Found;
use super::names::{gained, stage_name};
use super::published::other_ranges;
use crate::i18n::explorer::arguments::benchmarks as with;
use crate::insights::{Assumption, BENCHMARKS, Benchmark, BenchmarkReach, Source, Standing};
use crate::model::{Field, Spread, StageField};
use crate::runner::HeldStage;
use crate::share::Shared;
use crate::state::{Action, Gesture};
use crate::ui::controls::choice::{Choice, Entry};
use crate::ui::controls::opens::opens;
use crate::ui::words::Words;

/// The id of the entry that holds a stage against nothing.
const NONE: &str = "none";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct BenchmarksProps {
    pub words: Words,
    pub found: Found<Vec<HeldStage>>,
    /// The document and what is picked, as they are now.
    pub shared: Shared,
    pub dispatch: Callback<Action>,
}

/// The panel: a stage an entry.
pub(super) struct BenchmarksPanel;

impl Component for BenchmarksPanel {
    type Message = ();
    type Properties = BenchmarksProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let texts = &props.words.explorer().benchmarks;
        let stages = 0..props.shared.document.stages.len();
        let stages = stages.map(|stage| {
            let is_picked = picked(props, stage) != NONE;
            html! {
                <li key={stage} data-picked={is_picked.then_some("")}>
                    { pick(props, stage) }
                    <div class="held">{ for held(props, stage).map(|held| against(props, held)) }</div>
                </li>
            }
        });
        html! {
            <section class="benchmarks" aria-labelledby="benchmarks-title">
                <h2 id="benchmarks-title">{ texts.title }</h2>
                <p class="finding">{ texts.remark }</p>
                <ul>{ for stages }</ul>
                { other_ranges(props.words) }
            </section>
        }
    }
}

/// The choice of what a stage is held against.
fn pick(props: &BenchmarksProps, stage: usize) -> Html {
    let (words, document) = (props.words, &props.shared.document);
    let texts = &words.explorer().benchmarks;
    let conversion = document.stages.get(stage);
    let conversion = conversion.map_or(0.0, |stage| stage.conversion.middle());
    let label = texts.compare(with::Compare {
        stage: &stage_name(words, document, stage),
        conversion: &words.percent(conversion),
    });
    let known = BENCHMARKS.iter().filter_map(|benchmark| {
        let text = entry(words, benchmark)?;
        Some(Entry::new(benchmark.id, text))
    });
    let entries: Vec<Entry> = std::iter::once(Entry::new(NONE, texts.none))
        .chain(known)
        .collect();
    let chosen = picked(props, stage).to_owned();
    let id = ["view.stages[", &stage.to_string(), "].benchmark"].concat();
    let on_choice = props.dispatch.reform(move |id: String| {
        let id = (id != NONE).then_some(id);
        Action::SetBenchmark(stage, id)
    });
    html! { <Choice {id} {label} {entries} {chosen} {on_choice} /> }
}

/// What is picked for a stage. One of a later version shows nothing, and stays until another is picked.
fn picked(props: &BenchmarksProps, stage: usize) -> &'static str {
    let id = props.shared.view.stages.benchmark(stage);
    let mut known = BENCHMARKS
        .iter()
        .filter(|benchmark| entry(props.words, benchmark).is_some());
    let known = known.find(|benchmark| id == Some(benchmark.id));
    known.map_or(NONE, |benchmark| benchmark.id)
}

/// What was found of a stage and what is picked for it now.
fn held(props: &BenchmarksProps, stage: usize) -> Option<&HeldStage> {
    let picked = props.shared.view.stages.benchmark(stage)?;
    let mut found = props.found.value.iter();
    found.find(|held| held.comparison.stage == stage && held.benchmark.id == picked)
}

fn against(props: &BenchmarksProps, held: &HeldStage) -> Html {
    let words = props.words;
    let texts = &words.explorer().benchmarks;
    let HeldStage {
        benchmark,
        comparison,
    } = held;
    let (conversion, range) = (
        &*words.percent(comparison.conversion),
        &*range(words, benchmark),
    );
    let (standing, id) = match comparison.standing {
        Standing::Below => (texts.below(with::Below { conversion, range }), "below"),
        Standing::Within => (texts.within(with::Within { conversion, range }), "within"),
        Standing::Above => (texts.above(with::Above { conversion, range }), "above"),
    };
    let ends = [
        (comparison.to_low, "low", texts.use_low),
        (comparison.to_high, "high", texts.use_high),
    ];
    let ends = ends.into_iter().filter_map(|(reach, end, button)| {
        let said = reached(props, comparison.stage, &reach?, end, button);
        Some(html! { <div key={end}>{ said }</div> })
    });
    html! {
        <>
            <p class="finding" data-standing={id}>{ standing }</p>
            <dl>{ for ends }</dl>
            { known(words, benchmark) }
        </>
    }
}

/// What getting to an end of the range brings, and the button that makes it the stage's target.
fn reached(
    props: &BenchmarksProps,
    stage: usize,
    reach: &BenchmarkReach,
    end: &'static str,
    button: &'static str,
) -> Html {
    let words = props.words;
    let texts = &words.explorer().benchmarks;
    let objective = props.shared.view.objective;
    let to = words.percent(reach.to.get());
    let name = if end == "low" {
        texts.low(&to)
    } else {
        texts.high(&to)
    };
    let gain = gained(words.objective(objective, reach.gain));
    let brings = texts.brings(with::Brings {
        gain: &gain,
        worth: &words.short_money(reach.worth_up_to_per_month.max(0.0)),
    });
    let raised = Assumption::Raised(stage, reach.to.get()).text();
    let name_of_gain = ["headline@", &raised].concat();
    let target = props.shared.document.stages.get(stage);
    let is_target = target.and_then(|stage| stage.target) == Some(reach.to);
    let text = if is_target { texts.is_target } else { button };
    let value = Some(Spread::Exactly(reach.to.get()));
    let onclick = props
        .dispatch
        .reform(move |_: MouseEvent| Action::SetNumber {
            field: Field::Stage(stage, StageField::Target),
            value,
            gesture: Gesture::Done,
        });
    html! {
        <>
            <dt>{ name }</dt>
            <dd data-reach={end} data-value={reach.gain.to_string()}>{ opens("", &name_of_gain, Some(reach.gain), brings) }</dd>
            <dd><button type="button" data-action={["target-", end].concat()}
                aria-disabled={is_target.then_some("true")} {onclick}>
                { text }<span class="unseen">{ " " }{ stage_name(words, &props.shared.document, stage) }</span>
            </button></dd>
        </>
    }
}

/// All that is known of a range: what it counts, of whom, who says so, when, and how far to trust it.
fn known(words: Words, benchmark: &Benchmark) -> Html {
    let texts = &words.explorer().benchmarks;
    let year = benchmark.year();
    let facts = [
        (texts.counts, way(words, benchmark).unwrap_or_default()),
        (
            texts.of,
            benchmark
                .denominator
                .map_or("", |of| denominator(words, of))
                .to_owned(),
        ),
        (
            texts.whose,
            whose(words, benchmark.population)
                .unwrap_or_default()
                .to_owned(),
        ),
        (
            texts.year,
            year.map_or_else(|| texts.undated.to_owned(), |year| year.to_string()),
        ),
        (
            texts.quality,
            quality(words, benchmark.quality()).to_owned(),
        ),
    ];
    let facts = facts.into_iter().map(|(name, text)| {
        html! { <div key={name}><dt>{ name }</dt><dd>{ text }</dd></div> }
    });
    let sources = benchmark.sources.iter().map(source);
    html! {
        <dl class="known">
            { for facts }
            <div key="source"><dt key="name">{ texts.source }</dt>{ for sources }</div>
        </dl>
    }
}

/// Sources are in English, whatever the page speaks.
pub(super) fn source(source: &Source) -> Html {
    let link = |text| {
        html! { <a href={source.url} target="_blank" rel="noopener noreferrer">{ text }</a> }
    };
    let said = match source.title {
        Some(title) => html! { <>{ source.author }{ ": " }{ link(title) }</> },
        None => link(source.author),
    };
    html! { <dd key={source.url} lang="en">{ said }</dd> }
}
