//! Numbers to decimal text: the fewest digits that are read back as the same number.
//!
//! The standard library writes as few digits. But with them it brings a second way, for numbers rounded to so many places,
//! which nothing here asks for and every visitor would download. Of two texts that are equally near, this takes the one
//! whose last digit is even, as scripts do; the standard library may take the other.

use super::decimal::read_exponent;

/// A number's size as the shortest decimal digits that mean it: 0.DIGITS × 10^point.
pub(crate) struct ShortestDigits {
    /// ASCII digits without zeros at either end; empty for zero.
    pub digits: Vec<u8>,
    /// How many digits stand before the point; zero or less for a number below one.
    pub point: i32,
}

impl ShortestDigits {
    /// The digits of a number without its sign; none for NaN and the infinities.
    pub(crate) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let mut buffer = ryu::Buffer::new();
        // "1234.5", "0.001", "1e-7" or "1.5e16".
        let text = buffer.format_finite(value.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, ""));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        digits.drain(..zeros);
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let mut point = length(whole.len()) - length(zeros);
        if digits.is_empty() {
            point = 0;
        }
        Some(Self {
            digits,
            point: point + read_exponent(exponent).unwrap_or(0),
        })
    }

    /// The digit at a place, zero outside of those that are kept.
    fn digit(&self, place: i32) -> char {
        let digit = usize::try_from(place)
            .ok()
            .and_then(|at| self.digits.get(at));
        digit.map_or('0', |digit| char::from(*digit))
    }
}

/// No text of a number has more digits.
fn length(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(0)
}

/// The shortest decimal text of a number, never with an exponent: "1500000", "0.00000015", "-2.5"; "0" also for negative
/// zero, and "NaN" for everything that is not finite.
#[must_use]
pub fn decimal_text(value: f64) -> String {
    let Some(number) = ShortestDigits::of(value) else {
        return "NaN".to_owned();
    };
    let (point, end) = (number.point, length(number.digits.len()));
    let mut text = String::new();
    if value < 0.0 {
        text.push('-');
    }
    text.extend((point - point.max(1)..point).map(|place| number.digit(place)));
    if end > point {
        text.push('.');
        text.extend((point..end).map(|place| number.digit(place)));
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The last digit before the zeros that only say how large a whole number is.
    fn last_digit(text: &str) -> Option<u32> {
        let digits = text.trim_end_matches('0');
        digits
            .chars()
            .next_back()
            .and_then(|last| last.to_digit(10))
    }

    proptest! {
        /// The standard library's digits are the shortest too.
        #[test]
        fn the_standard_library_writes_the_same_but_of_two_as_near(bits: u64) {
            let value = f64::from_bits(bits);
            if value.is_finite() {
                let (ours, theirs) = (decimal_text(value), (value + 0.0).to_string());
                prop_assert_eq!(ours.parse(), Ok(value));
                prop_assert_eq!(ours.len(), theirs.len());
                if ours != theirs {
                    prop_assert_eq!(last_digit(&ours).map(|digit| digit % 2), Some(0), "{} for {}", ours, theirs);
                }
            }
        }

        #[test]
        fn so_it_does_of_everyday_numbers(thousandths in -10_000_000_000_i64..10_000_000_000) {
            #[allow(clippy::cast_precision_loss)]
            let value = thousandths as f64 / 1000.0;
            prop_assert_eq!(decimal_text(value), (value + 0.0).to_string());
        }
    }

    #[test]
    fn of_two_as_near_the_even_one() {
        let value = 1_025_001_859_218_077.0 + 0.25;
        assert_eq!(decimal_text(value), "1025001859218077.2");
        assert_eq!(decimal_text(-value), "-1025001859218077.2");
    }

    #[test]
    fn ends_and_powers_of_ten() {
        let powers = (-323..309).map(|power| format!("1e{power}").parse().expect("a number"));
        let ends = [
            0.0,
            -0.0,
            f64::MIN_POSITIVE,
            f64::MAX,
            f64::from_bits(1),
            1e21,
            123e20,
        ];
        for value in powers.chain(ends) {
            let value: f64 = value;
            assert_eq!(decimal_text(value), (value + 0.0).to_string());
        }
        assert_eq!(decimal_text(f64::NAN), "NaN");
    }
}
