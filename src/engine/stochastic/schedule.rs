//! When a win is invoiced and paid.

use super::super::calendar::Calendar;
use super::super::deal_plan::{DealPlan, invoice_delay, whole};
use crate::model::{Billing, OneOff, Recurring};

/// One invoice to each customer of a cohort.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Invoice {
    /// The chance of a customer of the invoice before to be there for this one.
    pub staying: f64,
    /// The amount, as a multiple of the deal's size.
    pub share: f64,
    /// The month of its cash, if that is in the horizon.
    pub paid_in: Option<usize>,
    /// The month in which the customer is served for it, where that costs something.
    pub served_in: Option<usize>,
}

/// When a win is invoiced and paid.
pub struct Schedule<'a> {
    /// Under these parameters.
    pub deal: &'a DealPlan,
    /// Over these months.
    pub calendar: &'a Calendar,
}

impl Schedule<'_> {
    /// What is written to a customer won on `day`.
    #[must_use]
    pub fn of_win(&self, day: usize) -> Vec<Invoice> {
        match self.deal.billing {
            Billing::OneOff(one_off) => parts(&one_off)
                .map(|(delay, share)| self.part(day + delay, share))
                .filter(|invoice| invoice.paid_in.is_some())
                .collect(),
            Billing::Recurring(recurring) => {
                self.subscription(&recurring, day + whole(recurring.onboarding_days.get()))
            }
        }
    }

    /// What is written to, or still owed by, a customer won `ago` days before the first day.
    #[must_use]
    pub fn of_earlier_win(&self, one_off: &OneOff, ago: usize) -> Vec<Invoice> {
        let part = |(delay, share): (usize, f64)| {
            if let Some(day) = delay.checked_sub(ago) {
                return self.part(day, share);
            }
            let paid = (delay + self.deal.baseline.payment_days).checked_sub(ago);
            Invoice {
                staying: 1.0,
                share,
                paid_in: paid.and_then(|day| self.calendar.month_of(day)),
                served_in: None,
            }
        };
        parts(one_off)
            .map(part)
            .filter(|invoice| invoice.paid_in.is_some())
            .collect()
    }

    /// A part of the price that is invoiced on `day`.
    fn part(&self, day: usize, share: f64) -> Invoice {
        Invoice {
            staying: 1.0,
            share,
            paid_in: self.paid_in(day),
            served_in: None,
        }
    }

    /// The month of the cash of an invoice of `day`: after the payment days of the invoice's month.
    fn paid_in(&self, day: usize) -> Option<usize> {
        let month = self.deal.month(self.calendar.month_of(day));
        self.calendar.month_of(day + month.payment_days)
    }

    /// The monthly invoices within the horizon, the first one on day `first`.
    #[must_use]
    pub fn subscription(&self, recurring: &Recurring, first: usize) -> Vec<Invoice> {
        let growth = 1.0 + recurring.monthly_expansion.get();
        let serving = recurring.cost_to_serve_per_month.get();
        let mut price = 1.0;
        let mut invoices = Vec::new();
        for number in 0.. {
            let day = first + invoice_delay(number);
            let Some(month) = self.calendar.month_of(day) else {
                break;
            };
            let churn = self.deal.month(Some(month)).churn;
            let staying = if number > 0 { 1.0 - churn } else { 1.0 };
            invoices.push(Invoice {
                staying,
                share: price,
                paid_in: self.paid_in(day),
                served_in: (serving > 0.0).then_some(month),
            });
            price *= growth;
        }
        invoices
    }
}

/// Days from won to each invoice of a deal that is paid once, and the share of the price on it.
fn parts(one_off: &OneOff) -> impl Iterator<Item = (usize, f64)> {
    let upfront = one_off.upfront_share.get();
    let onboarded = whole(one_off.onboarding_days.get());
    let delivered = onboarded + whole(one_off.delivery_days.get());
    [(onboarded, upfront), (delivered, 1.0 - upfront)]
        .into_iter()
        .filter(|(_, share)| *share > 0.0)
}
