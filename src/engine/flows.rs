//! The units of a run, and the report that is made of them.

use std::rc::Rc;

use super::arrivals::Arrivals;
use super::billing::{Ledger, bill};
use super::calendar::Calendar;
use super::costs::Costs;
use super::deal_plan::DealPlan;
use super::report::{ExpectedRun, Metrics, MonthReport, Totals};
use super::stage_flow::StageFlow;
use super::stage_months::StageMonths;
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
        let won = self.calendar.monthly_sums(self.won());
        let ledger = self.ledger();
        let costs = self.costs(document, levers);
        let totals = self.sums(&won, &ledger, &costs);
        ExpectedRun {
            months: (0..won.len())
                .map(|index| self.month(index, &won, &ledger, &costs))
                .collect(),
            metrics: self.metrics(&totals, &costs),
            totals,
        }
    }

    /// The run's totals alone, to the bit those of the [report](Self::report): what a sweep asks for.
    #[must_use]
    pub fn totals(&self, document: &Document, levers: &[Lever]) -> Totals {
        let won = self.calendar.monthly_sums(self.won());
        self.sums(&won, &self.ledger(), &self.costs(document, levers))
    }

    fn ledger(&self) -> Ledger {
        let earlier = self.earlier_wins_per_day;
        bill(&self.deal, self.won(), earlier, &self.calendar)
    }

    fn costs(&self, document: &Document, levers: &[Lever]) -> Costs {
        Costs::new(
            document,
            &self.arrivals,
            &self.stages,
            &self.calendar,
            levers,
        )
    }

    fn month(&self, index: usize, won: &[f64], ledger: &Ledger, costs: &Costs) -> MonthReport {
        let of_each = |series: fn(&StageMonths) -> &Vec<f64>| {
            let stages = self.stages.iter();
            stages
                .map(|flow| at(series(flow.months()), index))
                .collect()
        };
        let span = self.calendar.months().get(index);
        let lifetime_value = self.deal.lifetime_value(self.deal.month(Some(index)));
        MonthReport {
            month: span.map(|span| span.month).unwrap_or_default(),
            leads: at(&self.leads(), index),
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
            value: at(won, index) * lifetime_value - costs.of_month(index),
        }
    }

    fn leads(&self) -> Vec<f64> {
        let months = self.arrivals.months.iter();
        months.map(|month| month.leads).collect()
    }

    fn sums(&self, won: &[f64], ledger: &Ledger, costs: &Costs) -> Totals {
        let cash = sum(&ledger.cash);
        let cost = costs.total() + sum(&ledger.serving_cost);
        let months = won.iter().enumerate();
        let lifetime_value: f64 = months
            .map(|(index, won)| won * self.deal.lifetime_value(self.deal.month(Some(index))))
            .sum();
        Totals {
            leads: sum(&self.leads()),
            won: sum(won),
            bookings: sum(&ledger.bookings),
            cash,
            cost,
            profit: self.deal.gross_margin * cash - cost,
            value: lifetime_value - costs.total(),
            leads_cost: sum(&costs.leads),
            levers_cost: sum(&costs.levers),
        }
    }

    fn metrics(&self, totals: &Totals, costs: &Costs) -> Metrics {
        let last = self.calendar.months().len().checked_sub(1);
        let deal = self.deal.month(last);
        let stages = self.stages.iter();
        let cycle_days: f64 = stages
            .map(|stage| stage.mean_days() + stage.mean_wait())
            .sum();
        let channels = costs.channels();
        Metrics {
            conversion: self.overall_conversion(),
            cycle_days,
            time_to_revenue_days: cycle_days + self.deal.days_to_cash(deal),
            cost_per_lead: ratio(channels, totals.leads),
            acquisition_cost: ratio(channels + sum(&costs.stages), totals.won),
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

fn at(series: &[f64], index: usize) -> f64 {
    series.get(index).copied().unwrap_or_default()
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

fn sum(series: &[f64]) -> f64 {
    series.iter().sum()
}
