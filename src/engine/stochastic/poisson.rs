//! Poisson counts.

use libm::exp;

use super::super::gamma;
use super::lattice::{self, Moments, WIDE};

/// A Poisson law, ready to be drawn from many times.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Poisson {
    mean: f64,
    /// The chance of nothing.
    none: f64,
}

impl Poisson {
    /// With this mean, 0 or more.
    #[must_use]
    pub fn new(mean: f64) -> Self {
        Self {
            mean,
            none: exp(-mean),
        }
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The smallest count k with P(X ≤ k) ≥ `uniform`.
    #[must_use]
    pub fn quantile(&self, uniform: f64) -> f64 {
        if self.mean >= WIDE {
            let moments = Moments {
                mean: self.mean,
                variance: self.mean,
                skew: 1.0,
            };
            return moments.wide_quantile(uniform, |count| self.chance_up_to(count));
        }
        lattice::add_up(self.none, uniform, || self.mean)
    }

    /// P(X ≤ k) = Q(k + 1, mean), the upper incomplete gamma function (NIST DLMF 8.11.10).
    fn chance_up_to(&self, count: f64) -> f64 {
        if count < 0.0 {
            0.0
        } else {
            gamma::upper(count + 1.0, self.mean)
        }
    }
}
