//! What a gamma distribution has beyond a point, from which durations on whole days are made.

use libm::{erfc, exp, log1p, sqrt};
use std::f64::consts::{PI, SQRT_2};

/// Below this coefficient of variation a gamma is taken as normal: its skewness, twice the
/// coefficient, then moves no day's share by more than one in a million.
const NORMAL_BELOW: f64 = 1e-5;
/// Terms of a series or fraction stop to matter here.
const NEGLIGIBLE: f64 = 1e-17;

/// A gamma distribution by mean m and coefficient of variation c: shape 1/c², scale m·c².
#[derive(Clone, Copy, Debug)]
pub struct Gamma {
    mean: f64,
    variation: f64,
}

impl Gamma {
    /// With a mean above 0 and a coefficient of variation above 0.
    #[must_use]
    pub fn new(mean: f64, variation: f64) -> Self {
        Self { mean, variation }
    }

    /// How far the distribution reaches beyond `x` ≥ 0, on both sides.
    #[must_use]
    pub fn around(&self, x: f64) -> Around {
        if x <= 0.0 {
            return Around::above(self.mean, x, self.mean - x);
        }
        if self.variation < NORMAL_BELOW {
            return self.normal_around(x);
        }
        let shape = 1.0 / (self.variation * self.variation);
        let scaled = x / self.mean * shape;
        let density = scaled_density(shape, scaled);
        if x < self.mean {
            let sum = shortfall_sum(shape, scaled);
            Around::below(self.mean, x, self.mean / shape * density * sum)
        } else {
            // m·Q(a + 1, y) − x·Q(a, y), with Q(a + 1, y) = Q(a, y) + yᵃe⁻ʸ/Γ(a + 1) (DLMF 8.8.6).
            let upper = upper_share(shape, scaled, density);
            let excess = (self.mean - x) * upper + self.mean * density;
            Around::above(self.mean, x, excess.max(0.0))
        }
    }

    fn normal_around(&self, x: f64) -> Around {
        let deviation = self.mean * self.variation;
        let z = (x - self.mean).abs() / deviation;
        let density = exp(-0.5 * z * z) / sqrt(2.0 * PI);
        let tail = 0.5 * erfc(z / SQRT_2);
        let beyond = (deviation * (density - z * tail)).max(0.0);
        if x < self.mean {
            Around::below(self.mean, x, beyond)
        } else {
            Around::above(self.mean, x, beyond)
        }
    }
}

/// What a distribution of mean m has on both sides of a point x. The smaller side is computed, the other one
/// follows from excess − shortfall = m − x, so that tails keep their digits.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// E[max(0, X − x)].
    pub excess: f64,
    /// E[max(0, x − X)].
    pub shortfall: f64,
}

impl Around {
    /// Of a point below the mean, by its shortfall.
    #[must_use]
    pub fn below(mean: f64, x: f64, shortfall: f64) -> Self {
        Self {
            excess: shortfall + (mean - x),
            shortfall,
        }
    }

    /// Of a point from the mean on, by its excess.
    #[must_use]
    pub fn above(mean: f64, x: f64, excess: f64) -> Self {
        Self {
            excess,
            shortfall: excess + (x - mean),
        }
    }
}

/// Σ n·yⁿ/((a + 1)(a + 2)…(a + n)) over n ≥ 1. With D = yᵃe⁻ʸ/Γ(a + 1) the lower share is
/// P(a, y) = D·Σ yⁿ/((a + 1)…(a + n)) over n ≥ 0 (DLMF 8.7.1); put into x·P(a, y) − m·P(a + 1, y) and
/// taken term by term, the shortfall is m/a·D times this sum, in which nothing cancels.
fn shortfall_sum(shape: f64, y: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 0.0;
    let mut count = 0.0;
    loop {
        count += 1.0;
        term *= y / (shape + count);
        let added = count * term;
        sum += added;
        // The terms rise first; once they fall they do so for good.
        if added <= sum * NEGLIGIBLE && y < shape + count {
            return sum;
        }
    }
}

/// Q(a, y), the regularised upper incomplete gamma function (NIST DLMF 8.2.4), for a > 0 and y > 0.
pub(super) fn upper(shape: f64, y: f64) -> f64 {
    upper_share(shape, y, scaled_density(shape, y))
}

