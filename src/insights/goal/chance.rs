//! How many trials reach a goal.

use super::TOLERANCE;
use crate::engine::{Outcomes, Stochastic, count, percentile};
use crate::model::{Document, Lever, Objective, View};

/// The most trials that are played: the standard error of a share is 2 percentage points then, and half a dozen plans
/// have to be tried while somebody waits.
const MOST_TRIALS: u32 = 500;
/// Trials that are played at a time.
const AT_ONCE: u32 = 10;

/// The trials of a plan, with the luck that every plan has.
#[derive(Debug)]
pub(super) struct Chances {
    run: Stochastic,
    outcomes: Option<Outcomes>,
    objective: Objective,
    wanted: u32,
    played: u32,
}

impl Chances {
    /// Of `document`, which ends with the goal's month; none is played yet.
    pub fn new(document: &Document, levers: &[Lever], view: &View, objective: Objective) -> Self {
        Self {
            run: Stochastic::new(document, levers, view.seed.seed()),
            outcomes: None,
            objective,
            wanted: view.trials.whole().min(MOST_TRIALS),
            played: 0,
        }
    }

    /// Plays a few; whether all have been played.
    pub fn step(&mut self) -> bool {
        let up_to = self.played.saturating_add(AT_ONCE).min(self.wanted);
        let played = self.run.run(self.played..up_to);
        match &mut self.outcomes {
            Some(outcomes) => outcomes.append(&played),
            None => self.outcomes = Some(played),
        }
        self.played = up_to;
        self.played == self.wanted
    }

    /// How many have been played.
    pub const fn played(&self) -> u32 {
        self.played
    }

    /// The share of them, 0 to 1, that come to `amount` or more.
    pub fn share(&self, amount: f64) -> f64 {
        let totals = self.totals();
        // Sums of money carry their rounding.
        let enough = amount * (1.0 - TOLERANCE);
        let reached = totals.iter().filter(|total| **total >= enough).count();
        count(reached) / count(totals.len().max(1))
    }

    /// What so many percent of them stay below.
    pub fn below(&self, percent: usize) -> f64 {
        let mut totals = self.totals();
        totals.sort_unstable_by(f64::total_cmp);
        percentile(&totals, percent)
    }

    fn totals(&self) -> Vec<f64> {
        let outcomes = self.outcomes.as_ref();
        outcomes.map_or_else(Vec::new, |outcomes| outcomes.totals(self.objective))
    }
}
