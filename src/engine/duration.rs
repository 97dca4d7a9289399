//! Gamma durations put on whole days without moving their mean.

use std::rc::Rc;

use super::gamma::{Around, Gamma};

/// What is left beyond the last day kept.
const CUT_OFF: f64 = 1e-9;
/// Kernels kept for the next run: more than a sweep over one field needs.
const MOST_CACHED: usize = 160;

/// The shares of units that take 0, 1, 2, … whole days.
///
/// P(k) = E[max(0, 1 − |X − k|)], so that the mean stays what was entered. With H(x) = E[max(0, X − x)]
/// the share that takes more than k days is H(k) − H(k + 1), with L(x) = E[max(0, x − X)] the share of the
/// others is L(k + 1) − L(k), and P is their difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {
    exactly: Vec<f64>,
    longer_than: Vec<f64>,
    mean: f64,
}

impl Duration {
    /// By mean (days) and coefficient of variation, as far as `horizon` days.
    #[must_use]
    pub fn new(mean: f64, variation: f64, horizon: usize) -> Self {
        let mut duration = Self {
            exactly: Vec::new(),
            longer_than: Vec::new(),
            mean: 0.0,
        };
        let around = around(mean, variation);
        let mut here = around(0.0);
        let mut longer_before = 1.0;
        let mut at_most_before = 0.0;
        for day in 0..=horizon {
            let next = around(super::count(day + 1));
            // Below the mean counted from below, beyond it from above: so both tails keep their digits.
            let is_below = super::count(day + 1) <= mean;
            let at_most = next.shortfall - here.shortfall;
            let longer = if is_below {
                1.0 - at_most
            } else {
                here.excess - next.excess
            };
            // What rounding leaves below zero or above the share of the day before is nothing.
            let longer = longer.clamp(0.0, longer_before);
            here = next;
            if longer < CUT_OFF {
                duration.exactly.push(longer_before);
                duration.longer_than.push(0.0);
                duration.mean = duration.longer_than.iter().sum();
                return duration;
            }
            let exactly = if is_below {
                (at_most - at_most_before).max(0.0)
            } else {
                longer_before - longer
            };
            duration.exactly.push(exactly);
            duration.longer_than.push(longer);
            longer_before = longer;
            at_most_before = at_most;
        }
        duration.mean = mean;
        duration
    }

    /// Share of units that take exactly 0, 1, 2, … days. Ends with the last day kept or the horizon.
    #[must_use]
    pub fn exactly(&self) -> &[f64] {
        &self.exactly
    }

    /// Share of units that take more than `days` days.
    #[must_use]
    pub fn longer_than(&self, days: usize) -> f64 {
        self.longer_than.get(days).copied().unwrap_or_default()
    }

    /// Shares of units that take more than 0, 1, 2, … days.
    #[must_use]
    pub fn longer_than_each(&self) -> &[f64] {
        &self.longer_than
    }

    /// Mean number of days.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }
}

/// What the duration has around a point, also one that is exact or nothing.
fn around(mean: f64, variation: f64) -> impl Fn(f64) -> Around {
    let gamma = (mean > 0.0 && variation > 0.0).then(|| Gamma::new(mean, variation));
    move |x| match gamma {
        Some(gamma) => gamma.around(x),
        None if x < mean => Around::below(mean, x, 0.0),
        None => Around::above(mean, x, 0.0),
    }
}

/// Durations made before, by mean, coefficient of variation and horizon.
#[derive(Debug, Default)]
pub struct Durations {
    made: Vec<(f64, f64, usize, Rc<Duration>)>,
}

impl Durations {
    /// The duration with these parameters; made once.
    pub fn get(&mut self, mean: f64, variation: f64, horizon: usize) -> Rc<Duration> {
        let same = |made: &&(f64, f64, usize, Rc<Duration>)| {
            made.0 == mean && made.1 == variation && made.2 == horizon
        };
        if let Some((_, _, _, duration)) = self.made.iter().find(same) {
            return Rc::clone(duration);
        }
        if self.made.len() >= MOST_CACHED {
            self.made.drain(..MOST_CACHED / 2);
        }
        let duration = Rc::new(Duration::new(mean, variation, horizon));
        self.made
            .push((mean, variation, horizon, Rc::clone(&duration)));
        duration
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_of(duration: &Duration) -> f64 {
        let days = duration.exactly().iter().enumerate();
        days.map(|(day, share)| super::super::count(day) * share)
            .sum()
    }

    #[test]
    fn the_mean_is_kept_and_the_shares_add_up() {
        for (mean, variation) in [
            (0.0, 0.5),
            (0.3, 0.0),
            (7.0, 0.5),
            (7.0, 1.0),
            (90.0, 2.0),
            (4.5, 0.0),
            (12.0, 0.001),
        ] {
            let duration = Duration::new(mean, variation, 100_000);
            let total: f64 = duration.exactly().iter().sum();
            assert!((total - 1.0).abs() < 1e-12, "{mean} {variation}: {total}");
            assert!(
                (mean_of(&duration) - mean).abs() < 1e-5 * mean.max(1.0),
                "{mean} {variation}"
            );
            assert!((mean_of(&duration) - duration.mean()).abs() < 1e-8 * mean.max(1.0));
        }
    }

    #[test]
    fn an_exact_duration_falls_on_its_day_or_the_two_around_it() {
        assert_eq!(Duration::new(3.0, 0.0, 365).exactly(), [0.0, 0.0, 0.0, 1.0]);
        assert_eq!(Duration::new(1.25, 0.0, 365).exactly(), [0.0, 0.75, 0.25]);
        assert_eq!(Duration::new(0.0, 0.5, 365).exactly(), [1.0]);
    }

    #[test]
    fn a_short_horizon_keeps_the_shares_of_a_long_one() {
        let long = Duration::new(50.0, 1.0, 10_000);
        let short = Duration::new(50.0, 1.0, 30);
        assert_eq!(short.exactly(), &long.exactly()[..31]);
        assert!((short.longer_than(30) - long.longer_than(30)).abs() < 1e-15);
    }
}
