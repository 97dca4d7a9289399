//! Days of arrival put into blocks where they spread over many.

use std::ops::Range;

use super::binomial::Chance;
use super::chances::Chances;
use super::random::{Luck, Purpose};

/// Arrivals of a day that spread over this many days at least are put into blocks.
const MANY_DAYS: usize = 24;
/// A block has this share of those days at most.
const SHARE: usize = 6;
/// A day's arrivals that come after this share of them are not counted to its spread.
const TAIL: f64 = 1e-3;

/// Blocks of days, which save a draw a day for each day of starting.
///
/// Units that start on a day are spread over the days of its own block, and over the later blocks as
/// wholes; nobody arrives before he starts. What arrives in a block from earlier ones is put on its days
/// once, with the mean chances of all days of starting. So every unit arrives, no block's count is
/// changed, and neither is any day's mean where starts are even; a single start is smeared over the days of
/// its block, an eighth of its spread.
#[derive(Clone, Debug)]
pub struct Blocks {
    days: usize,
    length: usize,
    /// For each day, the chance of a unit that arrives in its block from earlier ones, and not on an earlier
    /// day, to arrive on it.
    here: Vec<Chance>,
}

impl Blocks {
    /// For these chances of each starting day, if they spread over many of `days` days.
    #[must_use]
    pub fn new(chances: &[Chances], days: usize) -> Option<Self> {
        let spread = chances.iter().map(spread).max()?;
        if chances.len() < 2 || spread < MANY_DAYS {
            return None;
        }
        let mut blocks = Self {
            days,
            length: spread / SHARE,
            here: Vec::new(),
        };
        let mut arriving = vec![0.0; days];
        for (start, chances) in chances.iter().enumerate() {
            for (day, share) in chances
                .each()
                .skip_while(|(day, _)| *day < blocks.end_of(start))
            {
                if let Some(sum) = arriving.get_mut(day) {
                    *sum += share;
                }
            }
        }
        for block in arriving.chunks(blocks.length) {
            let mut left: f64 = block.iter().sum();
            for here in block {
                let chance = if left > 0.0 {
                    (here / left).min(1.0)
                } else {
                    1.0
                };
                blocks.here.push(Chance::new(chance));
                left = (left - here).max(0.0);
            }
        }
        Some(blocks)
    }

    /// How many blocks there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.days.div_ceil(self.length)
    }

    /// The day after the block of `day`.
    fn end_of(&self, day: usize) -> usize {
        (day / self.length + 1) * self.length
    }

    /// Whether days may be sent together as far as days go: in one block, of which almost nobody arrives.
    #[must_use]
    pub fn may_take_together(&self, chances: &[Chances], first: usize, next: usize) -> bool {
        let stays = |day: usize| {
            chances.get(day).is_some_and(|chances| {
                let early = chances
                    .each()
                    .take_while(|(day, _)| *day < self.end_of(first));
                let early: f64 = early.map(|(_, share)| share).sum();
                early > chances.total() * TAIL
            })
        };
        self.end_of(first) == self.end_of(next) && !stays(first) && !stays(next)
    }

    /// The cells that units of a group of days arrive in, of which `last` is the last: days, and blocks after the
    /// last day. Nobody arrives before the group has started.
    pub fn cells_of(&self, chances: &Chances, last: usize) -> Vec<(usize, f64)> {
        let end = self.end_of(last);
        let mut cells: Vec<(usize, f64)> = Vec::new();
        for (arrival, share) in chances.each() {
            let cell = if arrival < end {
                arrival.max(last)
            } else {
                self.days + arrival / self.length
            };
            match cells.last_mut() {
                Some((last, sum)) if *last == cell => *sum += share,
                _ => cells.push((cell, share)),
            }
        }
        cells
    }

    /// The days of each block.
    pub fn each(&self) -> impl Iterator<Item = Range<usize>> {
        let firsts = (0..self.days).step_by(self.length);
        firsts.map(|first| first..(first + self.length).min(self.days))
    }

    /// Puts what arrived in blocks on their days.
    pub fn settle(&self, luck: Luck, stage: usize, target: &mut [f64]) {
        let Some((days, blocks)) = target.split_at_mut_checked(self.days) else {
            return;
        };
        let places = days
            .chunks_mut(self.length)
            .zip(self.here.chunks(self.length));
        for (block, (&units, (days, here))) in blocks.iter().zip(places).enumerate() {
            let mut stream = luck.stream(Purpose::DaysOfBlock, stage, block);
            let mut left = units;
            for (day, here) in days.iter_mut().zip(here) {
                if left <= 0.0 {
                    break;
                }
                let arrived = here.quantile(left, stream.uniform());
                *day += arrived;
                left -= arrived;
            }
            // Rounding may keep the last day's chance from 1.
            if let Some(last) = days.last_mut() {
                *last += left;
            }
        }
    }
}

/// The number of days that most of the arrivals of one day fall on.
fn spread(chances: &Chances) -> usize {
    let least = chances.total() * TAIL;
    let mut before = 0.0;
    let from = chances.shares.iter().position(|share| {
        before += share;
        before > least
    });
    let mut after = 0.0;
    let to = chances.shares.iter().rposition(|share| {
        after += share;
        after > least
    });
    match (from, to) {
        (Some(from), Some(to)) => (to + 1).saturating_sub(from),
        _ => 0,
    }
}
