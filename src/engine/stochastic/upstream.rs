//! What the stages before the first counted one cost, given what came out of them.

use super::super::arrivals::Arrivals;
use super::super::calendar::Calendar;
use super::super::stage_flow::StageFlow;
use super::binomial;
use super::poisson::Poisson;
use super::random::{Luck, Purpose};

/// One stage of those, looked at backwards.
///
/// Before the first limit, units that start in month m and leave forward in month k are independent Poisson
/// counts for each pair (m, k), and so are those that start in m and do not leave forward within the horizon
/// (colouring and displacement theorems: Kingman, Poisson Processes, 1993, sections 5.1 and 5.5). So, given how
/// many leave forward in k, the months they started in are multinomial, and the others are a Poisson count on
/// top. That needs no day: each stage's starts have their exact law by month, and go together with what
/// leaves the stage as they must. Over two stages that is so by month too, up to where in its month a unit
/// started.
#[derive(Clone, Debug)]
pub struct Hop {
    stage: usize,
    cost_per_unit: f64,
    /// For each month of leaving, the months of starting, the latest first, each with its chance for
    /// those not given to a later one.
    leaving: Vec<Vec<(usize, f64)>>,
    /// For each month of starting, those who do not leave forward within the horizon.
    staying: Vec<Poisson>,
}

impl Hop {
    /// From the stage's expected run, of which every part is the mean of a Poisson count.
    #[must_use]
    pub fn new(stage: usize, flow: &StageFlow, cost_per_unit: f64, calendar: &Calendar) -> Self {
        let pairs: Vec<Vec<f64>> = (0..calendar.months().len())
            .map(|month| leaving_by_month(flow, month, calendar))
            .collect();
        let started = calendar.monthly_sums(&flow.started);
        let left = calendar.monthly_sums(&flow.advanced);
        let staying = started.iter().zip(&pairs).map(|(started, pairs)| {
            let leaving: f64 = pairs.iter().sum();
            Poisson::new((started - leaving).max(0.0))
        });
        let leaving = left.iter().enumerate().map(|(month, &left)| {
            let mut rest = left;
            let from = pairs.iter().enumerate().take(month + 1).rev();
            from.filter_map(|(from, pairs)| {
                let here = pairs.get(month).copied().filter(|here| *here > 0.0)?;
                let chance = (here / rest).min(1.0);
                rest = (rest - here).max(0.0);
                Some((from, chance))
            })
            .collect()
        });
        Self {
            stage,
            cost_per_unit,
            leaving: leaving.collect(),
            staying: staying.collect(),
        }
    }

    /// Draws what started in each month, given what left forward in each, and adds up what it cost.
    pub fn go_back(&self, luck: Luck, left: &[f64], started: &mut [f64], cost: &mut [f64]) {
        for (month, (started, law)) in started.iter_mut().zip(&self.staying).enumerate() {
            *started = law.quantile(luck.uniform(Purpose::Stayed, self.stage, month));
        }
        for (month, (&left, from)) in left.iter().zip(&self.leaving).enumerate() {
            let mut stream = luck.stream(Purpose::Starts, self.stage, month);
            let mut rest = left;
            for &(from, chance) in from {
                if rest <= 0.0 {
                    break;
                }
                let here = binomial::quantile(rest, chance, stream.uniform());
                rest -= here;
                if let Some(started) = started.get_mut(from) {
                    *started += here;
                }
            }
        }
        for (cost, started) in cost.iter_mut().zip(started) {
            *cost += *started * self.cost_per_unit;
        }
    }
}

/// Units that start in `month` and leave forward, by the month in which they do.
fn leaving_by_month(flow: &StageFlow, month: usize, calendar: &Calendar) -> Vec<f64> {
    let (Some(span), Some(plan)) = (
        calendar.months().get(month),
        flow.input.plan.months.get(month),
    ) else {
        return Vec::new();
    };
    let later = calendar.months().iter();
    later
        .map(|later| {
            let starts = span
                .range()
                .zip(flow.advancing.get(span.range()).unwrap_or_default());
            let leave = starts.map(|(day, advancing)| {
                // Leaving before day e is taking at most e − 1 − day days.
                let by = |end: usize| match end.checked_sub(day + 1) {
                    Some(days) => 1.0 - plan.days.longer_than(days),
                    None => 0.0,
                };
                let end = later.range().end;
                advancing * (by(end) - by(later.first_day))
            });
            leave.sum()
        })
        .collect()
}

/// The price of a month's leads, given how many come.
#[derive(Clone, Debug)]
pub struct LeadPrices {
    /// For each month, its prices, each with the chance of a lead that has none of the ones before.
    months: Vec<Vec<(f64, f64)>>,
}

impl LeadPrices {
    /// As the channels and levers of `arrivals` have it.
    ///
    /// A lead's channel is a mark of its own, so the channels' leads are multinomial given all of them. They
    /// are drawn apart from what becomes of the leads: where dear channels are good channels, too, a cost and
    /// the wins of the same leads go together a little less than they should.
    #[must_use]
    pub fn new(arrivals: &Arrivals) -> Self {
        let months = arrivals.months.iter().map(|month| {
            let mut rest = month.leads;
            let prices = month.by_price.iter().map(|share| {
                let chance = (share.leads / rest).min(1.0);
                rest = (rest - share.leads).max(0.0);
                (share.price, chance)
            });
            prices.collect()
        });
        Self {
            months: months.collect(),
        }
    }

    /// Whether any lead costs anything.
    #[must_use]
    pub fn are_there(&self) -> bool {
        self.months.iter().flatten().any(|(price, _)| *price > 0.0)
    }

    /// Adds up what `leads` of each month cost.
    pub fn add(&self, luck: Luck, leads: &[f64], cost: &mut [f64]) {
        for (month, ((prices, &leads), cost)) in self.months.iter().zip(leads).zip(cost).enumerate()
        {
            let mut stream = luck.stream(Purpose::Channels, 0, month);
            let mut rest = leads;
            for (position, (price, chance)) in prices.iter().enumerate() {
                let here = if position + 1 == prices.len() {
                    rest
                } else {
                    binomial::quantile(rest, *chance, stream.uniform())
                };
                *cost += here * price;
                rest -= here;
            }
        }
    }
}
