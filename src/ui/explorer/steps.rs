//! The usual steps of shortening the time to revenue: what each moves, boxes for its effect and its price, and what
//! it brings.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::{field_name, field_value, gained};
use super::picture::figure;
use super::pieces::month;
use crate::i18n::explorer::arguments::steps as with;
use crate::i18n::{duration_days, list};
use crate::insights::{DEFAULT_EFFECT, Idle, Moved, StepGain, Steps};
use crate::model::{Document, PlanField, Spread, Step, StepField, ViewField};
use crate::share::Shared;
use crate::state::Action;
use crate::ui::charts::waterfall::{Fall, waterfall};
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::{opens, opens_cell};
use crate::ui::controls::target::Target;
use crate::ui::words::{Unit, Words};

/// So many of the numbers that a step moves are shown.
const SHOWN: usize = 4;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StepsProps {
    pub words: Words,
    pub found: Found<Steps>,
    /// The document and what is planned, as they are now.
    pub shared: Shared,
    pub dispatch: Callback<Action>,
}

/// Their ranking as a sentence and a picture, then each of them in the order in which a lead meets them: boxes must
/// not move away from under who types in them.
pub(super) struct StepsList;

impl Component for StepsList {
    type Message = ();
    type Properties = StepsProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (words, found) = (props.words, &props.found);
        let texts = &words.explorer().steps;
        let steps = Step::all().iter().enumerate();
        let steps = steps.filter_map(|(at, step)| {
            let mut gains = found.value.gains.iter();
            let gain = gains.find(|gain| gain.step == *step)?;
            Some(entry(props, at, gain))
        });
        let best = found.value.first().first();
        html! {
            <section class="steps" aria-labelledby="steps-title" data-fact="steps" data-value={best.map(|gain| gain.step.id())}>
                <h3 id="steps-title">{ texts.title }</h3>
                <p class="finding">{ answer(words, found) }</p>
                <p class="note">{ texts.remark }</p>
                { figure(words, Exhibit::Steps, html! { <b>{ texts.over }</b> }, picture(words, found), table(words, found)) }
                <ul>{ for steps }</ul>
            </section>
        }
    }
}

fn answer(words: Words, found: &Found<Steps>) -> String {
    let texts = &words.explorer().steps;
    let Some((best, ties)) = found.value.first().split_first() else {
        return texts.nothing.to_owned();
    };
    let mut answer = texts.answer(with::Answer {
        step: &words.quoted(name(words, best.step).0),
        profit: &words.short_money(best.profit),
    });
    if !ties.is_empty() {
        let names = ties
            .iter()
            .map(|gain| words.quoted(name(words, gain.step).0));
        let names: Vec<String> = names.collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        answer = [answer, texts.tie(&list(words.locale, &names))].join(" ");
    }
    answer
}

/// What each brings in profit, most first.
fn picture(words: Words, found: &Found<Steps>) -> Html {
    let bars: Vec<Fall> = found
        .value
        .gains
        .iter()
        .map(|gain| Fall {
            name: name(words, gain.step).0.to_owned(),
            value: gain.profit,
            said: gained(words.short_money(gain.profit)),
            is_total: true,
        })
        .collect();
    waterfall(&bars)
}

