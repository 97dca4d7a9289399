//! A stage's waiting line worked day by day, and how long those who start have waited.

use super::stage_flow::{StageFlow, StageInput};
use super::waiting_line::{Staleness, WaitingLine};

/// Units of one day's arrivals that start together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The day on which they start.
    pub day: usize,
    /// Days that they have waited.
    pub waited: usize,
    /// How many start.
    pub units: f64,
    /// How many of them will advance.
    pub advancing: f64,
}

impl StageInput {
    /// Works the line of a stage with a limit over the horizon: tells `start` of whoever starts, and `end` of the
    /// end of each day (the day, the units that went cold or were thrown away, those that still wait).
    pub(super) fn work_line(
        &self,
        mut start: impl FnMut(Start),
        mut end: impl FnMut(usize, f64, f64),
    ) {
        let mut line = WaitingLine::new(&self.plan.waiting);
        let staleness = Staleness::new(&self.plan.waiting);
        let months = self.calendar.month_of_each_day().iter();
        for (day, (&month, &arrived)) in months.zip(self.arrivals.iter()).enumerate() {
            let Some(parameters) = self.plan.months.get(month) else {
                continue;
            };
            line.join(day, arrived);
            line.take(
                parameters.capacity_per_day.unwrap_or(f64::INFINITY),
                parameters.order,
                |batch| {
                    let arrived_in = self.calendar.month_of(batch.day).unwrap_or(month);
                    let waited = day - batch.day;
                    let fresh = staleness.freshness(waited);
                    start(Start {
                        day,
                        waited,
                        units: batch.units,
                        advancing: batch.units * self.conversion(arrived_in, month) * fresh,
                    });
                },
            );
            let went_cold = line.end_day(day);
            end(day, went_cold, line.units());
        }
    }
}

impl StageFlow {
    /// The units that will advance by the days that they waited before they started: those that waited 0, 1, 2, …
    /// days, over the horizon. Works the line once more, so it is asked for where it is needed only.
    #[must_use]
    pub fn advancing_by_wait(&self) -> Vec<f64> {
        let mut waits = vec![0.0];
        if !self.input.plan.is_limited() {
            waits = vec![self.advancing.iter().sum()];
            return waits;
        }
        self.input.work_line(
            |start| {
                if waits.len() <= start.waited {
                    waits.resize(start.waited + 1, 0.0);
                }
                if let Some(units) = waits.get_mut(start.waited) {
                    *units += start.advancing;
                }
            },
            |_, _, _| {},
        );
        waits
    }

    /// Mean days of waiting of the units that start: unit-days in line at the ends of days ÷ units started, over
    /// the horizon. Whoever goes cold, or is still in line at the end, waits too and is counted; nobody started: 0.
    #[must_use]
    pub fn mean_wait(&self) -> f64 {
        let waited: f64 = self.waiting.iter().sum();
        let started: f64 = self.started.iter().sum();
        if started > 0.0 { waited / started } else { 0.0 }
    }

    /// Mean days of an advancing unit by the last month's parameters, waiting left out.
    #[must_use]
    pub fn mean_days(&self) -> f64 {
        let last = self.input.plan.months.last();
        last.map_or(0.0, |month| month.mean_days)
    }
}
