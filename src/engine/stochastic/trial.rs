//! One trial: chance played out once over the whole horizon.

use super::binomial;
use super::cohorts::Cohort;
use super::plan::Plan;
use super::random::{Luck, Purpose};
use super::station::{Floor, StationDays, Throughput};

/// What a trial works on; kept from one to the next, so that a trial allocates nothing.
#[derive(Debug, Default)]
pub struct Trial {
    floor: Floor,
    /// Units that arrive at each station, by day; last, the wins by cohort.
    arriving: Vec<Vec<f64>>,
    /// Units by month that leave the stages before the first station; after going back, the leads.
    leaving: Vec<f64>,
    /// Units by month that start a stage.
    started: Vec<f64>,
    /// Where nobody looks.
    unused: Vec<f64>,
    /// Customers there for each invoice of a cohort.
    staying: Vec<f64>,
    /// By month.
    pub won: Vec<f64>,
    /// By month.
    pub bookings: Vec<f64>,
    /// By month.
    pub cash: Vec<f64>,
    /// By month, serving customers left out.
    cost: Vec<f64>,
    /// By month.
    serving: Vec<f64>,
    /// By month.
    pub profit: Vec<f64>,
    /// Over the horizon.
    pub value: f64,
}

impl Trial {
    /// Plays `plan` with `luck`; `trace` takes what happened at each station.
    pub fn play(&mut self, plan: &Plan, luck: Luck, mut trace: Option<&mut Vec<StationDays>>) {
        self.clear(plan);
        for open in &plan.open {
            if let Some(target) = self.arriving.get_mut(open.target) {
                open.play(luck, target);
            }
        }
        for (position, station) in plan.stations.iter().enumerate() {
            let Some(([.., inflow], [target, ..])) =
                self.arriving.split_at_mut_checked(position + 1)
            else {
                continue;
            };
            let mut days = StationDays::default();
            self.started.fill(0.0);
            let came = if position == 0 {
                &mut self.leaving
            } else {
                &mut self.unused
            };
            let through = Throughput {
                inflow,
                arriving: target,
                came,
                started: &mut self.started,
            };
            let traced = trace.is_some().then_some(&mut days);
            station.play(luck, &mut self.floor, through, traced);
            if let Some(trace) = trace.as_deref_mut() {
                trace.push(days);
            }
            for (cost, started) in self.cost.iter_mut().zip(&self.started) {
                *cost += started * station.cost_per_unit;
            }
        }
        self.win(plan, luck);
        self.go_back(plan, luck);
        self.pay_all(plan, luck);
        self.close(plan);
    }

    fn clear(&mut self, plan: &Plan) {
        let months = plan.months;
        self.arriving.resize_with(plan.stations.len() + 1, Vec::new);
        let days = plan.cohorts.of_day.len();
        let cells = plan.stations.iter().map(|station| station.cells(days));
        for (arriving, cells) in self
            .arriving
            .iter_mut()
            .zip(std::iter::once(days).chain(cells))
        {
            clear(arriving, cells);
        }
        for series in [
            &mut self.leaving,
            &mut self.started,
            &mut self.unused,
            &mut self.won,
            &mut self.bookings,
            &mut self.cash,
            &mut self.serving,
            &mut self.profit,
        ] {
            clear(series, months);
        }
        self.cost.clone_from(&plan.fixed_cost);
        self.value = 0.0;
    }

    /// The wins of what passed no station.
    fn win(&mut self, plan: &Plan, luck: Luck) {
        let Some(won) = self.arriving.last_mut() else {
            return;
        };
        for (month, wins) in plan.wins.iter().enumerate() {
            let count = wins.draw(luck, month, |cohort, here| add(won, cohort, here));
            if plan.stations.is_empty() {
                add(&mut self.leaving, month, count);
            }
        }
    }