/// The same, with what else it brings.
fn table(words: Words, found: &Found<Steps>) -> Html {
    let (texts, heads) = (&words.explorer().steps, &words.explorer().table);
    let rows = found.value.gains.iter().map(|gain| {
        // Below, they are in the order in which a lead meets them.
        let place = Step::all().iter().position(|step| *step == gain.step);
        let opened = ["step[", &place.unwrap_or_default().to_string(), "]"].concat();
        let cells = [
            (heads.profit, gained(words.short_money(gain.profit))),
            (heads.won, gained(words.units(gain.won))),
            (heads.cash, gained(words.short_money(gain.cash))),
            (texts.days, duration_days(words.locale, gain.days)),
        ];
        let cells = cells.map(
            |(head, text)| html! { <td role="cell" key={head}>{ opens_cell(&opened, text) }</td> },
        );
        html! {
            <tr role="row" key={gain.step.id()}>
                <th role="rowheader" scope="row">{ name(words, gain.step).0 }</th>
                { for cells }
            </tr>
        }
    });
    let heads = [heads.profit, heads.won, heads.cash, texts.days];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    html! {
        <table role="table" class="steps-table">
            <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

/// What a step is called, and what it moves, in plain words.
fn name(words: Words, step: Step) -> (&'static str, &'static str) {
    let texts = &words.explorer().steps;
    match step {
        Step::BetterLeads => (texts.better_leads, texts.better_leads_moves),
        Step::DefinedStages => (texts.defined_stages, texts.defined_stages_moves),
        Step::Qualifying => (texts.qualifying, texts.qualifying_moves),
        Step::Nurturing => (texts.nurturing, texts.nurturing_moves),
        Step::TailoredOffers => (texts.tailored_offers, texts.tailored_offers_moves),
        Step::Audits => (texts.audits, texts.audits_moves),
        Step::Onboarding => (texts.onboarding, texts.onboarding_moves),
        Step::Delivery => (texts.delivery, texts.delivery_moves),
        Step::Reporting => (texts.reporting, texts.reporting_moves),
        Step::Invoicing => (texts.invoicing, texts.invoicing_moves),
    }
}

fn entry(props: &StepsProps, at: usize, gain: &StepGain) -> Html {
    let (words, document) = (props.words, &props.found.document);
    let (name, moves) = name(words, gain.step);
    let moved = gain.moved.iter().take(SHOWN).enumerate();
    let moved =
        moved.map(|(at, moved)| html! { <li key={at}>{ said(words, document, moved) }</li> });
    let rest = (gain.moved.len() > SHOWN).then(|| html! { <li key="rest">{ "…" }</li> });
    // What changes nothing has no effect to enter yet.
    let shown = gain.idle.is_none() || is_planned(props, gain.step);
    let idle = gain
        .idle
        .map(|idle| html! { <p>{ why(words, document, idle) }</p> });
    html! {
        <li key={gain.step.id()} data-step={gain.step.id()}>
            <div>
                <h4>{ name }</h4>
                <p class="note">{ moves }</p>
                { idle.unwrap_or_default() }
                <ul class="moved">{ for moved }{ for rest }</ul>
            </div>
            if shown { { boxes(props, gain.step, name) } }
            if shown { { brings(words, document, at, gain) } }
        </li>
    }
}

/// A number that is moved: its name, what it is, and what it becomes.
fn said(words: Words, document: &Document, moved: &Moved) -> String {
    let name = field_name(words, document, moved.field);
    let value = |value| field_value(words, moved.field, value);
    [&name, ": ", &value(moved.from), " → ", &value(moved.to)].concat()
}

fn why(words: Words, document: &Document, idle: Idle) -> String {
    let texts = &words.explorer().steps;
    match idle {
        Idle::Needs(field) => texts.needs(&field_name(words, document, field)),
        Idle::OtherBilling => texts.other_billing.to_owned(),
        Idle::NothingLeft => texts.nothing_left.to_owned(),
    }
}

fn boxes(props: &StepsProps, step: Step, name: &'static str) -> Html {
    let words = props.words;
    let texts = &words.explorer().steps;
    let boxes = [
        (
            StepField::Effect,
            Unit::Percent,
            texts.effect,
            DEFAULT_EFFECT,
        ),
        (StepField::OneOffCost, Unit::Money, texts.once, 0.0),
        (StepField::CostPerMonth, Unit::Money, texts.monthly, 0.0),
    ];
    let boxes = boxes.map(|(field, unit, label, default)| {
        let field = PlanField::Step(step, field);
        let taken = words.typed(unit, Spread::Exactly(default));
        // The remark above says that what stands in empty boxes is a default.
        let otherwise = Some((taken.into(), AttrValue::default()));
        html! {
            <NumberControl key={label} target={Target::View(ViewField::Planned(field))} {words} {unit} {label} of={name}
                value={props.shared.view.plans.get(field)} {otherwise} dispatch={props.dispatch.clone()} />
        }
    });
    html! { <div class="step-fields">{ for boxes }</div> }
}

/// Whether anything is planned beside a step.
fn is_planned(props: &StepsProps, step: Step) -> bool {
    let plans = &props.shared.view.plans;
    let mut fields = StepField::ALL.iter();
    fields.any(|field| plans.get(PlanField::Step(step, *field)).is_some())
}

fn brings(words: Words, document: &Document, at: usize, gain: &StepGain) -> Html {
    let (texts, table) = (&words.explorer().steps, &words.explorer().table);
    let opened = ["step[", &at.to_string(), "]"].concat();
    let payback = month(words, document, gain.payback);
    let days = duration_days(words.locale, gain.days);
    let loses = gain.profit < 0.0;
    let payback = payback.or(loses.then(|| texts.never.to_owned()));
    let payback = payback.unwrap_or_else(|| "–".to_owned());
    let profit = gained(words.short_money(gain.profit));
    let rows = [
        (table.profit, opens("", &opened, Some(gain.profit), profit)),
        (
            table.won,
            opens_cell(&opened, gained(words.units(gain.won))),
        ),
        (
            table.cash,
            opens_cell(&opened, gained(words.short_money(gain.cash))),
        ),
        (texts.days, opens_cell(&opened, days)),
        (
            words.explorer().panels.payback,
            opens_cell(&opened, payback),
        ),
    ];
    let rows = rows.map(|(name, value)| {
        html! { <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div> }
    });
    html! { <dl>{ for rows }</dl> }
}
