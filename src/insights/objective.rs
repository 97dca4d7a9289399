//! What is to be raised, read off a run.

use crate::engine::Totals;
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
