//! What can be explored under the answer: a program of its own, which is told of the first screen's state by
//! messages and sends back what is changed here.

mod benchmark_words;
mod benchmarks;
mod break_even;
mod chance;
mod figures;
mod findings;
mod fix_or_buy;
mod flips;
mod forecast;
mod formula;
mod leaks;
mod map;
mod names;
mod notes;
mod opening;
mod published;
mod reach;
mod table;
mod telling;
mod tornado;
mod why;

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::Locale;
use crate::insights::{Assumption, Certainty, Comparison, Opened, Way};
use crate::model::{Document, Number, Pair, View};
use crate::platform::{self, Listener, Message, Part, Port, Timer};
use crate::runner::{Details, Exploration, Runner};
use crate::share::Shared;
use crate::state::{Action, AppState, Gesture, SliderRange};
use crate::ui::app::undo_key;
use crate::ui::languages::with_all_texts;
use crate::ui::words::Words;
use benchmarks::BenchmarksPanel;
use break_even::BreakEvenPanel;
use findings::Findings;
use fix_or_buy::{Compared, FixOrBuyPanel};
use flips::FlipsPanel;
use forecast::Forecasted;
use formula::Shown;
use leaks::LeaksPanel;
use map::MapPanel;
use notes::Notes;
use table::Table;
use tornado::TornadoPanel;
use why::WhyPanel;

/// What the explorer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplorerProps {
    /// The way to the first screen.
    pub port: Port,
}

/// What happens to the explorer.
pub enum Msg {
    /// The first screen tells something.
    Told(Message),
    /// Something is changed here.
    Act(Action),
    /// Time to find out more.
    Slice,
    /// The texts of a language are there, or cannot be had.
    Texts(Locale),
    /// A number is pressed, by its name.
    Open(String),
    /// The formula is shown for another run.
    Way(Way),
    /// The formula is closed.
    Close,
}

/// What can be explored under the answer.
pub struct Explorer {
    /// Nothing is shown before there is something to show.
    state: Option<State>,
    /// The language that is spoken, and the one that the first screen speaks.
    locale: Locale,
    wanted: Locale,
    runner: Runner,
    exploration: Exploration,
    findings: Findings,
    /// The number that is open, and its formula.
    opened: Option<(Opened, Shown)>,
    /// What is assumed for it.
    assumed: Vec<Assumption>,
    slice: Option<Timer>,
    dispatch: Callback<Action>,
    _listener: Listener,
}

/// What is on the first screen, and what follows from it.
struct State {
    generation: f64,
    shared: Shared,
    /// The same document, for findings to hold on to.
    document: Rc<Document>,
    /// What is compared, also where the answers have chosen it.
    pair: Pair,
    comparison: Rc<Comparison>,
    details: Details,
    /// What the trials said last.
    forecasted: Option<Forecasted>,
    /// How many trials have been played and how many there shall be, where that takes long.
    progress: Option<(f64, f64)>,
    /// What the target's slider covers, and whether it is being moved.
    target: Option<SliderRange>,
    is_moving: bool,
}

impl Component for Explorer {
    type Message = Msg;
    type Properties = ExplorerProps;

