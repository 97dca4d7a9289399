//! Calendar months: the document's unit of volume and of reports.

use chrono::{Datelike, Days, Months, NaiveDate};

/// First and last year that a document may start in.
pub const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first_day: NaiveDate,
}

impl Month {
    /// The month `month` (1 to 12) of `year`, if it may start a document.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, 1).map(|first_day| Self { first_day })
    }

    /// Reads "YYYY-MM", exactly so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, length| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if digits(year, 4) && digits(month, 2) {
            Self::new(year.parse().ok()?, month.parse().ok()?)
        } else {
            None
        }
    }

    /// The month that it is now, by the clock of this machine.
    #[must_use]
    pub fn current() -> Self {
        let today = chrono::Local::now().date_naive();
        Self::new(today.year(), today.month()).unwrap_or_default()
    }

    /// The year, month and day that it is now, by the clock of this machine.
    #[must_use]
    pub fn today() -> (i32, u32, u32) {
        let today = chrono::Local::now().date_naive();
        (today.year(), today.month(), today.day())
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first_day.year()
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.first_day.month()
    }

    /// The month that lies `months` later.
    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        let first_day = self.first_day.checked_add_months(Months::new(months));
        Self {
            first_day: first_day.unwrap_or(self.first_day),
        }
    }

    /// Its real number of days, 28 to 31.
    #[must_use]
    pub fn days(self) -> u32 {
        (28..=31)
            .rev()
            .find(|days| {
                self.first_day
                    .checked_add_days(Days::new(days - 1))
                    .is_some_and(|day| day.month() == self.number())
            })
            .map_or(28, |days| u32::try_from(days).unwrap_or(28))
    }
}

impl Default for Month {
    /// January 2026, the month of the contract's example.
    fn default() -> Self {
        Self {
            first_day: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default(),
        }
    }
}

impl std::fmt::Display for Month {
    /// "YYYY-MM", as in the document.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_their_real_length() {
        let days = |text| Month::parse(text).map(Month::days);
        assert_eq!(days("2026-02"), Some(28));
        assert_eq!(days("2028-02"), Some(29));
        assert_eq!(days("2100-02"), Some(28));
        assert_eq!(days("2026-12"), Some(31));
        assert_eq!(days("2026-04"), Some(30));
    }

    #[test]
    fn only_the_exact_form_is_read() {
        for text in [
            "2026-1", "26-01", "2026-13", "2026-00", "1969-12", "2200-01", "+026-01", "2026-01 ",
        ] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        assert_eq!(
            Month::parse("2199-12")
                .map(|month| month.to_string())
                .as_deref(),
            Some("2199-12")
        );
    }

    #[test]
    fn adding_months_crosses_years() {
        assert_eq!(
            Month::parse("2026-11").map(|month| month.plus(14)),
            Month::parse("2028-01")
        );
    }
}
