//! Days and months of a horizon: day 0 is the first day of month 0.

use crate::model::Month;

/// Days of a mean month and of a mean year, for what has no calendar of its own.
pub const DAYS_PER_YEAR: f64 = 365.25;
/// 365.2425 ÷ 12: the days from one monthly invoice to the next, before rounding to whole days.
pub const DAYS_BETWEEN_INVOICES: f64 = 30.436_875;

/// The months that are simulated, with their real lengths.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    months: Vec<MonthSpan>,
    month_of_day: Vec<usize>,
}

/// One month of the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthSpan {
    /// Which calendar month it is.
    pub month: Month,
    /// Its first day, counted from the first day of the horizon.
    pub first_day: usize,
    /// Its number of days.
    pub days: usize,
}

impl MonthSpan {
    /// Its days, counted from the first day of the horizon.
    #[must_use]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first_day..self.first_day + self.days
    }

    /// Its number of days as a number to divide by.
    #[must_use]
    pub fn length(&self) -> f64 {
        crate::engine::count(self.days)
    }
}

impl Calendar {
    /// The `months` calendar months from `start`.
    #[must_use]
    pub fn new(start: Month, months: u32) -> Self {
        let mut calendar = Self {
            months: Vec::new(),
            month_of_day: Vec::new(),
        };
        for index in 0..months {
            let month = start.plus(index);
            let span = MonthSpan {
                month,
                first_day: calendar.month_of_day.len(),
                days: usize::try_from(month.days()).unwrap_or_default(),
            };
            let position = calendar.months.len();
            calendar
                .month_of_day
                .extend((0..span.days).map(|_| position));
            calendar.months.push(span);
        }
        calendar
    }

    /// The months in order.
    #[must_use]
    pub fn months(&self) -> &[MonthSpan] {
        &self.months
    }

    /// Number of days of the horizon.
    #[must_use]
    pub fn days(&self) -> usize {
        self.month_of_day.len()
    }

    /// For each day of the horizon, its month counted from 0.
    #[must_use]
    pub fn month_of_each_day(&self) -> &[usize] {
        &self.month_of_day
    }

    /// The month, counted from 0, that `day` falls in, if the horizon has it.
    #[must_use]
    pub fn month_of(&self, day: usize) -> Option<usize> {
        self.month_of_day.get(day).copied()
    }

    /// Sums a daily series over each month.
    #[must_use]
    pub fn monthly_sums(&self, daily: &[f64]) -> Vec<f64> {
        self.months
            .iter()
            .map(|span| daily.get(span.range()).unwrap_or_default().iter().sum())
            .collect()
    }

    /// Takes a daily series on the last day of each month.
    #[must_use]
    pub fn month_ends(&self, daily: &[f64]) -> Vec<f64> {
        self.months
            .iter()
            .map(|span| {
                let last = span.range().end.checked_sub(1);
                last.and_then(|day| daily.get(day))
                    .copied()
                    .unwrap_or_default()
            })
            .collect()
    }
}
