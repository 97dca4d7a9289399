//! The way of an advancing unit from one stage to the next one where units are counted, or to its win.

use std::collections::BTreeMap;
use std::ops::Range;

use super::binomial::Chance;
use super::blocks::Blocks;
use super::chances::Chances;
use super::random::{Luck, Stream};

/// A cell that this share of the arrivals, at most, falls into is left out.
const NEGLIGIBLE: f64 = 1e-8;
/// Up to this many units a cell are drawn one by one; for more, a binomial a cell is quicker.
const UNITS_PER_CELL: f64 = 2.0;
/// Days are taken together while no cell's share of their arrivals differs by more than this.
const ALIKE: f64 = 0.12;

/// Whether and when units that start on one of the horizon's days arrive, by cell: a day, or a run of
/// days that comes to the same.
///
/// The stages between have no limit, so units go their ways independently of each other, and those of
/// one day are a multinomial over the cells: binomials one after the other, each given what is left, or
/// a draw for each unit where they are few.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// For each day, the chance to arrive within the horizon.
    arriving: Vec<f64>,
    /// For each day, the group of days it is sent with.
    group_of_day: Vec<usize>,
    groups: Vec<Range<usize>>,
    cells: Vec<Cell>,
    blocks: Option<Blocks>,
}

/// Of the units of a group of days that arrive.
#[derive(Clone, Copy, Debug)]
struct Cell {
    /// Where they arrive.
    cell: usize,
    /// The share that arrives here or earlier.
    up_to_here: f64,
    /// The share that arrives here, of those who do not arrive earlier.
    here: Chance,
}

impl Passage {
    /// To cells that are days, from the chances of each starting day.
    #[must_use]
    pub fn to_days(chances: &[Chances], days: usize) -> Self {
        let Some(blocks) = Blocks::new(chances, days) else {
            return Self::grouped(chances, |chances, _| chances.each().collect(), |_, _| false);
        };
        let mut passage = Self::grouped(
            chances,
            |chances, last| blocks.cells_of(chances, last),
            |first, next| blocks.may_take_together(chances, first, next),
        );
        passage.blocks = Some(blocks);
        passage
    }

    /// To cells that are runs of days, of which `cell_of_day` is each day's.
    #[must_use]
    pub fn to_runs(chances: &[Chances], cell_of_day: &[usize]) -> Self {
        Self::grouped(
            chances,
            |chances, _| chances.each().collect(),
            |first, next| cell_of_day.get(first) == cell_of_day.get(next),
        )
    }

    /// Neighbouring days whose arrivals spread over the cells nearly alike are sent together, with the mean of
    /// their chances, where they `may_take_together`. That changes no mean and not the variance of all that arrive;
    /// the variance of a cell's arrivals grows by that of the chances within a group, some hundredths at most.
    fn grouped(
        chances: &[Chances],
        cells_of: impl Fn(&Chances, usize) -> Vec<(usize, f64)>,
        may_take_together: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let mut passage = Self::default();
        let mut group = Group::default();
        for (day, of_day) in chances.iter().enumerate() {
            passage.arriving.push(of_day.total().min(1.0));
            passage.group_of_day.push(passage.groups.len());
            group.days += 1;
            let first = day + 1 - group.days;
            if group.days == 1 {
                group.first = cells_of(of_day, day);
            }
            let goes_on = chances.get(day + 1).is_some_and(|next| {
                may_take_together(first, day + 1)
                    && are_alike(&group.first, &cells_of(next, day + 1))
            });
            if !goes_on {
                let mut cells: BTreeMap<usize, f64> = BTreeMap::new();
                for chances in chances.get(first..=day).unwrap_or_default() {
                    for (cell, share) in cells_of(chances, day) {
                        *cells.entry(cell).or_default() += share;
                    }
                }
                passage.add_group(&cells);
                group = Group::default();
            }
        }
        passage
    }

