//! Plain numbers: grouped, rounded, shortened, signed.

use super::decimal::{Decimal, Layout};
use super::locale::{Locale, NO_BREAK_SPACE};
use super::scale;

/// What stands for a number that is not there: an en dash.
pub(super) const MISSING: &str = "–";

/// A number with at most so many fraction digits (10 at most); zeros at the end are left out.
///
/// 1234.56 is "1,234.56" in English and "1234,56" in Georgian, which groups from five digits.
/// A value that is not finite is "–"; what rounds to zero has no sign.
#[must_use]
pub fn number(locale: Locale, value: f64, decimals: u8) -> String {
    rounded(value, decimals).map_or_else(missing, |decimal| {
        decimal.text(locale, &Layout::plain(locale))
    })
}

/// A number with so many significant digits, though whole units are never rounded away.
///
/// With three digits 1234.56 is "1,235", 12.345 is "12.3", 0.012345 is "0.0123".
#[must_use]
pub fn significant(locale: Locale, value: f64, digits: u8) -> String {
    Decimal::of(value).map_or_else(missing, |mut decimal| {
        decimal.round_significant(digits);
        decimal.text(locale, &Layout::plain(locale))
    })
}

/// A short number for charts and headlines: "1.2K", "400K", "1,2 mln.", "1,2 bin".
///
/// Two significant digits below ten of a unit, whole units from there, as in CLDR's short compact form.
#[must_use]
pub fn compact(locale: Locale, value: f64) -> String {
    Decimal::of(value).map_or_else(missing, |mut decimal| {
        let thousands = shorten(&mut decimal);
        let [space, word] = unit(locale, thousands);
        decimal.text(locale, &short_layout(&[], &[space, word]))
    })
}

/// Puts "+" before a formatted number, percentage or amount that shows a difference.
///
/// A negative one keeps its own sign; zero (no digit but 0) and a missing value stay without one.
#[must_use]
pub fn signed(formatted: String) -> String {
    let positive = formatted.contains(|sign| matches!(sign, '1'..='9'))
        && !formatted.starts_with(['-', '\u{2212}']);
    if positive {
        ["+", &formatted].concat()
    } else {
        formatted
    }
}

/// The digits of a number at most so many after the decimal sign; none when it is not finite.
pub(super) fn rounded(value: f64, decimals: u8) -> Option<Decimal> {
    let mut decimal = Decimal::of(value)?;
    decimal.round(i32::from(decimals));
    Some(decimal)
}

/// Divides by the power of a thousand that leaves one to three whole digits, rounds, and returns the power, 0 to 4.
pub(super) fn shorten(decimal: &mut Decimal) -> usize {
    let mut thousands = ((decimal.whole_digits() - 1) / 3).clamp(0, 4);
    decimal.shift(-3 * thousands);
    decimal.round_significant(2);
    if decimal.whole_digits() > 3 && thousands < 4 {
        decimal.shift(-3);
        thousands += 1;
    }
    usize::try_from(thousands).unwrap_or_default()
}

/// The word for a power of a thousand with the space that it wants before it.
pub(super) fn unit(locale: Locale, thousands: usize) -> [&'static str; 2] {
    let space = if thousands == 0 || locale == Locale::En {
        ""
    } else {
        NO_BREAK_SPACE
    };
    [space, scale::word(locale, thousands)]
}

/// Short numbers are grouped from five digits in every language.
pub(super) const fn short_layout<'a>(before: &'a [&'a str], after: &'a [&'a str]) -> Layout<'a> {
    Layout {
        before,
        after,
        least_decimals: 0,
        grouped_from: 5,
    }
}

/// The text of a value that is not there.
pub(super) fn missing() -> String {
    MISSING.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{compact, number, signed, significant};
    use crate::i18n::Locale::{self, En, Ka, Lt, Ru, Tr};

    /// Spaces that must not break are written as "_" here.
    fn shown(text: &str) -> String {
        text.replace('\u{a0}', "_")
    }

    #[test]
    fn numbers_are_those_of_the_table() {
        for (locale, small, large, negative) in [
            (En, "1,234.56", "1,234,567.891", "-1,234.5"),
            (Ka, "1234,56", "1_234_567,891", "-1234,5"),
            (Lt, "1_234,56", "1_234_567,891", "\u{2212}1_234,5"),
            (Tr, "1.234,56", "1.234.567,891", "-1.234,5"),
            (Ru, "1_234,56", "1_234_567,891", "-1_234,5"),
        ] {
            assert_eq!(shown(&number(locale, 1234.56, 3)), small);
            assert_eq!(shown(&number(locale, 1_234_567.891, 3)), large);
            assert_eq!(shown(&number(locale, -1234.5, 3)), negative);
        }
    }

    #[test]
    fn short_numbers_are_those_of_the_table() {
        for (locale, texts) in [
            (En, ["1.2K", "400K", "1.2M", "1B"]),
            (Ka, ["1,2_ათ.", "400_ათ.", "1,2_მლნ.", "1_მლრდ."]),
            (Lt, ["1,2_tūkst.", "400_tūkst.", "1,2_mln.", "1_mlrd."]),
            (Tr, ["1,2_bin", "400_bin", "1,2_Mn", "1_Mr"]),
            (Ru, ["1,2_тыс.", "400_тыс.", "1,2_млн", "1_млрд"]),
        ] {
            for (value, text) in [1234.56, 4e5, 1_234_567.891, 1e9].into_iter().zip(texts) {
                assert_eq!(shown(&compact(locale, value)), text);
            }
        }
    }

    #[test]
    fn short_numbers_move_to_the_next_unit_when_they_round_up_to_it() {
        for (value, text) in [
            (999.4, "999"),
            (999.5, "1K"),
            (9.96, "10"),
            (0.012_34, "0.012"),
            (999_499.0, "999K"),
            (999_500.0, "1M"),
            (-1e12, "-1T"),
            (1e15, "1000T"),
            (1e16, "10,000T"),
            (0.0, "0"),
        ] {
            assert_eq!(compact(En, value), text);
        }
    }

    #[test]
    fn significant_digits_keep_whole_units() {
        for (value, text) in [
            (1234.56, "1,235"),
            (12.345, "12.3"),
            (0.012_345, "0.0123"),
            (9.996, "10"),
            (1e-12, "0"),
        ] {
            assert_eq!(significant(En, value, 3), text);
        }
    }

    #[test]
    fn differences_carry_their_sign() {
        assert_eq!(signed(number(En, 5.0, 0)), "+5");
        assert_eq!(signed(number(Lt, -5.0, 0)), "\u{2212}5");
        assert_eq!(signed(number(Tr, 0.001, 2)), "0");
        assert_eq!(signed(number(Ru, f64::NAN, 2)), "–");
    }

    #[test]
    fn what_is_no_number_or_nothing_is_shown_plainly() {
        for locale in Locale::ALL {
            for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
                assert_eq!(number(locale, value, 2), "–");
                assert_eq!(significant(locale, value, 2), "–");
                assert_eq!(compact(locale, value), "–");
            }
            assert_eq!(number(locale, -0.0, 2), "0");
            assert_eq!(number(locale, -0.004, 2), "0");
            assert_eq!(compact(locale, -1e-30), "0");
        }
    }
}
