//! A stage whose units are counted one by one: its waiting line, its starts, and who goes on.

use std::collections::VecDeque;

use libm::exp2;

use super::super::arrivals::Arrivals;
use super::super::calendar::Calendar;
use super::super::stage_plan::StagePlan;
use super::super::waiting_line::Staleness;
use super::binomial;
use super::passage::Passage;
use super::poisson::Poisson;
use super::random::{Luck, Purpose, Stream};
use crate::model::{Number, WaitingOrder};

/// Up to this many units are asked one by one whether they go on.
const ONE_BY_ONE: f64 = 24.0;

/// What is the same in every trial.
#[derive(Clone, Debug)]
pub struct Station {
    /// The stage, counted from 0.
    pub stage: usize,
    /// Cost of each unit that starts.
    pub cost_per_unit: f64,
    days: Vec<StationDay>,
    /// The chance of a fresh unit to advance, by the month it starts in, then by the month it came in:
    /// the same for all where there is one entry.
    conversion: Vec<Vec<f64>>,
    /// What waiting 0, 1, 2, … days leaves of that chance.
    freshness: Vec<f64>,
    /// The chance to wait through the ends of 0, 1, 2, … days without going cold.
    patience: Vec<f64>,
    discard_after: Option<usize>,
    passage: Passage,
}

/// One day of a station.
#[derive(Clone, Copy, Debug)]
struct StationDay {
    month: usize,
    /// Units that come from what is Poisson.
    arrivals: Poisson,
    /// The most units that can start.
    most: f64,
    order: WaitingOrder,
}

/// Units that came on one day and are not known to have left the line.
#[derive(Clone, Copy, Debug)]
struct Batch {
    day: usize,
    /// The first end of a day after which nobody looked who is still there.
    unseen_since: usize,
    /// How often somebody looked.
    looks: usize,
    units: f64,
}

/// What happened at a station in one trial, day by day.
#[derive(Clone, Debug, Default)]
pub struct StationDays {
    /// Units that came.
    pub arrived: Vec<f64>,
    /// Units that started.
    pub started: Vec<f64>,
    /// Units that were found to have gone cold or to have been thrown away.
    pub went_cold: Vec<f64>,
    /// Units in line at the end, those included of whom nobody knows yet that they went cold.
    pub waiting: Vec<f64>,
    /// Units that started and go on to the next station, or to the win, within the horizon.
    pub going_on: Vec<f64>,
}

/// What a trial works on, kept for the next one.
#[derive(Debug, Default)]
pub struct Line(VecDeque<Batch>);

impl Station {
    /// The stage at `stage` with `plan`; `poisson` units come on each day besides those of earlier stations.
    #[must_use]
    pub fn new(
        stage: usize,
        plan: &StagePlan,
        cost_per_unit: f64,
        poisson: &[f64],
        qualities: Option<&Arrivals>,
        calendar: &Calendar,
        passage: Passage,
    ) -> Self {
        let staleness = Staleness::new(&plan.waiting);
        let half_life = plan.waiting.patience_half_life_days.map(Number::get);
        let waits = 0..calendar.days();
        Self {
            stage,
            cost_per_unit,
            days: station_days(plan, poisson, calendar),
            conversion: conversions(plan, qualities),
            freshness: waits
                .clone()
                .map(|days| staleness.freshness(days))
                .collect(),
            patience: half_life.map_or_else(Vec::new, |half_life| {
                waits
                    .map(|days| exp2(-super::super::count(days) / half_life))
                    .collect()
            }),
            discard_after: plan
                .waiting
                .discard_after_days
                .and_then(|days| usize::try_from(days.whole()).ok()),
            passage,
        }
    }

    /// Plays the horizon: `inflow` units come from earlier stations on each day; those who go on arrive in
    /// cells of `target`, and `came` and `started` add up units by month. `came` leaves the inflow out.
    #[allow(clippy::too_many_arguments)]
    pub fn play(
        &self,
        luck: Luck,
        inflow: &[f64],
        line: &mut Line,
        target: &mut [f64],
        came: &mut [f64],
        started: &mut [f64],
        mut trace: Option<&mut StationDays>,
    ) {
        let line = &mut line.0;
        line.clear();
        let mut to_send = 0.0;
        for (day, (today, inflow)) in self.days.iter().zip(inflow).enumerate() {
            let mut stream = luck.stream(Purpose::Outcomes, self.stage, day);
            let poisson = if today.arrivals.mean() > 0.0 {
                today
                    .arrivals
                    .quantile(luck.uniform(Purpose::Arrivals, self.stage, day))
            } else {
                0.0
            };
            let arrived = poisson + inflow;
            let mut went_cold = self.discard(line, day);
            if arrived > 0.0 {
                line.push_back(Batch {
                    day,
                    unseen_since: day,
                    looks: 0,
                    units: arrived,
                });
            }
            let mut left = today.most;
            let mut going_on = 0.0;
            let mut alike = Alike::default();
            let arriving = self.passage.arriving(day);
            while left > 0.0 {
                let next = match today.order {
                    WaitingOrder::OldestFirst => line.front_mut(),
                    WaitingOrder::NewestFirst => line.back_mut(),
                };
                let Some(batch) = next else { break };
                went_cold += self.look(batch, day, luck);
                let starting = batch.units.min(left);
                batch.units -= starting;
                left -= starting;
                let chance = self.chance(batch.day, day, today.month) * arriving;
                if chance != alike.chance {
                    going_on += alike.outcome(&mut stream);
                    alike = Alike { chance, units: 0.0 };
                }
                alike.units += starting;
                if batch.units > 0.0 {
                    break;
                }
                match today.order {
                    WaitingOrder::OldestFirst => line.pop_front(),
                    WaitingOrder::NewestFirst => line.pop_back(),
                };
            }
            going_on += alike.outcome(&mut stream);
            let starts = if left.is_finite() {
                today.most - left
            } else {
                arrived
            };
            to_send += going_on;
            if to_send > 0.0 && !self.passage.goes_on_after(day) {
                let delays = luck.stream(Purpose::Delays, self.stage, day);
                self.passage.send(day, to_send, delays, target);
                to_send = 0.0;
            }
            add(came, today.month, poisson);
            add(started, today.month, starts);
            if let Some(trace) = trace.as_deref_mut() {
                trace.arrived.push(arrived);
                trace.started.push(starts);
                trace.went_cold.push(went_cold);
                trace
                    .waiting
                    .push(line.iter().map(|batch| batch.units).sum());
                trace.going_on.push(going_on);
            }
        }
        self.passage.settle(luck, self.stage, target);
    }

