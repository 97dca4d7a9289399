//! What is the same in every trial: tables made once of a document and its levers.

use std::ops::Range;
use std::rc::Rc;

use super::super::calendar::Calendar;
use super::super::deal_plan::{DealMonth, DealPlan};
use super::super::simulator::Simulator;
use super::super::timing::cost_in;
use super::binomial;
use super::cohorts::Cohorts;
use super::layout::{Layout, Stretch};
use super::opening::OpenUnits;
use super::poisson::Poisson;
use super::random::{Luck, Purpose};
use super::sizes::Sizes;
use super::station::Station;
use super::upstream::{Hop, LeadPrices};
use crate::model::{Billing, Document, Lever};

/// The tables of a run.
///
/// Units are counted one by one, in whole days, at *stations* only: at each stage with a limit, and after
/// the first of them at each stage whose starts cost something. What has passed no station is Poisson
/// and needs no counting (see [`Hop`] and [`WinsOfMonth`]); what goes from a station to the next one goes
/// through its [`Passage`].
#[derive(Clone, Debug)]
pub struct Plan {
    /// The months of the horizon, in number.
    pub months: usize,
    /// The stations in order.
    pub stations: Vec<Station>,
    /// Units of the opening that are counted.
    pub open: Vec<OpenUnits>,
    /// The wins, by month, of what passed no station.
    pub wins: Vec<WinsOfMonth>,
    /// The stages before the first station, as far as they cost something, the last one first.
    pub upstream: Vec<Hop>,
    /// What leads cost.
    pub lead_prices: LeadPrices,
    /// When wins pay.
    pub cohorts: Cohorts,
    /// Deal sizes about their mean.
    pub sizes: Sizes,
    /// What money is worth, by month.
    pub worth: Worth,
    /// What the channels and levers cost in each month whatever comes.
    pub fixed_cost: Vec<f64>,
}

/// Wins of one month that are Poisson, and how they spread over its cohorts.
///
/// Units that come as a Poisson process, go independent ways and take independent times are won as one: the
/// counts of disjoint months are independent Poisson counts whose means are the expected run's (thinning
/// and displacement: Kingman, Poisson Processes, 1993, sections 5.1 and 5.5). Given their number, the
/// days of a month's wins are independent.
#[derive(Clone, Debug)]
pub struct WinsOfMonth {
    /// Their number.
    pub law: Poisson,
    /// The month's cohorts, each with the chance of a win that is in none of the ones before.
    pub cohorts: Vec<(usize, f64)>,
}

impl WinsOfMonth {
    /// Draws them for `month`, and tells `win` how many are in each cohort; returns how many there are.
    pub fn draw(&self, luck: Luck, month: usize, mut win: impl FnMut(usize, f64)) -> f64 {
        if self.law.mean() <= 0.0 {
            return 0.0;
        }
        let count = self.law.quantile(luck.uniform(Purpose::Wins, 0, month));
        let mut stream = luck.stream(Purpose::WinDays, 0, month);
        let mut rest = count;
        for &(cohort, chance) in &self.cohorts {
            if rest <= 0.0 {
                break;
            }
            let here = binomial::quantile(rest, chance, stream.uniform());
            win(cohort, here);
            rest -= here;
        }
        count
    }
}

/// What a deal is worth.
#[derive(Clone, Debug)]
pub struct Worth {
    /// Share of cash that is left after the direct cost of delivering.
    pub gross_margin: f64,
    /// Bookings ÷ the deal's size.
    pub sizes_booked: f64,
    /// What it costs to serve a customer for one invoice.
    pub serving_cost: f64,
    /// By month of winning, the lifetime value: so much whatever the size, and so much a unit of size.
    pub lifetime: Vec<(f64, f64)>,
}

impl Plan {
    /// Of a document in which every value is known.
    #[must_use]
    pub fn new(simulator: &mut Simulator, document: &Document, levers: &[Lever]) -> Self {
        let pipeline = simulator.pipeline(document, levers);
        let calendar = Rc::clone(&pipeline.calendar);
        let deal = DealPlan::new(&document.deal, levers, &calendar);
        let cohorts = Cohorts::new(&deal, pipeline.open.earlier_wins_per_day, &calendar);
        let layout = Layout::new(document, &pipeline, cohorts.of_day.clone());
        let stretches = layout.stretches(simulator);
        let lead_prices = LeadPrices::new(&pipeline.arrivals);
        let fixed = pipeline.arrivals.months.iter().enumerate();
        Self {
            months: calendar.months().len(),
            stations: layout.stations(document, &stretches),
            open: layout.open(document),
            wins: wins_by_month(&stretches, &cohorts, &calendar),
            upstream: layout.upstream(document, &stretches, lead_prices.are_there()),
            sizes: Sizes::new(document.deal.size_variation.get()),
            worth: Worth::new(&deal),
            fixed_cost: fixed
                .map(|(month, leads)| leads.fixed_cost + cost_in(levers, month))
                .collect(),
            lead_prices,
            cohorts,
        }
    }
}

impl Worth {
    fn new(deal: &DealPlan) -> Self {
        let (sizes_booked, serving_cost) = match deal.billing {
            Billing::OneOff(_) => (1.0, 0.0),
            Billing::Recurring(recurring) => (
                recurring.contract_months.get(),
                recurring.cost_to_serve_per_month.get(),
            ),
        };
        let lifetime = deal.months.iter().map(|&month| {
            // The lifetime value is a straight line in the size.
            let of_size = |size| deal.lifetime_value(DealMonth { size, ..month });
            (of_size(0.0), of_size(1.0) - of_size(0.0))
        });
        Self {
            gross_margin: deal.gross_margin,
            sizes_booked,
            serving_cost,
            lifetime: lifetime.collect(),
        }
    }
}

fn wins_by_month(
    stretches: &[Stretch],
    cohorts: &Cohorts,
    calendar: &Calendar,
) -> Vec<WinsOfMonth> {
    let won: &[f64] = stretches.last().map_or(&[], |stretch| &stretch.leaving);
    let month = |days: Range<usize>| {
        let mut by_cohort: Vec<(usize, f64)> = Vec::new();
        let won = won.get(days.clone()).unwrap_or_default();
        let cohort_of = cohorts.of_day.get(days).unwrap_or_default();
        for (won, &cohort) in won.iter().zip(cohort_of) {
            match by_cohort.last_mut() {
                Some((last, units)) if *last == cohort => *units += won,
                _ => by_cohort.push((cohort, *won)),
            }
        }
        let mean: f64 = by_cohort.iter().map(|(_, units)| units).sum();
        let mut rest = mean;
        for (_, units) in &mut by_cohort {
            let here = *units;
            *units = if rest > 0.0 {
                (here / rest).min(1.0)
            } else {
                1.0
            };
            rest = (rest - here).max(0.0);
        }
        WinsOfMonth {
            law: Poisson::new(mean),
            cohorts: by_cohort,
        }
    };
    let spans = calendar.months().iter();
    spans.map(|span| month(span.range())).collect()
}
