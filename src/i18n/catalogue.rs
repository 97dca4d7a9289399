//! Every text of the page, once in each language, out of the files in `texts/`. `build.rs` checks them and makes
//! of the English one the types below: a text that is missing or does not fit does not build.
//!
//! English is compiled in. In the browser each other language is a file of its own, which has to be learnt before
//! the language can be spoken; everywhere else all languages are compiled in.

use super::locale::Locale;
use super::spoken::{Lines, Spoken, Texts, fill};
use crate::model::{Preset, PresetNames};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

impl Locale {
    /// The texts of this language; the English ones while this language is not known.
    #[must_use]
    pub fn catalogue(self) -> &'static Catalogue {
        CATALOGUES.of(self)
    }

    /// Whether this language can be spoken.
    #[must_use]
    pub fn is_known(self) -> bool {
        CATALOGUES.knows(self)
    }

    /// Takes in the texts of this language, as its file has them; what is no such file changes nothing.
    pub fn learn(self, file: String) {
        CATALOGUES.learn(self, file);
    }
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
