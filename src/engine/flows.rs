//! The units of a run, and the report that is made of them.

use std::rc::Rc;

use super::arrivals::Arrivals;
use super::billing::{Ledger, bill};
use super::calendar::Calendar;
use super::deal_plan::DealPlan;
use super::report::{ExpectedRun, Metrics, MonthReport, Totals};
use super::stage_flow::StageFlow;
use super::timing::cost_in;
use crate::model::{Document, Lever};

/// Everything that moved in a run, day by day.
#[derive(Clone, Debug)]
pub struct Flows {
    /// The months.
    pub calendar: Rc<Calendar>,
    /// The leads.
    pub arrivals: Rc<Arrivals>,
    /// The stages in order.
    pub stages: Vec<Rc<StageFlow>>,
    /// What a win brings.
    pub deal: DealPlan,
    /// Units won on every day before the horizon.
    pub earlier_wins_per_day: f64,
}

impl Flows {
    /// Units won on each day.
    #[must_use]
    pub fn won(&self) -> &[f64] {
        self.stages.last().map_or(&[], |stage| &stage.advanced)
    }

    /// The run's months, totals and metrics.
    #[must_use]
    pub fn report(&self, document: &Document, levers: &[Lever]) -> ExpectedRun {
        let ledger = bill(
            &self.deal,
            self.won(),
            self.earlier_wins_per_day,
            &self.calendar,
        );
        let stages: Vec<StageMonths> = self
            .stages
            .iter()
            .map(|flow| StageMonths::of(flow))
            .collect();
        let costs = Costs::new(document, &self.arrivals, &stages, levers);
        let won = self.calendar.monthly_sums(self.won());
        let months: Vec<MonthReport> = (0..self.calendar.months().len())
            .map(|index| self.month(index, &stages, &won, &ledger, &costs))
            .collect();
        let totals = self.totals(&months, &won, &costs);
        let metrics = self.metrics(&totals, &costs);
        ExpectedRun {
            months,
            totals,
            metrics,
        }
    }

    fn month(
        &self,
        index: usize,
        stages: &[StageMonths],
        won: &[f64],
        ledger: &Ledger,
        costs: &Costs,
    ) -> MonthReport {
        let of_each = |series: fn(&StageMonths) -> &Vec<f64>| {
            stages
                .iter()
                .map(|stage| at(series(stage), index))
                .collect()
        };
        MonthReport {
            month: self
                .calendar
                .months()
                .get(index)
                .map(|span| span.month)
                .unwrap_or_default(),
            leads: self
                .arrivals
                .months
                .get(index)
                .map_or(0.0, |month| month.leads),
            started: of_each(|stage| &stage.started),
            advanced: of_each(|stage| &stage.advanced),
            lost: of_each(|stage| &stage.lost),
            went_cold: of_each(|stage| &stage.went_cold),
            in_work: of_each(|stage| &stage.in_work),
            waiting: of_each(|stage| &stage.waiting),
            won: at(won, index),
            bookings: at(&ledger.bookings, index),
            cash: at(&ledger.cash, index),
            cost: costs.of_month(index) + at(&ledger.serving_cost, index),
        }
    }

    fn totals(&self, months: &[MonthReport], won: &[f64], costs: &Costs) -> Totals {
        let sum = |of: fn(&MonthReport) -> f64| months.iter().map(of).sum::<f64>();
        let cash = sum(|month| month.cash);
        let cost = sum(|month| month.cost);
        let lifetime_value: f64 = won
            .iter()
            .enumerate()
            .map(|(index, won)| won * self.deal.lifetime_value(self.deal.month(Some(index))))
            .sum();
        Totals {
            leads: sum(|month| month.leads),
            won: sum(|month| month.won),
            bookings: sum(|month| month.bookings),
            cash,
            cost,
            profit: self.deal.gross_margin * cash - cost,
            value: lifetime_value - costs.total(),
            leads_cost: costs.leads.iter().sum(),
            levers_cost: costs.levers.iter().sum(),
        }
    }

