//! The stages from a station, or from the leads, to before the next station or to the win: the chances there, and the
//! ways of those who do not come to the end within the horizon. [`ways`](super::ways) has the others.
//!
//! Who starts a stage on a day goes on from there independently of all others and of how he came there. So all who
//! do not come to the end go on from a stage and day together, each step with the chances it has given that.

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

    pub(super) fn month(&self, stage: usize, day: usize) -> Option<&StageMonth> {
        let month = self.pipeline.calendar.month_of(day)?;
        self.pipeline.plans.get(stage)?.months.get(month)
    }

    /// The chance to advance of who comes to `stage` and starts it on `day`.
    pub(super) fn conversion(&self, stage: usize, day: usize) -> f64 {
        let conversion = self.month(stage, day).map_or(0.0, |month| month.conversion);
        let month = self.pipeline.calendar.month_of(day).filter(|_| stage == 0);
        match month.and_then(|month| self.pipeline.arrivals.months.get(month)) {
            Some(leads) => leads.first_conversion(conversion),
            None => conversion,
        }
    }

    /// Of those who start `stage` on `day` and advance, the share that arrives at the end on day `arrival`.
    pub(super) fn way(&self, stage: usize, day: usize, arrival: usize) -> f64 {
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
        let booked = share_out(units, &weights, stream, |place, units| {
            let Some(book) = books.get_mut(stage) else {
                return;
            };
            if place < days {
                book.lose(day + place, units);
            } else if place < 2 * days {
                book.advance(day + place - days, units);
                advanced.push((day + place - days, units));
            } else {
                book.stay(units);
            }
        });
        // By rounding there may be no way for them.
        if let Some(book) = books.get_mut(stage).filter(|_| !booked) {
            book.stay(units);
        }
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
}
