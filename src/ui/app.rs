//! The widget: keeps the state, asks the runner, draws the panels.

mod curves;
mod fields;
mod keeping;
mod keys;

use yew::prelude::*;

use fields::Fields;
use keys::undo_key;

use super::headline::Headline;
use super::number_control::Curve;
use super::start::{self, LINK, Start};
use super::table::Table;
use super::visible::{RowId, of_channel, of_deal, of_stage};
use super::words::Words;
use crate::i18n::Locale;
use crate::insights::measure;
use crate::model::{ChannelField, DealField, Field, Preset, StageField};
use crate::platform::{self, Address, Timer};
use crate::runner::{Answer, CurveRequest, CurveResult, Details, Finished, Runner};
use crate::share::to_link;
use crate::state::{Action, AppState, Gesture, Notice, SliderRange};

/// How long curves wait after a change, so that a moving slider is not held up, in milliseconds.
const CURVES_AFTER: u32 = 30;
/// How long a slice of the curves takes at most, in milliseconds.
const SLICE: f64 = 8.0;
/// How long an answer has to stand before it is announced, in milliseconds.
const SETTLED: u32 = 700;
/// How long after a change it is kept in the history, in milliseconds.
const KEEP_AFTER: u32 = 300;
/// Points of a curve.
const POINTS: u32 = 24;

/// What the page around the widget asks for.
#[derive(Clone, Default, PartialEq, Properties)]
pub struct AppProps {
    /// The language; else the page's, else the browser's.
    #[prop_or_default]
    pub lang: Option<Locale>,
    /// The preset to begin with.
    #[prop_or_default]
    pub preset: Option<String>,
    /// The currency to begin with.
    #[prop_or_default]
    pub currency: Option<String>,
}

/// What happens to the widget.
pub enum Msg {
    /// Something happens to what the app knows.
    Act(Action),
    /// A preset is chosen.
    Preset(Preset),
    /// A language is chosen.
    Language(Locale),
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
    /// Whether the link was copied.
    Copied(bool),
    /// The link is not needed any more.
    CloseLink,
}

/// The link that the visitor asked for.
struct Asked {
    address: String,
    copied: bool,
    /// Whether the text is still to be selected for copying by hand.
    select: bool,
}

