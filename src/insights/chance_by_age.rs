//! The chance to win of a unit by how long it has been in its stage.

use crate::engine::duration::Duration;
use crate::model::{Days, Stage};

/// Ten years: what takes longer is known to take longer, and no more.
const LONGEST_DAYS: usize = 3650;
/// Of those that advance, the share that has done so by the age after which hardly anything closes.
const NEARLY_ALL: f64 = 0.99;
/// Ages that are told, about.
const POINTS: usize = 60;

/// What becomes of the units of a stage, by age: the days, counted from 0, for which they have been in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChanceByAge {
    /// Probability to advance from the stage: in the first one with the quality of its leads.
    pub conversion: f64,
    /// The later stages' conversions, multiplied.
    pub later: f64,
    /// Whether the lost take other days than those that advance. Where they do not, an age says nothing: the chance
    /// stays what it is to the end.
    pub depends_on_age: bool,
    /// The first age by which 99 % of those that advance have done so; none where nobody does, or where it is more
    /// than ten years.
    pub nearly_last: Option<usize>,
    /// The first age at which nobody who is still there advances: the end of the days on the lattice of whole days.
    /// None where nobody advances at any age, or where it is more than ten years.
    pub last: Option<usize>,
    advancing: Vec<f64>,
    lost: Vec<f64>,
}

/// A unit of one age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgePoint {
    /// Days in the stage.
    pub days: usize,
    /// Its chance to be won, 0 to 1.
    pub chance: f64,
    /// The share of those that start the stage who are still there after so many days, 0 to 1.
    pub still_there: f64,
}

impl ChanceByAge {
    /// Of a `stage` from which `conversion` advances, and `later` of those are won.
    pub(super) fn new(stage: &Stage, conversion: f64, later: f64) -> Self {
        let advancing = longer_than(stage.days);
        let lost = stage
            .lost_days
            .map_or_else(|| advancing.clone(), longer_than);
        let somebody = conversion > 0.0;
        let first_below = |share: f64| {
            let found = advancing.iter().position(|longer| *longer <= share);
            found.filter(|_| somebody)
        };
        Self {
            conversion,
            later,
            depends_on_age: advancing != lost,
            nearly_last: first_below(1.0 - NEARLY_ALL),
            last: first_below(0.0),
            advancing,
            lost,
        }
    }

    /// The chance to be won of a unit that has just started the stage: p × the later conversions.
    #[must_use]
    pub fn at_start(&self) -> f64 {
        self.conversion * self.later
    }

    /// The shares of those that advance, and of those that are lost, who take more than `days` days.
    #[must_use]
    pub fn still_there(&self, days: usize) -> [f64; 2] {
        let of = |longer: &[f64]| longer.get(days).copied().unwrap_or_default();
        [of(&self.advancing), of(&self.lost)]
    }

    /// The chance to be won of a unit that is still there after `days` days:
    /// p·A ÷ (p·A + (1 − p)·L) × the later conversions, where A and L are the shares of those that advance and of
    /// those that are lost who take longer. None where nobody is still there.
    #[must_use]
    pub fn chance(&self, days: usize) -> Option<f64> {
        let [advancing, lost] = self.still_there(days);
        let (forward, away) = (self.conversion * advancing, (1.0 - self.conversion) * lost);
        let there = forward + away;
        let share = if self.depends_on_age {
            forward / there
        } else {
            self.conversion
        };
        (there > 0.0).then_some(share * self.later)
    }

    /// About sixty ages, evenly from 0 to the end of the days, or to twice the age by which nearly all have
    /// advanced where that comes first; those at which nobody is there are left out.
    #[must_use]
    pub fn points(&self) -> Vec<AgePoint> {
        let longest = self.advancing.len().max(self.lost.len());
        let shown = self
            .nearly_last
            .map_or(longest, |days| longest.min(2 * days + 1));
        let step = (shown / POINTS).max(1);
        let ages = (0..shown).step_by(step);
        ages.filter_map(|days| {
            let [advancing, lost] = self.still_there(days);
            Some(AgePoint {
                days,
                chance: self.chance(days)?,
                still_there: self.conversion * advancing + (1.0 - self.conversion) * lost,
            })
        })
        .collect()
    }

    /// Mean days for which a unit that will advance is in the stage.
    #[must_use]
    pub fn mean_days(&self) -> f64 {
        self.advancing.iter().sum()
    }
}

/// The shares that take more than 0, 1, 2, … days; the last one is 0, unless that is more than ten years.
fn longer_than(days: Days) -> Vec<f64> {
    let duration = Duration::new(days.mean.middle(), days.variation.get(), LONGEST_DAYS);
    duration.longer_than_each().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Conversion, Number, Uncertain};

    fn days(mean: f64, variation: f64) -> Days {
        Days {
            mean: Uncertain::Known(Number::nearest(mean)),
            variation: Number::nearest(variation),
        }
    }

    fn stage(advancing: Days, lost: Option<Days>) -> Stage {
        Stage {
            days: advancing,
            lost_days: lost,
            ..Stage::new("", Conversion::Rate(Uncertain::Known(Number::nearest(0.4))))
        }
    }

    #[test]
    fn days_beyond_ten_years_have_no_end() {
        let ages = ChanceByAge::new(&stage(days(3650.0, 1.0), None), 0.4, 0.5);
        assert_eq!((ages.nearly_last, ages.last), (None, None));
        assert_eq!(ages.chance(3000), Some(0.4 * 0.5));
        assert!(ages.points().len() <= POINTS + 2);
    }

    #[test]
    fn exact_days_end_on_their_day() {
        let ages = ChanceByAge::new(&stage(days(3.0, 0.0), None), 0.4, 0.5);
        assert_eq!((ages.nearly_last, ages.last), (Some(3), Some(3)));
        assert_eq!((ages.chance(2), ages.chance(3)), (Some(0.2), None));
        // Those that are lost stay ten days: from the third on nobody who is there is won.
        let ages = ChanceByAge::new(&stage(days(3.0, 0.0), Some(days(10.0, 0.0))), 0.4, 0.5);
        assert_eq!((ages.chance(2), ages.chance(3)), (Some(0.2), Some(0.0)));
        assert_eq!(ages.chance(10), None);
        assert!((ages.mean_days() - 3.0).abs() < 1e-12);
    }
}
