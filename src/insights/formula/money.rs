//! Money over the horizon: what is booked, received, spent and left.

use super::{Expression, Figure, Line, Run, Sum, Term};
use crate::model::Billing;

/// Prices that differ by less than this share are the same.
const ROUNDING: f64 = 1e-9;

impl Run<'_> {
    /// What the wins are worth on paper.
    pub(super) fn bookings(&self) -> Vec<Line> {
        let totals = &self.run.totals;
        let size = Figure::DealSize.is(self.document.deal.size.middle());
        let worth = match self.document.deal.billing {
            Billing::OneOff(_) => size,
            Billing::Recurring(recurring) => {
                size.times(Figure::ContractMonths.is(recurring.contract_months.get()))
            }
        };
        let won = Figure::Sum(Sum::Won).is(totals.won);
        vec![Line {
            result: Term::new(Figure::Sum(Sum::Bookings), totals.bookings),
            expression: won.times(worth),
        }]
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
        let lifetime_value = self.run.metrics.lifetime_value;
        let won = Figure::Sum(Sum::Won).is(self.run.totals.won);
        let worth = won.times(Figure::LifetimeValue.is(lifetime_value));
        let costs = self.acquisition_costs();
        let mut lines = vec![
            Line {
                result: Term::new(Figure::Sum(Sum::Value), value),
                expression: worth.less(Figure::AcquisitionCosts.is(costs.value())),
            },
            self.lifetime_value(),
            Line {
                result: Term::new(Figure::AcquisitionCosts, costs.value()),
                expression: costs,
            },
        ];
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
        let costs = leads.plus(Figure::FixedCost.is(self.fixed_cost()));
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
}
