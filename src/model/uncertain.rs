//! Values that are known exactly, as an interval, or as counted evidence.

use super::number::kinds::{Count, Sample, Share};
use super::number::{Number, Range};

/// A number, or the interval that holds it with 8 chances in 10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Uncertain<R: Range> {
    /// Known exactly.
    Known(Number<R>),
    /// Between the 10th and the 90th percentile, `low` < `high`, both strictly inside the limits.
    Between { low: Number<R>, high: Number<R> },
}

impl<R: Range> Uncertain<R> {
    /// The median, which the expected run uses: the value itself, or the interval's middle on the
    /// logit scale (probabilities) or the log scale (everything else).
    #[must_use]
    pub fn middle(self) -> f64 {
        match self {
            Self::Known(number) => number.get(),
            Self::Between { low, high } if R::IS_PROBABILITY => logit_middle(low.get(), high.get()),
            Self::Between { low, high } => libm::sqrt(low.get()) * libm::sqrt(high.get()),
        }
    }
}

/// The probability whose log odds lie halfway: √(o₁o₂) ÷ (1 + √(o₁o₂)) with o = p ÷ (1 − p).
fn logit_middle(low: f64, high: f64) -> f64 {
    let odds = libm::sqrt(low / (1.0 - low) * (high / (1.0 - high)));
    odds / (1.0 + odds)
}

impl<R: Range> From<Number<R>> for Uncertain<R> {
    fn from(number: Number<R>) -> Self {
        Self::Known(number)
    }
}

/// The probability of advancing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Conversion {
    /// A rate, or an interval of it.
    Rate(Uncertain<Share>),
    /// So many of so many were seen to advance; `advanced` ≤ `of`.
    Counted {
        advanced: Number<Count>,
        of: Number<Sample>,
    },
}

impl Conversion {
    /// What the expected run uses: the rate's middle, or the counted share.
    #[must_use]
    pub fn middle(self) -> f64 {
        match self {
            Self::Rate(rate) => rate.middle(),
            Self::Counted { advanced, of } => advanced.get() / of.get(),
        }
    }
}

impl From<Number<Share>> for Conversion {
    fn from(share: Number<Share>) -> Self {
        Self::Rate(Uncertain::Known(share))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn middles_are_medians() {
        let share = |value| Number::<Share>::nearest(value);
        let rate = Uncertain::Between {
            low: share(0.2),
            high: share(0.5),
        };
        // Odds 1/4 and 1: the middle odds are 1/2.
        assert!((rate.middle() - 1.0 / 3.0).abs() < 1e-15);
        let leads = Uncertain::<super::super::number::kinds::UnitsPerMonth>::Between {
            low: Number::nearest(100.0),
            high: Number::nearest(400.0),
        };
        assert!((leads.middle() - 200.0).abs() < 1e-12);
    }
}
