//! What the page begins with, and what is kept for a reload.

use std::cell::Cell;
use std::rc::Rc;

use yew::Properties;

use crate::i18n::Locale;
use crate::model::{Currency, Month, Preset, View};
use crate::platform::{Host, Port};
use crate::runner::{Answer, Runner};
use crate::share::{LinkProblem, Shared, from_link, to_link};
use crate::state::{Action, AppState, Notice};

/// What the fragment of our links begins with.
pub(in crate::ui) const LINK: &str = "s=";

/// What the widget begins with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Who it is on.
    pub host: Host,
    /// Who plays the trials.
    pub player: Option<Port>,
    /// Who shows what can be explored under the answer.
    pub explorer: Option<Port>,
    /// The language; English is spoken while its texts are not known.
    pub language: Locale,
    prepared: Prepared,
}

impl AppProps {
    /// Finds the answer to what a widget begins with, so that whoever shows it later does so in a task of its own.
    #[must_use]
    pub fn new(beginning: Beginning) -> Self {
        let Beginning { host, language, .. } = &beginning;
        let (host, language) = (host.clone(), *language);
        let start = Start::of(beginning);
        Self {
            player: host.port("player"),
            explorer: host.port("explorer"),
            host,
            language,
            prepared: Prepared(Rc::new(Cell::new(Some(start)))),
        }
    }

    /// What has been found, for the first one who asks.
    pub(in crate::ui) fn start(&self) -> Start {
        let prepared = self.prepared.0.take();
        prepared.unwrap_or_else(|| Start::of(Beginning::read(self.host.clone(), self.language)))
    }
}

/// What is taken once.
#[derive(Clone)]
struct Prepared(Rc<Cell<Option<Start>>>);

impl PartialEq for Prepared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a widget begins with, as its host says it.
pub struct Beginning {
    host: Host,
    language: Locale,
    state: AppState,
}

impl Beginning {
    /// What is kept, else what the link says, else what the page around gives, else an example in a language.
    #[must_use]
    pub fn read(host: Host, language: Locale) -> Self {
        let kept = host.kept();
        let kept = kept.as_deref().and_then(Kept::parse);
        let opened = match kept {
            Some(kept) => Some((from_link(&kept.link, this_month(&host)), kept.preset)),
            None => linked(&host).map(|shared| (shared, None)),
        };
        let opened = opened.map(|(shared, preset)| match shared {
            Ok(shared) => Ok((shared, preset)),
            Err(problem) => Err(Notice::BrokenLink(problem)),
        });
        let locale = spoken(language);
        let mut state = match opened.or_else(|| given(&host)) {
            Some(Ok((shared, preset))) => AppState::new(shared, preset),
            Some(Err(notice)) => {
                let state = AppState::new(example(&host, locale), Some(first(&host)));
                state.after(Action::Notice(Some(notice))).unwrap_or(state)
            }
            None => AppState::new(example(&host, locale), Some(first(&host))),
        };
        // Above those of a program that has stopped, of whose states others may still have something to say.
        state.generation = u64::from(host.begun()) << 32;
        Self {
            host,
            language,
            state,
        }
    }
}

/// What the page begins with, and the answer to it.
pub(in crate::ui) struct Start {
    /// The language that is spoken: the wanted one if its texts are there.
    pub locale: Locale,
    pub state: AppState,
    pub runner: Runner,
    pub answer: Answer,
}

impl Start {
    fn of(beginning: Beginning) -> Self {
        let Beginning {
            language, state, ..
        } = beginning;
        let mut runner = Runner::default();
        let answer = runner.answer(state.document(), state.view());
        Self {
            locale: spoken(language),
            state,
            runner,
            answer,
        }
    }
}

/// The language that is spoken where one is wanted: that one if its texts are there.
fn spoken(wanted: Locale) -> Locale {
    if wanted.is_known() {
        wanted
    } else {
        Locale::En
    }
}

/// What the address's link opens, if there is one.
pub(in crate::ui) fn linked(host: &Host) -> Option<Result<Shared, LinkProblem>> {
    let fragment = host.fragment();
    let link = fragment.strip_prefix(LINK)?;
    Some(from_link(link, this_month(host)))
}

/// What the page around gives to begin with, if it does.
fn given(host: &Host) -> Option<Result<(Shared, Option<Preset>), Notice>> {
    let text = host.text("shared")?;
    let shared = Shared::read(text.as_bytes(), this_month(host));
    Some(match shared {
        Ok(shared) => Ok((shared, None)),
        Err(problem) => Err(Notice::BrokenState(problem)),
    })
}

/// A preset in a language and a currency.
pub(in crate::ui) fn preset(
    preset: Preset,
    locale: Locale,
    start: Month,
    currency: Currency,
) -> Shared {
    Shared {
        document: preset.document(&locale.catalogue().names.of(preset), start, currency),
        view: View::default(),
    }
}

/// The month that it was when the page was opened, as the browser says it: what is shown first begins with it too.
pub(in crate::ui) fn this_month(host: &Host) -> Month {
    let month = host.text("month").as_deref().and_then(Month::parse);
    month.unwrap_or_default()
}

fn first(host: &Host) -> Preset {
    let named = host.text("preset").as_deref().and_then(Preset::from_id);
    named.unwrap_or(Preset::Talk)
}

fn example(host: &Host, locale: Locale) -> Shared {
    let currency = host.text("currency").as_deref().and_then(Currency::parse);
    let currency = currency.unwrap_or_else(|| locale.default_currency());
    preset(first(host), locale, this_month(host), currency)
}

/// What the history keeps: preset and everything that a link holds, after the language, which is read by
/// `static/shell/widget.js` in time to load its texts.
struct Kept {
    preset: Option<Preset>,
    link: String,
}

impl Kept {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        Some(Self {
            preset: Preset::from_id(parts.nth(1)?),
            link: parts.next()?.to_owned(),
        })
    }
}

/// The text for the history to keep, with the language that is wanted.
pub(in crate::ui) fn to_keep(wanted: Locale, state: &AppState) -> String {
    let preset = state.preset.map_or("-", Preset::id);
    [wanted.tag(), preset, &to_link(&state.shared)].join(" ")
}
