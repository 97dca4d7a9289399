//! When a unit that starts a stage arrives further on, seen backwards from there.

use std::ops::Range;
use std::rc::Rc;

use super::super::calendar::Calendar;
use super::super::stage_plan::StagePlan;

/// The chance to arrive in each of a run of cells: days, or days that come to the same.
#[derive(Clone, Debug, Default)]
pub struct Chances {
    /// The first of the cells.
    pub first_cell: usize,
    /// The chance of it and of those that follow.
    pub shares: Vec<f64>,
}

impl Chances {
    /// The cell after the last one.
    #[must_use]
    pub fn end(&self) -> usize {
        self.first_cell + self.shares.len()
    }

    /// The chance to arrive at all.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.shares.iter().sum()
    }

    /// The cells with their chances.
    pub fn each(&self) -> impl Iterator<Item = (usize, f64)> {
        let cells = self.shares.iter().enumerate();
        cells.map(|(position, share)| (self.first_cell + position, *share))
    }

    /// Adds `weight` times the chances of `other`.
    pub fn add(&mut self, other: &Self, weight: f64) {
        if self.shares.is_empty() {
            self.first_cell = other.first_cell;
        }
        let before = self.first_cell.saturating_sub(other.first_cell);
        if before > 0 {
            self.shares.splice(0..0, std::iter::repeat_n(0.0, before));
            self.first_cell = other.first_cell;
        }
        let offset = other.first_cell - self.first_cell;
        let end = (offset + other.shares.len()).max(self.shares.len());
        self.shares.resize(end, 0.0);
        let here = self.shares.get_mut(offset..).unwrap_or_default();
        for (sum, share) in here.iter_mut().zip(&other.shares) {
            *sum += weight * share;
        }
    }
}

/// The chances of an advancing unit that starts the first of `stages` on each of `days`; whoever leaves the
/// last of them on a day arrives in the cell of that day.
#[must_use]
pub fn from_first(
    stages: &[StagePlan],
    cell_of_day: &[usize],
    calendar: &Calendar,
    days: Range<usize>,
) -> Vec<Chances> {
    if let Some(delays) = same_delays(stages, calendar) {
        return days.map(|day| after(&delays, cell_of_day, day)).collect();
    }
    let Some((first, between)) = stages.split_first() else {
        return Vec::new();
    };
    let arrived = |&first_cell: &usize| Chances {
        first_cell,
        shares: vec![1.0],
    };
    let mut leaving: Vec<Chances> = cell_of_day.iter().map(arrived).collect();
    for stage in between.iter().rev() {
        leaving = before(stage, &leaving, calendar, 0..calendar.days(), true);
    }
    before(first, &leaving, calendar, days, false)
}

/// The chance to take 0, 1, 2, … days through `stages`, where no lever changes them over the horizon: then all
/// days of starting are alike but for where the horizon ends.
fn same_delays(stages: &[StagePlan], calendar: &Calendar) -> Option<Vec<f64>> {
    let mut delays = vec![1.0];
    for (position, stage) in stages.iter().enumerate() {
        let (first, others) = stage.months.split_first()?;
        let same = others.iter().all(|month| {
            month.conversion == first.conversion && Rc::ptr_eq(&month.days, &first.days)
        });
        if !same {
            return None;
        }
        let conversion = if position > 0 { first.conversion } else { 1.0 };
        delays = sum_of(&delays, first.days.exactly(), conversion, calendar.days());
    }
    Some(delays)
}

/// The law of the sum of two independent delays, times `weight`, below `days` days.
fn sum_of(left: &[f64], right: &[f64], weight: f64, days: usize) -> Vec<f64> {
    let length = (left.len() + right.len()).saturating_sub(1).min(days);
    let mut sum = vec![0.0; length];
    for (delay, share) in left.iter().enumerate() {
        let later = sum.get_mut(delay..).unwrap_or_default();
        for (sum, other) in later.iter_mut().zip(right) {
            *sum += weight * share * other;
        }
    }
    sum
}

/// The chances of a unit that starts on `day` and takes such `delays`.
fn after(delays: &[f64], cell_of_day: &[usize], day: usize) -> Chances {
    let cells = cell_of_day.get(day..).unwrap_or_default();
    let cells = cells.get(..delays.len()).unwrap_or(cells);
    let first_cell = cells.first().copied().unwrap_or_default();
    let end = cells.last().map_or(first_cell, |last| last + 1);
    let mut shares = vec![0.0; end.saturating_sub(first_cell)];
    for (cell, share) in cells.iter().zip(delays) {
        if let Some(sum) = shares.get_mut(cell - first_cell) {
            *sum += share;
        }
    }
    Chances { first_cell, shares }
}

/// The chances of a unit that starts `stage` on each of `days`, from those of a unit that `leaves` it on
/// each day; with its conversion, or for one that is known to advance.
fn before(
    stage: &StagePlan,
    leaves: &[Chances],
    calendar: &Calendar,
    days: Range<usize>,
    with_conversion: bool,
) -> Vec<Chances> {
    days.map(|day| {
        let month = calendar
            .month_of(day)
            .and_then(|month| stage.months.get(month));
        let Some(month) = month else {
            return Chances::default();
        };
        let conversion = if with_conversion {
            month.conversion
        } else {
            1.0
        };
        let later = leaves.get(day..).unwrap_or_default();
        let exactly = month.days.exactly();
        let later = later.get(..exactly.len()).unwrap_or(later);
        let first_cell = later.first().map_or(0, |chances| chances.first_cell);
        let end = later.last().map_or(first_cell, Chances::end);
        let mut shares = vec![0.0; end - first_cell];
        for (chances, share) in later.iter().zip(exactly) {
            let weight = share * conversion;
            let from = shares.get_mut(chances.first_cell - first_cell..);
            for (sum, share) in from.unwrap_or_default().iter_mut().zip(&chances.shares) {
                *sum += weight * share;
            }
        }
        Chances { first_cell, shares }
    })
    .collect()
}
