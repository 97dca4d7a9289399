//! What is in the pipeline now: the open deals as they are counted, what they bring month by month, and how their
//! chances age.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::stage_name;
use super::open_ages::ages;
use super::panel::NotedBox;
use super::picture::{figure, with_exports};
use crate::i18n::explorer::arguments::open_deals as with;
use crate::i18n::month_year;
use crate::insights::{CycleDistribution, OpenDeals, OpenStage, open_counts};
use crate::model::{
    Document, Field, Month, Number, Opening, PlanField, Spread, StageField, ViewField,
};
use crate::runner::count;
use crate::share::Shared;
use crate::state::{Action, Gesture};
use crate::ui::charts::month_bars::month_bars;
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::{opens, opens_cell, opens_sentence};
use crate::ui::controls::target::Target;
use crate::ui::words::{Unit, Words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct OpenPipelineProps {
    pub words: Words,
    pub found: Found<OpenDeals>,
    /// The document and what is planned, as they are now.
    pub shared: Shared,
    pub dispatch: Callback<Action>,
}

/// The panel; which stage's chances are shown is its own.
pub(super) struct OpenPipelinePanel {
    /// The first one whose chances fall with age, where there is none.
    stage: Option<usize>,
}

impl Component for OpenPipelinePanel {
    type Message = usize;
    type Properties = OpenPipelineProps;

    fn create(_: &Context<Self>) -> Self {
        Self { stage: None }
    }

    fn update(&mut self, _: &Context<Self>, stage: usize) -> bool {
        self.stage = Some(stage);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let texts = &props.words.explorer().open_deals;
        let stages = &props.found.value.stages;
        let first = stages.iter().position(|stage| stage.ages.depends_on_age);
        let shown = self.stage.filter(|stage| *stage < stages.len()).or(first);
        html! {
            <div class="open-pipeline" data-fact="openPipeline" data-value={props.found.value.wins.to_string()}>
                <p class="finding">{ answer(props) }</p>
                if props.found.value.is_default { { by_default(props) } }
                <div class="panel-fields">{ for boxes(props) }</div>
                <p class="note">{ texts.remark }</p>
                { by_month(props) }
                { by_stage(props) }
                { within(props) }
                { ages(props, shown.unwrap_or_default(), context.link().callback(|stage| stage)) }
            </div>
        }
    }
}

/// The sentences: what is to be expected, and what of it comes when.
fn answer(props: &OpenPipelineProps) -> Html {
    let (words, found) = (props.words, &*props.found.value);
    let texts = &words.explorer().open_deals;
    let open: f64 = found.stages.iter().map(|stage| stage.open).sum();
    if open <= 0.0 {
        return html! { { texts.nothing } };
    }
    let sum =
        |of: fn(&crate::insights::OpenMonth) -> f64| -> f64 { found.months.iter().map(of).sum() };
    let mut sentences = vec![
        texts.answer(with::Answer {
            open: &words.units(open),
            wins: &words.units(found.wins),
            worth: &words.short_money(found.bookings),
        }),
        texts.in_horizon(with::InHorizon {
            won: &words.units(sum(|month| month.won)),
            cash: &words.short_money(sum(|month| month.cash)),
        }),
    ];
    if found.taken_by_waiting > 0.0 {
        sentences.push(texts.taken(&words.units(found.taken_by_waiting)));
    }
    let how = opens_sentence(
        words.texts().page.how,
        "openBookings",
        words.explorer().panels.open_pipeline,
    );
    html! { <>{ sentences.join(" ") }{ " " }{ how }</> }
}

/// That nothing is counted yet, and a way to begin.
fn by_default(props: &OpenPipelineProps) -> Html {
    let texts = &props.words.explorer().open_deals;
    let counted = Action::Replace {
        shared: Box::new(counted(&props.shared, None)),
        gesture: Gesture::Done,
    };
    let dispatch = props.dispatch.clone();
    let start = move |_: MouseEvent| dispatch.emit(counted.clone());
    html! {
        <p class="note" data-fact="openPipeline.default">
            { texts.default }{ " " }
            <button type="button" data-action="start-from-counts" onclick={start}>{ texts.start_from }</button>
        </p>
    }
}

/// What is counted, with the counts in force, and one of them another; the other boxes are taken as they are shown.
fn counted(shared: &Shared, changed: Option<(usize, f64)>) -> Shared {
    let mut shared = shared.clone();
    let counts = open_counts(&shared.document);
    let document = &mut shared.document;
    document.set_opening(Opening::Counts);
    for (at, (stage, open)) in document.stages.iter_mut().zip(counts).enumerate() {
        let entered = changed.filter(|(stage, _)| *stage == at);
        stage.open = Number::nearest(entered.map_or(open, |(_, open)| open));
    }
    shared
}

/// A box a stage. Entering a number is one step, whatever the opening is: from then on it is counted.
fn boxes(props: &OpenPipelineProps) -> impl Iterator<Item = Html> {
    let document = &props.shared.document;
    let (shared, others) = (props.shared.clone(), props.dispatch.clone());
    let dispatch = Callback::from(move |action: Action| match action {
        Action::SetNumber {
            field: Field::Stage(stage, StageField::Open),
            value: Some(Spread::Exactly(open)),
            gesture,
        } => others.emit(Action::Replace {
            shared: Box::new(counted(&shared, Some((stage, open)))),
            gesture,
        }),
        other => others.emit(other),
    });
    let counts = open_counts(document);
    counts
        .into_iter()
        .enumerate()
        .map(move |(stage, open)| open_box(props, stage, open, &dispatch))
}

fn open_box(
    props: &OpenPipelineProps,
    stage: usize,
    open: f64,
    dispatch: &Callback<Action>,
) -> Html {
    let words = props.words;
    let name = stage_name(words, &props.shared.document, stage);
    let label = words.explorer().open_deals.counted(&name);
    html! {
        <NumberControl key={stage} target={Target::Field(Field::Stage(stage, StageField::Open))} place="openPipeline."
            {words} unit={Unit::Plain} {label} value={Some(open)} dispatch={dispatch.clone()} />
    }
}

/// Bars of the deals won, and the table with their money.
fn by_month(props: &OpenPipelineProps) -> Html {
    let (words, found) = (props.words, &*props.found.value);
    let texts = &words.explorer().open_deals;
    let months: Vec<(Month, f64)> = found
        .months
        .iter()
        .map(|month| (month.month, month.won))
        .collect();
    let label = [texts.by_month, ": ", &words.units(found.wins)].concat();
    let table = &words.explorer().table;
    let heads = [table.won, table.bookings, table.cash];
    let rows = found.months.iter().enumerate().map(|(at, month)| {
        let name = month_year(words.locale, month.month.year(), month.month.number());
        let cell = |fact: &str, value: f64, text: String| {
            let fact = [fact, "[", &at.to_string(), "]"].concat();
            html! { <td role="cell">{ opens("", &fact, Some(value), text) }</td> }
        };
        html! {
            <tr role="row" key={at}>
                <th role="rowheader" scope="row">{ name }</th>
                { cell("openWonIn", month.won, words.units(month.won)) }
                { cell("openBookedIn", month.bookings, words.money(month.bookings)) }
                { cell("openPaidIn", month.cash, words.money(month.cash)) }
            </tr>
        }
    });
    let table = html! {
        <table role="table">
            { head(&heads) }
            <tbody role="rowgroup">{ for rows }</tbody>
            <tbody role="rowgroup">{ later(words, found) }</tbody>
        </table>
    };
    let (caption, drawing) = (
        html! { <b>{ texts.by_month }</b> },
        month_bars(words, &months, label),
    );
    figure(words, Exhibit::OpenDeals, caption, drawing, table)
}

/// What is won after the horizon.
fn later(words: Words, found: &OpenDeals) -> Html {
    let texts = &words.explorer().open_deals;
    html! {
        <tr role="row" data-fact="openPipeline.later" data-value={found.later.to_string()}>
            <th role="rowheader" scope="row">{ texts.later }</th>
            <td role="cell">{ opens_cell("openWins", words.units(found.later)) }</td>
            <td role="cell">{ "–" }</td>
            <td role="cell">{ "–" }</td>
        </tr>
    }
}

/// What each stage's open deals are worth.
fn by_stage(props: &OpenPipelineProps) -> Html {
    let (words, found) = (props.words, &*props.found.value);
    let document: &Document = &props.found.document;
    let texts = &words.explorer().open_deals;
    let heads = [texts.open, texts.chance, texts.wins, texts.worth];
    let cell = |fact: &str, text: String| html! { <td role="cell">{ opens_cell(fact, text) }</td> };
    let rows = found.stages.iter().enumerate().map(|(at, stage)| {
        let OpenStage {
            open,
            wins,
            bookings,
            ages,
        } = stage;
        let place = ["[", &at.to_string(), "]"].concat();
        let (of_wins, of_worth) = (["openWins", &place].concat(), ["openBookings", &place].concat());
        html! {
            <tr role="row" key={at} data-fact={["openPipeline.", &at.to_string()].concat()} data-value={wins.to_string()}>
                <th role="rowheader" scope="row">{ stage_name(words, document, at) }</th>
                { cell(&of_wins, words.units(*open)) }
                { cell(&of_wins, words.percent(ages.at_start())) }
                { cell(&of_wins, words.units(*wins)) }
                { cell(&of_worth, words.money(*bookings)) }
            </tr>
        }
    });
    let open: f64 = found.stages.iter().map(|stage| stage.open).sum();
    with_exports(
        Exhibit::OpenStages,
        html! {
            <table role="table" class="four-columns">
                <caption><b>{ texts.by_stage }</b></caption>
                { head(&heads) }
                <tbody role="rowgroup">{ for rows }</tbody>
                <tbody role="rowgroup">
                    <tr role="row">
                        <th role="rowheader" scope="row">{ texts.all }</th>
                        { cell("openWins", words.units(open)) }
                        <td role="cell">{ "–" }</td>
                        { cell("openWins", words.units(found.wins)) }
                        { cell("openBookings", words.money(found.bookings)) }
                    </tr>
                </tbody>
            </table>
        },
    )
}

/// The head of a table whose first column names the rows.
pub(super) fn head(heads: &[&'static str]) -> Html {
    let heads = heads
        .iter()
        .map(|text| html! { <th role="columnheader" scope="col" key={*text}>{ *text }</th> });
    html! { <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead> }
}

/// What share of the wins comes within some days.
fn within(props: &OpenPipelineProps) -> Html {
    let (words, found) = (props.words, &*props.found.value);
    let texts = &words.explorer().open_deals;
    let field = ViewField::Planned(PlanField::WithinDays);
    let days = NotedBox {
        field,
        unit: Unit::Plain,
        label: texts.within.into(),
        of: AttrValue::default(),
        value: field.get(&props.shared.view),
        default: CycleDistribution::DEFAULT_WITHIN_DAYS,
    };
    let within = count(found.within_days).to_string();
    let said = |fact: &str, share: f64, text: String| {
        let fact = [fact, "[", &within, "]"].concat();
        html! { <p>{ opens("", &fact, Some(share), text) }</p> }
    };
    let of_open = found.open_within.map(|share| {
        said(
            "openWithin",
            share,
            texts.open_within(&words.percent(share)),
        )
    });
    let share = found.leads_within;
    html! {
        <div class="panel-fields">
            { days.view(words, &props.dispatch) }
            <div class="shares">
                { for of_open }
                { said("leadsWithin", share, texts.leads_within(&words.percent(share))) }
            </div>
        </div>
    }
}
