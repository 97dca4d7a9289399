//! Values to places, and round values to label an axis with.

use libm::{ceil, floor, log10, pow};

/// The most ticks that an axis is given, whatever is asked for.
const MOST_TICKS: u32 = 100;

/// A linear scale from values to coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// The values at the two ends.
    pub values: (f64, f64),
    /// The coordinates of the two ends; the first may be the larger one, as on a vertical axis.
    pub places: (f64, f64),
}

impl Linear {
    /// From `values` to `places`.
    #[must_use]
    pub fn new(values: (f64, f64), places: (f64, f64)) -> Self {
        Self { values, places }
    }

    /// Where `value` stands, also beyond the ends. Where both ends hold one value: the middle.
    #[must_use]
    pub fn place(&self, value: f64) -> f64 {
        let length = self.values.1 - self.values.0;
        let share = if length == 0.0 && !value.is_nan() {
            0.5
        } else {
            (value - self.values.0) / length
        };
        self.places.0 + share * (self.places.1 - self.places.0)
    }

    /// Which value stands at `place`.
    #[must_use]
    pub fn value(&self, place: f64) -> f64 {
        Self::new(self.places, self.values).place(place)
    }

    /// Round values between the ends, rising: multiples of 1, 2 or 5 × a power of ten, about `count`.
    #[must_use]
    pub fn ticks(&self, count: u32) -> Vec<f64> {
        let (low, high) = self.rising();
        let step = nice_step((high - low) / f64::from(count.clamp(1, MOST_TICKS)));
        if !step.is_finite() || step <= 0.0 {
            return if low.is_finite() {
                vec![low]
            } else {
                Vec::new()
            };
        }
        let first = ceil(low / step - 1e-9);
        let last = floor(high / step + 1e-9);
        (0..=2 * MOST_TICKS)
            .map(|index| first + f64::from(index))
            .take_while(|multiple| *multiple <= last)
            .map(|multiple| times(multiple, step))
            .collect()
    }

    /// The same scale with its ends moved outwards to round values.
    #[must_use]
    pub fn nice(&self, count: u32) -> Self {
        let (low, high) = self.rising();
        let step = nice_step((high - low) / f64::from(count.clamp(1, MOST_TICKS)));
        if !step.is_finite() || step <= 0.0 {
            return *self;
        }
        let low = times(floor(low / step + 1e-9), step);
        let high = times(ceil(high / step - 1e-9), step);
        let falling = self.values.0 > self.values.1;
        Self {
            values: if falling { (high, low) } else { (low, high) },
            ..*self
        }
    }

    fn rising(&self) -> (f64, f64) {
        let (first, last) = self.values;
        (first.min(last), first.max(last))
    }
}

/// The nearest of 1, 2 and 5 × a power of ten, by ratio.
fn nice_step(raw: f64) -> f64 {
    let power = pow(10.0, floor(log10(raw)));
    let mantissa = raw / power;
    let round = match mantissa {
        m if m < 1.415 => 1.0,
        m if m < 3.163 => 2.0,
        m if m < 7.072 => 5.0,
        _ => 10.0,
    };
    round * power
}

/// A multiple of a step below one, without the digits that binary fractions add: 3 × 0.1 is 0.3.
fn times(multiple: f64, step: f64) -> f64 {
    let product = if step < 1.0 {
        multiple / libm::round(1.0 / step)
    } else {
        multiple * step
    };
    product + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(low: f64, high: f64, count: u32) -> Vec<f64> {
        Linear::new((low, high), (0.0, 1.0)).ticks(count)
    }

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(ticks(0.0, 100.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(0.0, 0.5, 5), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]);
        assert_eq!(ticks(-3.0, 4.0, 3), [-2.0, 0.0, 2.0, 4.0]);
        assert_eq!(
            ticks(190_000.0, 210_000.0, 2),
            [190_000.0, 200_000.0, 210_000.0]
        );
        assert_eq!(ticks(0.0, 1e12, 2), [0.0, 5e11, 1e12]);
    }

    #[test]
    fn scales_of_one_value_or_none_do_not_fail() {
        assert_eq!(ticks(7.0, 7.0, 5), [7.0]);
        assert!(ticks(f64::NAN, f64::NAN, 5).is_empty());
        assert!(ticks(0.0, f64::INFINITY, 5).len() <= 1);
        let scale = Linear::new((7.0, 7.0), (0.0, 10.0));
        assert_eq!(scale.place(7.0), 5.0);
    }

    #[test]
    fn places_run_either_way() {
        let scale = Linear::new((0.0, 10.0), (100.0, 0.0));
        assert_eq!(scale.place(2.5), 75.0);
        assert_eq!(scale.value(75.0), 2.5);
        assert_eq!(
            Linear::new((0.3, 9.2), (0.0, 1.0)).nice(5).values,
            (0.0, 10.0)
        );
    }
}
