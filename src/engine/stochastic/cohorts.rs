//! Wins by when they pay: customers of consecutive days whose invoices and payments fall into the same
//! months are one cohort, since only months are reported.

use std::ops::Range;

use super::super::calendar::Calendar;
use super::super::deal_plan::{DealPlan, whole};
use super::poisson::Poisson;
use super::schedule::{Invoice, Schedule};
use crate::model::{Billing, OneOff, Recurring};

/// No month has more days, hence cohorts.
const MOST_IN_A_MONTH: usize = 32;

/// Customers who pay alike.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// The month in which they are won, if that is in the horizon.
    pub month: Option<usize>,
    /// Names the cohort among those of its kind: its month, and its place in the month.
    pub name: usize,
    /// Mean size of their deals.
    pub price: f64,
    /// What is written to them, within the list of all.
    pub invoices: Range<usize>,
}

/// Every cohort of a run.
#[derive(Clone, Debug, Default)]
pub struct Cohorts {
    /// Those won in the horizon, in order.
    pub won: Vec<Cohort>,
    /// For each day of the horizon, the cohort of its wins.
    pub of_day: Vec<usize>,
    /// Won before the horizon and not yet paid: their number is Poisson.
    pub earlier: Vec<(Cohort, Poisson)>,
    /// Customers there on the first day: so many.
    pub open: Vec<(Cohort, f64)>,
    invoices: Vec<Invoice>,
}

impl Cohorts {
    /// Under the parameters of `deal`, with so many wins a day before the horizon.
    #[must_use]
    pub fn new(deal: &DealPlan, earlier_wins_per_day: f64, calendar: &Calendar) -> Self {
        let schedule = Schedule { deal, calendar };
        let mut cohorts = Self::default();
        cohorts.group_wins(&schedule);
        match deal.billing {
            Billing::OneOff(one_off) => {
                cohorts.group_earlier_wins(&schedule, &one_off, earlier_wins_per_day);
            }
            Billing::Recurring(recurring) => cohorts.group_open_customers(&schedule, &recurring),
        }
        cohorts
    }

    /// What is written to `cohort`.
    #[must_use]
    pub fn invoices(&self, cohort: &Cohort) -> &[Invoice] {
        self.invoices
            .get(cohort.invoices.clone())
            .unwrap_or_default()
    }

    fn group_wins(&mut self, schedule: &Schedule) {
        for (month, span) in schedule.calendar.months().iter().enumerate() {
            let price = schedule.deal.month(Some(month)).size;
            let mut name = month * MOST_IN_A_MONTH;
            for day in span.range() {
                let invoices = schedule.of_win(day);
                let last = self.won.last();
                let same = last.is_some_and(|last| {
                    last.month == Some(month) && self.invoices(last) == invoices
                });
                if !same {
                    let cohort = self.cohort(Some(month), name, price, invoices);
                    self.won.push(cohort);
                    name += 1;
                }
                self.of_day.push(self.won.len().saturating_sub(1));
            }
        }
    }

    /// The win of day −w, w = 1, 2, …, at the baseline's price.
    fn group_earlier_wins(&mut self, schedule: &Schedule, one_off: &OneOff, per_day: f64) {
        let longest = whole(one_off.onboarding_days.get() + one_off.delivery_days.get())
            + schedule.deal.baseline.payment_days;
        if per_day == 0.0 {
            return;
        }
        let mut days = 0.0;
        for ago in 1..=longest {
            days += 1.0;
            let invoices = schedule.of_earlier_win(one_off, ago);
            if ago < longest && schedule.of_earlier_win(one_off, ago + 1) == invoices {
                continue;
            }
            let price = schedule.deal.baseline.size;
            let cohort = self.cohort(None, self.earlier.len(), price, invoices);
            self.earlier.push((cohort, Poisson::new(per_day * days)));
            days = 0.0;
        }
    }

    /// Customer i of n is first invoiced on day ⌊i·days/n⌋ of month 0.
    fn group_open_customers(&mut self, schedule: &Schedule, recurring: &Recurring) {
        let Some(first) = schedule.calendar.months().first() else {
            return;
        };
        let customers = recurring.open_customers.get();
        if customers == 0.0 {
            return;
        }
        // Customers whose day comes before `day`: those with i < day·n/days.
        let before = |day: usize| libm::ceil(super::super::count(day) * customers / first.length());
        for day in first.range() {
            let here = before(day + 1) - before(day);
            let invoices = schedule.subscription(recurring, day);
            let same = self
                .open
                .last()
                .is_some_and(|(last, _)| self.invoices(last) == invoices);
            match self.open.last_mut() {
                Some((_, count)) if same => *count += here,
                _ => {
                    let price = schedule.deal.baseline.size;
                    let cohort = self.cohort(None, self.open.len(), price, invoices);
                    self.open.push((cohort, here));
                }
            }
        }
    }

    fn cohort(
        &mut self,
        month: Option<usize>,
        name: usize,
        price: f64,
        invoices: Vec<Invoice>,
    ) -> Cohort {
        let from = self.invoices.len();
        self.invoices.extend(invoices);
        Cohort {
            month,
            name,
            price,
            invoices: from..self.invoices.len(),
        }
    }
}
