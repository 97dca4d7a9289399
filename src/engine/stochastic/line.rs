//! The waiting line of a station, in whole units.

use std::collections::VecDeque;

use libm::exp2;

use super::binomial;
use super::random::{Luck, Purpose};
use crate::model::{Number, Waiting, WaitingOrder};

/// A day and how often its units were looked at make one number.
const MOST_LOOKS: usize = 1 << 11;

/// What waiting costs at a stage.
#[derive(Clone, Debug)]
pub struct LineRules {
    stage: usize,
    /// The chance to wait through the ends of 0, 1, 2, … days without going cold; empty when nobody does.
    patience: Vec<f64>,
    discard_after: Option<usize>,
}

impl LineRules {
    /// Of the stage at `stage`, over `days` days.
    #[must_use]
    pub fn new(stage: usize, waiting: &Waiting, days: usize) -> Self {
        let half_life = waiting.patience_half_life_days.map(Number::get);
        Self {
            stage,
            patience: half_life.map_or_else(Vec::new, |half_life| {
                let waits = 0..days;
                waits
                    .map(|days| exp2(-super::super::count(days) / half_life))
                    .collect()
            }),
            discard_after: waiting
                .discard_after_days
                .and_then(|days| usize::try_from(days.whole()).ok()),
        }
    }
}

/// Units that wait, by day of arrival; its memory is kept from one trial to the next.
#[derive(Debug, Default)]
pub struct Line {
    batches: VecDeque<Batch>,
}

/// Units that came on one day and are not known to have left the line.
#[derive(Clone, Copy, Debug)]
struct Batch {
    day: usize,
    /// The first end of a day after which nobody looked who is still there.
    unseen_since: usize,
    /// How often somebody looked.
    looks: usize,
    units: f64,
}

/// What a day did to the line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taken {
    /// Units that start.
    pub started: f64,
    /// Units that were found to have gone cold.
    pub went_cold: f64,
}

impl Line {
    /// Nobody waits.
    pub fn clear(&mut self) {
        self.batches.clear();
    }

    /// How many units wait, those included of whom nobody knows yet that they went cold.
    #[must_use]
    pub fn units(&self) -> f64 {
        self.batches.iter().map(|batch| batch.units).sum()
    }

    /// `units` join the line on `day`, the latest day so far.
    pub fn join(&mut self, day: usize, units: f64) {
        if units > 0.0 {
            self.batches.push_back(Batch {
                day,
                unseen_since: day,
                looks: 0,
                units,
            });
        }
    }

    /// Throws away who has waited too long at the end of the day before `day`; returns how many.
    pub fn discard(&mut self, rules: &LineRules, day: usize) -> f64 {
        let mut thrown_away = 0.0;
        let Some(longest) = rules.discard_after else {
            return thrown_away;
        };
        while let Some(oldest) = self.batches.front() {
            if day - oldest.day <= longest {
                break;
            }
            thrown_away += oldest.units;
            self.batches.pop_front();
        }
        thrown_away
    }

    /// Takes up to `most` units to start on `day`, in order, and tells `start` the day on which they came and their
    /// number.
    pub fn take(
        &mut self,
        rules: &LineRules,
        luck: Luck,
        day: usize,
        (most, order): (f64, WaitingOrder),
        mut start: impl FnMut(usize, f64),
    ) -> Taken {
        let mut taken = Taken::default();
        let mut left = most;
        while left > 0.0 {
            let next = match order {
                WaitingOrder::OldestFirst => self.batches.front_mut(),
                WaitingOrder::NewestFirst => self.batches.back_mut(),
            };
            let Some(batch) = next else { break };
            taken.went_cold += batch.look(rules, luck, day);
            let starting = batch.units.min(left);
            batch.units -= starting;
            left -= starting;
            taken.started += starting;
            start(batch.day, starting);
            if batch.units > 0.0 {
                break;
            }
            match order {
                WaitingOrder::OldestFirst => self.batches.pop_front(),
                WaitingOrder::NewestFirst => self.batches.pop_back(),
            };
        }
        taken
    }
}

impl Batch {
    /// Finds out who went cold since somebody looked; returns how many.
    ///
    /// Nobody needs to know that sooner: each unit stays through each end of a day with the same chance, on
    /// its own, so those of n who are there after w of them are binomial with that chance to the power w.
    fn look(&mut self, rules: &LineRules, luck: Luck, day: usize) -> f64 {
        let ends = day - self.unseen_since;
        if ends == 0 || rules.patience.is_empty() {
            return 0.0;
        }
        let stay = rules.patience.get(ends).copied().unwrap_or_default();
        let look = self.day * MOST_LOOKS + self.looks;
        let uniform = luck.uniform(Purpose::Patience, rules.stage, look);
        let still_there = binomial::quantile(self.units, stay, uniform);
        let went_cold = self.units - still_there;
        self.units = still_there;
        self.unseen_since = day;
        self.looks += 1;
        went_cold
    }
}
