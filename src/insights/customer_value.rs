//! What a customer is worth and costs, and when it has paid for itself.

use super::customer_changes::{ChangeGain, CustomerChange};
use super::question::Question;
use crate::engine::deal_plan::invoice_delay;
use crate::engine::{Metrics, Simulator, Totals, count};
use crate::model::{Billing, Document, Lever};

/// Invoices of one customer that count: five years.
pub(super) const LIFETIME_INVOICES: usize = 60;

/// A share that sums may miss by rounding.
const ROUNDING: f64 = 1e-9;

/// One customer of the pipeline as it is: money of one customer, unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerValue {
    /// Whether customers pay every month.
    pub is_recurring: bool,
    /// What a customer is worth: margin − cost to serve over 60 invoices, by the share of customers who are still
    /// there; one-off: size × margin.
    pub lifetime_value: f64,
    /// The margin alone: Σ margin × price × (1 + e)^j × (1 − c)^j, j < 60; one-off: size × margin.
    pub lifetime_margin: f64,
    /// The cost to serve alone: Σ cost × (1 − c)^j, j < 60; one-off: 0.
    pub lifetime_serving: f64,
    /// The margin ÷ the cost to serve; none where serving costs nothing.
    pub margin_to_serving: Option<f64>,
    /// ((1 − churn)(1 + expansion))^12; none with one-off billing.
    pub annual_retention: Option<f64>,
    /// Customer acquisition cost: channel and stage costs ÷ won; none where nothing is won.
    pub acquisition_cost: Option<f64>,
    /// Lifetime value ÷ acquisition cost; none where that is none or 0.
    pub value_to_cost: Option<f64>,
    /// What a customer has brought with its 1st, 2nd, … invoice: margin − cost to serve, added up. One entry with
    /// one-off billing, else 60, of which the last is the lifetime value.
    pub cumulated: Vec<f64>,
    /// The invoice, counted from 0, with which that covers the acquisition cost; none where none of the 60 does, or
    /// nothing is won. Invoices come a month apart, so this is the payback in months after the first invoice.
    pub payback_invoice: Option<usize>,
    /// Days from the win to the cash of that invoice: onboarding (and delivery, where nothing is upfront), the
    /// invoices until then, payment. The payback in months leaves them out: both sides are counted when they fall
    /// due, as CAC is, which is not moved to the days on which leads are paid either.
    pub payback_days: Option<f64>,
    /// Channel costs ÷ leads; none without leads.
    pub cost_per_lead: Option<f64>,
    /// Channel costs ÷ won: cost per lead × leads per contract; none where nothing is won.
    pub cost_per_contract: Option<f64>,
    /// Leads ÷ won; none where nothing is won.
    pub leads_per_contract: Option<f64>,
    /// Channel costs ÷ bookings; none where nothing is booked.
    pub programme_share: Option<f64>,
    /// The pipeline as it is, over the horizon.
    pub baseline: Totals,
    /// What changes are worth beside 10 % more leads, by the gain in value, most first; ties in the order of
    /// [`CustomerChange::ALL`].
    pub changes: Vec<ChangeGain>,
}

/// Runs the pipeline as it is and with each change, a run a step.
#[derive(Clone, Debug)]
pub struct CustomerValueRuns {
    document: Document,
    baseline: Option<(Totals, Metrics)>,
    left: Vec<CustomerChange>,
    gains: Vec<ChangeGain>,
}

impl CustomerValueRuns {
    /// Of `document`.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        let changes = CustomerChange::ALL.into_iter().rev();
        Self {
            document: document.clone(),
            baseline: None,
            left: changes.filter(|change| change.is_of(document)).collect(),
            gains: Vec::new(),
        }
    }
}

impl Question for CustomerValueRuns {
    type Answer = CustomerValue;

    fn step(&mut self, simulator: &mut Simulator) -> Option<CustomerValue> {
        let Some((baseline, metrics)) = self.baseline else {
            let none: [Lever; 0] = [];
            let run = simulator.expected(&self.document, &none);
            self.baseline = Some((run.totals, run.metrics));
            return None;
        };
        if let Some(change) = self.left.pop() {
            self.gains
                .extend(change.gain(simulator, &self.document, &baseline));
            return None;
        }
        let mut changes = std::mem::take(&mut self.gains);
        // A stable sort, so that ties stay in their order.
        changes.sort_by(|left, right| right.value.total_cmp(&left.value));
        Some(CustomerValue {
            changes,
            ..customer_value(&self.document, &baseline, &metrics)
        })
    }
}

/// All of it but what changes are worth.
fn customer_value(document: &Document, baseline: &Totals, metrics: &Metrics) -> CustomerValue {
    let life = Life::of(document);
    let cost = metrics.acquisition_cost;
    // What is missing but for rounding is not missing.
    let payback = cost.and_then(|cost| {
        let enough = cost * (1.0 - ROUNDING);
        life.cumulated.iter().position(|sum| *sum >= enough)
    });
    let ratio = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
    let leads_per_contract = ratio(baseline.leads, baseline.won);
    CustomerValue {
        is_recurring: matches!(document.deal.billing, Billing::Recurring(_)),
        lifetime_value: metrics.lifetime_value,
        lifetime_margin: life.margin,
        lifetime_serving: life.serving,
        margin_to_serving: ratio(life.margin, life.serving),
        annual_retention: metrics.annual_net_revenue_retention,
        acquisition_cost: cost,
        value_to_cost: cost.and_then(|cost| ratio(metrics.lifetime_value, cost)),
        payback_invoice: payback,
        payback_days: payback.map(|invoice| days_to_cash(metrics) + count(invoice_delay(invoice))),
        cumulated: life.cumulated,
        cost_per_lead: metrics.cost_per_lead,
        cost_per_contract: metrics
            .cost_per_lead
            .zip(leads_per_contract)
            .map(|(cost, leads)| cost * leads),
        leads_per_contract,
        programme_share: metrics.programme_share,
        baseline: *baseline,
        changes: Vec::new(),
    }
}

/// Days from the win to the first cash.
fn days_to_cash(metrics: &Metrics) -> f64 {
    metrics.time_to_revenue_days - metrics.cycle_days
}

/// What one customer brings, invoice by invoice, as the engine's lifetime value adds it up.
struct Life {
    cumulated: Vec<f64>,
    margin: f64,
    serving: f64,
}

impl Life {
    fn of(document: &Document) -> Self {
        let deal = &document.deal;
        let mut price = deal.gross_margin.get() * deal.size.middle();
        let Billing::Recurring(billing) = deal.billing else {
            return Self {
                cumulated: vec![price],
                margin: price,
                serving: 0.0,
            };
        };
        let mut life = Self {
            cumulated: Vec::with_capacity(LIFETIME_INVOICES),
            margin: 0.0,
            serving: 0.0,
        };
        let serving = billing.cost_to_serve_per_month.get();
        let growth = 1.0 + billing.monthly_expansion.get();
        let mut staying = 1.0;
        let mut value = 0.0;
        for _ in 0..LIFETIME_INVOICES {
            value += (price - serving) * staying;
            life.margin += price * staying;
            life.serving += serving * staying;
            life.cumulated.push(value);
            price *= growth;
            staying *= 1.0 - billing.monthly_churn.get();
        }
        life
    }
}
