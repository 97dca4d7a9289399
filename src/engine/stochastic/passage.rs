//! The way of an advancing unit from one stage to the next one where units are counted, or to its win.

use std::ops::Range;

use super::super::calendar::Calendar;
use super::super::stage_plan::StagePlan;
use super::binomial;
use super::random::Stream;

/// A cell that this share of the arrivals, at most, falls into is left out at the ends.
const NEGLIGIBLE: f64 = 1e-10;
/// Up to this many units a cell are drawn one by one; for more, a binomial a cell is quicker.
const UNITS_PER_CELL: f64 = 2.0;

/// Whether and when units that start on one of the horizon's days arrive, by cell: a day, or a run of
/// days that comes to the same.
///
/// The stages between have no limit, so units go their ways independently of each other, and those of
/// one day are a multinomial over the cells: binomials one after the other, each given what is left, or
/// a draw for each unit where they are few.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    starts: Vec<Start>,
    cells: Vec<Cell>,
}

/// Of the units that start on one day.
#[derive(Clone, Debug)]
struct Start {
    /// The chance to arrive within the horizon.
    arriving: f64,
    /// The first cell they can arrive in.
    first_cell: usize,
    /// The cells that follow, within the passage's list.
    cells: Range<usize>,
}

/// Of the units that arrive.
#[derive(Clone, Copy, Debug)]
struct Cell {
    /// The share that arrives here or earlier.
    up_to_here: f64,
    /// The share that arrives here, of those who do not arrive earlier.
    here: f64,
}

/// The chance to arrive in each of a run of cells.
#[derive(Clone, Debug, Default)]
struct Chances {
    first_cell: usize,
    shares: Vec<f64>,
}

impl Chances {
    fn end(&self) -> usize {
        self.first_cell + self.shares.len()
    }
}

impl Passage {
    /// From the first of `stages` through the others; whoever leaves the last of them on a day arrives
    /// in the cell of that day. `days` says on which days units start.
    #[must_use]
    pub fn new(
        stages: &[StagePlan],
        cell_of_day: &[usize],
        calendar: &Calendar,
        days: Range<usize>,
    ) -> Self {
        let Some((first, between)) = stages.split_first() else {
            return Self::default();
        };
        let mut leaving: Vec<Chances> = cell_of_day
            .iter()
            .map(|&first_cell| Chances {
                first_cell,
                shares: vec![1.0],
            })
            .collect();
        for stage in between.iter().rev() {
            leaving = before(stage, &leaving, calendar, 0..calendar.days(), true);
        }
        let mut passage = Self::default();
        for chances in before(first, &leaving, calendar, days, false) {
            passage.add(&chances);
        }
        passage
    }

    fn add(&mut self, chances: &Chances) {
        let arriving: f64 = chances.shares.iter().sum();
        let least = arriving * NEGLIGIBLE;
        let kept = |share: &f64| *share > least;
        let first = chances.shares.iter().position(kept).unwrap_or_default();
        let end = chances
            .shares
            .iter()
            .rposition(kept)
            .map_or(0, |last| last + 1);
        let shares = chances.shares.get(first..end).unwrap_or_default();
        let total: f64 = shares.iter().sum();
        let from = self.cells.len();
        let mut passed = 0.0;
        for share in shares {
            let left = total - passed;
            passed += share;
            self.cells.push(Cell {
                up_to_here: passed / total,
                here: (share / left).min(1.0),
            });
        }
        if let Some(last) = self.cells.get_mut(from..).and_then(<[Cell]>::last_mut) {
            *last = Cell {
                up_to_here: 1.0,
                here: 1.0,
            };
        }
        self.starts.push(Start {
            arriving: arriving.min(1.0),
            first_cell: chances.first_cell + first,
            cells: from..self.cells.len(),
        });
    }

    /// The chance of an advancing unit that starts on `day` to arrive within the horizon.
    #[must_use]
    pub fn arriving(&self, day: usize) -> f64 {
        self.starts.get(day).map_or(0.0, |start| start.arriving)
    }

    /// Lets `units` that start on `day` and arrive within the horizon arrive in cells of `target`.
    pub fn send(&self, day: usize, units: f64, mut stream: Stream, target: &mut [f64]) {
        let Some(start) = self.starts.get(day) else {
            return;
        };
        let cells = self.cells.get(start.cells.clone()).unwrap_or_default();
        let target = target.get_mut(start.first_cell..).unwrap_or_default();
        if units <= UNITS_PER_CELL * super::super::count(cells.len()) {
            let mut left = units;
            while left > 0.0 {
                let uniform = stream.uniform();
                let cell = cells.partition_point(|cell| cell.up_to_here < uniform);
                add(target, cell, 1.0);
                left -= 1.0;
            }
            return;
        }
        let mut left = units;
        for (position, cell) in cells.iter().enumerate() {
            let here = binomial::quantile(left, cell.here, stream.uniform());
            add(target, position, here);
            left -= here;
            if left <= 0.0 {
                break;
            }
        }
    }
}

fn add(target: &mut [f64], cell: usize, units: f64) {
    if let Some(count) = target.get_mut(cell) {
        *count += units;
    }
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
