//! Which form of a word goes with a number.
//!
//! Only words of our own catalogue are put into forms. A number or a name that is put into a sentence is never
//! inflected (Turkish "%2'ye", Georgian "2%-მდე", Lithuanian and Russian cases): write "label: value", or put
//! the name in quotation marks in the nominative.

use super::decimal::Decimal;
use super::locale::Locale;
use super::number::{rounded, shorten};

/// The plural categories of CLDR 48 that the five languages use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// English, Georgian, Turkish 1; Lithuanian and Russian 1, 21, 31, …
    One,
    /// Lithuanian 2 to 9, 22 to 29, …; Russian 2 to 4, 22 to 24, …
    Few,
    /// Lithuanian fractions; Russian 0, 5 to 20, 25 to 30, …
    Many,
    /// Everything else.
    Other,
}

/// The category of a number as `number(locale, value, decimals)` shows it, after its rounding.
///
/// With one decimal 1.04 is shown as "1" and counts as one. What is not finite counts as other.
#[must_use]
pub fn plural(locale: Locale, value: f64, decimals: u8) -> PluralCategory {
    rounded(value, decimals).map_or(PluralCategory::Other, |decimal| category(locale, &decimal))
}

/// The category of a number as `compact(locale, value)` shows it: "1 тыс." goes with the form for a thousand.
#[must_use]
pub fn plural_compact(locale: Locale, value: f64) -> PluralCategory {
    Decimal::of(value).map_or(PluralCategory::Other, |mut decimal| {
        let thousands = shorten(&mut decimal);
        decimal.shift(if thousands == 0 { 0 } else { 12 });
        category(locale, &decimal)
    })
}

/// The rules of CLDR 48, for digits without zeros at the end of the fraction.
fn category(locale: Locale, decimal: &Decimal) -> PluralCategory {
    let whole = decimal.decimals() == 0;
    let hundreds_rest = decimal.last_two_whole_digits();
    let ones = hundreds_rest % 10;
    match locale {
        Locale::En | Locale::Ka | Locale::Tr => {
            if whole && ones == 1 && decimal.whole_digits() == 1 {
                PluralCategory::One
            } else {
                PluralCategory::Other
            }
        }
        Locale::Lt if !whole => PluralCategory::Many,
        Locale::Lt if ones == 0 || matches!(hundreds_rest, 11..=19) => PluralCategory::Other,
        Locale::Lt if ones == 1 => PluralCategory::One,
        Locale::Lt => PluralCategory::Few,
        Locale::Ru if !whole => PluralCategory::Other,
        Locale::Ru if matches!(hundreds_rest, 11..=14) => PluralCategory::Many,
        Locale::Ru => match ones {
            1 => PluralCategory::One,
            2..=4 => PluralCategory::Few,
            _ => PluralCategory::Many,
        },
    }
}

/// The forms of one word of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forms {
    /// "lead", "sandoris", "день".
    pub one: &'static str,
    /// "sandoriai", "дня".
    pub few: &'static str,
    /// "sandorio" (after a fraction), "дней".
    pub many: &'static str,
    /// "leads", "sandorių", "дня" (after a fraction).
    pub other: &'static str,
}

impl Forms {
    /// A word that stays the same after any number, as all Georgian and Turkish nouns do.
    #[must_use]
    pub const fn same(word: &'static str) -> Self {
        Self {
            one: word,
            few: word,
            many: word,
            other: word,
        }
    }

    /// A word with a singular and a plural, as in English.
    #[must_use]
    pub const fn two(one: &'static str, other: &'static str) -> Self {
        Self {
            one,
            few: other,
            many: other,
            other,
        }
    }

    /// The form for a category.
    #[must_use]
    pub const fn select(&self, category: PluralCategory) -> &'static str {
        match category {
            PluralCategory::One => self.one,
            PluralCategory::Few => self.few,
            PluralCategory::Many => self.many,
            PluralCategory::Other => self.other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PluralCategory::{Few, Many, One, Other};
    use super::{Forms, plural, plural_compact};
    use crate::i18n::Locale;

    #[test]
    fn categories_are_those_of_the_table() {
        let values = [0.0, 1.0, 2.0, 5.0, 10.0, 11.0, 21.0, 22.0, 1.5];
        let english = [Other, One, Other, Other, Other, Other, Other, Other, Other];
        for (locale, categories) in [
            (Locale::En, english),
            (Locale::Ka, english),
            (Locale::Tr, english),
            (
                Locale::Lt,
                [Other, One, Few, Few, Other, Other, One, Few, Many],
            ),
            (
                Locale::Ru,
                [Many, One, Few, Many, Many, Many, One, Few, Other],
            ),
        ] {
            assert_eq!(
                values.map(|value| plural(locale, value, 1)),
                categories,
                "{locale:?}"
            );
        }
    }

    #[test]
    fn the_number_shown_decides() {
        assert_eq!(plural(Locale::En, 1.04, 1), One);
        assert_eq!(plural(Locale::Ru, 1.96, 1), Few);
        assert_eq!(plural(Locale::Lt, -112.0, 0), Other);
        assert_eq!(plural(Locale::Ru, f64::NAN, 0), Other);
        assert_eq!(
            [14.0, 111.0, 124.0].map(|value| plural(Locale::Ru, value, 0)),
            [Many, Many, Few]
        );
        assert_eq!(
            [19.0, 111.0, 129.0].map(|value| plural(Locale::Lt, value, 0)),
            [Other, Other, Few]
        );
        assert_eq!(plural(Locale::Ru, 1001.0, 0), One);
        assert_eq!(plural_compact(Locale::Ru, 1001.0), Many);
        assert_eq!(plural_compact(Locale::Lt, 1_200_000.0), Other);
        assert_eq!(plural_compact(Locale::Lt, 21.0), One);
    }

    #[test]
    fn words_follow_their_numbers() {
        let day = Forms {
            one: "день",
            few: "дня",
            many: "дней",
            other: "дня",
        };
        let shown = [1.0, 3.0, 97.0, 1.5].map(|days| day.select(plural(Locale::Ru, days, 1)));
        assert_eq!(shown, ["день", "дня", "дней", "дня"]);
        assert_eq!(Forms::two("lead", "leads").select(Few), "leads");
        assert_eq!(Forms::same("gün").select(One), "gün");
    }
}
