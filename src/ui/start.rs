//! What the page begins with, and what is kept for a reload.

use crate::i18n::Locale;
use crate::model::{Currency, Month, Preset, View};
use crate::platform;
use crate::share::{LinkProblem, Shared, from_link, to_link};
use crate::state::{Action, AppState, Notice};
use crate::ui::app::AppProps;

/// What the fragment of our links begins with.
pub(in crate::ui) const LINK: &str = "s=";

/// What the page begins with.
pub(in crate::ui) struct Start {
    /// The language that is spoken: the wanted one if its texts are there.
    pub locale: Locale,
    pub state: AppState,
}

impl Start {
    /// What the history kept, else what the link says, else an example.
    pub fn of(props: &AppProps) -> Self {
        let kept = platform::kept();
        let kept = kept.as_deref().and_then(Kept::parse);
        let locale = if props.language.is_known() {
            props.language
        } else {
            Locale::En
        };
        let opened = match kept {
            Some(kept) => Some((from_link(&kept.link, this_month()), kept.preset)),
            None => linked().map(|shared| (shared, None)),
        };
        let state = match opened {
            Some((Ok(shared), preset)) => AppState::new(shared, preset),
            Some((Err(problem), _)) => {
                let state = AppState::new(example(props, locale), Some(first(props)));
                let notice = Action::Notice(Some(Notice::BrokenLink(problem)));
                state.after(notice).unwrap_or(state)
            }
            None => AppState::new(example(props, locale), Some(first(props))),
        };
        Self { locale, state }
    }
}

/// What the address's link opens, if there is one.
pub(in crate::ui) fn linked() -> Option<Result<Shared, LinkProblem>> {
    let fragment = platform::fragment();
    let link = fragment.strip_prefix(LINK)?;
    Some(from_link(link, this_month()))
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
fn this_month() -> Month {
    let month = platform::text("month").as_deref().and_then(Month::parse);
    month.unwrap_or_default()
}

fn first(props: &AppProps) -> Preset {
    let named = props.preset.as_deref().and_then(Preset::from_id);
    named.unwrap_or(Preset::Talk)
}

fn example(props: &AppProps, locale: Locale) -> Shared {
    let currency = props.currency.as_deref().and_then(Currency::parse);
    let currency = currency.unwrap_or_else(|| locale.default_currency());
    preset(first(props), locale, this_month(), currency)
}

/// What the history keeps: preset and everything that a link holds, after the language, which is read by
/// `static/start.js` in time to load its texts.
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
