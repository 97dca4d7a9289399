//! How long won units take from first contact to the day they are won: not the mean alone, but all of them.

use crate::engine::count;
use crate::engine::deal_plan::whole;
use crate::engine::duration::Duration;
use crate::engine::stage_flow::StageFlow;
use crate::engine::{Flows, Simulator};
use crate::model::Document;

/// What may be missing of a share by rounding alone.
const ROUNDING: f64 = 1e-9;

/// The days from first contact to won, by share of the won units.
///
/// The sum of the stages, each its wait and its days, taken as independent of each other. The waits are those of
/// the units of the horizon that start and advance; the days are the stage's own, as far as they go.
#[derive(Clone, Debug, PartialEq)]
pub struct CycleDistribution {
    /// Shares that take exactly 0, 1, 2, … days.
    exactly: Vec<f64>,
    mean: f64,
}

impl CycleDistribution {
    /// Ten years: longer cycles are known to be longer, and no more.
    pub const LONGEST_DAYS: usize = 3650;
    /// Wins are counted within so many days where the visitor has not said within how many.
    pub const DEFAULT_WITHIN_DAYS: f64 = 90.0;

    /// Nothing takes any time yet.
    pub(super) fn at_once() -> Self {
        Self {
            exactly: vec![1.0],
            mean: 0.0,
        }
    }

    /// Of the baseline of `document`.
    pub fn of(simulator: &mut Simulator, document: &Document) -> Self {
        let flows = simulator.flows(document, &[]);
        (0..flows.stages.len()).fold(Self::at_once(), |cycle, stage| {
            cycle.then(document, &flows, stage)
        })
    }

    /// With one more stage to go through.
    pub(super) fn then(self, document: &Document, flows: &Flows, stage: usize) -> Self {
        match (flows.stages.get(stage), document.stages.get(stage)) {
            (Some(flow), Some(stage)) => {
                let waits = shares_by_wait(flow);
                let (mean, variation) = (stage.days.mean.middle(), stage.days.variation.get());
                let days = Duration::new(mean, variation, Self::LONGEST_DAYS);
                Self {
                    mean: self.mean + mean_of(&waits) + mean,
                    exactly: sum(&sum(&self.exactly, &waits), days.exactly()),
                }
            }
            _ => self,
        }
    }

    /// The share of the won units that are won within so many days of first contact, whole and at most
    /// [ten years](Self::LONGEST_DAYS): 0 to 1.
    #[must_use]
    pub fn share_within(&self, days: f64) -> f64 {
        let days = whole(days);
        let within = self.exactly.iter().take(days.saturating_add(1));
        within.sum::<f64>().min(1.0)
    }

    /// The days within which `share` of the won units are won: the first whole day by whose end they are. None
    /// where that takes longer than [ten years](Self::LONGEST_DAYS).
    #[must_use]
    pub fn days_for(&self, share: f64) -> Option<usize> {
        let mut so_far = 0.0;
        self.exactly.iter().position(|exactly| {
            so_far += exactly;
            so_far >= share - ROUNDING
        })
    }

    /// Their mean days. It differs from the pieces' where a line grows or goes cold: those count whoever still
    /// waits, here are only those that have started.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }
}

/// Shares of the advancing units that waited 0, 1, 2, … days.
fn shares_by_wait(flow: &StageFlow) -> Vec<f64> {
    let mut waits = flow.advancing_by_wait();
    let all: f64 = waits.iter().sum();
    if all <= 0.0 {
        return vec![1.0];
    }
    for units in &mut waits {
        *units /= all;
    }
    waits
}

fn mean_of(shares: &[f64]) -> f64 {
    let days = shares.iter().enumerate();
    days.map(|(day, share)| count(day) * share).sum()
}

/// The distribution of the sum of two, as far as it is kept.
fn sum(left: &[f64], right: &[f64]) -> Vec<f64> {
    let longest = left.len() + right.len() - 1;
    let mut both = vec![0.0; longest.min(CycleDistribution::LONGEST_DAYS + 1)];
    for (days, share) in left.iter().enumerate() {
        if *share > 0.0 {
            let from_day = both.get_mut(days..).unwrap_or_default();
            for (both, other) in from_day.iter_mut().zip(right) {
                *both += share * other;
            }
        }
    }
    both
}