    fn create(context: &Context<Self>) -> Self {
        let link = context.link().clone();
        let listener = context
            .props()
            .port
            .listen(move |message| link.send_message(Msg::Told(message)));
        Self {
            state: None,
            locale: Locale::En,
            wanted: Locale::En,
            runner: Runner::default(),
            exploration: Exploration::default(),
            findings: Findings::default(),
            opened: None,
            assumed: Vec::new(),
            slice: None,
            dispatch: context.link().callback(Msg::Act),
            _listener: listener,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Told(message) => self.told(context, &message),
            Msg::Act(action) => self.take(context, &action),
            Msg::Slice => self.work(context),
            Msg::Texts(locale) => self.speak(locale),
            Msg::Open(name) => self.open(&name),
            Msg::Way(way) => self.open_of(way),
            Msg::Close => self.close(),
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Some(state) = &self.state else {
            return Html::default();
        };
        let words = self.words(state);
        let port = context.props().port.clone();
        let step = move |event: KeyboardEvent| match undo_key(&event) {
            Some(Action::Undo) => port.post(&[("step", Part::Number(-1.0))]),
            Some(_) => port.post(&[("step", Part::Number(1.0))]),
            None => {}
        };
        html! {
            <div class="pl" lang={self.locale.tag()} onkeydown={step}
                onclick={context.link().batch_callback(|event: MouseEvent| platform::opened_by(&event).map(Msg::Open))}>
                <div class="pl-page explorer" data-generation={state.generation.to_string()}
                    data-found={self.findings.complete_for.map(|generation| generation.to_string())}>
                    { self.found(state, words) }
                    { self.chance(state, words) }
                    <Table {words} details={state.details} months={state.shared.document.months.get()} generation={state.generation} />
                </div>
                { self.formula(context, state, words) }
            </div>
        }
    }
}

impl Explorer {
    fn words(&self, state: &State) -> Words {
        Words {
            locale: self.locale,
            currency: state.shared.document.currency,
        }
    }

    /// What was found out, as far as it is there.
    fn found(&self, state: &State, words: Words) -> Html {
        let view = state.view();
        let dispatch = &self.dispatch;
        let Findings {
            notes,
            all_pairs,
            why,
            leaks,
            held,
            flips,
            break_even,
            map,
            same_step,
            own_uncertainty,
            ..
        } = &self.findings;
        let notes = notes.clone().map(|found| {
            let cycle_days = view.cycle_days.map(Number::get);
            html! { <Notes {words} {found} {cycle_days} dispatch={dispatch.clone()} /> }
        });
        let compared = state.compared();
        let fix_or_buy = all_pairs
            .clone()
            .map(|found| html! { <FixOrBuyPanel {words} {compared} {found} /> });
        let both = same_step.clone().zip(own_uncertainty.clone());
        let tornado = both.map(|(same_step, own_uncertainty)| {
            html! { <TornadoPanel {words} {same_step} {own_uncertainty} /> }
        });
        let why = why
            .clone()
            .map(|found| html! { <WhyPanel {words} {found} /> });
        let leaks = leaks.clone().map(|found| {
            let notes = view.stages.clone();
            html! { <LeaksPanel {words} {found} {notes} dispatch={dispatch.clone()} /> }
        });
        let benchmarks = held.clone().map(|found| {
            let shared = state.shared.clone();
            html! { <BenchmarksPanel {words} {found} {shared} dispatch={dispatch.clone()} /> }
        });
        let flips = flips
            .clone()
            .map(|found| html! { <FlipsPanel {words} {found} /> });
        let break_even = break_even
            .clone()
            .map(|found| html! { <BreakEvenPanel {words} {found} /> });
        let map = map
            .clone()
            .map(|found| html! { <MapPanel {words} {found} /> });
        html! {
            <>
                { for notes }
                { for fix_or_buy }
                { for flips }
                { for why }
                { for leaks }
                { for benchmarks }
                { for break_even }
                { for map }
                { for tornado }
            </>
        }
    }

    fn speak(&mut self, locale: Locale) -> bool {
        let can = locale == self.wanted && locale.is_known() && locale.explorer_is_known();
        if can {
            self.locale = locale;
        }
        can
    }
}

impl State {
    fn view(&self) -> &View {
        &self.shared.view
    }

    /// What the trials say of the present state, once they do.
    fn certainty(&self) -> Option<&Rc<Certainty>> {
        let forecasted = self.forecasted.as_ref()?;
        (forecasted.generation.to_bits() == self.generation.to_bits())
            .then_some(&forecasted.certainty)
    }

    fn compared(&self) -> Compared {
        Compared {
            document: self.document.clone(),
            comparison: self.comparison.clone(),
            certainty: self.certainty().cloned(),
        }
    }
}
