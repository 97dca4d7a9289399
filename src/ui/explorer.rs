//! What can be explored under the answer: a program of its own, which is told of the first screen's state by
//! messages and sends back what is changed here.

mod chance;
mod findings;
mod forecast;
mod names;
mod notes;
mod reach;
mod table;
mod telling;
mod tornado;

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::Locale;
use crate::insights::Certainty;
use crate::model::{Document, View};
use crate::platform::{self, Listener, Message, Part, Port, Timer};
use crate::runner::{Details, Exploration, Runner};
use crate::share::Shared;
use crate::state::{Action, AppState, Gesture, SliderRange};
use crate::ui::app::undo_key;
use crate::ui::languages::with_all_texts;
use crate::ui::words::Words;
use findings::Findings;
use forecast::Forecasted;
use notes::Notes;
use table::Table;
use tornado::TornadoPanel;

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
            <div class="pl" lang={self.locale.tag()} onkeydown={step}>
                <div class="pl-page explorer" data-generation={state.generation.to_string()}
                    data-found={self.findings.complete_for.map(|generation| generation.to_string())}>
                    { self.found(words) }
                    { self.chance(state, words) }
                    <Table {words} details={state.details} months={state.shared.document.months.get()} generation={state.generation} />
                </div>
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
    fn found(&self, words: Words) -> Html {
        let Findings {
            notes,
            same_step,
            own_uncertainty,
            ..
        } = &self.findings;
        let notes = notes
            .clone()
            .map(|found| html! { <Notes {words} {found} /> });
        let both = same_step.clone().zip(own_uncertainty.clone());
        let tornado = both.map(|(same_step, own_uncertainty)| {
            html! { <TornadoPanel {words} {same_step} {own_uncertainty} /> }
        });
        html! { <>{ for notes }{ for tornado }</> }
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
    fn certainty(&self) -> Option<&Certainty> {
        let forecasted = self.forecasted.as_ref()?;
        (forecasted.generation.to_bits() == self.generation.to_bits())
            .then_some(&*forecasted.certainty)
    }
}
