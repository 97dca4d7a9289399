//! The texts of what can be explored under the answer, apart from those of the first screen: they are loaded
//! later, with the program that shows it.

use super::locale::Locale;
use super::spoken::{Lines, Spoken, Texts, fill};

include!(concat!(env!("OUT_DIR"), "/explorer-catalogue.rs"));

static CATALOGUES: Spoken<Catalogue> = Spoken::new(ENGLISH, compiled_in);

const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/explorer-en.txt"));

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

#[cfg(all(target_arch = "wasm32", not(test)))]
const fn compiled_in(_: Locale) -> Option<&'static str> {
    None
}

#[cfg(not(all(target_arch = "wasm32", not(test))))]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the browser has only English inside"
)]
const fn compiled_in(locale: Locale) -> Option<&'static str> {
    Some(match locale {
        Locale::En => ENGLISH,
        Locale::Ka => include_str!(concat!(env!("OUT_DIR"), "/explorer-ka.txt")),
        Locale::Lt => include_str!(concat!(env!("OUT_DIR"), "/explorer-lt.txt")),
        Locale::Tr => include_str!(concat!(env!("OUT_DIR"), "/explorer-tr.txt")),
        Locale::Ru => include_str!(concat!(env!("OUT_DIR"), "/explorer-ru.txt")),
    })
}