    fn metrics(&self, totals: &Totals, costs: &Costs) -> Metrics {
        let last = self.calendar.months().len().checked_sub(1);
        let deal = self.deal.month(last);
        let cycle_days = self.stages.iter().map(|flow| cycle_days(flow)).sum::<f64>();
        let channels = costs.channels();
        Metrics {
            conversion: self.overall_conversion(),
            cycle_days,
            time_to_revenue_days: cycle_days + self.deal.days_to_cash(deal),
            cost_per_lead: ratio(channels, totals.leads),
            acquisition_cost: ratio(channels + costs.stages.iter().sum::<f64>(), totals.won),
            lifetime_value: self.deal.lifetime_value(deal),
            programme_share: ratio(channels, totals.bookings),
            annual_net_revenue_retention: self.deal.annual_net_revenue_retention(deal),
        }
    }

    fn overall_conversion(&self) -> Option<f64> {
        let last_conversion = |flow: &Rc<StageFlow>| {
            let last = flow.input.plan.months.last();
            last.map_or(0.0, |month| month.conversion)
        };
        let (first, later) = self.stages.split_first()?;
        let conversion = last_conversion(first);
        let advancing: f64 = self
            .arrivals
            .months
            .iter()
            .map(|month| month.leads * month.first_conversion(conversion))
            .sum();
        let first = ratio(advancing, self.arrivals.leads())?;
        Some(first * later.iter().map(last_conversion).product::<f64>())
    }
}

/// Mean days of an advancing unit in the last month, plus the mean wait: unit-days in line at the
/// ends of days ÷ units started.
fn cycle_days(flow: &StageFlow) -> f64 {
    let last = flow.input.plan.months.last();
    let waited: f64 = flow.waiting.iter().sum();
    let started: f64 = flow.started.iter().sum();
    last.map_or(0.0, |month| month.mean_days) + ratio(waited, started).unwrap_or_default()
}

/// A stage's series by month.
struct StageMonths {
    started: Vec<f64>,
    advanced: Vec<f64>,
    lost: Vec<f64>,
    went_cold: Vec<f64>,
    in_work: Vec<f64>,
    waiting: Vec<f64>,
}

impl StageMonths {
    fn of(flow: &StageFlow) -> Self {
        let calendar = &flow.input.calendar;
        let last_days = || {
            calendar
                .months()
                .iter()
                .filter_map(|span| span.range().last())
        };
        let mut lost_before = 0.0;
        let lost = last_days().map(|day| {
            let through = flow.lost_through(day);
            let lost = through - lost_before;
            lost_before = through;
            lost.max(0.0)
        });
        Self {
            started: calendar.monthly_sums(&flow.started),
            advanced: calendar.monthly_sums(&flow.advanced),
            lost: lost.collect(),
            went_cold: calendar.monthly_sums(&flow.went_cold),
            in_work: last_days().map(|day| flow.in_work(day)).collect(),
            waiting: calendar.month_ends(&flow.waiting),
        }
    }
}

/// Costs by month, those of serving customers left out.
struct Costs {
    leads: Vec<f64>,
    fixed: Vec<f64>,
    stages: Vec<f64>,
    levers: Vec<f64>,
}

impl Costs {
    fn new(
        document: &Document,
        arrivals: &Arrivals,
        stages: &[StageMonths],
        levers: &[Lever],
    ) -> Self {
        let prices = || {
            document
                .stages
                .iter()
                .map(|stage| stage.cost_per_unit.get())
        };
        let months = 0..arrivals.months.len();
        Self {
            leads: arrivals
                .months
                .iter()
                .map(|month| month.leads_cost)
                .collect(),
            fixed: arrivals
                .months
                .iter()
                .map(|month| month.fixed_cost)
                .collect(),
            stages: months
                .clone()
                .map(|index| {
                    let started = stages.iter().map(|stage| at(&stage.started, index));
                    started
                        .zip(prices())
                        .map(|(units, price)| units * price)
                        .sum()
                })
                .collect(),
            levers: months.map(|index| cost_in(levers, index)).collect(),
        }
    }

    fn of_month(&self, index: usize) -> f64 {
        let of = |series| at(series, index);
        of(&self.leads) + of(&self.fixed) + of(&self.stages) + of(&self.levers)
    }

    fn channels(&self) -> f64 {
        self.leads.iter().chain(&self.fixed).sum()
    }

    fn total(&self) -> f64 {
        self.channels() + self.stages.iter().chain(&self.levers).sum::<f64>()
    }
}

fn at(series: &[f64], index: usize) -> f64 {
    series.get(index).copied().unwrap_or_default()
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}
