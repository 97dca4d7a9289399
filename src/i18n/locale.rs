//! The five languages and the signs with which each writes numbers and quotes.

use crate::model::Currency;

/// The space that groups digits and ties a unit to its number: U+00A0, never broken at a line's end.
pub(super) const NO_BREAK_SPACE: &str = "\u{a0}";

/// A language that the widget speaks, with the habits of writing that go with it.
///
/// The habits are those of CLDR 48 for the bare language tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English, as in the United States.
    En,
    /// Georgian.
    Ka,
    /// Lithuanian.
    Lt,
    /// Turkish.
    Tr,
    /// Russian.
    Ru,
}

impl Locale {
    /// All languages, English first, then by tag as in a language menu.
    pub const ALL: [Self; 5] = [Self::En, Self::Ka, Self::Lt, Self::Tr, Self::Ru];

    /// The BCP 47 tag, for a `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ka => "ka",
            Self::Lt => "lt",
            Self::Tr => "tr",
            Self::Ru => "ru",
        }
    }

    /// The language's name in the language itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ka => "ქართული",
            Self::Lt => "Lietuvių",
            Self::Tr => "Türkçe",
            Self::Ru => "Русский",
        }
    }

    /// The language of a tag such as "lt", "lt-LT" or `LT_lt`, in any case; only its first part counts.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_', '.']).next()?;
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// The currency to start with; the visitor or the host page may choose another.
    #[must_use]
    pub const fn default_currency(self) -> Currency {
        match self {
            Self::En => Currency::USD,
            Self::Ka => Currency::GEL,
            Self::Lt => Currency::EUR,
            Self::Tr => Currency::TRY,
            Self::Ru => Currency::RUB,
        }
    }

    /// The opening and the closing quotation mark.
    #[must_use]
    pub const fn quotes(self) -> (char, char) {
        match self {
            Self::En | Self::Tr => ('“', '”'),
            Self::Ka | Self::Lt => ('„', '“'),
            Self::Ru => ('«', '»'),
        }
    }

    /// The sign between whole units and fraction.
    pub(super) const fn decimal_sign(self) -> char {
        match self {
            Self::En => '.',
            _ => ',',
        }
    }

    /// The sign between groups of three digits.
    pub(super) const fn group_sign(self) -> char {
        match self {
            Self::En => ',',
            Self::Tr => '.',
            Self::Ka | Self::Lt | Self::Ru => '\u{a0}',
        }
    }

    /// How many whole digits a number has at least before they are grouped.
    pub(super) const fn grouped_from(self) -> usize {
        match self {
            Self::Ka => 5,
            _ => 4,
        }
    }

    /// The sign before a negative number.
    pub(super) const fn minus_sign(self) -> char {
        match self {
            Self::Lt => '\u{2212}',
            _ => '-',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn tags_are_found_in_every_spelling() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
        }
        for tag in [
            "lt",
            "LT",
            "lt-LT",
            "lt_LT",
            "Lt-latn-LT",
            " lt ",
            "lt_LT.UTF-8",
        ] {
            assert_eq!(Locale::from_tag(tag), Some(Locale::Lt), "{tag}");
        }
        for tag in ["", "-", "l", "ltx", "de-lt", "xx", "ლტ"] {
            assert_eq!(Locale::from_tag(tag), None, "{tag}");
        }
    }

    #[test]
    fn defaults_are_those_of_the_page_on_languages() {
        let codes = Locale::ALL.map(|locale| locale.default_currency().code());
        assert_eq!(codes, ["USD", "GEL", "EUR", "TRY", "RUB"]);
        assert_eq!(Locale::Ka.own_name(), "ქართული");
        assert_eq!(Locale::Lt.quotes(), ('„', '“'));
    }
}
