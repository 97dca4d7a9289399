//! Money over the horizon: what is booked, received, spent and left.

use super::{Expression, Figure, Line, Run, Sum, Term};
use crate::engine::calendar::Calendar;
use crate::engine::deal_plan::{DealMonth, DealPlan};
use crate::model::Billing;

/// Prices that differ by less than this share are the same.
const ROUNDING: f64 = 1e-9;

impl Run<'_> {
    /// What the wins are worth on paper.
    pub(super) fn bookings(&self) -> Vec<Line> {
        let totals = &self.run.totals;
        let contract = match self.document.deal.billing {
            Billing::OneOff(_) => None,
            Billing::Recurring(recurring) => Some(recurring.contract_months.get()),
        };
        let deals = self.deals();
        let is_steady = deals
            .iter()
            .all(|deal| is_same(deal.size, self.last_deal().size));
        let size = if is_steady || totals.won <= 0.0 {
            Figure::DealSize.is(self.last_deal().size)
        } else {
            Figure::MeanDealSize.is(totals.bookings / totals.won / contract.unwrap_or(1.0))
        };
        let worth = match contract {
            None => size,
            Some(months) => size.times(Figure::ContractMonths.is(months)),
        };
        let won = Figure::Sum(Sum::Won).is(totals.won);
        vec![Line {
            result: Term::new(Figure::Sum(Sum::Bookings), totals.bookings),
            expression: won.times(worth),
        }]
    }

    /// The deal of every month, changed where this way changes it.
    fn deals(&self) -> Vec<DealMonth> {
        let calendar = Calendar::new(self.document.start, self.document.months.whole());
        DealPlan::new(&self.document.deal, &self.levers, &calendar).months
    }

    /// The deal of the last month.
    pub(super) fn last_deal(&self) -> DealMonth {
        self.deals().last().copied().unwrap_or_default()
    }

    /// What is received: the bookings, but for what is paid at another time.
    pub(super) fn cash(&self) -> Line {
        let totals = &self.run.totals;
        let bookings = Figure::Sum(Sum::Bookings).is(totals.bookings);
        let later = Figure::PaidLater.is(totals.bookings - totals.cash);
        Line {
            result: Term::new(Figure::Sum(Sum::Cash), totals.cash),
            expression: bookings.less(later).without_nothing(),
        }
    }

    /// What the margin leaves of the cash, less all costs.
    pub(super) fn profit(&self) -> Line {
        let totals = &self.run.totals;
        let margin = Figure::GrossMargin.is(self.document.deal.gross_margin.get());
        let earned = margin.times(Figure::Sum(Sum::Cash).is(totals.cash));
        Line {
            result: Term::new(Figure::Sum(Sum::Profit), totals.profit),
            expression: earned.less(Figure::Sum(Sum::Cost).is(totals.cost)),
        }
    }

    /// What the wins are worth over a customer's life, less the costs of winning them.
    pub(super) fn value(&self, value: f64) -> Vec<Line> {
        let wins = self.run.totals.won;
        let costs = self.acquisition_costs();
        let last = self.last_deal();
        let mut deals = self.deals().into_iter();
        let is_steady = wins <= 0.0
            || deals.all(|deal| is_same(deal.size, last.size) && is_same(deal.churn, last.churn));
        let lifetime_value = if is_steady {
            Figure::LifetimeValue.is(self.run.metrics.lifetime_value)
        } else {
            Figure::MeanLifetimeValue.is((value + costs.value()) / wins)
        };
        let worth = Figure::Sum(Sum::Won).is(wins).times(lifetime_value);
        let mut lines = vec![Line {
            result: Term::new(Figure::Sum(Sum::Value), value),
            expression: worth.less(Figure::AcquisitionCosts.is(costs.value())),
        }];
        lines.extend(is_steady.then(|| self.lifetime_value()));
        lines.push(Line {
            result: Term::new(Figure::AcquisitionCosts, costs.value()),
            expression: costs,
        });
        lines.extend(self.parts_of_cost());
        lines
    }

    /// All costs.
    pub(super) fn cost(&self) -> Vec<Line> {
        let total = self.run.totals.cost;
        let serving = total - self.acquisition_costs().value();
        let all = self
            .acquisition_costs()
            .plus(Figure::ServingCost.is(serving));
        let mut lines = vec![Line {
            result: Term::new(Figure::Sum(Sum::Cost), total),
            expression: all.without_nothing(),
        }];
        lines.extend(self.parts_of_cost());
        lines
    }

    /// What it costs to win: channels and stages.
    fn acquisition_costs(&self) -> Expression {
        let leads = Figure::LeadsCost.is(self.run.totals.leads_cost);
        let stages = self.stage_costs();
        let levers = Figure::LeversCost.is(self.run.totals.levers_cost);
        let costs = leads
            .plus(Figure::FixedCost.is(self.fixed_cost()))
            .plus(levers);
        let all = stages.into_iter().fold(costs, |sum, (stage, _, _, cost)| {
            sum.plus(Figure::StageCost(stage).is(cost))
        });
        all.without_nothing()
    }

    /// What the channels cost.
    pub(super) fn channel_costs(&self) -> f64 {
        self.run.totals.leads_cost + self.fixed_cost()
    }

    /// What the channels and the stages cost.
    pub(super) fn all_stage_costs(&self) -> f64 {
        let costs = self.stage_costs();
        costs.iter().map(|(_, _, _, cost)| cost).sum()
    }

    /// The channels' fixed costs a month, of those that have some.
    fn fixed_per_month(&self) -> Expression {
        let channels = self.document.channels.iter().enumerate();
        let costs = channels.map(|(at, channel)| (at, channel.fixed_cost_per_month.get()));
        let some = costs.filter(|(_, cost)| *cost > 0.0);
        Expression::sum(some.map(|(at, cost)| Figure::ChannelFixed(at).is(cost)))
    }

    fn fixed_cost(&self) -> f64 {
        self.fixed_per_month().value() * self.document.months.get()
    }

    /// The price of a lead: that of the only channel, else the mean.
    fn lead_price(&self) -> Expression {
        let mean = self.run.totals.leads_cost / self.run.totals.leads;
        let [channel] = &*self.document.channels else {
            return Figure::LeadPrice.is(mean);
        };
        let entered = channel.cost_per_lead.get();
        if (mean - entered).abs() <= ROUNDING * entered {
            Figure::ChannelPrice(0).is(entered)
        } else {
            Figure::LeadPrice.is(mean)
        }
    }

    /// Of each stage that costs something: which, units started, the price of one, and both together.
    fn stage_costs(&self) -> Vec<(usize, f64, f64, f64)> {
        let stages = self.document.stages.iter().enumerate();
        stages
            .filter(|(_, stage)| stage.cost_per_unit.get() > 0.0)
            .map(|(at, stage)| {
                let (units, price) = (self.started_units(at), stage.cost_per_unit.get());
                (at, units, price, units * price)
            })
            .collect()
    }

    /// A line for every cost that is not nothing.
    pub(super) fn parts_of_cost(&self) -> Vec<Line> {
        let totals = &self.run.totals;
        let mut lines = Vec::new();
        if totals.leads_cost > 0.0 {
            let leads = Figure::Sum(Sum::Leads).is(totals.leads);
            lines.push(Line {
                result: Term::new(Figure::LeadsCost, totals.leads_cost),
                expression: leads.times(self.lead_price()),
            });
        }
        if self.fixed_cost() > 0.0 {
            lines.push(Line {
                result: Term::new(Figure::FixedCost, self.fixed_cost()),
                expression: self.fixed_per_month().times(self.months()),
            });
        }
        lines.extend(self.levers_cost());
        let stages = self.stage_costs().into_iter();
        lines.extend(stages.map(|(stage, units, price, cost)| {
            Line {
                result: Term::new(Figure::StageCost(stage), cost),
                expression: Figure::Started(stage)
                    .is(units)
                    .times(Figure::UnitCost(stage).is(price)),
            }
        }));
        lines
    }
    /// What the changes themselves cost: once, and a month for as long as they act.
    fn levers_cost(&self) -> Option<Line> {
        let cost = self.run.totals.levers_cost;
        if cost <= 0.0 {
            return None;
        }
        let months = self.document.months.get();
        let parts = self.levers.iter().map(|lever| {
            let acting = (months - lever.start_month.get()).max(0.0);
            let once = if acting > 0.0 {
                lever.one_off_cost.get()
            } else {
                0.0
            };
            let once = (once > 0.0).then(|| Figure::StepOnce.is(once));
            let monthly = Figure::StepPerMonth.is(lever.cost_per_month.get());
            let monthly = monthly.times(Figure::MonthsActing.is(acting));
            once.into_iter()
                .chain((monthly.value() > 0.0).then_some(monthly))
        });
        Some(Line {
            result: Term::new(Figure::LeversCost, cost),
            expression: Expression::sum(parts.flatten()),
        })
    }
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= ROUNDING * other.abs()
}
