//! Deal sizes, and the sum of many of them.

use libm::{exp, log1p};

use super::binomial;
use super::normal;
use super::random::Stream;

/// Up to this many sizes are drawn one by one.
const ONE_BY_ONE: f64 = 32.0;
/// Of more than that, this many to twice as many are: the largest ones, in expectation.
const LARGEST: f64 = 8.0;
/// Doublings of [`ONE_BY_ONE`] for which there is a row: beyond any number of units that fits.
const ROWS: usize = 110;

/// Log-normal sizes of mean 1, or all of size 1.
#[derive(Clone, Debug)]
pub struct Sizes {
    law: Option<LogNormal>,
    /// How to add up k sizes, by the doublings of [`ONE_BY_ONE`] that k has passed.
    rows: Vec<Row>,
}

/// exp(μ + σZ).
#[derive(Clone, Copy, Debug)]
struct LogNormal {
    location: f64,
    spread: f64,
}

/// Sizes cut in two by a threshold.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// Share of sizes above the threshold.
    above: f64,
    /// Mean of those up to it.
    mean: f64,
    /// Their standard deviation.
    deviation: f64,
    /// Their skewness.
    skewness: f64,
}

impl Sizes {
    /// With this coefficient of variation c: σ² = ln(1 + c²), μ = −σ²/2.
    #[must_use]
    pub fn new(variation: f64) -> Self {
        if variation == 0.0 {
            return Self {
                law: None,
                rows: Vec::new(),
            };
        }
        let variance = log1p(variation * variation);
        let law = LogNormal {
            location: -variance / 2.0,
            spread: variance.sqrt(),
        };
        let mut above = LARGEST / ONE_BY_ONE;
        let rows = (0..ROWS).map(|_| {
            let row = law.cut(above);
            above /= 2.0;
            row
        });
        Self {
            law: Some(law),
            rows: rows.collect(),
        }
    }

    /// Whether all sizes are the same.
    #[must_use]
    pub fn are_alike(&self) -> bool {
        self.law.is_none()
    }

    /// The sum of `count` sizes (a whole number).
    ///
    /// Up to 32 are drawn one by one. Of more, those above a threshold that 8 to 16 of them are expected to
    /// pass: their number is binomial, and they are what makes the sum's tail. The rest is bounded and hardly
    /// skew; its sum is taken as normal with its own mean, variance and skewness (Cornish & Fisher 1938,
    /// doi 10.2307/1400905). The mean and the variance of the whole are exact; the tests hold its law against
    /// sums drawn one by one, up to the largest coefficient of variation allowed.
    pub fn sum(&self, count: f64, stream: &mut Stream) -> f64 {
        let Some(law) = self.law else {
            return count;
        };
        if count <= ONE_BY_ONE {
            return law.sum_one_by_one(count, stream);
        }
        let mut row = 0;
        let mut next = 2.0 * ONE_BY_ONE;
        while count >= next {
            row += 1;
            next *= 2.0;
        }
        let Some(row) = self.rows.get(row).or(self.rows.last()) else {
            return count;
        };
        let large = binomial::quantile(count, row.above, stream.uniform());
        row.sum_below(count - large, stream.uniform()) + law.sum_above(row.above, large, stream)
    }
}

impl LogNormal {
    fn sum_one_by_one(self, count: f64, stream: &mut Stream) -> f64 {
        let mut sum = 0.0;
        let mut left = count;
        while left > 0.0 {
            sum += self.at(normal::quantile(stream.uniform()));
            left -= 1.0;
        }
        sum
    }

    /// The sum of `count` sizes that are among the largest `share`.
    fn sum_above(self, share: f64, count: f64, stream: &mut Stream) -> f64 {
        let mut sum = 0.0;
        let mut left = count;
        while left > 0.0 {
            sum += self.at(-normal::quantile(share * stream.uniform()));
            left -= 1.0;
        }
        sum
    }

    fn at(self, z: f64) -> f64 {
        exp(self.location + self.spread * z)
    }

    /// The sizes up to the threshold that a share of `above` passes, by their moments:
    /// E[Xʳ; Z ≤ z] = exp(rμ + r²σ²/2)·Φ(z − rσ).
    fn cut(self, above: f64) -> Row {
        let threshold = -normal::quantile(above);
        let moment = |power: f64| {
            let whole =
                exp(power * self.location + power * power * self.spread * self.spread / 2.0);
            whole * normal::chance_up_to(threshold - power * self.spread) / (1.0 - above)
        };
        let (first, second, third) = (moment(1.0), moment(2.0), moment(3.0));
        let variance = (second - first * first).max(0.0);
        let deviation = variance.sqrt();
        let central = third - 3.0 * first * second + 2.0 * first * first * first;
        Row {
            above,
            mean: first,
            deviation,
            skewness: if variance > 0.0 {
                central / (variance * deviation)
            } else {
                0.0
            },
        }
    }
}

impl Row {
    fn sum_below(&self, count: f64, uniform: f64) -> f64 {
        if count <= 0.0 {
            return 0.0;
        }
        let z = normal::quantile(uniform);
        let root = count.sqrt();
        let spread = root * z + self.skewness * (z * z - 1.0) / 6.0;
        (count * self.mean + self.deviation * spread).max(0.0)
    }
}
