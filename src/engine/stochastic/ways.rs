//! The ways through a segment of those who come to its end.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ledger::StageBook;
use super::random::Stream;
use super::segment::Segment;
use super::shares::share_out;

/// Units that arrive at the end of a segment.
pub struct Arrivals<'a> {
    /// The days they start on.
    pub days: Range<usize>,
    /// Those that start on each of these days.
    pub starts: &'a [f64],
    /// The days of each cell.
    pub cells: &'a [Range<usize>],
    /// Those that arrive in each cell.
    pub arriving: &'a [f64],
}

impl Segment<'_> {
    /// Draws the way from `stage`, which they have entered, of those who arrive.
    ///
    /// Who starts first arrives first: of all ways to match days of starting with cells of arriving that one is
    /// possible whenever any is.
    pub fn find_way(
        &self,
        stage: usize,
        arrivals: &Arrivals<'_>,
        books: &mut [StageBook],
        stream: &mut Stream,
    ) {
        let mut starts = arrivals.days.clone().zip(arrivals.starts.iter().copied());
        let (mut day, mut left) = (0, 0.0);
        for (cell, &arriving) in arrivals.cells.iter().zip(arrivals.arriving) {
            let mut by_arrival: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
            let mut missing = arriving;
            while missing > 0.0 {
                if left <= 0.0 {
                    let Some(next) = starts.next() else { break };
                    (day, left) = next;
                    continue;
                }
                let units = missing.min(left);
                missing -= units;
                left -= units;
                let from = cell.start.max(day);
                let weights: Vec<f64> = (from..cell.end)
                    .map(|arrival| self.way(stage, day, arrival))
                    .collect();
                let mut arrive = |place: usize, units: f64| {
                    let starts = by_arrival.entry(from + place).or_default();
                    *starts.entry(day).or_default() += units;
                };
                if !share_out(units, &weights, stream, &mut arrive) {
                    arrive(weights.len().saturating_sub(1), units);
                }
            }
            for (arrival, starts) in by_arrival {
                self.go(stage, arrival, starts, books, stream);
            }
        }
    }

    /// Books the way of units that start `stage` on the days of `starts` and arrive at the end on day `arrival`.
    ///
    /// Given when it arrives, a unit's way is a Markov chain: each stage's days have their chance times that of
    /// arriving from there on that day. Where blocks of days have brought a unit earlier than it could come, it
    /// passes the rest in a day.
    fn go(
        &self,
        first: usize,
        arrival: usize,
        mut starts: BTreeMap<usize, f64>,
        books: &mut [StageBook],
        stream: &mut Stream,
    ) {
        for stage in first..self.stages().end {
            let mut next: BTreeMap<usize, f64> = BTreeMap::new();
            let is_last = stage + 1 == self.stages().end;
            for (day, units) in starts {
                let delays = self
                    .month(stage, day)
                    .map_or(&[][..], |month| month.days.exactly());
                let leave = delays.iter().zip(day..=arrival).map(|(share, leave)| {
                    share * self.conversion(stage + 1, leave) * self.way(stage + 1, leave, arrival)
                });
                let weights: Vec<f64> = if is_last { Vec::new() } else { leave.collect() };
                let mut put = |place: usize, units: f64| {
                    *next.entry(day + place).or_default() += units;
                };
                if !share_out(units, &weights, stream, &mut put) {
                    put(arrival - day, units);
                }
            }
            if let Some(book) = books.get_mut(stage) {
                next.iter()
                    .for_each(|(day, units)| book.advance(*day, *units));
            }
            if let Some(book) = books.get_mut(stage + 1).filter(|_| !is_last) {
                next.iter()
                    .for_each(|(day, units)| book.enter(*day, *units));
            }
            starts = next;
        }
    }
}
