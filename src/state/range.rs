//! What a slider covers, around the value that it starts from.

use libm::{ceil, floor};

use super::rounding::Direction;
use super::span::Span;
use crate::model::{Document, Field, Limits};

/// The smallest value where a field must be above its lower limit.
const ABOVE: f64 = 0.01;
/// The position nearest to an end.
const BESIDE_END: f64 = 1e-6;

/// The values of a slider, from its left end (position 0) to its right one (position 1).
///
/// A range is made when a movement begins and kept until it ends; the next one lies around the new value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SliderRange {
    span: Span,
    limits: Limits,
}

impl SliderRange {
    /// The range for `field` around `value`. Probabilities go from a quarter of the odds to four times
    /// them, volumes and money from a quarter to four times, days from 0 to four times or 30, small
    /// numbers over what is usual. Where there is nothing to multiply, what is usual: for a limit on a
    /// stage that is what `document` sends there.
    #[must_use]
    pub fn around(field: Field, value: f64, document: &Document) -> Self {
        let limits = field.limits();
        let value = allowed(value, limits);
        Self::new(Span::around(field, value, document), limits)
    }

    /// The range for a volume or an amount of money around `value`; with nothing there, up to what is `usual`.
    #[must_use]
    pub fn of_amount(value: f64, usual: f64, limits: Limits) -> Self {
        let value = allowed(value, limits);
        Self::new(Span::of_amount(value, usual), limits)
    }

    /// The range from one value to another, evenly.
    #[must_use]
    pub fn between(low: f64, high: f64, limits: Limits) -> Self {
        let low = allowed(low, limits);
        // A range has some length.
        let high = if high > low { high } else { low + 1.0 };
        Self::new(Span::even(low, high), limits)
    }

    /// The range of a span, cut to what is allowed.
    fn new(mut span: Span, limits: Limits) -> Self {
        let (least, most) = (lowest(limits), limits.max);
        span.from = span.from.max(span.scale.place(least));
        span.to = span.to.min(span.scale.place(most));
        if limits.whole {
            span.rounding.finest = span.rounding.finest.max(0.0);
            span.low = floor(span.low);
            span.high = ceil(span.high);
        }
        span.low = span.low.clamp(least, most);
        span.high = span.high.clamp(least, most);
        Self { span, limits }
    }

    /// The value at the left end.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.span.low
    }

    /// The value at the right end.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.span.high
    }

    /// The round value at `position`, 0 to 1.
    #[must_use]
    pub fn value_at(&self, position: f64) -> f64 {
        let position = if position.is_nan() { 0.0 } else { position };
        let Span { low, high, .. } = self.span;
        if position <= 0.0 {
            return low;
        }
        if position >= 1.0 {
            return high;
        }
        let Span { from, to, .. } = self.span;
        let value = self.span.scale.value(from + position * (to - from));
        self.span.rounding.round(value).clamp(low, high)
    }

    /// Where `value` stands, 0 to 1; beyond an end, at that end. The ends themselves stand for their
    /// own values only: 0 % may be far from the next value.
    #[must_use]
    pub fn position_of(&self, value: f64) -> f64 {
        if value.is_nan() || value <= self.span.low {
            return 0.0;
        }
        if value >= self.span.high {
            return 1.0;
        }
        let Span { from, to, .. } = self.span;
        let position = (self.span.scale.place(value) - from) / (to - from);
        position.clamp(BESIDE_END, 1.0 - BESIDE_END)
    }

    /// The next round value in a direction, or the tenth one. It may lie outside of the range, never of
    /// the limits, and differs from `value` unless that is at its limit.
    #[must_use]
    pub fn step(&self, value: f64, direction: Direction, big: bool) -> f64 {
        let value = if value.is_nan() { self.span.low } else { value };
        let moved = self.span.rounding.next(value, direction, big);
        let lowest = lowest(self.limits).min(value);
        let lowest = if self.limits.allow(lowest) {
            lowest
        } else {
            self.limits.min
        };
        moved.clamp(lowest, self.limits.max)
    }
}

/// The value that a control can have nearest to `value`.
fn allowed(value: f64, limits: Limits) -> f64 {
    let value = if value.is_nan() { limits.min } else { value };
    value.clamp(lowest(limits), limits.max)
}

/// The least value that a control offers.
fn lowest(limits: Limits) -> f64 {
    if limits.above_min {
        limits.min + ABOVE
    } else {
        limits.min
    }
}
