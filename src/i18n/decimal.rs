//! A number as decimal digits: moved, rounded and written without binary dust.

use super::locale::Locale;
use crate::model::ShortestDigits;

/// More fraction digits than this are never shown: no input of the model is known so exactly.
const MOST_DECIMALS: i32 = 10;

/// A finite number as the shortest decimal digits that mean it: ±0.DIGITS × 10^point.
///
/// Rounding works on these digits, half away from zero, so that 1.005 becomes 1.01 as people expect
/// (and as ICU does), although the nearest binary number lies below it.
pub(super) struct Decimal {
    negative: bool,
    /// ASCII digits without zeros at either end; empty for zero.
    digits: Vec<u8>,
    /// How many digits stand before the decimal sign; zero or less for a number below one.
    point: i32,
}

/// What stands around the digits and how many of them are shown.
pub(super) struct Layout<'a> {
    /// Between the sign and the digits.
    pub before: &'a [&'a str],
    /// After the digits.
    pub after: &'a [&'a str],
    /// Fraction digits shown at least, filled up with zeros.
    pub least_decimals: i32,
    /// How many whole digits there are at least before they are grouped.
    pub grouped_from: usize,
}

impl Layout<'_> {
    /// Nothing but the number, as the language writes it.
    pub(super) const fn plain(locale: Locale) -> Self {
        Layout {
            before: &[],
            after: &[],
            least_decimals: 0,
            grouped_from: locale.grouped_from(),
        }
    }
}

impl Decimal {
    /// The digits of a number; none for NaN and the infinities.
    pub(super) fn of(value: f64) -> Option<Self> {
        let ShortestDigits { digits, point } = ShortestDigits::of(value)?;
        Some(Self {
            negative: value < 0.0,
            digits,
            point,
        })
    }

    /// Multiplies by a power of ten, exactly.
    pub(super) fn shift(&mut self, places: i32) {
        if !self.is_zero() {
            self.point += places;
        }
    }

    /// Rounds to so many fraction digits, and to ten at most.
    pub(super) fn round(&mut self, decimals: i32) {
        let Ok(kept) = usize::try_from(self.point + decimals.min(MOST_DECIMALS)) else {
            self.digits.clear();
            return self.trim();
        };
        let Some(&next) = self.digits.get(kept) else {
            return;
        };
        self.digits.truncate(kept);
        if next >= b'5' {
            while self.digits.last() == Some(&b'9') {
                self.digits.pop();
            }
            if let Some(last) = self.digits.last_mut() {
                *last += 1;
            } else {
                self.digits.push(b'1');
                self.point += 1;
            }
        }
        self.trim();
    }

    /// Rounds to so many significant digits, but never rounds whole units away.
    pub(super) fn round_significant(&mut self, digits: u8) {
        self.round((i32::from(digits) - self.point).max(0));
    }

    /// Whether nothing is left: such a number has no sign.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// How many digits stand before the decimal sign; zero or less for a number below one.
    pub(super) fn whole_digits(&self) -> i32 {
        self.point
    }

    /// How many digits stand after the decimal sign.
    pub(super) fn decimals(&self) -> i32 {
        (length(self.digits.len()) - self.point).max(0)
    }

    /// The whole part modulo one hundred, which is what plural rules ask for.
    pub(super) fn last_two_whole_digits(&self) -> u8 {
        10 * (self.digit(self.point - 2) - b'0') + (self.digit(self.point - 1) - b'0')
    }

    /// Writes the number out: sign, what stands before, digits, what stands after.
    pub(super) fn text(&self, locale: Locale, layout: &Layout) -> String {
        let mut text = String::with_capacity(24);
        if self.negative {
            text.push(locale.minus_sign());
        }
        text.extend(layout.before.iter().copied());
        let whole = self.point.max(1);
        let grouped = usize::try_from(whole).is_ok_and(|digits| digits >= layout.grouped_from);
        for place in 0..whole {
            if grouped && place > 0 && (whole - place) % 3 == 0 {
                text.push(locale.group_sign());
            }
            text.push(char::from(self.digit(self.point - whole + place)));
        }
        let decimals = self.decimals().max(layout.least_decimals);
        if decimals > 0 {
            text.push(locale.decimal_sign());
        }
        for place in 0..decimals {
            text.push(char::from(self.digit(self.point + place)));
        }
        text.extend(layout.after.iter().copied());
        text
    }

    /// The digit at an index, zero outside of what is kept.
    fn digit(&self, index: i32) -> u8 {
        let digit = usize::try_from(index)
            .ok()
            .and_then(|at| self.digits.get(at));
        digit.copied().unwrap_or(b'0')
    }

    /// Restores what the digits promise: no zeros at the end, and a zero without sign and place.
    fn trim(&mut self) {
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.negative = false;
            self.point = 0;
        }
    }
}

/// A count of digits; a number has 1075 at most.
fn length(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Layout, Locale};

    fn rounded(value: f64, decimals: i32) -> Option<String> {
        Decimal::of(value).map(|mut decimal| {
            decimal.round(decimals);
            decimal.text(Locale::En, &Layout::plain(Locale::En))
        })
    }

    #[test]
    fn rounding_is_decimal_and_away_from_zero() {
        for (value, decimals, text) in [
            (1.005, 2, "1.01"),
            (-0.5, 0, "-1"),
            (-0.4, 0, "0"),
            (-0.0, 2, "0"),
            (9.995, 2, "10"),
            (99.5, 0, "100"),
            (0.05, 1, "0.1"),
            (0.04, 1, "0"),
            (0.0004, 1, "0"),
            (1e21, 3, "1,000,000,000,000,000,000,000"),
            (5e-324, 10, "0"),
            (0.1 + 0.2, 10, "0.3"),
        ] {
            assert_eq!(rounded(value, decimals).as_deref(), Some(text), "{value}");
        }
        assert!(Decimal::of(f64::NAN).is_none() && Decimal::of(f64::NEG_INFINITY).is_none());
    }

    #[test]
    fn the_last_whole_digits_are_those_of_the_number() {
        for (value, digits) in [
            (0.7, 0),
            (7.0, 7),
            (11.5, 11),
            (400.0, 0),
            (1321.0, 21),
            (1e300, 0),
        ] {
            let found = Decimal::of(value).map(|decimal| decimal.last_two_whole_digits());
            assert_eq!(found, Some(digits), "{value}");
        }
    }
}
