//! How far the trials reach, and so the chance of any target.

use crate::engine::{count, percentile};

/// The quantiles lie so many percent apart.
const APART: usize = 5;

/// What an objective comes to in the trials: the least, then what so many percent of the trials stay below, the
/// most; nothing without trials.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reach(pub Vec<f64>);

impl Reach {
    /// How many quantiles there are.
    pub const QUANTILES: usize = 100 / APART + 1;

    /// Of one number a trial.
    #[must_use]
    pub fn of(mut numbers: Vec<f64>) -> Self {
        if numbers.is_empty() {
            return Self::default();
        }
        numbers.sort_unstable_by(f64::total_cmp);
        let quantiles = (0..=100).step_by(APART);
        Self(
            quantiles
                .map(|percent| percentile(&numbers, percent))
                .collect(),
        )
    }

    /// The least and the most of all trials.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        self.0.first().copied().zip(self.0.last().copied())
    }

    /// About the share of trials, 0 to 1, that come to `target` or more: along straight lines between the quantiles.
    #[must_use]
    pub fn chance(&self, target: f64) -> Option<f64> {
        let (least, _) = self.ends()?;
        if target <= least {
            return Some(1.0);
        }
        let steps = count(self.0.len().saturating_sub(1).max(1));
        let pairs = self.0.iter().zip(self.0.iter().skip(1)).enumerate();
        let below = pairs.into_iter().find_map(|(at, (low, high))| {
            let inside = target <= *high;
            inside.then(|| (count(at) + (target - low) / (high - low)) / steps)
        });
        Some(1.0 - below.unwrap_or(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_fall_from_all_trials_to_none() {
        // 0 to 100, evenly: the chance of x or more is 1 − x ÷ 100.
        let reach = Reach::of((0..=100).map(f64::from).collect());
        assert_eq!(reach.0.len(), Reach::QUANTILES);
        assert_eq!(reach.ends(), Some((0.0, 100.0)));
        for (target, chance) in [
            (-1.0, 1.0),
            (0.0, 1.0),
            (37.0, 0.63),
            (95.0, 0.05),
            (100.0, 0.0),
            (101.0, 0.0),
        ] {
            let found = reach.chance(target).unwrap_or(f64::NAN);
            assert!((found - chance).abs() < 1e-12, "{target}: {found}");
        }
    }

    #[test]
    fn trials_that_agree_have_a_step() {
        let reach = Reach::of(vec![7.0; 9]);
        assert_eq!(reach.chance(7.0), Some(1.0));
        assert_eq!(reach.chance(7.1), Some(0.0));
        assert_eq!(Reach::default().chance(1.0), None);
        assert_eq!(Reach::of(Vec::new()), Reach::default());
    }
}
