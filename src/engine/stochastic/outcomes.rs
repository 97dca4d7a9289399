//! What trials came to, and the chances read off them.

use super::super::calendar::Calendar;
use super::report::{Period, StochasticReport, Summary};
use super::trial::Trial;
use crate::model::{Month, Objective};

/// Series kept of each month of a trial: won, bookings, cash, profit.
const SERIES: usize = 4;

/// A target is reached when this share of it, at most, is missing.
const ROUNDING: f64 = 1e-9;

/// The results of a run of trials, in their order.
///
/// They can be gathered in slices of any length: [`Outcomes::append`] puts them together, and nothing is
/// added up before the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    seed: u64,
    months: Vec<Month>,
    /// For each trial, the series of each month, then the value over the horizon.
    rows: Vec<f64>,
}

impl Outcomes {
    /// Of no trials yet.
    #[must_use]
    pub fn new(seed: u64, calendar: &Calendar) -> Self {
        Self {
            seed,
            months: calendar.months().iter().map(|span| span.month).collect(),
            rows: Vec::new(),
        }
    }

    fn width(&self) -> usize {
        self.months.len() * SERIES + 1
    }

    /// Keeps what `trial` came to.
    pub fn push(&mut self, trial: &Trial) {
        let series = trial
            .won
            .iter()
            .zip(&trial.bookings)
            .zip(&trial.cash)
            .zip(&trial.profit);
        for (((won, bookings), cash), profit) in series {
            self.rows.extend([won, bookings, cash, profit]);
        }
        self.rows.push(trial.value);
    }

    /// Puts the trials of `later` after these, which they follow on.
    pub fn append(&mut self, later: &Self) {
        self.rows.extend_from_slice(&later.rows);
    }

    /// How many trials there are.
    #[must_use]
    pub fn trials(&self) -> usize {
        self.rows.len() / self.width()
    }

    /// What each trial came to over the horizon: units for `Won`, money for the others.
    #[must_use]
    pub fn totals(&self, objective: Objective) -> Vec<f64> {
        let rows = self.rows.chunks_exact(self.width());
        rows.map(|row| match series_of(objective) {
            Some(series) => row
                .iter()
                .take(row.len() - 1)
                .skip(series)
                .step_by(SERIES)
                .sum(),
            None => row.last().copied().unwrap_or_default(),
        })
        .collect()
    }

    /// The share of trials that come to `target` or more; none of no trials.
    #[must_use]
    pub fn chance_to_reach(&self, objective: Objective, target: f64) -> Option<f64> {
        let totals = self.totals(objective);
        // Sums of money carry their rounding.
        let enough = target * (1.0 - ROUNDING);
        let reached = totals.iter().filter(|total| **total >= enough).count();
        let trials = super::super::count(totals.len());
        (trials > 0.0).then(|| super::super::count(reached) / trials)
    }

    /// Means and percentiles by month, quarter and year, and over the horizon.
    #[must_use]
    pub fn report(&self) -> StochasticReport {
        let every = |length: usize| -> Vec<Period> {
            let starts = (0..self.months.len()).step_by(length);
            starts.map(|first| self.period(first, length)).collect()
        };
        StochasticReport {
            trials: self.trials(),
            seed: self.seed,
            months: every(1),
            quarters: every(3),
            years: every(12),
            totals: self.period(0, self.months.len()),
        }
    }

    /// The `length` months from month `first` on, or as many of them as there are.
    fn period(&self, first: usize, length: usize) -> Period {
        let length = length.min(self.months.len() - first);
        let summary = |series: usize| {
            let rows = self.rows.chunks_exact(self.width());
            let sums = rows.map(|row| {
                let months = row.iter().skip(first * SERIES + series).step_by(SERIES);
                months.take(length).sum::<f64>()
            });
            Summary::of(sums.collect())
        };
        Period {
            first_month: self.months.get(first).copied().unwrap_or_default(),
            months: length,
            won: summary(0),
            bookings: summary(1),
            cash: summary(2),
            profit: summary(3),
        }
    }
}

fn series_of(objective: Objective) -> Option<usize> {
    match objective {
        Objective::Won => Some(0),
        Objective::Bookings => Some(1),
        Objective::Cash => Some(2),
        Objective::Profit => Some(3),
        Objective::Value => None,
    }
}
