//! Numbers that are known to lie in their allowed range.
//!
//! A raw `f64` enters through [`Number::new`] and nowhere else, so whatever holds a `Number<Share>`
//! holds a share between 0 and 1. The ranges are those of the scenario document.

use std::fmt;
use std::marker::PhantomData;

/// The values that a number of the document may take, both ends included unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Smallest allowed value.
    pub min: f64,
    /// Largest allowed value.
    pub max: f64,
    /// Whether `min` itself is excluded.
    pub above_min: bool,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
}

impl Limits {
    const fn closed(min: f64, max: f64) -> Self {
        Self {
            min,
            max,
            above_min: false,
            whole: false,
        }
    }

    const fn whole(min: f64, max: f64) -> Self {
        Self {
            whole: true,
            ..Self::closed(min, max)
        }
    }

    /// Whether `value` is allowed. NaN never is.
    #[must_use]
    pub fn allow(&self, value: f64) -> bool {
        let above = if self.above_min {
            value > self.min
        } else {
            value >= self.min
        };
        above && value <= self.max && (!self.whole || value.fract() == 0.0)
    }

    /// Whether `value` lies strictly between the ends, as the ends of an interval must.
    #[must_use]
    pub fn allow_inside(&self, value: f64) -> bool {
        value > self.min && value < self.max
    }
}

/// A kind of number: its limits, and whether it is a probability.
pub trait Range: Copy + fmt::Debug + PartialEq + 'static {
    /// What the document allows.
    const LIMITS: Limits;
    /// Probabilities are interpolated on the logit scale, everything else on the log scale.
    const IS_PROBABILITY: bool = false;
}

/// A value that lies in the limits of `R`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Number<R: Range> {
    value: f64,
    range: PhantomData<R>,
}

impl<R: Range> Number<R> {
    /// Takes `value` if it is allowed, else says what is. Negative zero becomes zero.
    ///
    /// # Errors
    /// The limits of `R`, when `value` lies outside of them or is NaN.
    pub fn new(value: f64) -> Result<Self, Limits> {
        if R::LIMITS.allow(value) {
            Ok(Self::known(value + 0.0))
        } else {
            Err(R::LIMITS)
        }
    }

    /// The allowed value nearest to `value`; the smallest one for NaN.
    #[must_use]
    pub fn nearest(value: f64) -> Self {
        let limits = R::LIMITS;
        let rounded = if limits.whole {
            libm::round(value)
        } else {
            value
        };
        let clamped = if rounded.is_nan() {
            limits.min
        } else {
            rounded.clamp(limits.min, limits.max)
        };
        if limits.above_min && clamped == limits.min {
            Self::known((limits.max - limits.min) * 1e-6 + limits.min)
        } else {
            Self::known(clamped + 0.0)
        }
    }

    const fn known(value: f64) -> Self {
        Self {
            value,
            range: PhantomData,
        }
    }

    /// The plain number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.value
    }

    /// The plain number of a whole range, as the engine counts with it.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub const fn whole(self) -> u32 {
        // Saturating by definition; every whole range fits.
        self.value as u32
    }
}

/// Declares the kinds of numbers, one line each: name, what it is, limits.
pub mod kinds {
    use super::{Limits, Number, Range};

    /// A share or probability, 0 to 1.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Share;
    impl Range for Share {
        const LIMITS: Limits = Limits::closed(0.0, 1.0);
        const IS_PROBABILITY: bool = true;
    }

    /// Leads or units a calendar month.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct UnitsPerMonth;
    impl Range for UnitsPerMonth {
        const LIMITS: Limits = Limits::closed(0.0, 1e9);
    }

    /// Relative growth from month to month.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Growth;
    impl Range for Growth {
        const LIMITS: Limits = Limits::closed(-0.9, 1.0);
    }

    /// A factor on a month's leads, or on a channel's first conversion.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Factor;
    impl Range for Factor {
        const LIMITS: Limits = Limits::closed(0.0, 100.0);
    }

    /// Exponent by which extra leads get dearer.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct PriceElasticity;
    impl Range for PriceElasticity {
        const LIMITS: Limits = Limits::closed(0.0, 10.0);
    }

    /// Exponent by which extra leads get poorer.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct QualityElasticity;
    impl Range for QualityElasticity {
        const LIMITS: Limits = Limits::closed(0.0, 0.99);
    }

    /// A mean duration in days.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct MeanDays;
    impl Range for MeanDays {
        const LIMITS: Limits = Limits::closed(0.0, 3650.0);
    }

    /// Coefficient of variation of a duration: standard deviation ÷ mean.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct DaysVariation;
    impl Range for DaysVariation {
        const LIMITS: Limits = Limits::closed(0.0, 3.0);
    }

