//! The band that a value lies in with 8 chances in 10.

use libm::{exp, lgamma, log, log1p};

use crate::model::Spread;

/// The lower end of a band is this quantile; the upper end leaves as much above it.
const TAIL: f64 = 0.1;
/// A quantile is found when a step moves it by no more than this share of itself.
const NEGLIGIBLE: f64 = 1e-11;
/// Steps that a quantile or a fraction takes at most: for safety only.
const MOST_STEPS: u32 = 200;
const MOST_TERMS: u32 = 100_000;

/// The 10th and the 90th percentile of a value; nothing for one that is known exactly.
///
/// Of counted evidence: of Beta(advanced + ½, of − advanced + ½), the Jeffreys interval (Brown, Cai &
/// DasGupta 2001, doi 10.1214/ss/1009213286), which is what the stochastic run draws from.
#[must_use]
pub fn band(spread: Spread) -> Option<[f64; 2]> {
    match spread {
        Spread::Exactly(_) => None,
        Spread::Between { low, high } => Some([low, high]),
        Spread::Counted { advanced, of } => {
            let (a, b) = (advanced + 0.5, of - advanced + 0.5);
            Some([quantile(TAIL, a, b), 1.0 - quantile(TAIL, b, a)])
        }
    }
}

/// The x with I(x; a, b) = p: Newton's steps, halving the bracket where one would leave it.
fn quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = a / (a + b);
    for _ in 0..MOST_STEPS {
        let excess = beta_share(x, a, b) - p;
        if excess < 0.0 {
            low = x;
        } else {
            high = x;
        }
        let newton = x - excess * x * (1.0 - x) / density(x, a, b);
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        let moved = (next - x).abs();
        x = next;
        if moved <= x * NEGLIGIBLE {
            break;
        }
    }
    x
}

/// xᵃ(1 − x)ᵇ ÷ B(a, b): x(1 − x) times the density of Beta(a, b).
fn density(x: f64, a: f64, b: f64) -> f64 {
    exp(a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b))
}

/// I(x; a, b), the regularised incomplete beta function, by its continued fraction on the side where that
/// converges quickly (NIST DLMF 8.17.22 and 8.17.4).
fn beta_share(x: f64, a: f64, b: f64) -> f64 {
    if x * (a + b + 2.0) > a + 1.0 {
        return 1.0 - beta_share_below(1.0 - x, b, a);
    }
    beta_share_below(x, a, b)
}

/// The same where x ≤ (a + 1) ÷ (a + b + 2): there no denominator of Lentz's evaluation comes near 0.
fn beta_share_below(x: f64, a: f64, b: f64) -> f64 {
    let (mut numerator, mut denominator, mut fraction) = (1.0, 0.0, 1.0);
    for term in 1..MOST_TERMS {
        let m = f64::from(term / 2);
        let coefficient = if term % 2 == 0 {
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m))
        } else {
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0))
        };
        denominator = 1.0 / (1.0 + coefficient * denominator);
        numerator = 1.0 + coefficient / numerator;
        let change = numerator * denominator;
        fraction *= change;
        if (change - 1.0).abs() < NEGLIGIBLE {
            break;
        }
    }
    density(x, a, b) / (a * fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(advanced: f64, of: f64) -> [f64; 2] {
        band(Spread::Counted { advanced, of }).unwrap_or_default()
    }

    #[test]
    fn quantiles_are_those_of_an_independent_calculation() {
        // By bisection of mpmath's betainc, 25 digits.
        for (advanced, of, low, high) in [
            (3.0, 40.0, 0.035_910_584_466_995_7, 0.143_731_852_474_128_8),
            (0.0, 40.0, 0.000_196_135_643_987_88, 0.033_049_527_637_547_3),
            (40.0, 40.0, 0.966_950_472_362_452_7, 0.999_803_864_356_012_1),
            (0.0, 1.0, 0.006_181_243_938_429_67, 0.648_642_801_974_372_5),
            (1.0, 2.0, 0.156_475_586_933_729_7, 0.843_524_413_066_270_3),
            (
                300.0,
                4000.0,
                0.069_814_063_832_675_4,
                0.080_489_368_470_922_97,
            ),
        ] {
            let found = counted(advanced, of);
            for (found, known) in found.into_iter().zip([low, high]) {
                assert!(
                    (found / known - 1.0).abs() < 1e-9,
                    "{advanced} of {of}: {found}"
                );
            }
        }
    }

    #[test]
    fn a_beta_of_one_and_b_has_its_closed_form() {
        // I(x; 1, b) = 1 − (1 − x)ᵇ.
        for b in [0.5, 1.0, 7.5, 400.0] {
            for x in [1e-6, 0.01, 0.3, 0.9] {
                let known = -libm::expm1(b * log1p(-x));
                assert!((beta_share(x, 1.0, b) - known).abs() < 1e-12, "{x} {b}");
            }
        }
    }

    #[test]
    fn the_largest_counts_have_a_narrow_band() {
        let [low, high] = counted(5e8, 1e9);
        // The normal law: ± 1.2816 √(¼ ÷ 10⁹).
        assert!((high - low - 2.0 * 1.281_551_6 * 0.5 / 1e9_f64.sqrt()).abs() < 1e-9);
        let [low, high] = counted(0.0, 1e9);
        assert!(low > 0.0 && low < high && high < 1e-8);
        assert_eq!(band(Spread::Exactly(0.5)), None);
        let interval = Spread::Between {
            low: 2.0,
            high: 5.0,
        };
        assert_eq!(band(interval), Some([2.0, 5.0]));
    }
}
