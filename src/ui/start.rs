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
    pub locale: Locale,
    pub state: AppState,
}

impl Start {
    /// What the history kept, else what the link says, else an example.
    pub fn of(props: &AppProps) -> Self {
        let kept = platform::kept();
        let kept = kept.as_deref().and_then(Kept::parse);
        let locale = kept
            .as_ref()
            .map_or_else(|| language(props), |kept| kept.locale);
        let opened = match kept {
            Some(kept) => Some((from_link(&kept.link, Month::current()), kept.preset)),
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
    Some(from_link(link, Month::current()))
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

fn first(props: &AppProps) -> Preset {
    let named = props.preset.as_deref().and_then(Preset::from_id);
    named.unwrap_or(Preset::Talk)
}

fn example(props: &AppProps, locale: Locale) -> Shared {
    let currency = props.currency.as_deref().and_then(Currency::parse);
    let currency = currency.unwrap_or_else(|| locale.default_currency());
    preset(first(props), locale, Month::current(), currency)
}

/// The host's language, else the page's where that is not what every page says, else the browser's.
fn language(props: &AppProps) -> Locale {
    let page = platform::page_language().and_then(|tag| Locale::from_tag(&tag));
    let browser = platform::navigator_language().and_then(|tag| Locale::from_tag(&tag));
    let said = props.lang.or(page.filter(|locale| *locale != Locale::En));
    said.or(browser).or(page).unwrap_or(Locale::En)
}

/// What the history keeps: language, preset and everything that a link holds.
struct Kept {
    locale: Locale,
    preset: Option<Preset>,
    link: String,
}

impl Kept {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        Some(Self {
            locale: Locale::from_tag(parts.next()?)?,
            preset: Preset::from_id(parts.next()?),
            link: parts.next()?.to_owned(),
        })
    }
}

/// The text for the history to keep.
pub(in crate::ui) fn to_keep(locale: Locale, state: &AppState) -> String {
    let preset = state.preset.map_or("-", Preset::id);
    [locale.tag(), preset, &to_link(&state.shared)].join(" ")
}
