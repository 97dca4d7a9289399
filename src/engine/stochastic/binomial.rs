//! Binomial counts.

use libm::{exp, lgamma, log, log1p};

use super::lattice::{Moments, WIDE};

/// The smallest count k with P(X ≤ k) ≥ `uniform`, for X of `units` units (a whole number, 0 or more) of
/// which each is in with `chance`.
#[must_use]
pub fn quantile(units: f64, chance: f64, uniform: f64) -> f64 {
    if chance <= 0.5 {
        lower_half(units, chance, uniform)
    } else {
        units - lower_half(units, 1.0 - chance, 1.0 - uniform)
    }
}

fn lower_half(units: f64, chance: f64, uniform: f64) -> f64 {
    let mean = units * chance;
    if mean <= 0.0 {
        return 0.0;
    }
    let variance = mean * (1.0 - chance);
    if variance < WIDE {
        return narrow(units, chance, uniform);
    }
    let moments = Moments {
        mean,
        variance,
        skew: 1.0 - 2.0 * chance,
    };
    moments
        .wide_quantile(uniform, |count| chance_up_to(units, chance, count))
        .min(units)
}

/// Adds the chances up from 0; each is the one before × (n − k)/(k + 1) × p/(1 − p).
fn narrow(units: f64, chance: f64, uniform: f64) -> f64 {
    let mut term = power(1.0 - chance, units, chance);
    let odds = chance / (1.0 - chance);
    let mut sum = term;
    let mut count = 0.0;
    // The chances end below what can be added, so that rounding cannot make this endless.
    while sum < uniform && count < units && term > 1e-18 {
        term *= (units - count) * odds / (count + 1.0);
        count += 1.0;
        sum += term;
    }
    count
}

/// (1 − p)^n; few factors are multiplied, many go through the logarithm.
fn power(base: f64, exponent: f64, chance: f64) -> f64 {
    if exponent > 16.0 {
        return exp(exponent * log1p(-chance));
    }
    let mut product = 1.0;
    let mut left = exponent;
    while left > 0.0 {
        product *= base;
        left -= 1.0;
    }
    product
}

/// P(X ≤ k) = I(1 − p; n − k, k + 1), the regularised incomplete beta function (NIST DLMF 8.17.5), by
/// its continued fraction (8.17.22), on the side of the mean where that converges.
fn chance_up_to(units: f64, chance: f64, count: f64) -> f64 {
    if count < 0.0 {
        return 0.0;
    }
    if count >= units {
        return 1.0;
    }
    let (a, b) = (units - count, count + 1.0);
    let front =
        exp(lgamma(units + 1.0) - lgamma(a) - lgamma(b) + a * log1p(-chance) + b * log(chance));
    if 1.0 - chance < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, 1.0 - chance) / a
    } else {
        1.0 - front * fraction(b, a, chance) / b
    }
}

/// The continued fraction of the incomplete beta function, by Lentz's method.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let guarded = |value: f64| {
        if value.abs() < 1e-300 { 1e-300 } else { value }
    };
    let mut numerator = 1.0;
    let mut denominator = 1.0 / guarded(1.0 - (a + b) * x / (a + 1.0));
    let mut value = denominator;
    let mut step = 1.0;
    // Converges in some √max(a, b) steps; the bound is for safety only.
    while step < 1e6 {
        let even = step * (b - step) * x / ((a + 2.0 * step - 1.0) * (a + 2.0 * step));
        denominator = 1.0 / guarded(1.0 + even * denominator);
        numerator = guarded(1.0 + even / numerator);
        value *= denominator * numerator;
        let odd = -(a + step) * (a + b + step) * x / ((a + 2.0 * step) * (a + 2.0 * step + 1.0));
        denominator = 1.0 / guarded(1.0 + odd * denominator);
        numerator = guarded(1.0 + odd / numerator);
        let change = denominator * numerator;
        value *= change;
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
        step += 1.0;
    }
    value
}
