//! Shares as percentages.

use super::decimal::{Decimal, Layout};
use super::joining::range;
use super::locale::{Locale, NO_BREAK_SPACE};
use super::number::missing;

/// A share (0.024) as a percentage with at most so many fraction digits: "2.4%", "2,4 %", "%2,4".
///
/// The hundredfold is taken on the decimal digits, so 0.07 is 7 % and never 7.000000000000001 %.
#[must_use]
pub fn percent(locale: Locale, share: f64, decimals: u8) -> String {
    hundredfold(share).map_or_else(missing, |mut decimal| {
        decimal.round(i32::from(decimals));
        with_sign(locale, &decimal)
    })
}

/// A share as a percentage with three significant digits, however small: 0.625 is "62.5%", 0.000123 is "0.0123%".
#[must_use]
pub fn percent_auto(locale: Locale, share: f64) -> String {
    percent_significant(locale, share, 3)
}

/// A share as a percentage with at most so many significant digits, however small.
#[must_use]
pub fn percent_significant(locale: Locale, share: f64, digits: u8) -> String {
    hundredfold(share).map_or_else(missing, |mut decimal| {
        decimal.round_significant(digits);
        with_sign(locale, &decimal)
    })
}

/// Two shares as a range: "2% – 5%", "2–5 %", "%2 – %5"; one percentage where both read the same.
#[must_use]
pub fn percent_range(locale: Locale, low: f64, high: f64, decimals: u8) -> String {
    let from = percent(locale, low, decimals);
    let to = percent(locale, high, decimals);
    let once = matches!(locale, Locale::Lt | Locale::Ru) && low >= 0.0 && high >= 0.0;
    match from.strip_suffix("\u{a0}%") {
        Some(digits) if once && from != to => [digits, "–", &to].concat(),
        _ => range(locale, &from, &to),
    }
}

/// The digits of a share in percent; none when it is not finite.
pub(super) fn hundredfold(share: f64) -> Option<Decimal> {
    let mut decimal = Decimal::of(share)?;
    decimal.shift(2);
    Some(decimal)
}

fn with_sign(locale: Locale, decimal: &Decimal) -> String {
    let (before, after): (&[&str], &[&str]) = match locale {
        Locale::En | Locale::Ka => (&[], &["%"]),
        Locale::Lt | Locale::Ru => (&[], &[NO_BREAK_SPACE, "%"]),
        Locale::Tr => (&["%"], &[]),
    };
    decimal.text(
        locale,
        &Layout {
            before,
            after,
            ..Layout::plain(locale)
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{percent, percent_auto, percent_range};
    use crate::i18n::Locale::{self, En, Ka, Lt, Ru, Tr};
    use crate::i18n::signed;

    fn shown(text: &str) -> String {
        text.replace('\u{a0}', "_")
    }

    #[test]
    fn percentages_are_those_of_the_table() {
        for (locale, positive, negative, span) in [
            (En, "2.4%", "-2.4%", "2% – 5%"),
            (Ka, "2,4%", "-2,4%", "2% - 5%"),
            (Lt, "2,4_%", "\u{2212}2,4_%", "2–5_%"),
            (Tr, "%2,4", "-%2,4", "%2 – %5"),
            (Ru, "2,4_%", "-2,4_%", "2–5_%"),
        ] {
            assert_eq!(shown(&percent(locale, 0.0235, 1)), positive);
            assert_eq!(shown(&percent(locale, -0.0235, 1)), negative);
            assert_eq!(shown(&percent_range(locale, 0.02, 0.05, 0)), span);
        }
        assert_eq!(signed(percent(Tr, 0.024, 1)), "+%2,4");
    }

    #[test]
    fn decimals_follow_the_size() {
        for (share, text) in [
            (0.02, "2%"),
            (0.0219, "2.19%"),
            (0.625, "62.5%"),
            (0.000_123, "0.0123%"),
            (0.07, "7%"),
            (1.0, "100%"),
            (12.345_6, "1,235%"),
            (0.0, "0%"),
        ] {
            assert_eq!(percent_auto(En, share), text);
        }
    }

    #[test]
    fn ranges_of_equal_or_negative_ends_stay_readable() {
        assert_eq!(percent_range(En, 0.02, 0.0201, 0), "2%");
        assert_eq!(shown(&percent_range(Lt, 0.02, 0.0201, 0)), "2_%");
        assert_eq!(
            shown(&percent_range(Lt, -0.05, 0.02, 0)),
            "\u{2212}5_% – 2_%"
        );
    }

    #[test]
    fn what_is_no_number_or_nothing_is_shown_plainly() {
        for locale in Locale::ALL {
            assert_eq!(percent(locale, f64::NAN, 1), "–");
            assert_eq!(percent_auto(locale, f64::INFINITY), "–");
            assert_eq!(percent(locale, -1e-9, 1), percent(locale, 0.0, 1));
        }
    }
}