    /// How many cells those who go on can arrive in, on `days` days.
    #[must_use]
    pub fn cells(&self, days: usize) -> usize {
        self.passage.cells(days)
    }

    /// Throws away who has waited too long at the end of the day before `day`; returns how many.
    fn discard(&self, line: &mut VecDeque<Batch>, day: usize) -> f64 {
        let mut thrown_away = 0.0;
        let Some(longest) = self.discard_after else {
            return thrown_away;
        };
        while let Some(oldest) = line.front() {
            if day - oldest.day <= longest {
                break;
            }
            thrown_away += oldest.units;
            line.pop_front();
        }
        thrown_away
    }

    /// Finds out who of `batch` went cold since somebody looked; returns how many.
    ///
    /// Nobody needs to know that sooner: each unit stays through each end of a day with the same chance, on
    /// its own, so those of n who are there after w of them are binomial with that chance to the power w.
    fn look(&self, batch: &mut Batch, day: usize, luck: Luck) -> f64 {
        let ends = day - batch.unseen_since;
        if ends == 0 || self.patience.is_empty() {
            return 0.0;
        }
        let stay = self.patience.get(ends).copied().unwrap_or_default();
        let look = batch.day << 11 ^ batch.looks;
        let uniform = luck.uniform(Purpose::Patience, self.stage, look);
        let still_there = binomial::quantile(batch.units, stay, uniform);
        let went_cold = batch.units - still_there;
        batch.units = still_there;
        batch.unseen_since = day;
        batch.looks += 1;
        went_cold
    }

    /// The chance to advance of a unit that came on one day and starts on another.
    ///
    /// A lead's channel, hence its quality, is a mark of its own: marks of Poisson arrivals are independent
    /// of their number (Kingman, Poisson Processes, 1993, section 5.2), and the line does not look at them.
    /// So each unit of a day advances with the mean chance of the channels, independently of the others.
    fn chance(&self, came_on: usize, day: usize, month: usize) -> f64 {
        let by_arrival = self.conversion.get(month).map_or(&[][..], Vec::as_slice);
        let fresh = match by_arrival {
            [only] => *only,
            several => {
                let came_in = self.days.get(came_on).map_or(0, |day| day.month);
                several.get(came_in).copied().unwrap_or_default()
            }
        };
        fresh
            * self
                .freshness
                .get(day - came_on)
                .copied()
                .unwrap_or_default()
    }
}

/// Units that start on one day with the same chance to go on.
#[derive(Clone, Copy, Debug, Default)]
struct Alike {
    chance: f64,
    units: f64,
}

impl Alike {
    /// How many of them go on: few are asked one by one, so that the unit in one place of the day's order
    /// has the same luck whoever it is; of many the binomial count is drawn.
    fn outcome(self, stream: &mut Stream) -> f64 {
        if self.units > ONE_BY_ONE {
            return binomial::quantile(self.units, self.chance, stream.uniform());
        }
        let mut going_on = 0.0;
        let mut left = self.units;
        while left > 0.0 {
            if stream.uniform() < self.chance {
                going_on += 1.0;
            }
            left -= 1.0;
        }
        going_on
    }
}

fn station_days(plan: &StagePlan, poisson: &[f64], calendar: &Calendar) -> Vec<StationDay> {
    let mut credit = 0.0;
    let months = calendar.month_of_each_day().iter().enumerate();
    let days = months.filter_map(|(day, &month)| {
        let parameters = plan.months.get(month)?;
        let most = match parameters.capacity_per_day {
            Some(capacity) => {
                credit += capacity;
                let most = (credit + 1e-9).floor();
                credit = (credit - most).max(0.0);
                most
            }
            None => f64::INFINITY,
        };
        Some(StationDay {
            month,
            arrivals: Poisson::new(poisson.get(day).copied().unwrap_or_default()),
            most,
            order: parameters.order,
        })
    });
    days.collect()
}

fn conversions(plan: &StagePlan, qualities: Option<&Arrivals>) -> Vec<Vec<f64>> {
    let months = plan.months.iter().map(|month| match qualities {
        Some(arrivals) => arrivals
            .months
            .iter()
            .map(|leads| leads.first_conversion(month.conversion))
            .collect(),
        None => vec![month.conversion],
    });
    months.collect()
}

fn add(series: &mut [f64], index: usize, units: f64) {
    if let Some(total) = series.get_mut(index) {
        *total += units;
    }
}
