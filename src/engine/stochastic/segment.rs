//! The stages from a station, or from the leads, to before the next station or to the win: who goes which way.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::simulator::Pipeline;
use super::super::stage_plan::StageMonth;
use super::chances::{self, Chances};
use super::ledger::StageBook;
use super::random::Stream;
use super::shares::share_out;

/// The chances of units between two places where units are counted.
pub struct Segment<'a> {
    pipeline: &'a Pipeline,
    stages: Range<usize>,
    /// For each stage and day: when who starts it then, and advances, arrives at the end.
    ways: Vec<Vec<Chances>>,
    /// For each stage and day: the chance of who starts it then to arrive within the horizon.
    reaching: Vec<Vec<f64>>,
    /// For each stage and day: units that start and will not arrive, whose way is not drawn yet.
    others: Vec<Vec<f64>>,
}

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

impl<'a> Segment<'a> {
    /// Of `stages`.
    #[must_use]
    pub fn new(pipeline: &'a Pipeline, stages: Range<usize>) -> Self {
        let calendar = &pipeline.calendar;
        let each_day: Vec<usize> = (0..calendar.days()).collect();
        let ways: Vec<Vec<Chances>> = stages
            .clone()
            .map(|stage| {
                let plans = pipeline.plans.get(stage..stages.end).unwrap_or_default();
                chances::from_first(plans, &each_day, calendar, 0..calendar.days())
            })
            .collect();
        let mut segment = Self {
            pipeline,
            others: vec![vec![0.0; calendar.days()]; stages.len()],
            stages,
            reaching: Vec::new(),
            ways,
        };
        let reaching = segment.stages().zip(&segment.ways).map(|(stage, ways)| {
            let days = ways.iter().enumerate();
            days.map(|(day, way)| (segment.conversion(stage, day) * way.total()).min(1.0))
                .collect()
        });
        segment.reaching = reaching.collect();
        segment
    }

    /// The first stage.
    #[must_use]
    pub fn first(&self) -> usize {
        self.stages.start
    }

    /// The stages.
    #[must_use]
    pub fn stages(&self) -> Range<usize> {
        self.stages.clone()
    }

    /// The chance of who starts `stage` on `day` without having waited to arrive at the end within the horizon; who
    /// comes to the end is there.
    #[must_use]
    pub fn reaches_end(&self, stage: usize, day: usize) -> f64 {
        let reaching = stage.checked_sub(self.stages.start);
        let reaching = reaching.and_then(|place| self.reaching.get(place)?.get(day));
        reaching.copied().unwrap_or(1.0)
    }

    fn month(&self, stage: usize, day: usize) -> Option<&StageMonth> {
        let month = self.pipeline.calendar.month_of(day)?;
        self.pipeline.plans.get(stage)?.months.get(month)
    }

    /// The chance to advance of who comes to `stage` and starts it on `day`.
    fn conversion(&self, stage: usize, day: usize) -> f64 {
        let conversion = self.month(stage, day).map_or(0.0, |month| month.conversion);
        let month = self.pipeline.calendar.month_of(day).filter(|_| stage == 0);
        match month.and_then(|month| self.pipeline.arrivals.months.get(month)) {
            Some(leads) => leads.first_conversion(conversion),
            None => conversion,
        }
    }

    /// Of those who start `stage` on `day` and advance, the share that arrives at the end on day `arrival`.
    fn way(&self, stage: usize, day: usize, arrival: usize) -> f64 {
        let ways = stage.checked_sub(self.stages.start);
        let way = ways.and_then(|place| self.ways.get(place)?.get(day));
        way.and_then(|way| way.shares.get(arrival.checked_sub(way.first_cell)?))
            .copied()
            .unwrap_or_default()
    }

    /// `units` start `stage` on `day` and will not arrive.
    pub fn start_other(&mut self, stage: usize, day: usize, units: f64, books: &mut [StageBook]) {
        let place = stage.checked_sub(self.stages.start);
        let others = place.and_then(|place| self.others.get_mut(place)?.get_mut(day));
        if let (Some(others), Some(book)) = (others, books.get_mut(stage)) {
            *others += units;
            if units > 0.0 {
                book.enter(day, units);
            }
        }
    }

    /// Draws how `units` leave `stage`, which they start on `day` and advance from with `chance`, given that they do
    /// not arrive at the end: lost on one of the days, forward to be lost or late further on, or not at all.
    pub fn lose_way(
        &mut self,
        stage: usize,
        day: usize,
        (units, chance): (f64, f64),
        books: &mut [StageBook],
        stream: &mut Stream,
    ) {
        let Some(month) = self.month(stage, day).filter(|_| units > 0.0) else {
            return;
        };
        let days = self.pipeline.calendar.days() - day;
        let exactly = |delays: &[f64], after: usize| delays.get(after).copied().unwrap_or_default();
        let losing = (1.0 - chance).max(0.0);
        let late = chance * month.days.longer_than(days - 1)
            + losing * month.lost_days.longer_than(days - 1);
        let lost = (0..days).map(|after| losing * exactly(month.lost_days.exactly(), after));
        let forward = (0..days).map(|after| {
            let fails = (1.0 - self.reaches_end(stage + 1, day + after)).max(0.0);
            chance * exactly(month.days.exactly(), after) * fails
        });
        let weights: Vec<f64> = lost.chain(forward).chain([late]).collect();
        let mut advanced = Vec::new();
        // Who has no place, by rounding, stays in work.
        share_out(units, &weights, stream, |place, units| {
            let Some(book) = books.get_mut(stage) else {
                return;
            };
            if place < days {
                book.lose(day + place, units);
            } else if place < 2 * days {
                book.advance(day + place - days, units);
                advanced.push((day + place - days, units));
            }
        });
        for (day, units) in advanced {
            self.start_other(stage + 1, day, units, books);
        }
    }

    /// Draws the ways of all who were booked as not arriving.
    pub fn lose_others(&mut self, books: &mut [StageBook], stream: &mut Stream) {
        for stage in self.stages() {
            let place = stage - self.stages.start;
            let others = self.others.get_mut(place).map(std::mem::take);
            for (day, units) in others.unwrap_or_default().into_iter().enumerate() {
                let chance = self.conversion(stage, day);
                self.lose_way(stage, day, (units, chance), books, stream);
            }
        }
    }

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
        for stage in first..self.stages.end {
            let mut next: BTreeMap<usize, f64> = BTreeMap::new();
            let is_last = stage + 1 == self.stages.end;
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
