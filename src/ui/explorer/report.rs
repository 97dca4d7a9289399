//! What only the printed report has: the answer over everything, and all that was put in as tables.

use yew::prelude::*;

use super::names::{channel_name, stage_name};
use super::saving::link_to;
use super::*;
use crate::i18n::{counted, day, month_year, range};
use crate::model::{
    BillingKind, ChannelField, DealField, Field, Month, Opening, Spread, StageField, WaitingOrder,
};
use crate::platform::Host;
use crate::ui::panels::headline::Headline;
use crate::ui::panels::labels::label;
use crate::ui::words::Unit;

/// A row of a table: its name, and what is beside it.
type Line = (String, Vec<String>);

/// What is compared, with what the trials say of it.
pub(super) fn settled(compared: &Compared) -> Comparison {
    let mut settled = (*compared.comparison).clone();
    if let Some(certainty) = &compared.certainty {
        settled.settle(&compared.document, certainty);
    }
    settled
}

/// The answer to a [settled](settled) comparison.
pub(super) fn headline(words: Words, compared: &Compared, settled: &Comparison) -> Headline {
    // What is still to be played is nothing to report.
    let certainty = compared.certainty.as_deref().ok_or(0.0);
    Headline::of(words, &compared.document, settled, certainty)
}

/// The answer and its reasons, as sentences.
pub(super) fn answer_text(words: Words, compared: &Compared) -> String {
    headline(words, compared, &settled(compared)).text()
}

/// The beginning of the report: of what it is, from when, the answer, and what is assumed.
pub(super) fn beginning(words: Words, state: &State) -> Html {
    let document = &state.shared.document;
    let (year, month, of_month) = Month::today();
    let answer = answer_text(words, &state.compared());
    let texts = &words.explorer().report;
    html! {
        <div class="report">
            <p class="report-date">{ words.texts().page.name }{ " · " }{ day(words.locale, year, month, of_month) }</p>
            <h1>{ &document.title }</h1>
            <p class="report-answer">{ answer }</p>
            <h2>{ texts.assumptions }</h2>
            { table(texts.general, &[], general(words, state)) }
            { table(texts.deal, &[], deal(words, document)) }
            { channels(words, document) }
            { stages(words, document, state.view()) }
        </div>
    }
}

/// The end: the link as a text.
pub(super) fn end(host: &Host, words: Words, state: &State) -> Html {
    html! {
        <div class="report">
            <h2>{ words.explorer().report.link }</h2>
            <p class="report-link">{ link_to(host, &state.shared) }</p>
        </div>
    }
}