    fn add_group(&mut self, cells: &BTreeMap<usize, f64>) {
        let total: f64 = cells.values().sum();
        let from = self.cells.len();
        let mut passed = 0.0;
        for (&cell, share) in cells {
            if *share <= total * NEGLIGIBLE {
                continue;
            }
            let left = total - passed;
            passed += share;
            self.cells.push(Cell {
                cell,
                up_to_here: passed / total,
                here: Chance::new((share / left).min(1.0)),
            });
        }
        if let Some(last) = self.cells.get_mut(from..).and_then(<[Cell]>::last_mut) {
            last.up_to_here = 1.0;
            last.here = Chance::new(1.0);
        }
        self.groups.push(from..self.cells.len());
    }

    /// The chance of an advancing unit that starts on `day` to arrive within the horizon.
    #[must_use]
    pub fn arriving(&self, day: usize) -> f64 {
        self.arriving.get(day).copied().unwrap_or_default()
    }

    /// Whether units that start on `day` are sent with those of the next day.
    #[must_use]
    pub fn goes_on_after(&self, day: usize) -> bool {
        self.group_of_day.get(day) == self.group_of_day.get(day + 1)
    }

    /// Lets `units` that start in the group of `day` and arrive within the horizon arrive in cells of `target`.
    pub fn send(&self, day: usize, units: f64, mut stream: Stream, target: &mut [f64]) {
        let group = self.group_of_day.get(day);
        let Some(group) = group.and_then(|group| self.groups.get(*group)) else {
            return;
        };
        let cells = self.cells.get(group.clone()).unwrap_or_default();
        let mut left = units;
        if units <= UNITS_PER_CELL * super::super::count(cells.len()) {
            while left > 0.0 {
                let uniform = stream.uniform();
                let place = cells.partition_point(|cell| cell.up_to_here < uniform);
                if let Some(cell) = cells.get(place) {
                    add(target, cell.cell, 1.0);
                }
                left -= 1.0;
            }
            return;
        }
        for cell in cells {
            let here = cell.here.quantile(left, stream.uniform());
            add(target, cell.cell, here);
            left -= here;
            if left <= 0.0 {
                break;
            }
        }
    }

    /// How many cells there are to arrive in, when days are `days`.
    #[must_use]
    pub fn cells(&self, days: usize) -> usize {
        self.blocks
            .as_ref()
            .map_or(days, |blocks| days + blocks.count())
    }

    /// Once all are sent: puts what arrived in blocks of days on the days.
    pub fn settle(&self, luck: Luck, stage: usize, target: &mut [f64]) {
        if let Some(blocks) = &self.blocks {
            blocks.settle(luck, stage, target);
        }
    }

    /// The blocks of days in which arrivals are put on days by [`Passage::settle`].
    pub fn blocks(&self) -> impl Iterator<Item = Range<usize>> {
        self.blocks.iter().flat_map(Blocks::each)
    }
}

/// Days that are being taken together.
#[derive(Default)]
struct Group {
    days: usize,
    /// The first day's cells.
    first: Vec<(usize, f64)>,
}

/// Whether two days' arrivals spread over the cells in nearly the same shares; both in order of the cells.
fn are_alike(left: &[(usize, f64)], right: &[(usize, f64)]) -> bool {
    let total = |cells: &[(usize, f64)]| cells.iter().map(|(_, share)| share).sum::<f64>();
    let (left_total, right_total) = (total(left), total(right));
    if left_total <= 0.0 || right_total <= 0.0 {
        return left_total == right_total;
    }
    let share = |cells: &[(usize, f64)], cell: usize, total: f64| {
        let place = cells.binary_search_by_key(&cell, |(cell, _)| *cell);
        let found = place.ok().and_then(|place| cells.get(place));
        found.map_or(0.0, |(_, share)| share / total)
    };
    let near = |cell: usize| {
        (share(left, cell, left_total) - share(right, cell, right_total)).abs() <= ALIKE
    };
    left.iter().chain(right).all(|(cell, _)| near(*cell))
}

fn add(target: &mut [f64], cell: usize, units: f64) {
    if let Some(count) = target.get_mut(cell) {
        *count += units;
    }
}
