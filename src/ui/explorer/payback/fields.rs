//! What is planned: a choice of the change, its effect, its costs, and when it starts.

use yew::prelude::*;

use super::{PaybackProps, month_name};
use crate::insights::planned_default;
use crate::model::{DealField, Field, PlanField, PlannedLever, StageField, View, ViewField};
use crate::state::Action;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::explorer::panel::NotedBox;
use crate::ui::panels::labels::label;
use crate::ui::words::Unit;

pub(super) fn fields(props: &PaybackProps) -> Html {
    let (words, plans) = (props.words, &props.view.plans);
    let (texts, steps) = (&words.explorer().payback, &words.explorer().steps);
    let lever = plans.lever;
    let stage = matches!(lever, PlannedLever::Days | PlannedLever::Capacity);
    let effect = match lever {
        PlannedLever::Fix | PlannedLever::Leads => None,
        PlannedLever::Days | PlannedLever::PaymentDays => Some(texts.shorter_by),
        PlannedLever::Capacity | PlannedLever::DealSize => Some(texts.larger_by),
    };
    let effect = effect.map(|label| noted(props, PlanField::Effect, Unit::Percent, label));
    html! {
        <div class="panel-fields">
            { choose_lever(props) }
            if stage { { choose_stage(props) } }
            { effect.unwrap_or_default() }
            { noted(props, PlanField::OneOffCost, Unit::Money, steps.once) }
            { noted(props, PlanField::CostPerMonth, Unit::Money, steps.monthly) }
            { choose_start(props) }
            { noted(props, PlanField::RampMonths, Unit::Plain, texts.ramp) }
        </div>
    }
}

/// A box that may stay empty.
fn noted(props: &PaybackProps, field: PlanField, unit: Unit, label: &'static str) -> Html {
    let noted = NotedBox {
        field: ViewField::Planned(field),
        unit,
        label: label.into(),
        of: props.words.explorer().panels.payback.into(),
        value: props.view.plans.get(field),
        default: planned_default(&props.view, props.found.pair, field),
    };
    noted.view(props.words, &props.dispatch)
}

fn lever_name(props: &PaybackProps, lever: PlannedLever) -> &'static str {
    let (words, document) = (props.words, &*props.found.document);
    let stage = props.view.plans.stage;
    let field = match lever {
        PlannedLever::Fix => return words.texts().ways.fix,
        PlannedLever::Leads => return words.texts().ways.leads,
        PlannedLever::Days => Field::Stage(stage, StageField::DaysMean),
        PlannedLever::Capacity => Field::Stage(stage, StageField::CapacityPerMonth),
        PlannedLever::DealSize => Field::Deal(DealField::Size),
        PlannedLever::PaymentDays => Field::Deal(DealField::PaymentDays),
    };
    label(words, field, document)
}

fn choose_lever(props: &PaybackProps) -> Html {
    let levers = PlannedLever::all().iter();
    let entries: Vec<Entry> = levers
        .map(|lever| Entry::new(lever.id(), lever_name(props, *lever)))
        .collect();
    let chosen = props.view.plans.lever.id();
    let change = changed(props, |view, chosen| {
        view.plans.lever = PlannedLever::from_id(chosen).unwrap_or_default();
    });
    let label = props.words.explorer().payback.lever;
    choice("plan.lever", label, "", &entries, chosen, change)
}

fn choose_stage(props: &PaybackProps) -> Html {
    let stages = props.found.document.stages.iter().enumerate();
    let entries: Vec<Entry> = stages
        .map(|(at, stage)| Entry::new(at.to_string(), stage.name.clone()))
        .collect();
    let chosen = props.view.plans.stage.to_string();
    let change = changed(props, |view, chosen| {
        view.plans.stage = chosen.parse().unwrap_or_default();
    });
    let label = props.words.texts().ways.stage;
    choice("plan.stage", label, "", &entries, &chosen, change)
}

fn choose_start(props: &PaybackProps) -> Html {
    let document = &*props.found.document;
    let field = PlanField::StartMonth;
    let start = props.view.plans.get(field).unwrap_or_default().to_string();
    let months = props.found.value.payback.months.len();
    // A start that a longer horizon was planned with stays to be seen: it is why nothing changes.
    let later = start.parse::<usize>().ok();
    let later = later.filter(|month| *month >= months);
    let entries: Vec<Entry> = (0..months)
        .chain(later)
        .map(|month| Entry::new(month.to_string(), month_name(props.words, document, month)))
        .collect();
    let change = changed(props, |view, chosen| {
        view.plans.set(PlanField::StartMonth, chosen.parse().ok());
    });
    let label = props.words.explorer().payback.start;
    choice("plan.start", label, "", &entries, &start, change)
}

/// What a choice does: it changes the view.
fn changed(props: &PaybackProps, change: fn(&mut View, &str)) -> impl Fn(String) + 'static {
    let (view, dispatch) = (props.view.clone(), props.dispatch.clone());
    move |chosen| {
        let mut view = view.clone();
        change(&mut view, &chosen);
        dispatch.emit(Action::SetView(Box::new(view)));
    }
}
