//! Units shared out at random.

use super::binomial;
use super::random::Stream;

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
