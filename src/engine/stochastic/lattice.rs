//! The quantiles of laws on whole numbers, by inversion: one uniform number makes one count, and it
//! grows with whatever makes the law larger.
//!
//! Where a law is narrow its chances are added up from 0. Where it is wide a Cornish–Fisher expansion
//! about the normal quantile gives the count before rounding, off by some hundredths at most (Giles
//! 2016, algorithm 955, doi 10.1145/2699466, does so for the Poisson law). Only where that could change
//! the whole number it is rounded to, once in hundreds of draws, the law's own distribution function
//! decides. So the count is exact, and costs the same however large it is.

use super::normal;

/// From this variance on a law is wide.
pub const WIDE: f64 = 6.0;
/// From this variance on less than one draw in 10^7 could round to a neighbour, and none is checked.
const NOT_CHECKED: f64 = 1e6;

/// A binomial law of `n` units and chance p, or its limit, the Poisson law (p = 0), by its moments.
#[derive(Clone, Copy, Debug)]
pub struct Moments {
    /// np.
    pub mean: f64,
    /// np(1 − p).
    pub variance: f64,
    /// 1 − 2p: 1 is as skew as Poisson, 0 is even.
    pub skew: f64,
}

impl Moments {
    /// The smallest count k with P(X ≤ k) ≥ `uniform`; `chance_up_to` is P(X ≤ k), asked rarely.
    pub fn wide_quantile(self, uniform: f64, chance_up_to: impl Fn(f64) -> f64) -> f64 {
        let z = normal::quantile(uniform);
        let squared = z * z;
        let inverse = 1.0 / self.variance.sqrt();
        let count = self.before_rounding(z, squared, inverse).max(0.0);
        let below = whole(count);
        if self.variance < NOT_CHECKED {
            // What the next two orders leave, from above.
            let inverse_square = inverse * inverse;
            let next = (0.04 + squared * (0.02 + 0.006 * squared)) * inverse_square;
            let error = next * (1.0 + squared * inverse_square);
            let above = count - below;
            if above < error || 1.0 - above < error {
                let near = if above < 0.5 { below } else { below + 1.0 };
                return search(near, uniform, chance_up_to);
            }
        }
        below
    }

    /// μ + σz + γ(z² − 1)/6 + … + ½ (Cornish & Fisher 1938, doi 10.2307/1400905), to the order 1/σ, with the
    /// variance less Sheppard's 1/12 for a law on whole numbers.
    fn before_rounding(self, z: f64, squared: f64, inverse_deviation: f64) -> f64 {
        let skew_squared = self.skew * self.skew;
        // 1 − 6p(1 − p), from (1 − 2p)² = 1 − 4p(1 − p).
        let excess = 1.5 * skew_squared - 0.5;
        let third = excess * (squared - 3.0) * (1.0 / 24.0)
            - skew_squared * (2.0 * squared - 5.0) * (1.0 / 36.0)
            - 1.0 / 24.0;
        let deviation = self.variance * inverse_deviation;
        self.mean
            + 0.5
            + self.skew * (squared - 1.0) * (1.0 / 6.0)
            + z * (deviation + third * inverse_deviation)
    }
}

/// The smallest count whose chance and those of all smaller ones add up to `uniform`: that of 0 is `none`, and
/// that of k + 1 is that of k × `factor()` ÷ (k + 1).
pub fn add_up(none: f64, uniform: f64, mut factor: impl FnMut() -> f64) -> f64 {
    let mut chance = none;
    let mut sum = chance;
    let mut count = 0.0;
    for inverse in &INVERSES {
        if sum >= uniform {
            break;
        }
        chance *= factor() * inverse;
        sum += chance;
        count += 1.0;
    }
    count
}

/// 1, ½, ⅓, …: as many counts as a law that is not wide has within the reach of a uniform number.
static INVERSES: [f64; 64] = {
    let mut inverses = [1.0; 64];
    let mut index = 1;
    while index < inverses.len() {
        inverses[index] = 1.0 / (index as f64 + 1.0);
        index += 1;
    }
    inverses
};

/// The whole part of a number from 0 on. The way over an integer is quicker than a call of the function where
/// the processor is not known to round by itself.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
pub fn whole(number: f64) -> f64 {
    const ALL_WHOLE: f64 = 4_503_599_627_370_496.0;
    if number < ALL_WHOLE {
        (number as i64) as f64
    } else {
        number
    }
}

/// The smallest count k with P(X ≤ k) ≥ `uniform`: `near` or the one below in all but the far tails, where
/// the steps are bounded for the sake of numbers that rounding keeps from ever being reached.
fn search(near: f64, uniform: f64, chance_up_to: impl Fn(f64) -> f64) -> f64 {
    const MOST_STEPS: usize = 40;
    let mut count = near.max(0.0);
    let goes_down = chance_up_to(count - 1.0) >= uniform;
    if goes_down {
        count -= 1.0;
    }
    for _ in 0..MOST_STEPS {
        if goes_down && chance_up_to(count - 1.0) >= uniform {
            count -= 1.0;
        } else if !goes_down && chance_up_to(count) < uniform {
            count += 1.0;
        } else {
            break;
        }
    }
    count
}
