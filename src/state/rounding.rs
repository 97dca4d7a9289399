//! Round numbers: what a slider stops at and a key moves by.

use libm::{ceil, floor, log10, pow, round};

/// No unit is smaller than this power of ten.
const SMALLEST: f64 = -12.0;
/// A key with the large step moves by so many units.
const BIG: f64 = 10.0;
/// Probabilities above this have a digit more.
const MANY: f64 = 0.1;
/// What rounding may add to a count of units.
const DUST: f64 = 1e-6;

/// Which way a key moves a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To a smaller one.
    Down,
    /// To a larger one.
    Up,
}

/// How many significant digits a round value has at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// Two.
    Two,
    /// Two, or three above 10 %.
    OfProbability,
    /// As many as the finest unit allows.
    All,
}

/// How values of a field are rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rounding {
    /// The significant digits.
    pub digits: Digits,
    /// The finest power of ten that is worth showing; −3 is a thousandth.
    pub finest: f64,
}

impl Rounding {
    /// The power of ten that values just beside `value` are multiples of.
    fn power_at(&self, value: f64) -> f64 {
        let size = value.abs();
        let digits = match self.digits {
            Digits::All => return self.finest.max(SMALLEST),
            Digits::OfProbability if size > MANY => 3.0,
            Digits::OfProbability | Digits::Two => 2.0,
        };
        let leading = if size > 0.0 {
            floor(log10(size) + 1e-12)
        } else {
            SMALLEST
        };
        (leading - digits + 1.0).max(self.finest).max(SMALLEST)
    }

    /// The round number nearest to `value`.
    pub fn round(&self, value: f64) -> f64 {
        let power = self.power_at(value);
        multiple(round(in_units(value, power)), power)
    }

    /// The next round number in a direction, or the tenth one.
    pub fn next(&self, value: f64, direction: Direction, big: bool) -> f64 {
        // At a power of ten the units differ on both sides: the one of the side to move to counts.
        let towards = match direction {
            Direction::Down => -DUST,
            Direction::Up => DUST,
        };
        let power = self.power_at(value + value.abs() * towards);
        let units = in_units(value, power);
        let dust = DUST.max(units.abs() * 1e-12);
        let count = if big { BIG } else { 1.0 };
        let moved = match direction {
            Direction::Down => ceil(units - dust) - count,
            Direction::Up => floor(units + dust) + count,
        };
        multiple(moved, power)
    }
}

fn in_units(value: f64, power: f64) -> f64 {
    if power < 0.0 {
        value * pow(10.0, -power)
    } else {
        value / pow(10.0, power)
    }
}

/// So many units, as the number nearest to the decimal: three tenths are 0.3.
fn multiple(units: f64, power: f64) -> f64 {
    let value = if power < 0.0 {
        units / pow(10.0, -power)
    } else {
        units * pow(10.0, power)
    };
    value + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBER: Rounding = Rounding {
        digits: Digits::Two,
        finest: SMALLEST,
    };
    const SHARE: Rounding = Rounding {
        digits: Digits::OfProbability,
        finest: SMALLEST,
    };

    #[test]
    fn two_digits_and_three_for_large_probabilities() {
        for (value, rounded) in [
            (1234.0, 1200.0),
            (0.0567, 0.057),
            (7.77, 7.8),
            (99.6, 100.0),
            (0.0, 0.0),
            (-0.0251, -0.025),
        ] {
            assert_eq!(NUMBER.round(value), rounded, "{value}");
        }
        for (value, rounded) in [
            (0.020_43, 0.02),
            (0.6254, 0.625),
            (0.3, 0.3),
            (0.9977, 0.998),
        ] {
            assert_eq!(SHARE.round(value), rounded, "{value}");
        }
    }

    #[test]
    fn steps_change_units_at_powers_of_ten() {
        use Direction::{Down, Up};
        assert_eq!(NUMBER.next(10.0, Down, false), 9.9);
        assert_eq!(NUMBER.next(9.9, Up, false), 10.0);
        assert_eq!(NUMBER.next(10.0, Up, false), 11.0);
        assert_eq!(NUMBER.next(400_000.0, Up, true), 500_000.0);
        assert_eq!(NUMBER.next(1234.0, Down, false), 1200.0);
        assert_eq!(SHARE.next(0.1, Up, false), 0.101);
        assert_eq!(SHARE.next(0.1, Down, false), 0.099);
        assert_eq!(SHARE.next(0.02, Up, false), 0.021);
    }
}
