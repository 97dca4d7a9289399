//! The stochastic run: its samplers against their laws, its results against closed forms and an
//! agent-by-agent simulation, and what must hold in every trial.
//!
//! Seeds are fixed, so a test passes or fails for good. Bounds are stated in standard errors or as a
//! critical value, at a level of about one in a million where many things are looked at.

mod accounting;
mod agents;
mod closed_forms;
mod common_luck;
mod extremes;
mod frozen;
mod laws;
mod ledger;
mod limited;
#[path = "../support/mod.rs"]
mod support;
mod uncertain;

use pipeline_lever::engine::Stochastic;
use pipeline_lever::model::{Document, Lever, Objective};

/// What each trial came to.
pub fn totals(
    document: &Document,
    levers: &[Lever],
    seed: u64,
    trials: u32,
    objective: Objective,
) -> Vec<f64> {
    Stochastic::new(document, levers, seed)
        .run(0..trials)
        .totals(objective)
}

/// Mean and variance.
pub fn moments(numbers: &[f64]) -> (f64, f64) {
    let count = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    let squares: f64 = numbers
        .iter()
        .map(|number| (number - mean) * (number - mean))
        .sum();
    (mean, squares / (count - 1.0))
}

/// Fails unless the mean of `numbers` lies within `errors` standard errors of `expected`.
#[track_caller]
pub fn mean_is(numbers: &[f64], expected: f64, errors: f64) {
    let (mean, variance) = moments(numbers);
    let error = (variance / numbers.len() as f64)
        .sqrt()
        .max(1e-9 * expected.abs());
    assert!(
        (mean - expected).abs() <= errors * error,
        "the mean is {mean}, not {expected} within {errors} × {error}"
    );
}

/// Fails unless the variance of `numbers` lies within `errors` standard errors of `expected`, from the
/// fourth moment of the numbers themselves.
#[track_caller]
pub fn variance_is(numbers: &[f64], expected: f64, errors: f64) {
    let (mean, variance) = moments(numbers);
    let count = numbers.len() as f64;
    let fourth = numbers
        .iter()
        .map(|number| libm::pow(number - mean, 4.0))
        .sum::<f64>()
        / count;
    let error = ((fourth - variance * variance) / count).sqrt();
    assert!(
        (variance - expected).abs() <= errors * error,
        "the variance is {variance}, not {expected} within {errors} × {error}"
    );
}

/// The Kolmogorov–Smirnov distance of `numbers` from a law by its distribution function.
pub fn distance(mut numbers: Vec<f64>, chance_up_to: impl Fn(f64) -> f64) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    let count = numbers.len() as f64;
    let steps = numbers.iter().enumerate().map(|(rank, number)| {
        let chance = chance_up_to(*number);
        (chance - rank as f64 / count).max((rank + 1) as f64 / count - chance)
    });
    steps.fold(0.0, f64::max)
}

/// The Kolmogorov–Smirnov distance between two samples.
pub fn distance_between(mut left: Vec<f64>, mut right: Vec<f64>) -> f64 {
    left.sort_unstable_by(f64::total_cmp);
    right.sort_unstable_by(f64::total_cmp);
    let share = |sorted: &[f64], number: f64| {
        sorted.partition_point(|other| *other <= number) as f64 / sorted.len() as f64
    };
    let numbers = left.iter().chain(&right);
    numbers
        .map(|number| (share(&left, *number) - share(&right, *number)).abs())
        .fold(0.0, f64::max)
}

/// Fails unless counts agree with their expected numbers: Pearson's X² against the chi-square quantile at
/// 1 − 10⁻⁶ (Wilson & Hilferty 1931: k(1 − 2/9k + 4.753·√(2/9k))³ with Φ⁻¹(1 − 10⁻⁶) = 4.753). Neighbours
/// are put together until each expects 8.
#[track_caller]
pub fn counts_agree(observed: &[f64], expected: &[f64]) {
    let mut statistic = 0.0;
    let mut groups = 0.0;
    let (mut seen, mut due) = (0.0, 0.0);
    let left: f64 = expected.iter().sum();
    let mut left = left;
    for (observed, expected) in observed.iter().zip(expected) {
        seen += observed;
        due += expected;
        left -= expected;
        if due >= 8.0 && left >= 8.0 || left < 1e-9 && due > 0.0 {
            statistic += (seen - due) * (seen - due) / due;
            groups += 1.0;
            (seen, due) = (0.0, 0.0);
        }
    }
    let freedom: f64 = groups - 1.0;
    let spread = 2.0 / (9.0 * freedom);
    let critical = freedom * libm::pow(1.0 - spread + 4.753 * spread.sqrt(), 3.0);
    assert!(
        groups > 1.0 && statistic <= critical,
        "X² = {statistic}, critical {critical}"
    );
}