/// The widget.
pub struct App {
    state: AppState,
    locale: Locale,
    runner: Runner,
    answer: Answer,
    /// Of the state when a slider last rested, and its generation.
    details: Details,
    details_of: u64,
    ranges: Fields<SliderRange>,
    curves: Fields<Curve>,
    /// The field whose slider is being moved; its range stays.
    moving: Option<Field>,
    open: Vec<RowId>,
    announced: String,
    asked: Option<Asked>,
    link_written: bool,
    link_input: NodeRef,
    dispatch: Callback<Action>,
    slice: Option<Timer>,
    settle: Option<Timer>,
    keep: Option<Timer>,
    _address: Option<Address>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let Start { locale, state } = Start::of(context.props());
        let mut runner = Runner::default();
        let answer = runner.answer(state.document(), state.view());
        let details = runner.details(state.document(), answer.comparison.pair);
        let link = context.link().clone();
        let mut app = Self {
            link_written: platform::fragment().starts_with(LINK),
            state,
            locale,
            runner,
            answer,
            details,
            details_of: 0,
            ranges: Fields::default(),
            curves: Fields::default(),
            moving: None,
            open: Vec::new(),
            announced: String::new(),
            asked: None,
            link_input: NodeRef::default(),
            dispatch: Self::act(context),
            slice: None,
            settle: None,
            keep: None,
            _address: platform::on_fragment_change(move || link.send_message(Msg::Fragment)),
        };
        app.want_curves(context);
        app
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Act(action) => self.take(context, action),
            Msg::Preset(preset) => {
                let document = self.state.document();
                let shared = start::preset(preset, self.locale, document.start, document.currency);
                self.take(
                    context,
                    Action::Open {
                        shared: Box::new(shared),
                        preset: Some(preset),
                    },
                )
            }
            Msg::Language(locale) => {
                self.locale = locale;
                self.renamed(context);
                self.keep_later(context);
                true
            }
            Msg::Toggle(row) => {
                let opened = self.open.len();
                self.open.retain(|open| *open != row);
                if self.open.len() == opened {
                    self.open.push(row);
                }
                self.want_curves(context);
                true
            }
            Msg::Slice => self.work(context),
            Msg::Settled => {
                let headline = self.headline().text();
                let changed = headline != self.announced;
                self.announced = headline;
                changed
            }
            Msg::Keep => {
                platform::keep(&start::to_keep(self.locale, &self.state));
                false
            }
            Msg::Fragment => match start::linked() {
                Some(Ok(shared)) => {
                    self.link_written = true;
                    self.take(
                        context,
                        Action::Open {
                            shared: Box::new(shared),
                            preset: None,
                        },
                    )
                }
                Some(Err(problem)) => {
                    self.take(context, Action::Notice(Some(Notice::BrokenLink(problem))))
                }
                None => false,
            },
            Msg::CopyLink => {
                let fragment = [LINK, &to_link(&self.state.shared)].concat();
                platform::write_fragment(Some(&fragment));
                self.link_written = true;
                let address = platform::link_with(&fragment);
                let link = context.link().clone();
                platform::copy(&address, move |copied| {
                    link.send_message(Msg::Copied(copied))
                });
                self.asked = Some(Asked {
                    address,
                    copied: false,
                    select: true,
                });
                true
            }
            Msg::Copied(copied) => {
                if let Some(asked) = &mut self.asked {
                    asked.copied = copied;
                }
                true
            }
            Msg::CloseLink => {
                self.asked = None;
                true
            }
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(asked) = &mut self.asked
            && std::mem::take(&mut asked.select)
            && let Some(input) = self.link_input.cast()
        {
            platform::select_all(input);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let texts = &self.words().texts().page;
        let headline = self.headline();
        let stale = self.state.shows_last_valid();
        html! {
            <div class="pl" lang={self.locale.tag()} onkeydown={context.link().batch_callback(undo_key)}>
                <div class="pl-page" data-stale={stale.then_some("")}>
                    { self.bar(context) }
                    <main>
                        { self.notices(context) }
                        <div class="answer">
                            <p class="question">{ texts.question }</p>
                            <div data-fact="headline" data-value={headline.kind}>
                                <h1 class="headline">{ headline.answer.clone() }</h1>
                                <p class="reason">{ headline.reasons.join(" ") }</p>
                            </div>
                            <p class="unseen" role="status" data-fact="announced">{ &self.announced }</p>
                            <p class="stale-note" hidden={!stale} data-fact="lastValid">{ texts.last_valid }</p>
                        </div>
                        <div class="columns">
                            { self.pipeline(context) }
                            { self.ways(context) }
                        </div>
                        <Table words={self.words()} details={self.details} months={self.state.document().months.get()} />
                    </main>
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

    pub(super) fn is_open(&self, row: RowId) -> bool {
        self.open.contains(&row)
    }

    pub(super) fn range(&self, field: Field) -> Option<SliderRange> {
        self.ranges.get(field).copied()
    }

    pub(super) fn curve(&self, field: Field) -> Option<Curve> {
        self.curves.get(field).cloned()
    }

    /// The answer that all curves go through.
    pub(super) fn present(&self) -> f64 {
        measure(
            self.state.view().objective,
            &self.answer.comparison.baseline.totals,
        )
    }

    pub(super) fn asked_link(&self) -> Option<&str> {
        self.asked.as_ref().map(|asked| asked.address.as_str())
    }

    pub(super) fn link_copied(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.copied)
    }

    pub(super) fn link_input(&self) -> NodeRef {
        self.link_input.clone()
    }

    fn headline(&self) -> Headline {
        Headline::of(self.words(), self.state.document(), &self.answer.comparison)
    }

    /// The one door: the next state, and what follows from it.
    fn take(&mut self, context: &Context<Self>, action: Action) -> bool {
        let moving = match action {
            Action::SetNumber {
                field,
                gesture: Gesture::Moving,
                ..
            } => Some(field),
            _ => None,
        };
        let rearranges = !matches!(
            action,
            Action::SetNumber { .. } | Action::Reject(_) | Action::Notice(_)
        );
        let inserts = matches!(action, Action::InsertStage { .. });
        let ended = self.moving.is_some() && moving.is_none();
        self.moving = moving;
        let Some(next) = self.state.after(action) else {
            if ended {
                self.want_curves(context);
            }
            return ended;
        };
        let changed = next.generation != self.state.generation;
        let new_stage = next
            .stage_ids
            .iter()
            .find(|id| inserts && !self.state.stage_ids.contains(id));
        // A stage that has just been added wants its name and its days.
        self.open.extend(new_stage.map(|id| RowId::Stage(*id)));
        self.state = next;
        if changed {
            if rearranges {
                // Stages may have other places now: a curve belongs to a place.
                self.curves = Fields::default();
            }
            let state = &self.state;
            self.answer = self.runner.answer(state.document(), state.view());
            self.asked = None;
            self.keep_later(context);
            let link = context.link().clone();
            self.settle = Some(platform::after(SETTLED, move || {
                link.send_message(Msg::Settled)
            }));
        }
        if changed && moving.is_none() {
            self.refresh_details();
        }
        if changed || ended {
            self.want_curves(context);
        }
        true
    }

    /// An untouched preset speaks the language that the page speaks.
    fn renamed(&mut self, context: &Context<Self>) {
        if let Some(preset) = self.state.preset {
            let document = self.state.document();
            let mut shared = start::preset(preset, self.locale, document.start, document.currency);
            shared.view = *self.state.view();
            self.take(
                context,
                Action::Open {
                    shared: Box::new(shared),
                    preset: Some(preset),
                },
            );
        }
    }
}