    /// Coefficient of variation of the deal size: standard deviation ÷ mean.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct SizeVariation;
    impl Range for SizeVariation {
        const LIMITS: Limits = Limits::closed(0.0, 10.0);
    }

    /// Days after which half of something is gone.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct HalfLifeDays;
    impl Range for HalfLifeDays {
        const LIMITS: Limits = Limits {
            above_min: true,
            ..Limits::closed(0.0, 3650.0)
        };
    }

    /// A delay of whole days.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct WholeDays;
    impl Range for WholeDays {
        const LIMITS: Limits = Limits::whole(0.0, 3650.0);
    }

    /// A number of deals or customers.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Count;
    impl Range for Count {
        const LIMITS: Limits = Limits::whole(0.0, 1e9);
    }

    /// A number of trials seen, at least one.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Sample;
    impl Range for Sample {
        const LIMITS: Limits = Limits::whole(1.0, 1e9);
    }

    /// An amount of money in the document's currency.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Money;
    impl Range for Money {
        const LIMITS: Limits = Limits::closed(0.0, 1e12);
    }

    /// What one step of improvement costs a month: more than nothing, since gains are divided by it.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Price;
    impl Range for Price {
        const LIMITS: Limits = Limits {
            above_min: true,
            ..Limits::closed(0.0, 1e12)
        };
    }

    /// Relative growth of a customer's monthly price.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Expansion;
    impl Range for Expansion {
        const LIMITS: Limits = Limits::closed(-0.5, 0.5);
    }

    /// Months of a contract.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct ContractMonths;
    impl Range for ContractMonths {
        const LIMITS: Limits = Limits::whole(1.0, 120.0);
    }

    /// Months that are simulated.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct HorizonMonths;
    impl Range for HorizonMonths {
        const LIMITS: Limits = Limits::whole(1.0, 60.0);
    }

    /// The month, counted from 0, in which a lever starts.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct StartMonth;
    impl Range for StartMonth {
        const LIMITS: Limits = Limits::whole(0.0, 59.0);
    }

    /// Months over which a lever comes into force.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct RampMonths;
    impl Range for RampMonths {
        const LIMITS: Limits = Limits::whole(0.0, 60.0);
    }

    /// Scenarios that are not compared: a bit for each of 20.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct LeftOut;
    impl Range for LeftOut {
        const LIMITS: Limits = Limits::whole(0.0, 1_048_575.0);
    }

    /// What a lever multiplies leads by.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct LeadsFactor;
    impl Range for LeadsFactor {
        const LIMITS: Limits = Limits::closed(0.0, 1000.0);
    }

    /// What a lever multiplies days by.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct DaysFactor;
    impl Range for DaysFactor {
        const LIMITS: Limits = Limits::closed(0.0, 10.0);
    }

    /// Where the random numbers start: a whole number that JSON carries exactly.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Seed;
    impl Range for Seed {
        const LIMITS: Limits = Limits::whole(0.0, 9_007_199_254_740_991.0);
    }

    /// How many times chance is played out.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Trials;
    impl Range for Trials {
        const LIMITS: Limits = Limits::whole(1.0, 100_000.0);
    }

    /// What an objective is meant to reach: deals, or an amount of money.
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Goal;
    impl Range for Goal {
        const LIMITS: Limits = Limits::closed(0.0, 1e15);
    }

    impl Number<Seed> {
        /// The seed as a generator takes it.
        #[must_use]
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        pub const fn seed(self) -> u64 {
            // Exact: a whole number below 2^53.
            self.value as u64
        }
    }

    impl<R: Range> Default for Number<R> {
        /// The allowed value nearest to zero.
        fn default() -> Self {
            Self::nearest(0.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::kinds::{Count, HalfLifeDays, Share};
    use super::*;

    #[test]
    fn ends_are_allowed_and_beyond_is_not() {
        assert_eq!(Number::<Share>::new(1.0).map(Number::get), Ok(1.0));
        assert!(Number::<Share>::new(1.0 + f64::EPSILON).is_err());
        assert!(Number::<Share>::new(f64::NAN).is_err());
        assert!(Number::<HalfLifeDays>::new(0.0).is_err());
        assert!(Number::<Count>::new(1.5).is_err());
    }

    #[test]
    fn negative_zero_becomes_zero() {
        let zero = Number::<Share>::new(-0.0).map(Number::get).unwrap_or(1.0);
        assert!(zero.is_sign_positive());
    }

    #[test]
    fn nearest_is_always_allowed() {
        for value in [-1e300, -0.4, 0.0, 0.6, 1e300, f64::NAN, f64::INFINITY] {
            assert!(Share::LIMITS.allow(Number::<Share>::nearest(value).get()));
            assert!(HalfLifeDays::LIMITS.allow(Number::<HalfLifeDays>::nearest(value).get()));
            assert!(Count::LIMITS.allow(Number::<Count>::nearest(value).get()));
        }
    }
}
