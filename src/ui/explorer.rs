//! What can be explored under the answer: a program of its own, which is told of the first screen's state by
//! messages and sends back what is changed here.

mod asked;
mod benchmark_words;
mod benchmarks;
mod break_even;
mod budget;
mod chance;
mod currency;
mod customer_changes;
mod customer_value;
mod dialog;
mod drawn;
mod embedding;
mod exhibit;
mod exports;
mod figures;
mod figures_of_panels;
mod findings;
mod fix_or_buy;
mod flips;
mod forecast;
mod formula;
mod goal;
mod keys;
mod leaks;
mod map;
mod names;
mod notes;
mod open_ages;
mod open_pipeline;
mod opening;
mod outcome;
mod panel;
mod payback;
mod picture;
mod pieces;
mod points;
mod problem_words;
mod published;
mod reach;
mod report;
mod saving;
mod scenarios;
mod sections;
mod spent;
mod steps;
mod table;
mod taken;
mod telling;
mod time_to_revenue;
mod tornado;
mod why;

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::Locale;
use crate::insights::{Assumption, Certainty, Comparison, Opened, Way};
use crate::model::{Document, Number, Pair, Panel, ScenarioEdit, View};
use crate::platform::{
    self, ChosenFile, Drops, Host, Keys, Listener, Message, Part, Port, PrintedPage, Timer,
};
use crate::runner::{Details, Exploration, Runner};
use crate::share::Shared;
use crate::state::{Action, AppState, Gesture, SliderRange};
use crate::ui::app::undo_key;
use crate::ui::languages::with_all_texts;
use crate::ui::words::Words;
use asked::Ask;
use benchmarks::BenchmarksPanel;
use break_even::BreakEvenPanel;
use budget::BudgetPanel;
use currency::currency;
use customer_value::CustomerValuePanel;
use embedding::Embedding;
use exports::Work;
use findings::Findings;
use fix_or_buy::{Compared, FixOrBuyPanel};
use flips::FlipsPanel;
use forecast::Forecasted;
use formula::Shown;
use goal::GoalPanel;
use leaks::LeaksPanel;
use map::MapPanel;
use notes::Notes;
use open_pipeline::OpenPipelinePanel;
use outcome::Heard;
use panel::Headings;
use saving::Given;
use table::Table;
use telling::Change;
use tornado::TornadoPanel;
use why::WhyPanel;

/// What the explorer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplorerProps {
    /// Who the widget is on.
    pub host: Host,
    /// The way to the first screen.
    pub port: Port,
}

/// What happens to the explorer.
pub enum Msg {
    /// The first screen tells something.
    Told(Message),
    /// Something is changed here.
    Change(Change),
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
    /// A panel is opened or closed.
    Toggle(Panel),
    /// A panel is wanted, be it open or not.
    Reveal(Panel),
    /// The list of keys is opened or closed.
    Keys(bool),
    /// Back to the answer.
    Answer,
    /// A file is given to be opened.
    File(ChosenFile),
    /// What is in the file of this name; nothing where it cannot be read.
    Read(String, Option<Vec<u8>>),
    /// The page around asks for something.
    Asked(Ask),
    /// A panel is open for that, and closed again.
    Lend(Panel),
    /// See above.
    TakeBack,
}

