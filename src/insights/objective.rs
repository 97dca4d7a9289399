//! What is to be raised, read off a run.

use crate::engine::{MonthReport, Totals};
use crate::model::Objective;

/// The objective over the horizon: units for `Won`, money for the others.
#[must_use]
pub fn measure(objective: Objective, totals: &Totals) -> f64 {
    match objective {
        Objective::Won => totals.won,
        Objective::Bookings => totals.bookings,
        Objective::Cash => totals.cash,
        Objective::Profit => totals.profit,
        Objective::Value => totals.value,
    }
}

/// What a sum has gained on what it was; `size` is that of the sums that both were made of, and less than a billionth
/// of it is rounding.
pub(super) fn gained(after: f64, before: f64, size: f64) -> f64 {
    let gain = after - before;
    if gain.abs() > super::comparison::NOTHING * size {
        gain
    } else {
        0.0
    }
}

/// The objective summed up to the end of each month: what it would be over that many months, since what
/// comes later changes nothing before. `margin` is the deal's gross margin, 0 to 1.
pub fn cumulated(
    objective: Objective,
    months: &[MonthReport],
    margin: f64,
) -> impl Iterator<Item = f64> {
    months.iter().scan(0.0, move |sum, month| {
        *sum += match objective {
            Objective::Won => month.won,
            Objective::Bookings => month.bookings,
            Objective::Cash => month.cash,
            Objective::Profit => margin * month.cash - month.cost,
            Objective::Value => month.value,
        };
        Some(*sum)
    })
}
