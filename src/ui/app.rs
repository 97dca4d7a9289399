//! The widget: keeps the state, asks the runner, draws the panels.

mod chance;
mod curves;
mod drawing;
mod explorer;
mod inputs;
mod keeping;
mod keys;
mod link;
mod taking;

use yew::prelude::*;

use chance::Chance;
use drawing::Drawn;
use inputs::Inputs;
pub(in crate::ui) use keys::undo_key;
use link::Asked;

use crate::i18n::Locale;
use crate::insights::{Input, measure};
use crate::model::{ChannelField, DealField, Field, Preset, StageField};
use crate::platform::{self, Address, Focus, Listener, Message, Timer};
use crate::runner::{Answer, CurveRequest, CurveResult, Finished, Runner};
use crate::share::to_link;
use crate::state::{Action, AppState, Gesture, Notice, SliderRange};
use crate::ui::charts::input_curve::Curve;
use crate::ui::panels::headline::Headline;
use crate::ui::panels::visible::{RowId, of_channel, of_deal, of_stage};
use crate::ui::start::{self, AppProps, LINK, Start};
use crate::ui::words::Words;

/// How long curves wait after a change, so that a moving slider is not held up, in milliseconds.
const CURVES_AFTER: u32 = 30;
/// How long a slice of the curves takes at most, in milliseconds.
const SLICE: f64 = 8.0;
/// How long an answer has to stand before it is announced, in milliseconds.
const SETTLED: u32 = 700;
/// How long after a change it is kept in the history, in milliseconds.
const KEEP_AFTER: u32 = 300;
/// How long a state has to stand before the explorer is told of it, in milliseconds: what it does would hold up a
/// moving slider.
const TELL_AFTER: u32 = 200;
/// Points of a curve.
const POINTS: u32 = 24;

/// What happens to the widget.
pub enum Msg {
    /// Something happens to what the app knows.
    Act(Action),
    /// A preset is chosen.
    Preset(Preset),
    /// A language is chosen.
    Language(Locale),
    /// The texts of a language are there, or cannot be had.
    Texts,
    /// A row is opened or closed.
    Toggle(RowId),
    /// Time to work on the curves.
    Slice,
    /// The answer has stood for a while.
    Settled,
    /// Time to let the history keep the state.
    Keep,
    /// The address has another fragment.
    Fragment,
    /// The visitor wants a link.
    CopyLink,
    /// Time to have the trials played.
    Play,
    /// What has come of the trials.
    Played(Message),
    /// Time to tell the explorer of the state.
    Tell,
    /// The explorer wants something.
    Explored(Message),
    /// A number is pressed, by its name.
    Open(String),
    /// Whether the link was copied.
    Copied(bool),
    /// The link is not needed any more.
    CloseLink,
}