/// What can be explored under the answer.
pub struct Explorer {
    /// Nothing is shown before there is something to show.
    state: Option<State>,
    /// The number of the last change that was sent; 0 before the first.
    sent: f64,
    /// The changes, after their numbers, of which the first screen has not said yet that it has taken them.
    pending: Vec<(f64, Change)>,
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
    headings: Headings,
    /// What the page around has heard last of the answer.
    heard: Option<Heard>,
    /// What it still asks for, and the panels that are open only for that.
    asked: Vec<Ask>,
    lent: Vec<Panel>,
    root: NodeRef,
    keys: Option<Keys>,
    keys_are_open: bool,
    /// The panel to lead to once it is drawn.
    revealed: Option<Panel>,
    slice: Option<Timer>,
    /// What has become of the last file, and whether to lead there.
    given: Option<Given>,
    refused: bool,
    alert: NodeRef,
    drops: Option<Drops>,
    printed: Option<PrintedPage>,
    dispatch: Callback<Action>,
    edit: Callback<(ScenarioEdit, Gesture)>,
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
            sent: 0.0,
            pending: Vec::new(),
            locale: Locale::En,
            wanted: Locale::En,
            runner: Runner::default(),
            exploration: Exploration::default(),
            findings: Findings::default(),
            opened: None,
            assumed: Vec::new(),
            headings: Headings::default(),
            heard: None,
            asked: Vec::new(),
            lent: Vec::new(),
            root: NodeRef::default(),
            keys: None,
            keys_are_open: false,
            revealed: None,
            slice: None,
            given: None,
            refused: false,
            alert: NodeRef::default(),
            drops: None,
            printed: None,
            dispatch: context
                .link()
                .callback(|action| Msg::Change(Change::Act(action))),
            edit: context
                .link()
                .callback(|(edit, gesture)| Msg::Change(Change::Scenarios(edit, gesture))),
            _listener: listener,
        }
    }

    /// Another host has another widget; nothing of this one stays.
    fn changed(&mut self, context: &Context<Self>, _: &ExplorerProps) -> bool {
        *self = <Self as Component>::create(context);
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Told(message) => self.told(context, &message),
            Msg::Change(change) => self.take(context, change),
            Msg::Slice => self.work(context),
            Msg::Texts(locale) => self.speak(context, locale),
            Msg::Open(name) => self.open(&name),
            Msg::Way(way) => self.open_of(way),
            Msg::Close => self.close(),
            Msg::Toggle(panel) => self.toggle(context, panel),
            Msg::Reveal(panel) => self.reveal(context, panel),
            Msg::Keys(open) => std::mem::replace(&mut self.keys_are_open, open) != open,
            Msg::Answer => self.lead_back(),
            Msg::File(file) => self.given(context, &file),
            Msg::Read(name, bytes) => self.read(context, name, bytes),
            Msg::Asked(ask) => {
                self.asked.push(ask);
                true
            }
            Msg::Lend(panel) => self.lend(context, panel),
            Msg::TakeBack => self.take_back(context),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.listen_to_keys(context);
        self.lead_there();
        self.listen_around(context);
        self.answer_asked(context);
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
        let work = self.work_of(context, state);
        html! {
            <ContextProvider<Work> context={work}>
            <div class="pl" ref={self.root.clone()} lang={self.locale.tag()} onkeydown={step}
                onclick={context.link().batch_callback(|event: MouseEvent| platform::opened_by(&event).map(Msg::Open))}>
                <div class="pl-page explorer" data-generation={state.generation.to_string()}
                    data-found={self.findings.complete_for.map(|generation| generation.to_string())}>
                    { report::beginning(words, state) }
                    { self.panel_list(context, state, words) }
                    <div>{ self.sections(context, state, words) }</div>
                </div>
                { self.formula(context, state, words) }
                { self.key_list(context, words) }
            </div>
            </ContextProvider<Work>>
        }
    }
}

impl Explorer {
    /// Who offers its own files to other pages says where they are.
    fn embedding(&self, context: &Context<Self>, state: &State, words: Words) -> Option<Html> {
        let host = context.props().host.clone();
        host.text("release")?;
        let shared = state.shared.clone();
        Some(html! { <Embedding {words} {host} {shared} /> })
    }

    /// Whose pictures and tables are shown.
    fn work_of(&self, context: &Context<Self>, state: &State) -> Work {
        Work {
            words: self.words(state),
            title: state.shared.document.title.clone().into(),
            host: context.props().host.clone(),
        }
    }

    fn words(&self, state: &State) -> Words {
        Words {
            locale: self.locale,
            currency: state.shared.document.currency,
        }
    }

    fn speak(&mut self, context: &Context<Self>, locale: Locale) -> bool {
        let can = locale == self.wanted && locale.is_known() && locale.explorer_is_known();
        if can {
            self.locale = locale;
            self.tell_outcome(context);
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
