//! From wins to invoices, cash and the cost of serving customers, in expected numbers.

use super::calendar::Calendar;
use super::deal_plan::{DealPlan, invoice_delay, whole};
use crate::model::{Billing, OneOff, Recurring};

/// Money by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Value of the deals won.
    pub bookings: Vec<f64>,
    /// Payments received.
    pub cash: Vec<f64>,
    /// Cost of serving the customers invoiced.
    pub serving_cost: Vec<f64>,
}

/// Bills the wins of each day, and what `earlier_wins_per_day` before the horizon still owe.
#[must_use]
pub fn bill(
    deal: &DealPlan,
    won: &[f64],
    earlier_wins_per_day: f64,
    calendar: &Calendar,
) -> Ledger {
    let months = calendar.months().len();
    let mut desk = Desk {
        deal,
        calendar,
        ledger: Ledger {
            bookings: vec![0.0; months],
            cash: vec![0.0; months],
            serving_cost: vec![0.0; months],
        },
    };
    desk.book(won);
    match deal.billing {
        Billing::OneOff(one_off) => desk.bill_once(&one_off, won),
        Billing::Recurring(recurring) => {
            desk.bill_monthly(&recurring, won);
            desk.bill_open_customers(&recurring);
        }
    }
    if let Billing::OneOff(one_off) = deal.earlier_billing {
        desk.collect_earlier(&one_off, earlier_wins_per_day);
    }
    desk.ledger
}

struct Desk<'a> {
    deal: &'a DealPlan,
    calendar: &'a Calendar,
    ledger: Ledger,
}

impl Desk<'_> {
    fn book(&mut self, won: &[f64]) {
        let months = self.calendar.monthly_sums(won).into_iter().enumerate();
        for (index, wins) in months {
            let booking = self.deal.booking(self.deal.month(Some(index)));
            add(&mut self.ledger.bookings, index, wins * booking);
        }
    }

    /// The cash of an invoice of `day`: it comes after the payment days of the invoice's month.
    fn invoice(&mut self, day: usize, amount: f64) {
        let month = self.deal.month(self.calendar.month_of(day));
        if let Some(paid_in) = self.calendar.month_of(day + month.payment_days) {
            add(&mut self.ledger.cash, paid_in, amount);
        }
    }

    fn bill_once(&mut self, one_off: &OneOff, won: &[f64]) {
        for (delay, share) in parts(one_off) {
            for (day, (wins, month)) in won
                .iter()
                .zip(self.calendar.month_of_each_day())
                .enumerate()
            {
                let size = self.deal.month(Some(*month)).size;
                self.invoice(day + delay, wins * size * share);
            }
        }
    }

    /// Wins before the horizon, at the baseline's price: their invoices of earlier days that are not
    /// yet paid, and those still to be written.
    fn collect_earlier(&mut self, one_off: &OneOff, wins_per_day: f64) {
        let daily = wins_per_day * self.deal.baseline.size;
        if daily == 0.0 {
            return;
        }
        for (delay, share) in parts(one_off) {
            // The win of day −w is invoiced on day delay − w.
            for invoiced in 0..delay {
                self.invoice(invoiced, daily * share);
            }
            for paid in 0..self.deal.baseline.payment_days {
                if let Some(month) = self.calendar.month_of(paid) {
                    add(&mut self.ledger.cash, month, daily * share);
                }
            }
        }
    }

    fn bill_monthly(&mut self, recurring: &Recurring, won: &[f64]) {
        let onboarding = whole(recurring.onboarding_days.get());
        for (day, (wins, month)) in won
            .iter()
            .zip(self.calendar.month_of_each_day())
            .enumerate()
        {
            let size = self.deal.month(Some(*month)).size;
            self.subscribe(recurring, day + onboarding, *wins, size);
        }
    }

    /// Customers who are there on the first day are invoiced evenly over month 0's days.
    fn bill_open_customers(&mut self, recurring: &Recurring) {
        let Some(first) = self.calendar.months().first() else {
            return;
        };
        let per_day = recurring.open_customers.get() / first.length();
        for day in first.range() {
            self.subscribe(recurring, day, per_day, self.deal.baseline.size);
        }
    }

    /// Invoices `customers` from `first_invoice` on, every month for as long as they stay.
    fn subscribe(
        &mut self,
        recurring: &Recurring,
        first_invoice: usize,
        customers: f64,
        size: f64,
    ) {
        if customers == 0.0 {
            return;
        }
        let mut staying = customers;
        let mut price = size;
        for number in 0.. {
            let day = first_invoice + invoice_delay(number);
            let Some(month) = self.calendar.month_of(day) else {
                return;
            };
            if number > 0 {
                staying *= 1.0 - self.deal.month(Some(month)).churn;
                price *= 1.0 + recurring.monthly_expansion.get();
            }
            self.invoice(day, staying * price);
            let serving = staying * recurring.cost_to_serve_per_month.get();
            add(&mut self.ledger.serving_cost, month, serving);
        }
    }
}

/// Days from won to each invoice, and the share of the price that is on it.
fn parts(one_off: &OneOff) -> [(usize, f64); 2] {
    let upfront = one_off.upfront_share.get();
    let onboarded = whole(one_off.onboarding_days.get());
    let delivered = onboarded + whole(one_off.delivery_days.get());
    [(onboarded, upfront), (delivered, 1.0 - upfront)]
}

fn add(series: &mut [f64], index: usize, amount: f64) {
    if let Some(total) = series.get_mut(index) {
        *total += amount;
    }
}