fn table(name: &'static str, heads: &[&'static str], lines: Vec<Line>) -> Html {
    let heads = heads
        .iter()
        .map(|head| html! { <th key={*head}>{ *head }</th> });
    let rows = lines.into_iter().enumerate().map(|(at, (name, cells))| {
        let cells = cells.into_iter().enumerate();
        let cells = cells.map(|(at, cell)| html! { <td key={at}>{ cell }</td> });
        html! { <tr key={at}><th>{ name }</th>{ for cells }</tr> }
    });
    html! {
        <table>
            <thead><tr><th>{ name }</th>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn general(words: Words, state: &State) -> Vec<Line> {
    let document = &state.shared.document;
    let (texts, ways, forecast) = (
        &words.texts().fields,
        &words.texts().ways,
        &words.explorer().forecast,
    );
    let opening = match document.opening {
        Opening::Steady => texts.steady,
        Opening::Empty => texts.empty,
        Opening::Counts => texts.counts,
    };
    let start = month_year(words.locale, document.start.year(), document.start.number());
    let extra = state.comparison.leads.totals.leads - state.comparison.baseline.totals.leads;
    let stage = stage_name(words, document, state.pair.stage);
    let fix = [&*stage, " → ", &words.percent(state.pair.to.get())].concat();
    let leads = words.units(extra / document.months.get());
    let seed = words.whole(state.view().seed.get());
    let first = texts.start.split(" (").next().unwrap_or_default();
    let lines = [
        (texts.months, words.whole(document.months.get())),
        (first, start),
        (texts.currency, document.currency.code().to_owned()),
        (texts.opening, opening.to_owned()),
        (
            ways.compare_by,
            words.objective_name(state.view().objective).to_owned(),
        ),
        (ways.fix, fix),
        (ways.extra_leads, leads),
        (
            forecast.trials,
            words.whole(f64::from(state.view().trials.whole())),
        ),
    ];
    let lines = lines.map(|(name, value)| (name.to_owned(), vec![value]));
    let seed = forecast.seed(&seed);
    let seed = seed
        .split_once(": ")
        .map(|(name, seed)| (name.to_owned(), vec![seed.to_owned()]));
    lines.into_iter().chain(seed).collect()
}

fn deal(words: Words, document: &Document) -> Vec<Line> {
    let texts = &words.texts().fields;
    let billing = match document.deal.billing.kind() {
        BillingKind::OneOff => texts.one_off,
        BillingKind::Recurring => texts.recurring,
    };
    let fields = DealField::ALL.into_iter().map(Field::Deal);
    let lines = fields.filter_map(|field| {
        let value = value(words, document, field)?;
        Some((label(words, field, document).to_owned(), vec![value]))
    });
    let billing = (texts.billing.to_owned(), vec![billing.to_owned()]);
    std::iter::once(billing).chain(lines).collect()
}

fn channels(words: Words, document: &Document) -> Html {
    const MAIN: [ChannelField; 3] = [
        ChannelField::LeadsPerMonth,
        ChannelField::CostPerLead,
        ChannelField::FixedCostPerMonth,
    ];
    let texts = &words.explorer().report;
    let of = |at: usize| {
        let (main, others) = parted(words, document, &MAIN, &ChannelField::ALL, |field| {
            Field::Channel(at, field)
        });
        let seasons = document
            .channels
            .get(at)
            .and_then(|channel| channel.seasonality);
        let seasons = seasons.map(|factors| {
            let factors = factors.map(|factor| words.said(Unit::Plain, factor.get()));
            texts.seasons(&factors.join("; "))
        });
        let others = others.into_iter().chain(seasons).collect::<Vec<_>>();
        let cells = main.into_iter().chain([others.join("; ")]);
        (channel_name(words, document, at), cells.collect())
    };
    let heads = MAIN.map(|field| label(words, Field::Channel(0, field), document));
    let heads: Vec<&str> = heads.into_iter().chain([texts.more]).collect();
    let lines = (0..document.channels.len()).map(of).collect();
    table(texts.channels, &heads, lines)
}

fn stages(words: Words, document: &Document, view: &View) -> Html {
    const MAIN: [StageField; 4] = [
        StageField::Conversion,
        StageField::DaysMean,
        StageField::CapacityPerMonth,
        StageField::CostPerUnit,
    ];
    let texts = &words.explorer().report;
    let fields = &words.texts().fields;
    let of = |at: usize| {
        let (main, mut others) = parted(words, document, &MAIN, &StageField::ALL, |field| {
            Field::Stage(at, field)
        });
        let waiting = document.stages.get(at).map(|stage| stage.waiting.order);
        if waiting == Some(WaitingOrder::NewestFirst) {
            others.push([fields.order, ": ", fields.newest_first].concat());
        }
        if let Some(price) = view.stages.price(at) {
            others.push([words.explorer().leaks.price, ": ", &words.money(price)].concat());
        }
        let cells = main.into_iter().chain([others.join("; ")]);
        (stage_name(words, document, at), cells.collect())
    };
    let heads = MAIN.map(|field| label(words, Field::Stage(0, field), document));
    let heads: Vec<&str> = heads.into_iter().chain([texts.more]).collect();
    let lines = (0..document.stages.len()).map(of).collect();
    table(texts.stages, &heads, lines)
}

/// The values of the `main` fields, and those of the others with their names.
fn parted<F: Copy + PartialEq>(
    words: Words,
    document: &Document,
    main: &[F],
    all: &[F],
    field: impl Fn(F) -> Field,
) -> (Vec<String>, Vec<String>) {
    let said = |of: &F| value(words, document, field(*of));
    let values = main
        .iter()
        .map(|of| said(of).unwrap_or_else(|| "–".to_owned()));
    let others = all.iter().filter(|of| !main.contains(of));
    let others = others.filter_map(|of| {
        let name = label(words, field(*of), document);
        Some([name, ": ", &said(of)?].concat())
    });
    (values.collect(), others.collect())
}

/// What a field holds, however sure it is; nothing where it is switched off.
fn value(words: Words, document: &Document, field: Field) -> Option<String> {
    let unit = Unit::of(field);
    Some(match field.spread(document)? {
        Spread::Exactly(value) => words.said(unit, value),
        Spread::Between { low, high } => range(
            words.locale,
            &words.said(unit, low),
            &words.said(unit, high),
        ),
        Spread::Counted { advanced, of } => {
            counted(words.locale, &words.whole(advanced), &words.whole(of))
        }
    })
}
