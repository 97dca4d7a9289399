//! The waiting line of a stage with a limit, in expected numbers.

use std::collections::VecDeque;

use crate::model::{Number, Waiting, WaitingOrder};

/// Units that arrived on one day and still wait.
#[derive(Clone, Copy, Debug)]
pub struct Batch {
    /// The day they arrived.
    pub day: usize,
    /// How many are left.
    pub units: f64,
}

/// Units that wait to start, by day of arrival.
#[derive(Debug)]
pub struct WaitingLine {
    batches: VecDeque<Batch>,
    units: f64,
    /// Share of those waiting at the end of a day that stays.
    staying: f64,
    discard_after: Option<usize>,
}

impl WaitingLine {
    /// An empty line under these rules.
    #[must_use]
    pub fn new(waiting: &Waiting) -> Self {
        Self {
            batches: VecDeque::new(),
            units: 0.0,
            staying: waiting
                .patience_half_life_days
                .map_or(1.0, |half_life| halved(1.0 / half_life.get())),
            discard_after: waiting
                .discard_after_days
                .and_then(|days| usize::try_from(days.whole()).ok()),
        }
    }

    /// How many units wait.
    #[must_use]
    pub fn units(&self) -> f64 {
        self.units
    }

    /// `units` join the line on `day`, the latest day so far.
    pub fn join(&mut self, day: usize, units: f64) {
        if units > 0.0 {
            self.batches.push_back(Batch { day, units });
            self.units += units;
        }
    }

    /// Takes up to `most` units to start, in order, and tells `start` of each batch.
    pub fn take(&mut self, most: f64, order: WaitingOrder, mut start: impl FnMut(Batch)) {
        let mut left = most;
        while left > 0.0 {
            let next = match order {
                WaitingOrder::OldestFirst => self.batches.front_mut(),
                WaitingOrder::NewestFirst => self.batches.back_mut(),
            };
            let Some(batch) = next else { break };
            if batch.units > left {
                batch.units -= left;
                self.units -= left;
                start(Batch {
                    units: left,
                    ..*batch
                });
                break;
            }
            left -= batch.units;
            self.units -= batch.units;
            start(*batch);
            match order {
                WaitingOrder::OldestFirst => self.batches.pop_front(),
                WaitingOrder::NewestFirst => self.batches.pop_back(),
            };
        }
        self.settle();
    }

    /// The end of `day`: some go cold, then those that waited too long are thrown away. Returns how
    /// many left the line.
    pub fn end_day(&mut self, day: usize) -> f64 {
        let mut left = 0.0;
        if self.staying < 1.0 {
            for batch in &mut self.batches {
                let stay = batch.units * self.staying;
                left += batch.units - stay;
                batch.units = stay;
            }
        }
        if let Some(longest) = self.discard_after {
            while let Some(oldest) = self.batches.front() {
                if day - oldest.day < longest {
                    break;
                }
                left += oldest.units;
                self.batches.pop_front();
            }
        }
        self.units -= left;
        self.settle();
        left
    }

    /// Rounding must leave no units in an empty line, and none below zero in a short one.
    fn settle(&mut self) {
        self.units = if self.batches.is_empty() {
            0.0
        } else {
            self.units.max(0.0)
        };
    }
}

/// How conversion falls while a unit waits.
#[derive(Clone, Copy, Debug)]
pub struct Staleness {
    half_life: Option<f64>,
    floor: f64,
}

/// 2^−`times`. Not `libm::exp2`, whose table is 4 KB of noise to a compressor.
fn halved(times: f64) -> f64 {
    libm::exp(-times * std::f64::consts::LN_2)
}

impl Staleness {
    /// By the stage's rules.
    #[must_use]
    pub fn new(waiting: &Waiting) -> Self {
        Self {
            half_life: waiting.stale_half_life_days.map(Number::get),
            floor: waiting.stale_floor.get(),
        }
    }

    /// What is left of its conversion to a unit that waited `days` days: floor + (1 − floor)·2^(−days/half-life).
    #[must_use]
    pub fn freshness(&self, days: usize) -> f64 {
        match self.half_life {
            Some(half_life) if days > 0 => {
                let decay = halved(super::count(days) / half_life);
                self.floor + (1.0 - self.floor) * decay
            }
            _ => 1.0,
        }
    }
}