/// yᵃe⁻ʸ/Γ(a + 1), written as exp(−a·(λ − 1 − ln λ)) / (√(2πa)·e^σ) with λ = y/a and σ Stirling's
/// correction, so that nothing cancels for large a.
fn scaled_density(shape: f64, y: f64) -> f64 {
    if shape < 16.0 {
        return exp(shape * libm::log(y) - y - libm::lgamma(shape + 1.0));
    }
    let relative = (y - shape) / shape;
    let distance = relative - log1p(relative);
    exp(-shape * distance - stirling_correction(shape)) / sqrt(2.0 * PI * shape)
}

/// ln Γ(a + 1) − (a ln a − a + ½ ln 2πa), from its asymptotic series (NIST DLMF 5.11.1), a ≥ 16.
fn stirling_correction(a: f64) -> f64 {
    let inverse_square = 1.0 / (a * a);
    let series = 1.0 / 12.0
        - inverse_square
            * (1.0 / 360.0
                - inverse_square
                    * (1.0 / 1260.0 - inverse_square * (1.0 / 1680.0 - inverse_square / 1188.0)));
    series / a
}

/// Q(a, y), the upper share, for y ≥ a: by Lentz's evaluation of its continued fraction (DLMF 8.9.2), or near
/// a, where that takes long, by the power series of its complement (8.7.1).
fn upper_share(shape: f64, y: f64, density: f64) -> f64 {
    if y < shape + 1.0 {
        let mut term = density;
        let mut sum = term;
        let mut divisor = shape;
        while term > sum * NEGLIGIBLE {
            divisor += 1.0;
            term *= y / divisor;
            sum += term;
        }
        1.0 - sum
    } else {
        density * shape * upper_fraction(shape, y)
    }
}

/// The continued fraction 1/(y + 1 − a − 1·(1 − a)/(y + 3 − a − 2·(2 − a)/(y + 5 − a − …))).
fn upper_fraction(shape: f64, y: f64) -> f64 {
    const SMALLEST: f64 = 1e-300;
    let mut partial = y + 1.0 - shape;
    let mut numerator = 1.0 / SMALLEST;
    let mut denominator = 1.0 / partial;
    let mut value = denominator;
    let mut step = 1.0;
    loop {
        let factor = step * (shape - step);
        partial += 2.0;
        denominator = factor * denominator + partial;
        if denominator.abs() < SMALLEST {
            denominator = SMALLEST;
        }
        numerator = partial + factor / numerator;
        if numerator.abs() < SMALLEST {
            numerator = SMALLEST;
        }
        denominator = 1.0 / denominator;
        let change = denominator * numerator;
        value *= change;
        step += 1.0;
        // Converges in about √a steps near the mean, faster elsewhere; the bound is for safety only.
        if (change - 1.0).abs() < 1e-16 || step > 1e7 {
            return value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    #[test]
    fn the_exponential_has_its_closed_form() {
        let gamma = Gamma::new(7.0, 1.0);
        for x in [0.0, 0.5, 1.0, 7.0, 20.0, 100.0] {
            close(gamma.around(x).excess, 7.0 * exp(-x / 7.0), 1e-13);
        }
    }

    #[test]
    fn the_erlang_has_its_closed_form() {
        // Shape 4, scale 2: E[max(0, X − x)] = Σ over the Erlang's survival, integrated.
        let gamma = Gamma::new(8.0, 0.5);
        for x in [1.0, 5.0, 9.0, 40.0] {
            let y: f64 = x / 2.0;
            let survival = |terms: u32| {
                let mut term = exp(-y);
                let mut sum = term;
                for index in 1..terms {
                    term *= y / f64::from(index);
                    sum += term;
                }
                sum
            };
            close(
                gamma.around(x).excess,
                8.0 * survival(5) - x * survival(4),
                1e-12,
            );
        }
    }

    #[test]
    fn a_nearly_exact_duration_meets_the_normal_one() {
        let exact = Gamma::new(30.0, 1.01e-5);
        let normal = Gamma::new(30.0, 0.99e-5);
        for x in [29.999, 30.0, 30.0005] {
            close(exact.around(x).excess, normal.around(x).excess, 1e-5);
        }
    }

    #[test]
    fn the_two_forms_of_the_density_agree_where_they_meet() {
        for y in [10.0, 16.0, 25.0] {
            let low = exp(16.0 * libm::log(y) - y - libm::lgamma(17.0));
            close(scaled_density(16.0, y) / low, 1.0, 1e-13);
        }
    }
}
