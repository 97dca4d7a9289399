//! The texts of what can be explored under the answer, apart from those of the first screen: they are loaded
//! later, with the program that shows it.

use super::locale::Locale;
use super::spoken::{Lines, Spoken, Texts, fill};

include!(concat!(env!("OUT_DIR"), "/explorer-catalogue.rs"));

impl Locale {
    /// The explorer's texts in this language; the English ones while they are not known.
    #[must_use]
    pub fn explorer(self) -> &'static Catalogue {
        CATALOGUES.of(self)
    }

    /// Whether the explorer can speak this language.
    #[must_use]
    pub fn explorer_is_known(self) -> bool {
        CATALOGUES.knows(self)
    }

    /// Takes in the explorer's texts of this language, as [`learn`](Self::learn) does those of the first screen.
    pub fn learn_explorer(self, file: String) {
        CATALOGUES.learn(self, file);
    }
}
