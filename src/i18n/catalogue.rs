//! Every text of the page, once in each language, out of the files in `texts/`. `build.rs` checks them and makes
//! of the English one the types below: a text that is missing or does not fit does not build.
//!
//! English is compiled in. In the browser each other language is a file of its own, which has to be learnt before
//! the language can be spoken; everywhere else all languages are compiled in.

use std::sync::OnceLock;

use super::locale::Locale;
use crate::model::{Preset, PresetNames};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The texts of the languages that have been spoken, in the order of `Locale`.
static CATALOGUES: [OnceLock<Catalogue>; 5] = [const { OnceLock::new() }; 5];

impl Locale {
    /// The texts of this language; the English ones while this language is not known.
    #[must_use]
    pub fn catalogue(self) -> &'static Catalogue {
        let spoken = if self.is_known() { self } else { Self::En };
        spoken.place().get_or_init(|| {
            let texts = spoken.compiled_in().unwrap_or(ENGLISH);
            Catalogue::read(texts).unwrap_or(Catalogue::EMPTY)
        })
    }

    /// Whether this language can be spoken.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.compiled_in().is_some() || self.place().get().is_some()
    }

    /// Takes in the texts of this language, as its file has them; what is no such file changes nothing.
    pub fn learn(self, file: String) {
        if self.is_known() {
            return;
        }
        // Kept as long as the page is: a language is learnt once.
        if let Some(catalogue) = Catalogue::read(file.leak()) {
            // Nobody else has set it since.
            let _ = self.place().set(catalogue);
        }
    }

    fn place(self) -> &'static OnceLock<Catalogue> {
        let [en, ka, lt, tr, ru] = &CATALOGUES;
        match self {
            Self::En => en,
            Self::Ka => ka,
            Self::Lt => lt,
            Self::Tr => tr,
            Self::Ru => ru,
        }
    }

    #[cfg(all(target_arch = "wasm32", not(test)))]
    fn compiled_in(self) -> Option<&'static str> {
        (self == Self::En).then_some(ENGLISH)
    }

    #[cfg(not(all(target_arch = "wasm32", not(test))))]
    #[allow(
        clippy::unnecessary_wraps,
        reason = "the browser has only English inside"
    )]
    const fn compiled_in(self) -> Option<&'static str> {
        Some(match self {
            Self::En => ENGLISH,
            Self::Ka => include_str!(concat!(env!("OUT_DIR"), "/ka.txt")),
            Self::Lt => include_str!(concat!(env!("OUT_DIR"), "/lt.txt")),
            Self::Tr => include_str!(concat!(env!("OUT_DIR"), "/tr.txt")),
            Self::Ru => include_str!(concat!(env!("OUT_DIR"), "/ru.txt")),
        })
    }
}

const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));

impl Catalogue {
    /// The texts of a file, or nothing if it has another number of them.
    fn read(file: &'static str) -> Option<Self> {
        let mut catalogue = Self::EMPTY;
        let mut lines = Lines {
            rest: file,
            ended_early: false,
        };
        catalogue.fill(&mut lines);
        (lines.rest.is_empty() && !lines.ended_early).then_some(catalogue)
    }
}

/// What is left of a language's file: one line a text.
struct Lines {
    rest: &'static str,
    ended_early: bool,
}

impl Lines {
    /// Puts the next text into its place. Never inlined, because it is called for every text there is.
    #[inline(never)]
    fn next(&mut self, place: &mut &'static str) {
        if let Some((line, rest)) = self.rest.split_once('\n') {
            *place = line;
            self.rest = rest;
        } else {
            self.ended_early = true;
        }
    }
}

/// A text with values in its places `{0}`, `{1}` and so on. What stands in a value is never taken for a place.
#[inline(never)]
fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut pieces = text.split('{');
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (place, rest) = piece.split_once('}').unwrap_or_default();
        let value = place
            .bytes()
            .next()
            .and_then(|digit| values.get(usize::from(digit.wrapping_sub(b'0'))));
        filled.push_str(value.copied().unwrap_or_default());
        filled.push_str(rest);
    }
    filled
}

impl NamesTexts {
    /// What a preset is called.
    #[must_use]
    pub const fn preset(&self, preset: Preset) -> &'static str {
        match preset {
            Preset::Talk => self.talk,
            Preset::TalkFull => self.talk_full,
            Preset::Firm => self.firm,
            Preset::FastCash => self.fast_cash,
            Preset::SlowCash => self.slow_cash,
            Preset::Stale => self.stale,
            Preset::Own => self.own,
        }
    }

    /// The words of a preset's document.
    #[must_use]
    pub const fn of(&self, preset: Preset) -> PresetNames<'static> {
        PresetNames {
            title: self.preset(preset),
            channel: self.channel,
            lead: self.lead,
            qualified: self.qualified,
            proposal: self.proposal,
            negotiation: self.negotiation,
            commitment: self.commitment,
            in_pipeline: self.in_pipeline,
            follow_up: self.follow_up,
        }
    }
}

#[cfg(test)]
#[path = "catalogue_tests.rs"]
mod tests;
