//! Binomial counts.

use libm::{exp, lgamma, log, log1p};

use super::lattice::{self, Moments, WIDE};

/// The smallest count k with P(X ≤ k) ≥ `uniform`, for X of `units` units (a whole number, 0 or more) of
/// which each is in with `chance`.
#[must_use]
pub fn quantile(units: f64, chance: f64, uniform: f64) -> f64 {
    Chance {
        upper: chance > 0.5,
        smaller: chance.min(1.0 - chance),
        log_of_larger: None,
    }
    .quantile(units, uniform)
}

/// A chance, ready to be drawn with many times.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// Whether it is above one half.
    upper: bool,
    /// It or its complement, whichever is smaller.
    smaller: f64,
    /// The logarithm of the other one.
    log_of_larger: Option<f64>,
}

impl Chance {
    /// From 0 to 1.
    #[must_use]
    pub fn new(chance: f64) -> Self {
        let smaller = chance.min(1.0 - chance);
        Self {
            upper: chance > 0.5,
            smaller,
            log_of_larger: Some(log1p(-smaller)),
        }
    }

    /// As the function of this name.
    #[must_use]
    pub fn quantile(self, units: f64, uniform: f64) -> f64 {
        if self.upper {
            units - self.smaller_half(units, 1.0 - uniform)
        } else {
            self.smaller_half(units, uniform)
        }
    }

    fn smaller_half(self, units: f64, uniform: f64) -> f64 {
        let mean = units * self.smaller;
        // The chance of 0 is not below 1 − np.
        if uniform <= 1.0 - mean {
            return 0.0;
        }
        let variance = mean * (1.0 - self.smaller);
        if variance < WIDE {
            return self.narrow(units, uniform);
        }
        let moments = Moments {
            mean,
            variance,
            skew: 1.0 - 2.0 * self.smaller,
        };
        moments
            .wide_quantile(uniform, |count| chance_up_to(units, self.smaller, count))
            .min(units)
    }

    /// Adds the chances up from 0; each is the one before × (n − k) × p/(1 − p) ÷ (k + 1).
    fn narrow(self, units: f64, uniform: f64) -> f64 {
        let odds = self.smaller / (1.0 - self.smaller);
        let mut left = units * odds;
        lattice::add_up(self.none_of(units), uniform, || {
            let factor = left;
            left -= odds;
            factor
        })
        .min(units)
    }

    /// (1 − p)^n; few factors are multiplied, many go through the logarithm.
    fn none_of(self, units: f64) -> f64 {
        if units > 16.0 {
            let log = self.log_of_larger.unwrap_or_else(|| log1p(-self.smaller));
            return exp(units * log);
        }
        let mut product = 1.0;
        let mut left = units;
        while left > 0.0 {
            product *= 1.0 - self.smaller;
            left -= 1.0;
        }
        product
    }
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
