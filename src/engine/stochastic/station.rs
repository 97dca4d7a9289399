//! A stage whose units are counted one by one: its waiting line, its starts, and who goes on.

use super::super::arrivals::Arrivals;
use super::super::calendar::Calendar;
use super::super::stage_plan::StagePlan;
use super::super::waiting_line::Staleness;
use super::line::{Line, LineRules};
use super::passage::Passage;
use super::poisson::Poisson;
use super::random::{Luck, Purpose};
use super::starts::Starts;
use crate::model::WaitingOrder;

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
    rules: LineRules,
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

/// What goes into a station in one trial, and what comes out of it.
#[derive(Debug)]
pub struct Throughput<'a> {
    /// Units that come from earlier stations, by day.
    pub inflow: &'a [f64],
    /// Units that go on, by the cell in which they arrive; added to.
    pub arriving: &'a mut [f64],
    /// Units that came besides the inflow, by month; added to.
    pub came: &'a mut [f64],
    /// Units that started, by month; added to.
    pub started: &'a mut [f64],
}

/// Where units wait and start; its memory is kept from one trial to the next.
#[derive(Debug, Default)]
pub struct Floor {
    line: Line,
    starts: Starts,
}

/// What happened at a station in one trial, day by day.
#[derive(Clone, Debug, Default)]
pub struct StationDays {
    /// Units that came.
    pub arrived: Vec<f64>,
    /// Those of them that came from an earlier station, or from the opening's open units.
    pub sent_here: Vec<f64>,
    /// Units that started.
    pub started: Vec<f64>,
    /// Units that were found to have gone cold or to have been thrown away.
    pub went_cold: Vec<f64>,
    /// Units in line at the end, those included of whom nobody knows yet that they went cold.
    pub waiting: Vec<f64>,
    /// Units that started and go on to the next station, or to the win, within the horizon.
    pub going_on: Vec<f64>,
    /// How many of those who started were expected to advance.
    pub advancing: Vec<f64>,
}

impl Station {
    /// The stage at `stage` with `plan`, from which `passage` leads on. `poisson` units come on each day besides
    /// those of earlier stations; `qualities` are those of the leads, in the first stage.
    #[must_use]
    pub fn new(
        stage: usize,
        plan: &StagePlan,
        poisson: &[f64],
        qualities: Option<&Arrivals>,
        calendar: &Calendar,
        passage: Passage,
    ) -> Self {
        let staleness = Staleness::new(&plan.waiting);
        let waits = 0..calendar.days();
        Self {
            stage,
            cost_per_unit: 0.0,
            days: station_days(plan, poisson, calendar),
            conversion: conversions(plan, qualities),
            freshness: waits.map(|days| staleness.freshness(days)).collect(),
            rules: LineRules::new(stage, &plan.waiting, calendar.days()),
            passage,
        }
    }

    /// The same with this cost of each unit that starts.
    #[must_use]
    pub fn at_cost(self, cost_per_unit: f64) -> Self {
        Self {
            cost_per_unit,
            ..self
        }
    }

    /// How many cells those who go on can arrive in, on `days` days.
    #[must_use]
    pub fn cells(&self, days: usize) -> usize {
        self.passage.cells(days)
    }

    /// Plays the horizon.
    pub fn play(
        &self,
        luck: Luck,
        Floor { line, starts }: &mut Floor,
        through: Throughput<'_>,
        mut trace: Option<&mut StationDays>,
    ) {
        line.clear();
        let mut to_send = 0.0;
        for (day, (today, inflow)) in self.days.iter().zip(through.inflow).enumerate() {
            let came = self.coming(luck, day, today);
            let thrown_away = line.discard(&self.rules, day);
            line.join(day, came + inflow);
            let arriving = self.passage.arriving(day);
            starts.clear();
            let mut advancing = 0.0;
            let chosen = (today.most, today.order);
            let taken = line.take(&self.rules, luck, day, chosen, |came_on, units| {
                let chance = self.chance(came_on, day, today.month);
                advancing += units * chance;
                starts.add(units, chance * arriving);
            });
            let going_on = starts.going_on(luck.stream(Purpose::Outcomes, self.stage, day));
            to_send += going_on;
            if to_send > 0.0 && !self.passage.goes_on_after(day) {
                let delays = luck.stream(Purpose::Delays, self.stage, day);
                self.passage.send(day, to_send, delays, through.arriving);
                to_send = 0.0;
            }
            add(through.came, today.month, came);
            add(through.started, today.month, taken.started);
            if let Some(days) = trace.as_deref_mut() {
                days.arrived.push(came + inflow);
                days.sent_here.push(*inflow);
                days.started.push(taken.started);
                days.went_cold.push(taken.went_cold + thrown_away);
                days.waiting.push(line.units());
                days.going_on.push(going_on);
                days.advancing.push(advancing);
            }
        }
        self.passage.settle(luck, self.stage, through.arriving);
    }

    /// When those who start arrive.
    #[must_use]
    pub fn passage(&self) -> &Passage {
        &self.passage
    }

    fn coming(&self, luck: Luck, day: usize, today: &StationDay) -> f64 {
        if today.arrivals.mean() > 0.0 {
            let uniform = luck.uniform(Purpose::Arrivals, self.stage, day);
            today.arrivals.quantile(uniform)
        } else {
            0.0
        }
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
