//! What the books are drawn with: Poisson counts, and units shared out at random.

use super::binomial;
use super::poisson::Poisson;
use super::random::Stream;

/// Up to this many units are put on their days one by one.
const FEW: f64 = 64.0;

/// Shares `units` out in proportion to `weights`, each unit on its own: a multinomial, as binomials one after the
/// other. Tells `put` each place with what it gets; says whether there was a place.
pub fn share_out(
    units: f64,
    weights: &[f64],
    stream: &mut Stream,
    mut put: impl FnMut(usize, f64),
) -> bool {
    let Some(last) = weights.iter().rposition(|weight| *weight > 0.0) else {
        return false;
    };
    let mut rest: f64 = weights.iter().sum();
    let mut left = units;
    for (place, &weight) in weights.iter().enumerate().take(last + 1) {
        if left <= 0.0 {
            break;
        }
        if weight <= 0.0 {
            continue;
        }
        let here = if place == last || weight >= rest {
            left
        } else {
            binomial::quantile(left, weight / rest, stream.uniform())
        };
        rest -= weight;
        left -= here;
        if here > 0.0 {
            put(place, here);
        }
    }
    true
}

/// A Poisson count with this mean; what rounding leaves of a mean of nothing is nothing.
#[must_use]
pub fn poisson_count(mean: f64, stream: &mut Stream) -> f64 {
    const ROUNDING: f64 = 1e-9;
    if mean > ROUNDING {
        Poisson::new(mean).quantile(stream.uniform())
    } else {
        0.0
    }
}

/// Puts `units` on some of the `places` of each day at random: many in proportion, and what is left one by one, which
/// is right in the mean and has too little variance.
pub fn place(units: f64, places: &mut [f64], target: &mut [f64], stream: &mut Stream) {
    let mut left = units;
    let mut free: f64 = places.iter().sum();
    if units > FEW && free > 0.0 {
        let share = units / free;
        for (places, target) in places.iter_mut().zip(&mut *target) {
            let here = libm::floor(*places * share).min(left);
            *places -= here;
            *target += here;
            left -= here;
            free -= here;
        }
    }
    while left > 0.0 && free > 0.0 {
        let mut passed = stream.uniform() * free;
        for (places, target) in places.iter_mut().zip(&mut *target) {
            passed -= *places;
            if passed < 0.0 {
                *places -= 1.0;
                *target += 1.0;
                break;
            }
        }
        left -= 1.0;
        free -= 1.0;
    }
}
