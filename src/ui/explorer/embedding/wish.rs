//! What somebody wants on their page.

use crate::i18n::Locale;
use crate::model::Preset;
use crate::platform::{Host, Message, Part, Port};
use crate::share::{Destination, Shared, Snippet, to_link};
use crate::ui::start::preset;
use crate::ui::words::Words;

/// How much may show, the first without being asked for.
pub(super) const MODES: [&str; 3] = ["full", "compact", "result"];
/// The colours that it may have, the first without being asked for.
pub(super) const THEMES: [&str; 3] = ["auto", "light", "dark"];
/// The parts that may be left out.
pub(super) const PARTS: [&str; 6] = [
    "examples", "language", "link", "pipeline", "ways", "privacy",
];
/// What else a page may have left out.
const OTHER_PARTS: [&str; 3] = ["bar", "question", "more"];
/// Calls to action lead nowhere else.
const SCHEMES: [&str; 3] = ["https:", "mailto:", "tel:"];

/// What is to be on the page, and where the page is.
#[derive(Clone, PartialEq)]
pub(in crate::ui::explorer) struct Wish {
    pub destination: Destination,
    /// The language to begin with; none is the page's own.
    pub language: Option<Locale>,
    /// Whether it begins with the present numbers.
    pub has_numbers: bool,
    pub mode: &'static str,
    pub theme: &'static str,
    /// What does not show, of [`PARTS`].
    pub hidden: Vec<&'static str>,
    /// Where the call to action leads and what it says.
    pub action: String,
    pub action_label: String,
    /// Where the release is, if not where this page has its own from.
    pub release: String,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            destination: Destination::Html,
            language: None,
            has_numbers: true,
            mode: MODES[0],
            theme: THEMES[0],
            hidden: Vec::new(),
            action: String::new(),
            action_label: String::new(),
            release: String::new(),
        }
    }
}

impl Wish {
    /// What a page around asks for, of its own element: the present numbers, with attributes as texts.
    pub fn of(message: &Message) -> Option<Self> {
        let said = |name: &str| message.text(name).unwrap_or_default();
        let known = |all: &[&'static str], said: &str| {
            let found = all.iter().find(|one| **one == said);
            found.copied()
        };
        let hide = said("hide");
        let parts = PARTS.into_iter().chain(OTHER_PARTS);
        Some(Self {
            destination: Destination::from_id(&message.text("kind")?)?,
            language: Locale::from_tag(&said("lang")),
            mode: known(&MODES, &said("mode")).unwrap_or(MODES[0]),
            theme: known(&THEMES, &said("theme")).unwrap_or(THEMES[0]),
            hidden: parts
                .filter(|part| hide.split_ascii_whitespace().any(|said| said == *part))
                .collect(),
            action: said("cta-url"),
            action_label: said("cta-label"),
            release: said("release"),
            ..Self::default()
        })
    }

    /// Whether the call to action may lead where it is to lead.
    pub fn may_be_opened(&self) -> bool {
        let action = self.action.trim().to_ascii_lowercase();
        action.is_empty() || SCHEMES.iter().any(|scheme| action.starts_with(scheme))
    }

    pub fn show(&mut self, part: &'static str, shows: bool) {
        self.hidden.retain(|hidden| *hidden != part);
        if !shows {
            self.hidden.push(part);
        }
    }

    /// The example that the present numbers are, where it can be asked for by its name: in every language it has other
    /// names.
    fn example(&self, words: Words, shared: &Shared) -> Option<Preset> {
        let document = &shared.document;
        let (start, currency) = (document.start, document.currency);
        let is_it = |example: &&Preset| {
            preset(**example, words.locale, start, currency).is_but_for_panels(shared)
        };
        let by_name = self.has_numbers && self.destination.takes_attributes();
        Preset::ALL.iter().filter(|_| by_name).find(is_it).copied()
    }

    /// The element's attributes; those that say nothing are empty.
    fn attributes(&self, words: Words, shared: &Shared) -> Vec<(&'static str, String)> {
        let tag = self.language.map(Locale::tag).unwrap_or_default();
        let example = self.example(words, shared);
        let currency = example.map(|_| shared.document.currency);
        let usual = self.language.unwrap_or(words.locale).default_currency();
        let currency = currency.filter(|currency| *currency != usual);
        let has_state = self.has_numbers && example.is_none();
        let chosen =
            |chosen: &str, usual: &str| if chosen == usual { "" } else { chosen }.to_owned();
        let action = self.action.trim();
        let action = if self.may_be_opened() { action } else { "" };
        vec![
            ("lang", tag.to_owned()),
            (
                "preset",
                chosen(example.map_or("", Preset::id), Preset::Talk.id()),
            ),
            (
                "currency",
                currency.map_or_else(String::new, |currency| currency.code().to_owned()),
            ),
            (
                "state",
                if has_state {
                    to_link(shared)
                } else {
                    String::new()
                },
            ),
            ("mode", chosen(self.mode, MODES[0])),
            ("theme", chosen(self.theme, THEMES[0])),
            ("hide", self.hidden.join(" ")),
            ("cta-url", action.to_owned()),
            ("cta-label", self.action_label.trim().to_owned()),
        ]
    }

    /// The code for the page.
    pub fn code(&self, host: &Host, words: Words, shared: &Shared) -> String {
        let mut attributes = self.attributes(words, shared);
        attributes.retain(|(_, value)| !value.is_empty());
        let numbered = ["state", "preset", "currency"];
        let has_own_numbers = attributes.iter().any(|(name, _)| numbered.contains(name));
        let release = if self.release.trim().is_empty() {
            host.text("release").unwrap_or_default()
        } else {
            self.release.clone()
        };
        let known = |locale: &Locale| locale.is_known() && locale.explorer_is_known();
        let spoken = Words {
            locale: self.language.filter(known).unwrap_or(words.locale),
            ..words
        };
        let snippet = Snippet {
            release,
            attributes,
            numbers: has_own_numbers.then(|| to_link(shared)),
            title: spoken.texts().page.question.to_owned(),
            link: spoken.explorer().embedding.link.to_owned(),
        };
        snippet.code(self.destination)
    }

    /// Has the page around show the element as it will be; a frame shows all of it.
    pub fn preview(&self, port: &Port, words: Words, shared: &Shared) {
        let asked = if self.destination.takes_attributes() {
            self.clone()
        } else {
            Self {
                language: self.language,
                has_numbers: self.has_numbers,
                ..Self::default()
            }
        };
        let mut attributes = asked.attributes(words, shared);
        if let Some((_, tag)) = attributes.first_mut().filter(|(_, tag)| tag.is_empty()) {
            words.locale.tag().clone_into(tag);
        }
        let parts: Vec<(&str, Part<'_>)> = attributes
            .iter()
            .map(|(name, value)| (*name, Part::Text(value)))
            .collect();
        port.post(&parts);
    }
}
