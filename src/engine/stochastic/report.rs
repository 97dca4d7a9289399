//! What a stochastic run tells.

use crate::model::Month;

/// Means and percentiles of a run's trials.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StochasticReport {
    /// How many trials there were.
    pub trials: usize,
    /// The seed of their random numbers.
    pub seed: u64,
    /// Each month of the horizon.
    pub months: Vec<Period>,
    /// Every three months from the first one on; the last ones may be fewer.
    pub quarters: Vec<Period>,
    /// Every twelve months from the first one on; the last ones may be fewer.
    pub years: Vec<Period>,
    /// The whole horizon.
    pub totals: Period,
}

/// Months in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Period {
    /// The first of them.
    pub first_month: Month,
    /// How many they are.
    pub months: usize,
    /// Units won.
    pub won: Summary,
    /// Value of the deals won.
    pub bookings: Summary,
    /// Payments received.
    pub cash: Summary,
    /// Gross margin × cash − cost.
    pub profit: Summary,
}

/// The mean and percentiles of a number over the trials; all 0 of no trials.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// The arithmetic mean.
    pub mean: f64,
    /// One trial in ten is below.
    pub p10: f64,
    /// One trial in four is below.
    pub p25: f64,
    /// The median.
    pub p50: f64,
    /// One trial in four is above.
    pub p75: f64,
    /// One trial in ten is above.
    pub p90: f64,
}

impl Summary {
    /// Of one number a trial.
    #[must_use]
    pub fn of(mut numbers: Vec<f64>) -> Self {
        let sum: f64 = numbers.iter().sum();
        let mean = sum / super::super::count(numbers.len().max(1));
        numbers.sort_unstable_by(f64::total_cmp);
        Self {
            mean,
            p10: percentile(&numbers, 10),
            p25: percentile(&numbers, 25),
            p50: percentile(&numbers, 50),
            p75: percentile(&numbers, 75),
            p90: percentile(&numbers, 90),
        }
    }
}

/// A percentile of sorted numbers, 0 of none; interpolated linearly between order statistics: the one at (n − 1)·percent/100, counted from 0 (type 7
/// of Hyndman & Fan 1996, doi 10.2307/2684934).
#[must_use]
pub fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let hundredths = sorted.len().saturating_sub(1) * percent;
    let (below, rest) = (hundredths / 100, hundredths % 100);
    let at = |index: usize| sorted.get(index).copied();
    match (at(below), at(below + 1)) {
        (Some(low), Some(high)) => low + (high - low) * super::super::count(rest) / 100.0,
        (Some(only), None) => only,
        (None, _) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_lie_between_order_statistics() {
        let summary = Summary::of(vec![4.0, 1.0, 3.0, 2.0]);
        assert_eq!(summary.mean, 2.5);
        assert!((summary.p10 - 1.3).abs() < 1e-15);
        assert_eq!(summary.p50, 2.5);
        assert!((summary.p90 - 3.7).abs() < 1e-15);
        assert_eq!(Summary::of(vec![7.0]).p90, 7.0);
        assert_eq!(Summary::of(Vec::new()), Summary::default());
    }
}
