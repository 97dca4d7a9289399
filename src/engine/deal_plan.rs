//! What a win brings in each month, with the levers on it.

use libm::{floor, pow, round};

use super::calendar::{Calendar, DAYS_BETWEEN_INVOICES};
use super::timing::approach;
use crate::model::{Billing, Change, Deal, Lever, OneOff, Recurring};

/// Invoices of one customer that count towards the lifetime value.
const LIFETIME_INVOICES: usize = 60;

/// The deal's parameters over the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct DealPlan {
    /// One entry a month.
    pub months: Vec<DealMonth>,
    /// Before the horizon, without levers.
    pub baseline: DealMonth,
    /// Share of cash that is left after the direct cost of delivering.
    pub gross_margin: f64,
    /// When the money comes.
    pub billing: Billing,
    /// When the money of wins before the horizon comes.
    pub earlier_billing: Billing,
}

/// The deal's parameters in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DealMonth {
    /// Mean size of a deal won in this month.
    pub size: f64,
    /// Days from an invoice of this month to its cash.
    pub payment_days: usize,
    /// Share of customers lost before an invoice of this month; 0 with one-off billing.
    pub churn: f64,
}

impl DealPlan {
    /// The deal with the `levers` that act on it.
    #[must_use]
    pub fn new(deal: &Deal, levers: &[Lever], calendar: &Calendar) -> Self {
        let (payment_days, churn) = match deal.billing {
            Billing::OneOff(OneOff { payment_days, .. }) => (payment_days, 0.0),
            Billing::Recurring(Recurring {
                payment_days,
                monthly_churn,
                ..
            }) => (payment_days, monthly_churn.get()),
        };
        let start = Values {
            size: deal.size.middle(),
            payment_days: payment_days.get(),
            churn,
        };
        let months = 0..calendar.months().len();
        Self {
            months: months
                .map(|index| start.with(levers, index).into_month())
                .collect(),
            baseline: start.into_month(),
            gross_margin: deal.gross_margin.get(),
            billing: deal.billing,
            earlier_billing: deal.billing,
        }
    }

    /// The same deal, where wins and customers from before the horizon are those of another one.
    #[must_use]
    pub fn following(self, before: &Self) -> Self {
        Self {
            baseline: before.baseline,
            earlier_billing: before.billing,
            ..self
        }
    }

    /// The parameters of month `index`; those of the baseline outside of the horizon.
    #[must_use]
    pub fn month(&self, index: Option<usize>) -> DealMonth {
        index
            .and_then(|index| self.months.get(index))
            .copied()
            .unwrap_or(self.baseline)
    }

    /// What a deal won in `month` counts for in bookings.
    #[must_use]
    pub fn booking(&self, month: DealMonth) -> f64 {
        match self.billing {
            Billing::OneOff(_) => month.size,
            Billing::Recurring(recurring) => month.size * recurring.contract_months.get(),
        }
    }

    /// What one customer won in `month` is worth: size × margin when paid once, else
    /// Σ over 60 invoices of (margin × size × (1 + e)^j − cost to serve) × (1 − c)^j.
    #[must_use]
    pub fn lifetime_value(&self, month: DealMonth) -> f64 {
        let Billing::Recurring(recurring) = self.billing else {
            return self.gross_margin * month.size;
        };
        let growth = 1.0 + recurring.monthly_expansion.get();
        let mut price = self.gross_margin * month.size;
        let mut staying = 1.0;
        let mut value = 0.0;
        for _ in 0..LIFETIME_INVOICES {
            value += (price - recurring.cost_to_serve_per_month.get()) * staying;
            price *= growth;
            staying *= 1.0 - month.churn;
        }
        value
    }

    /// ((1 − c)(1 + e))^12 with the churn of `month`; none for deals that are paid once.
    #[must_use]
    pub fn annual_net_revenue_retention(&self, month: DealMonth) -> Option<f64> {
        match self.billing {
            Billing::OneOff(_) => None,
            Billing::Recurring(recurring) => {
                let monthly = (1.0 - month.churn) * (1.0 + recurring.monthly_expansion.get());
                Some(pow(monthly, 12.0))
            }
        }
    }

    /// Days from won to the first cash of a deal won in `month`.
    #[must_use]
    pub fn days_to_cash(&self, month: DealMonth) -> f64 {
        let before_invoice = match self.billing {
            Billing::OneOff(one_off) if one_off.upfront_share.get() == 0.0 => {
                one_off.onboarding_days.get() + one_off.delivery_days.get()
            }
            Billing::OneOff(one_off) => one_off.onboarding_days.get(),
            Billing::Recurring(recurring) => recurring.onboarding_days.get(),
        };
        before_invoice + super::count(month.payment_days)
    }
}

/// Days from a customer's first invoice to invoice `number`, counted from 0.
#[must_use]
pub fn invoice_delay(number: usize) -> usize {
    whole(round(DAYS_BETWEEN_INVOICES * super::count(number)))
}

/// A day count that is whole already.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn whole(days: f64) -> usize {
    // Saturating by definition, and never above a few thousand.
    days as usize
}

/// The plain numbers, lever after lever.
#[derive(Clone, Copy)]
struct Values {
    size: f64,
    payment_days: f64,
    churn: f64,
}

impl Values {
    fn with(mut self, levers: &[Lever], index: usize) -> Self {
        for lever in levers {
            match lever.change {
                Change::DealSize { times } => {
                    self.size *= super::timing::factor_in(lever, index, times.get());
                }
                Change::Churn { to } => self.churn = approach(lever, index, self.churn, to.get()),
                Change::PaymentDays { to } => {
                    self.payment_days = approach(lever, index, self.payment_days, to.get());
                }
                _ => {}
            }
        }
        self
    }

    fn into_month(self) -> DealMonth {
        DealMonth {
            size: self.size,
            payment_days: whole(floor(self.payment_days + 0.5)),
            churn: self.churn,
        }
    }
}
