//! Random numbers that depend on nothing but the seed, the trial and what they are drawn for.
//!
//! Every draw has a stream of its own, named by its purpose and its place (a stage and a day, say). So
//! two scenarios of one seed see the same luck wherever they do the same, however much the rest of
//! them differs: common random numbers (Glasserman & Yao 1992, doi 10.1287/mnsc.38.6.884). And each
//! draw takes one uniform number through a quantile function, which is monotone in what a lever moves.
//!
//! The generator is SplitMix64 (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195), made to be
//! split: a counter in steps of the golden ratio, passed through a mixing function that spreads any
//! change over all 64 bits. Streams start at mixed, hence unrelated, counters.

use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// What a number is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Units that come to a stage on a day.
    Arrivals = 1,
    /// How many of a day's starts come as far as the next stage that counts.
    Outcomes,
    /// When they arrive there.
    Delays,
    /// On which day of a block of days.
    DaysOfBlock,
    /// Who goes cold while waiting.
    Patience,
    /// Wins of a month.
    Wins,
    /// The days of a month's wins.
    WinDays,
    /// Deal sizes.
    Sizes,
    /// Customers who leave.
    Churn,
    /// Units that started, given what became of them.
    Starts,
    /// Units that started and do not come out within the horizon.
    Stayed,
    /// The channels of a month's leads.
    Channels,
    /// Units of the opening that are counted one by one.
    Opening,
    /// Values that are not known exactly.
    Uncertain,
    /// What the run itself leaves open.
    Ledger,
}

/// The luck of one trial.
#[derive(Clone, Copy, Debug)]
pub struct Luck {
    key: u64,
}

impl Luck {
    /// That of trial `trial`, counted from 0, under `seed`.
    #[must_use]
    pub fn new(seed: u64, trial: u32) -> Self {
        Self {
            key: mixed(mixed(seed) ^ u64::from(trial)),
        }
    }

    /// The stream for `purpose` at `place` (a stage, say) and `time` (a day, say; below 2^32).
    #[must_use]
    pub fn stream(self, purpose: Purpose, place: usize, time: usize) -> Stream {
        let name = (purpose as u64) << 56 ^ (place as u64) << 32 ^ time as u64;
        Stream(SplitMix64::seed_from_u64(mixed(self.key ^ name)))
    }

    /// The first number of such a stream.
    #[must_use]
    pub fn uniform(self, purpose: Purpose, place: usize, time: usize) -> f64 {
        self.stream(purpose, place, time).uniform()
    }
}

/// A sequence of independent numbers.
#[derive(Clone, Debug)]
pub struct Stream(SplitMix64);

impl Stream {
    /// A number between 0 and 1, both excluded: the middle of one of 2^52 equal intervals.
    pub fn uniform(&mut self) -> f64 {
        const INTERVALS: f64 = (1_u64 << 52) as f64;
        ((self.0.next_u64() >> 12) as f64 + 0.5) / INTERVALS
    }
}

/// SplitMix64's mixing of one number.
fn mixed(number: u64) -> u64 {
    SplitMix64::seed_from_u64(number).next_u64()
}
