//! The books of one trial: what came, left, waits and is in work, at every stage, on every day.
//!
//! The run draws no more than its results need: not when the lost leave, nor where a unit is between two
//! stations. All that is drawn here afterwards, given what the run drew, from a stream of its own, so that no number
//! of the run changes.
//!
//! What makes that right is that what the run left open is independent of what it drew. Beyond a station's line
//! units go independent ways, so those of a day that do not come as far as the next station are a multinomial of
//! their own, given their number ([`segment`](super::segment)). What comes as a Poisson process and goes
//! independent ways splits into independent Poisson counts by way, those that arrive and those that do not
//! included (colouring theorem: Kingman, Poisson Processes, 1993, section 5.1); given when they arrive, where
//! they came from is multinomial ([`way_back`](super::way_back)). The condition of both is that nobody waits in
//! between, which is what makes a stage a station.
//!
//! Who does come to the next station is sent there once more with the run's own luck ([`sent`](super::sent)), so
//! that it is known of each few days' starts when they arrive; their way is drawn given that
//! ([`ways`](super::ways)).
//!
//! The counts always add up, as long as they are below 2^53. Their law is the model's but for this. Those who went cold
//! are booked when the line finds out, as the run does. The starts of a day are taken to advance with their mean
//! chance. Between stations the run smears starts over blocks of days and sends neighbouring days together
//! ([`blocks`](super::blocks), [`passage`](super::passage)); of those sent together who starts first is taken to
//! arrive first. And the leads and starts of a month before the first station are not those that the run paid
//! for: it draws these by month, given what came of them, and the books by day.

use super::station::StationDays;

/// One stage in one trial; every series by day, all counts whole and 0 or more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageBook {
    /// Units in work when the horizon begins.
    pub opening: f64,
    /// Units that came.
    pub arrived: Vec<f64>,
    /// Units that started, those of the opening left out.
    pub started: Vec<f64>,
    /// Units that were found to have gone cold or to have been thrown away.
    pub went_cold: Vec<f64>,
    /// Units that left forward.
    pub advanced: Vec<f64>,
    /// Units that left lost, the cold ones left out.
    pub lost: Vec<f64>,
    /// Units in line at the end, those included of whom nobody knows yet that they went cold.
    pub waiting: Vec<f64>,
    /// Units that had started and not left at the end, from the drawn days of each.
    pub in_work: Vec<f64>,
    /// Units drawn to leave after the horizon: booked for themselves, so that whoever is in work on the last day and
    /// is not one of them has been forgotten.
    pub staying: f64,
}

impl StageBook {
    /// With nothing in it, over `days` days.
    #[must_use]
    pub(super) fn new(days: usize) -> Self {
        let nothing = vec![0.0; days];
        Self {
            opening: 0.0,
            arrived: nothing.clone(),
            started: nothing.clone(),
            went_cold: nothing.clone(),
            advanced: nothing.clone(),
            lost: nothing.clone(),
            waiting: nothing.clone(),
            in_work: nothing,
            staying: 0.0,
        }
    }

    /// `units` are there from the start, in work.
    pub(super) fn open(&mut self, units: f64) {
        self.opening += units;
        add(&mut self.in_work, 0, units);
    }

    /// `units` start on `day`.
    pub(super) fn enter(&mut self, day: usize, units: f64) {
        add(&mut self.started, day, units);
        add(&mut self.in_work, day, units);
    }

    /// `units` do not leave within the horizon.
    pub(super) fn stay(&mut self, units: f64) {
        self.staying += units;
    }

    /// `units` leave forward on `day`.
    pub(super) fn advance(&mut self, day: usize, units: f64) {
        add(&mut self.advanced, day, units);
        add(&mut self.in_work, day, -units);
    }

    /// `units` leave lost on `day`.
    pub(super) fn lose(&mut self, day: usize, units: f64) {
        add(&mut self.lost, day, units);
        add(&mut self.in_work, day, -units);
    }

    /// Turns the daily changes of what is in work into what is, and takes over what the line of a station did;
    /// elsewhere who comes starts.
    pub(super) fn close(&mut self, station: Option<&StationDays>) {
        let mut in_work = 0.0;
        for today in &mut self.in_work {
            in_work += *today;
            *today = in_work;
        }
        match station {
            Some(days) => {
                self.arrived.clone_from(&days.arrived);
                self.started.clone_from(&days.started);
                self.went_cold.clone_from(&days.went_cold);
                self.waiting.clone_from(&days.waiting);
            }
            None => self.arrived.clone_from(&self.started),
        }
    }
}

fn add(series: &mut [f64], index: usize, units: f64) {
    if let Some(total) = series.get_mut(index) {
        *total += units;
    }
}