    /// From what left the stages before the first station back to the leads, with what all that cost.
    fn go_back(&mut self, plan: &Plan, luck: Luck) {
        for hop in &plan.upstream {
            hop.go_back(luck, &self.leaving, &mut self.started, &mut self.cost);
            std::mem::swap(&mut self.leaving, &mut self.started);
        }
        if plan.lead_prices.are_there() {
            plan.lead_prices.add(luck, &self.leaving, &mut self.cost);
        }
    }

    fn pay_all(&mut self, plan: &Plan, luck: Luck) {
        let won = self
            .arriving
            .last_mut()
            .map(std::mem::take)
            .unwrap_or_default();
        for (cohort, &customers) in plan.cohorts.won.iter().zip(&won) {
            self.pay(plan, luck, WON, cohort, customers);
        }
        if let Some(place) = self.arriving.last_mut() {
            *place = won;
        }
        for (cohort, law) in &plan.cohorts.earlier {
            let customers = law.quantile(luck.uniform(Purpose::Wins, EARLIER, cohort.name));
            self.pay(plan, luck, EARLIER, cohort, customers);
        }
        for (cohort, customers) in &plan.cohorts.open {
            self.pay(plan, luck, OPEN, cohort, *customers);
        }
    }

    /// `customers` of `cohort` are booked, invoiced for as long as they stay, and pay.
    ///
    /// Who leaves does not look at the size of his deal, so customers can be numbered such that those
    /// who leave first come last: each invoice's sizes are then the first ones of one list, and grow from
    /// the last invoice back to the first.
    fn pay(&mut self, plan: &Plan, luck: Luck, kind: usize, cohort: &Cohort, customers: f64) {
        if customers <= 0.0 {
            return;
        }
        let invoices = plan.cohorts.invoices(cohort);
        self.staying.clear();
        let mut churn = luck.stream(Purpose::Churn, kind, cohort.name);
        let mut staying = customers;
        for invoice in invoices {
            if invoice.staying < 1.0 && staying > 0.0 {
                staying = binomial::quantile(staying, invoice.staying, churn.uniform());
            }
            self.staying.push(staying);
        }
        let mut stream = luck.stream(Purpose::Sizes, kind, cohort.name);
        let mut counted = 0.0;
        let mut sizes = 0.0;
        let mut up_to = |count: f64| {
            if kind == OPEN {
                return count;
            }
            if count > counted {
                sizes += plan.sizes.sum(count - counted, &mut stream);
                counted = count;
            }
            sizes
        };
        for (invoice, &staying) in invoices.iter().zip(&self.staying).rev() {
            let amount = up_to(staying) * invoice.share * cohort.price;
            if let Some(month) = invoice.paid_in {
                add(&mut self.cash, month, amount);
            }
            if let Some(month) = invoice.served_in {
                add(&mut self.serving, month, staying * plan.worth.serving_cost);
            }
        }
        if let Some(month) = cohort.month {
            let size = up_to(customers) * cohort.price;
            add(&mut self.won, month, customers);
            add(&mut self.bookings, month, size * plan.worth.sizes_booked);
            if let Some((each, of_size)) = plan.worth.lifetime.get(month) {
                self.value += customers * each + size * of_size;
            }
        }
    }

    fn close(&mut self, plan: &Plan) {
        let money = self.cash.iter().zip(&self.cost).zip(&self.serving);
        for (profit, ((cash, cost), serving)) in self.profit.iter_mut().zip(money) {
            *profit = plan.worth.gross_margin * cash - cost - serving;
            self.value -= cost;
        }
    }
}

/// Kinds of cohorts, whose streams differ.
const WON: usize = 1;
const EARLIER: usize = 2;
const OPEN: usize = 3;

fn clear(series: &mut Vec<f64>, length: usize) {
    series.clear();
    series.resize(length, 0.0);
}

fn add(series: &mut [f64], index: usize, amount: f64) {
    if let Some(total) = series.get_mut(index) {
        *total += amount;
    }
}
