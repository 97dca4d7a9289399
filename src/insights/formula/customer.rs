//! What a customer is worth and costs, and what changes to that gain.

use super::metrics::invoices;
use super::{Expression, Figure, Line, Metric, Run, Sum, Term};
use crate::engine::Simulator;
use crate::insights::customer_changes::CustomerChange;
use crate::insights::customer_value::LIFETIME_INVOICES;
use crate::model::{Billing, Objective};

/// A number of one customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CustomerFact {
    /// Lifetime value ÷ acquisition cost.
    ValueToCost,
    /// Margin ÷ cost to serve, over the customer's life.
    MarginToServing,
    /// Cost per lead × leads per contract.
    CostPerContract,
    /// Leads ÷ won.
    LeadsPerContract,
    /// What a customer has brought with an invoice, counted from 0.
    After(usize),
    /// What a change gains over the horizon.
    Gain(CustomerChange, Objective),
}

impl CustomerFact {
    /// The number of a name, such as "valueToCost", "customerAfter[3]" or "change.churn.value".
    pub(super) fn from_id(id: &str) -> Option<Self> {
        match id {
            "valueToCost" => return Some(Self::ValueToCost),
            "marginToServing" => return Some(Self::MarginToServing),
            "costPerContract" => return Some(Self::CostPerContract),
            "leadsPerContract" => return Some(Self::LeadsPerContract),
            _ => {}
        }
        if let Some(at) = id.strip_prefix("customerAfter[") {
            return Some(Self::After(at.strip_suffix(']')?.parse().ok()?));
        }
        let (change, objective) = id.strip_prefix("change.")?.split_once('.')?;
        let mut all = Objective::all().iter();
        let objective = all.find(|known| known.id() == objective)?;
        Some(Self::Gain(CustomerChange::from_id(change)?, *objective))
    }
}

impl Run<'_> {
    /// Opens a number of a customer of today's pipeline; none where there is nothing to divide by, or no such change
    /// can be made.
    pub(super) fn customer(
        &self,
        simulator: &mut Simulator,
        fact: CustomerFact,
    ) -> Option<Vec<Line>> {
        match fact {
            CustomerFact::ValueToCost => {
                let metrics = &self.run.metrics;
                let cost = metrics.acquisition_cost.filter(|cost| *cost > 0.0)?;
                let value = Figure::LifetimeValue.is(metrics.lifetime_value);
                let expression = value.over(Figure::AcquisitionCost.is(cost));
                let parts = [Metric::LifetimeValue, Metric::AcquisitionCost];
                Some(self.ratio(Figure::ValueToCost, expression, &parts))
            }
            CustomerFact::MarginToServing => self.margin_to_serving(),
            CustomerFact::CostPerContract => {
                let cost = Figure::CostPerLead.is(self.run.metrics.cost_per_lead?);
                let leads = Figure::LeadsPerContract.is(self.leads_per_contract()?.value());
                let mut lines = self.ratio(
                    Figure::CostPerContract,
                    cost.times(leads),
                    &[Metric::CostPerLead],
                );
                lines.extend(self.leads_line());
                Some(lines)
            }
            CustomerFact::LeadsPerContract => Some(vec![self.leads_line()?]),
            CustomerFact::After(invoice) => self.after(invoice),
            CustomerFact::Gain(change, objective) => {
                Some(vec![self.gain(simulator, change, objective)?])
            }
        }
    }

    /// A ratio, and what it is made of.
    fn ratio(&self, figure: Figure, expression: Expression, parts: &[Metric]) -> Vec<Line> {
        let first = Line {
            result: Term::new(figure, expression.value()),
            expression,
        };
        let parts = parts.iter().filter_map(|part| self.metric(*part)).flatten();
        std::iter::once(first).chain(parts).collect()
    }

    fn leads_per_contract(&self) -> Option<Expression> {
        let totals = &self.run.totals;
        let won = Figure::Sum(Sum::Won).is(totals.won);
        let leads = Figure::Sum(Sum::Leads).is(totals.leads);
        (totals.won > 0.0).then(|| leads.over(won))
    }

    fn leads_line(&self) -> Option<Line> {
        let expression = self.leads_per_contract()?;
        Some(Line {
            result: Term::new(Figure::LeadsPerContract, expression.value()),
            expression,
        })
    }

    fn margin_to_serving(&self) -> Option<Vec<Line>> {
        let [margin, serving] = self.life(LIFETIME_INVOICES)?;
        let serving_cost = serving.value();
        let line = |figure, expression: Expression| Line {
            result: Term::new(figure, expression.value()),
            expression,
        };
        let ratio = Figure::LifetimeMargin
            .is(margin.value())
            .over(Figure::LifetimeServing.is(serving_cost));
        (serving_cost > 0.0).then(|| {
            vec![
                line(Figure::MarginToServing, ratio),
                line(Figure::LifetimeMargin, margin),
                line(Figure::LifetimeServing, serving),
            ]
        })
    }

    /// The margin of a customer's first invoices, and the cost to serve it until then; none with one-off billing.
    fn life(&self, number: usize) -> Option<[Expression; 2]> {
        let deal = &self.document.deal;
        let Billing::Recurring(billing) = deal.billing else {
            return None;
        };
        let staying = 1.0 - billing.monthly_churn.get();
        let growing = 1.0 + billing.monthly_expansion.get();
        let margin = Figure::GrossMargin.is(deal.gross_margin.get());
        let price = margin.times(Figure::DealSize.is(deal.size.middle()));
        let serving = Figure::ServingPerMonth.is(billing.cost_to_serve_per_month.get());
        Some([
            price.times(Figure::GrowingInvoices.is(invoices(staying * growing, number))),
            serving.times(Figure::Invoices.is(invoices(staying, number))),
        ])
    }

    /// What a customer has brought so far, and what it cost to win.
    fn after(&self, invoice: usize) -> Option<Vec<Line>> {
        let is_recurring = matches!(self.document.deal.billing, Billing::Recurring(_));
        let most = if is_recurring { LIFETIME_INVOICES } else { 1 };
        if invoice >= most {
            return None;
        }
        let expression = match self.life(invoice + 1) {
            Some([margin, serving]) => margin.less(serving).without_nothing(),
            None => self.lifetime_value().expression,
        };
        let figure = Figure::CustomerAfter(invoice);
        Some(self.ratio(figure, expression, &[Metric::AcquisitionCost]))
    }

    fn gain(
        &self,
        simulator: &mut Simulator,
        change: CustomerChange,
        objective: Objective,
    ) -> Option<Line> {
        let (document, levers) = change.made(self.document)?;
        let sum = Sum::from(objective);
        let with = sum.of(&simulator.totals(&document, &levers));
        let today = sum.of(&self.run.totals);
        Some(Line {
            result: Term::new(Figure::Gain(objective), with - today),
            expression: Figure::WithChange(sum)
                .is(with)
                .less(Figure::Today(sum).is(today)),
        })
    }
}