/// The widget.
pub struct App {
    /// How many widgets were shown here before: nothing of theirs stays.
    number: u64,
    state: AppState,
    /// The language that is spoken, and the one that the visitor wants.
    locale: Locale,
    wanted: Locale,
    runner: Runner,
    answer: Answer,
    /// The state that the explorer was told of last, and in which language.
    told: Option<(u64, Locale)>,
    /// The number of the explorer's last change that was taken; 0 before the first.
    taken: f64,
    /// The generation of the last state that has not come from the explorer: a change of an older one is refused.
    own_generation: f64,
    telling: Option<Timer>,
    _explorer: Option<Listener>,
    ranges: Inputs<SliderRange>,
    curves: Inputs<Curve>,
    /// What chance makes of the answer.
    chance: Chance,
    /// The input whose slider is being moved; its range stays.
    moving: Option<Input>,
    drawn: Drawn,
    open: Vec<RowId>,
    announced: String,
    asked: Option<Asked>,
    link_written: bool,
    link_input: NodeRef,
    root: NodeRef,
    /// Where the focus was before what is being drawn.
    focus: Option<Focus>,
    dispatch: Callback<Action>,
    slice: Option<Timer>,
    settle: Option<Timer>,
    keeping: Option<Timer>,
    _address: Option<Address>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let Start {
            locale,
            state,
            runner,
            answer,
        } = context.props().start();
        let link = context.link().clone();
        let mut app = Self {
            number: 0,
            link_written: context.props().host.fragment().starts_with(LINK),
            state,
            locale,
            wanted: context.props().language,
            runner,
            answer,
            told: None,
            taken: 0.0,
            own_generation: 0.0,
            telling: None,
            _explorer: Self::listen_to_explorer(context),
            ranges: Inputs::default(),
            curves: Inputs::default(),
            chance: Chance::new(context),
            moving: None,
            drawn: Drawn::Nothing,
            open: Vec::new(),
            announced: String::new(),
            asked: None,
            link_input: NodeRef::default(),
            root: NodeRef::default(),
            focus: None,
            dispatch: Self::act(context),
            slice: None,
            settle: None,
            keeping: None,
            _address: context
                .props()
                .host
                .on_fragment_change(move || link.send_message(Msg::Fragment)),
        };
        app.own_generation = app.generation();
        app.slice_after(context, 0);
        app.play_later(context);
        app.tell_later(context);
        app
    }

    /// Another host has another widget.
    fn changed(&mut self, context: &Context<Self>, _: &AppProps) -> bool {
        let number = self.number + 1;
        *self = <Self as Component>::create(context);
        self.number = number;
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Act(action) => self.take(context, action),
            Msg::Preset(preset) => self.open_preset(context, preset),
            Msg::Language(locale) => self.want_language(context, locale),
            Msg::Texts => self.speak_wanted(context),
            Msg::Toggle(row) => self.toggle(context, row),
            Msg::Slice => self.work(context),
            Msg::Play => self.play(context),
            Msg::Played(played) => self.played(context, &played),
            Msg::Tell => self.tell_explorer(context),
            Msg::Explored(message) => self.explored(context, &message),
            Msg::Settled => self.announce(),
            Msg::Keep => self.keep_now(context),
            Msg::Fragment => self.open_fragment(context),
            Msg::CopyLink => self.copy_link(context),
            Msg::Open(name) => self.open(context, &name),
            Msg::Copied(copied) => self.link_was_copied(copied),
            Msg::CloseLink => self.close_link(),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(focus) = self.focus.take() {
            focus.restore();
        }
        if let Some(asked) = &mut self.asked
            && std::mem::take(&mut asked.select)
            && let Some(input) = self.link_input.cast()
        {
            platform::select_all(input);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        if self.drawn == Drawn::Nothing {
            return Html::default();
        }
        let texts = &self.words().texts().page;
        let stale = self.state.shows_last_valid();
        html! {
            <div class="pl" key={self.number} ref={self.root.clone()} lang={self.locale.tag()} onkeydown={context.link().batch_callback(|event: KeyboardEvent| undo_key(&event).map(Msg::Act))}
                onclick={context.link().batch_callback(|event: MouseEvent| platform::opened_by(&event).map(Msg::Open))}>
                <div class="pl-page" data-stale={stale.then_some("")} data-generation={self.is_complete().then(|| self.state.generation.to_string())}>
                    { self.bar(context) }
                    if self.drawn >= Drawn::Answer { { self.main(context) } }
                    <footer><p>{ texts.private }</p></footer>
                </div>
            </div>
        }
    }
}

impl App {
    pub(super) fn state(&self) -> &AppState {
        &self.state
    }

    pub(super) fn answer(&self) -> &Answer {
        &self.answer
    }

    pub(super) fn words(&self) -> Words {
        Words {
            locale: self.locale,
            currency: self.state.document().currency,
        }
    }

    pub(super) fn dispatch(&self) -> Callback<Action> {
        self.dispatch.clone()
    }

    /// The answer that was last read out to those who do not see it change.
    pub(super) fn announced(&self) -> &str {
        &self.announced
    }

    pub(super) fn is_open(&self, row: RowId) -> bool {
        self.open.contains(&row)
    }

    pub(super) fn range(&self, input: Input) -> Option<SliderRange> {
        self.ranges.get(input).copied()
    }

    pub(super) fn curve(&self, input: Input) -> Option<Curve> {
        self.curves.get(input).cloned()
    }

    /// The answer that the curves of the document's numbers go through.
    pub(super) fn present(&self) -> f64 {
        measure(
            self.state.view().objective,
            &self.answer.comparison.baseline.totals,
        )
    }

    pub(super) fn headline(&self) -> Headline {
        let found = &self.answer.comparison;
        let certainty = self.certainty().ok_or(self.state.view().trials.get());
        Headline::of(self.words(), self.state.document(), found, certainty)
    }

    fn toggle(&mut self, context: &Context<Self>, row: RowId) -> bool {
        let opened = self.open.len();
        self.open.retain(|open| *open != row);
        if self.open.len() == opened {
            self.open.push(row);
        }
        self.want_curves(context);
        true
    }

    fn announce(&mut self) -> bool {
        let headline = self.headline().text();
        let changed = headline != self.announced;
        self.announced = headline;
        changed
    }
}
