//! Amounts of a row: the mean month, and the width of its bar.

use super::rows::WHOLE;
use crate::runner::MonthReport;

pub(super) fn width(share: f64) -> String {
    (libm::round(share * WHOLE * 10.0) / 10.0).to_string()
}

pub(super) fn mean(months: &[MonthReport], of: impl Fn(&MonthReport) -> f64) -> f64 {
    let sum: f64 = months.iter().map(of).sum();
    // A horizon has 60 months at most.
    let count = u32::try_from(months.len().max(1)).map_or(1.0, f64::from);
    sum / count
}
