//! A goal: how likely it is, what each lever alone would have to be, and the cheapest plan as a goal to agree on.

mod alone;
mod months;
mod plans;

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::panel::NotedBox;
use super::picture::figure;
use super::spent::price_boxes;
use crate::i18n::explorer::arguments::goal as with;
use crate::i18n::{month_year, percent};
use crate::insights::GoalAnswer;
use crate::model::{Document, GoalMeasure, PlanField, View, ViewField};
use crate::state::Action;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::opens::opens_sentence;
use crate::ui::words::{Unit, Words};
use alone::alone;
use months::{by_month, picture};
use plans::plans;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct GoalProps {
    pub words: Words,
    pub found: Found<GoalAnswer>,
    pub view: View,
    pub dispatch: Callback<Action>,
}

/// What is in the panel.
pub(super) struct GoalPanel;

impl Component for GoalPanel {
    type Message = ();
    type Properties = GoalProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let GoalProps { words, found, .. } = props;
        let answer = &*found.value;
        let texts = &words.explorer().goal;
        let is_there = answer.expected >= answer.goal.amount;
        let name = measure_name(*words, answer.goal.measure);
        let caption = html! { <><b>{ name }</b>{ " " }{ texts.summed_up }</> };
        let (drawing, table) = (picture(*words, found), by_month(*words, found));
        let figure = figure(*words, Exhibit::Goal, caption, drawing, table);
        html! {
            <div data-fact="goal" data-value={answer.chance.to_string()}>
                { wanted(props) }
                <p class="finding">{ as_things_are(*words, found) }{ " " }{ chance(*words, answer, answer.chance) }</p>
                if !is_there {
                    <h3>{ texts.agreed }</h3>
                    { plans(*words, found) }
                }
                { figure }
                if !is_there {
                    { alone(*words, found) }
                    { price_boxes(*words, &found.document, &props.view, &answer.prices, &props.dispatch) }
                }
            </div>
        }
    }
}

fn measure_name(words: Words, measure: GoalMeasure) -> &'static str {
    let texts = &words.explorer().table;
    match measure {
        GoalMeasure::Won => texts.won,
        GoalMeasure::Bookings => texts.bookings,
        GoalMeasure::Cash => texts.cash,
    }
}

fn said(words: Words, measure: GoalMeasure, amount: f64) -> String {
    match measure {
        GoalMeasure::Won => words.units(amount),
        GoalMeasure::Bookings | GoalMeasure::Cash => words.money(amount),
    }
}

fn month_name(words: Words, document: &Document, month: u32) -> String {
    let month = document.start.plus(month);
    month_year(words.locale, month.year(), month.number())
}

/// What is to be reached by when.
fn wanted(props: &GoalProps) -> Html {
    let GoalProps {
        words,
        found,
        view,
        dispatch,
    } = props;
    let (words, goal) = (*words, found.value.goal);
    let texts = &words.explorer().goal;
    let measures = GoalMeasure::all().iter();
    let measures: Vec<Entry> = measures
        .map(|measure| Entry::new(measure.id(), measure_name(words, *measure)))
        .collect();
    let months: Vec<Entry> = (0..found.document.months.whole())
        .map(|month| Entry::new(month.to_string(), month_name(words, &found.document, month)))
        .collect();
    let change = |change: fn(&mut View, &str)| {
        let (view, dispatch) = (view.clone(), dispatch.clone());
        move |chosen: String| {
            let mut view = view.clone();
            change(&mut view, &chosen);
            dispatch.emit(Action::SetView(Box::new(view)));
        }
    };
    let measure = change(|view, chosen| {
        // An amount of deals is none of money.
        let chosen = GoalMeasure::from_id(chosen).unwrap_or_default();
        let was_money = view.plans.measure != GoalMeasure::Won;
        if was_money != (chosen != GoalMeasure::Won) {
            view.plans.set(PlanField::GoalAmount, None);
        }
        view.plans.measure = chosen;
    });
    let month = change(|view, chosen| view.plans.set(PlanField::GoalMonth, chosen.parse().ok()));
    let amount = NotedBox {
        field: ViewField::Planned(PlanField::GoalAmount),
        unit: match goal.measure {
            GoalMeasure::Won => Unit::Plain,
            GoalMeasure::Bookings | GoalMeasure::Cash => Unit::Money,
        },
        label: texts.amount.into(),
        of: "".into(),
        value: view.plans.get(PlanField::GoalAmount),
        default: goal.amount,
    };
    html! {
        <div class="panel-fields">
            { choice("goal.measure", texts.measure, "", &measures, goal.measure.id(), measure) }
            { amount.view(words, dispatch) }
            { choice("goal.month", texts.month, "", &months, &goal.month.to_string(), month) }
        </div>
    }
}

fn as_things_are(words: Words, found: &Found<GoalAnswer>) -> Html {
    let texts = &words.explorer().goal;
    let (answer, goal) = (&found.value, found.value.goal);
    let first = texts.as_is(with::AsIs {
        measure: measure_name(words, goal.measure),
        month: &month_name(words, &found.document, goal.month),
        expected: &said(words, goal.measure, answer.expected),
        amount: &said(words, goal.measure, goal.amount),
    });
    let when = match answer.expected_in {
        Some(month) => texts.expected_in(&month_name(words, &found.document, month)),
        None => texts.not_within.to_owned(),
    };
    html! {
        <>
            { first }{ " " }{ opens_sentence(words.texts().page.how, &reached(answer, &[]), texts.amount) }{ " " }{ when }
        </>
    }
}

/// The share of the trials, which opens.
fn chance(words: Words, answer: &GoalAnswer, share: f64) -> Html {
    let texts = &words.explorer().goal;
    let text = texts.chance(&percent(words.locale, share, 0));
    let name = trials(answer, share);
    html! { <>{ text }{ " " }{ opens_sentence(words.texts().page.how, &name, texts.amount) }</> }
}

fn trials(answer: &GoalAnswer, share: f64) -> String {
    let trials = answer.trials;
    let reaching = libm::round(share * f64::from(trials)).to_string();
    ["trialsReaching[", &reaching, "of", &trials.to_string(), "]"].concat()
}

/// The name of what is reached by the goal's month, with what is spent.
fn reached(answer: &GoalAnswer, changes: &[String]) -> String {
    let of = ["total.", answer.goal.measure.id(), "@months="].concat();
    let months = (answer.goal.month + 1).to_string();
    let mut name = [of, months].concat();
    for change in changes {
        name = [&name, "&", change].concat();
    }
    name
}
