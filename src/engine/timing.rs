//! When a lever acts, and how far it has come by a month.

use crate::model::Lever;

/// The way in `month` (counted from 0) from what earlier levers left to the lever's own value: none before
/// it starts, then min(1, (month − start + 1) ÷ ramp) of it, all at once without a ramp.
#[must_use]
pub fn approach(lever: &Lever, month: usize, from: f64, to: f64) -> f64 {
    let steps = super::count(month) - lever.start_month.get() + 1.0;
    let ramp = lever.ramp_months.get();
    if steps < 1.0 {
        from
    } else if steps >= ramp {
        to
    } else {
        // Divided last, so that halves of whole days stay halves.
        from + (to - from) * steps / ramp
    }
}

/// What a lever that multiplies by `times` multiplies by in `month`.
#[must_use]
pub fn factor_in(lever: &Lever, month: usize, times: f64) -> f64 {
    approach(lever, month, 1.0, times)
}

/// What the levers themselves cost in `month`.
#[must_use]
pub fn cost_in(levers: &[Lever], month: usize) -> f64 {
    let month = super::count(month);
    levers
        .iter()
        .map(|lever| {
            let start = lever.start_month.get();
            let once = if month == start {
                lever.one_off_cost.get()
            } else {
                0.0
            };
            let monthly = if month >= start {
                lever.cost_per_month.get()
            } else {
                0.0
            };
            once + monthly
        })
        .sum()
}
