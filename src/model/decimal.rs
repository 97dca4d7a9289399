//! Decimal text to the nearest `f64`, to the last bit.
//!
//! The standard library does the same faster, with a table of 10 KB that no compression makes smaller:
//! a fifteenth of all that a visitor downloads. Here the common case is exact in one multiplication, and
//! the rest is compared as whole numbers of any length.

use std::cmp::Ordering;

/// Digits after these do not change a number other than by being there: the longest halfway point
/// between two doubles has 768.
const MOST_DIGITS: usize = 800;
/// Whole numbers of so many digits, and powers of ten up to this exponent, are exact doubles.
const EXACT_DIGITS: u8 = 15;
const EXACT_POWER: i32 = 22;
/// Exponents beyond this make zero or infinity of any digits that a text can hold.
const LARGEST_EXPONENT: i32 = 10_000_000;

/// Reads an optional minus, digits with at most one point among them, and an optional exponent; rounds
/// half to even. Infinite when the number is too large; nothing when the text is something else.
#[must_use]
pub fn read_decimal(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
        None => (text, 0),
    };
    let size = Digits::read(mantissa, exponent)?.nearest();
    Some(if negative { -size } else { size })
}

/// An optional sign and digits; limited to what can matter.
pub(super) fn read_exponent(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() {
        return None;
    }
    let size = digits.chars().try_fold(0, |size: i32, digit| {
        let digit = i32::try_from(digit.to_digit(10)?).ok()?;
        Some((size * 10 + digit).min(LARGEST_EXPONENT))
    })?;
    Some(sign * size)
}

/// DIGITS × 10^exponent; no zeros in front.
struct Digits {
    digits: Vec<u32>,
    exponent: i32,
}

impl Digits {
    fn read(mantissa: &str, exponent: i32) -> Option<Self> {
        let mut read = Self {
            digits: Vec::new(),
            exponent,
        };
        let (mut any, mut point) = (false, false);
        for character in mantissa.chars() {
            if character == '.' && !point {
                point = true;
                continue;
            }
            any = true;
            read.push(character.to_digit(10)?, point);
        }
        any.then_some(read)
    }

    fn push(&mut self, digit: u32, after_point: bool) {
        if self.digits.len() < MOST_DIGITS {
            if digit > 0 || !self.digits.is_empty() {
                self.digits.push(digit);
            }
            self.exponent -= i32::from(after_point);
            return;
        }
        if digit > 0
            && let Some(last) = self.digits.last_mut()
        {
            // Something is left: the number is above what the digits say, if only by a trace.
            *last |= 1;
        }
        self.exponent += i32::from(!after_point);
    }

    fn nearest(&self) -> f64 {
        let leading = || {
            let leading = self.digits.iter().take(usize::from(EXACT_DIGITS));
            leading.fold(0.0, |whole, digit| whole * 10.0 + f64::from(*digit))
        };
        let length = i32::try_from(self.digits.len()).unwrap_or(LARGEST_EXPONENT);
        let magnitude = length + self.exponent;
        if self.digits.is_empty() || magnitude < -330 {
            0.0
        } else if magnitude > 310 {
            f64::INFINITY
        } else if length <= i32::from(EXACT_DIGITS) && self.exponent.abs() <= EXACT_POWER {
            let power = (0..self.exponent.abs()).fold(1.0, |power, _| power * 10.0);
            if self.exponent < 0 {
                leading() / power
            } else {
                leading() * power
            }
        } else {
            let left_out = (length - i32::from(EXACT_DIGITS)).max(0);
            self.settle(scaled(leading(), self.exponent + left_out))
        }
    }

    /// From a double close by to the nearest one, neighbour by neighbour.
    fn settle(&self, estimate: f64) -> f64 {
        let mut bits = estimate.min(f64::MAX).to_bits();
        loop {
            let odd = bits % 2 == 1;
            let rounds = |order: Ordering, beyond: Ordering| {
                order == beyond || (order == Ordering::Equal && odd)
            };
            if rounds(self.compare_with_middle_above(bits), Ordering::Greater) {
                bits += 1;
                if f64::from_bits(bits).is_infinite() {
                    return f64::INFINITY;
                }
            } else if bits > 0 && rounds(self.compare_with_middle_above(bits - 1), Ordering::Less) {
                bits -= 1;
            } else {
                return f64::from_bits(bits);
            }
        }
    }

    /// These digits against the point halfway between a double and the next one, both as whole numbers.
    fn compare_with_middle_above(&self, bits: u64) -> Ordering {
        let field = bits >> 52;
        let fraction = bits & ((1 << 52) - 1);
        let hidden = if field > 0 { 1 << 52 } else { 0 };
        // The double is mantissa × 2^exponent, the middle (2 × mantissa + 1) × 2^(exponent − 1).
        let middle = 2 * (fraction + hidden) + 1;
        let exponent = i32::try_from(field.max(1)).unwrap_or(0) - 1076;
        let mut decimal = Whole::of_digits(&self.digits);
        let mut binary = Whole::of(middle);
        decimal.multiply(10, self.exponent);
        binary.multiply(10, -self.exponent);
        decimal.multiply(2, -exponent);
        binary.multiply(2, exponent);
        decimal.compare(&binary)
    }
}

/// `value` × 10^`exponent` within a few units of the last place; in two steps, so that nothing on the way is
/// smaller or larger than the result.
fn scaled(value: f64, exponent: i32) -> f64 {
    let half = exponent / 2;
    value * libm::pow(10.0, f64::from(half)) * libm::pow(10.0, f64::from(exponent - half))
}

/// A whole number of any length, least significant part first, without zeros at its end.
struct Whole(Vec<u32>);

impl Whole {
    fn of(value: u64) -> Self {
        let mut whole = Self(Vec::new());
        whole.extend(value);
        whole
    }

    fn of_digits(digits: &[u32]) -> Self {
        let mut whole = Self(Vec::new());
        for digit in digits {
            whole.multiply_and_add(10, *digit);
        }
        whole
    }

    fn extend(&mut self, mut carry: u64) {
        while carry > 0 {
            // The lower half, cut off on purpose.
            #[allow(clippy::cast_possible_truncation)]
            self.0.push(carry as u32);
            carry >>= 32;
        }
    }

    fn multiply_and_add(&mut self, factor: u32, add: u32) {
        let mut carry = u64::from(add);
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            #[allow(clippy::cast_possible_truncation)]
            {
                *part = carry as u32;
            }
            carry >>= 32;
        }
        self.extend(carry);
    }

    /// Multiplies by `base`^`exponent`, eight at a time; not at all for exponents below one.
    fn multiply(&mut self, base: u32, exponent: i32) {
        for _ in 0..exponent / 8 {
            self.multiply_and_add(base.saturating_pow(8), 0);
        }
        for _ in 0..exponent % 8 {
            self.multiply_and_add(base, 0);
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
#[path = "decimal_tests.rs"]
mod tests;
