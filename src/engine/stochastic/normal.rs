//! The standard normal distribution.

use std::f64::consts::SQRT_2;

use libm::{erfc, log};

/// Φ(z), the chance of a value up to `z`.
#[must_use]
pub fn chance_up_to(z: f64) -> f64 {
    0.5 * erfc(-z / SQRT_2)
}

/// Φ⁻¹(p) for 0 < p < 1, to about 1 part in 10^16: Wichura 1988, algorithm AS 241 (PPND16),
/// doi 10.2307/2347330.
#[must_use]
pub fn quantile(p: f64) -> f64 {
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180_625 - from_middle * from_middle;
        return from_middle * ratio(r, &MIDDLE);
    }
    let tail = if from_middle < 0.0 { p } else { 1.0 - p };
    let r = (-log(tail)).sqrt();
    let size = if r <= 5.0 {
        ratio(r - 1.6, &TAIL)
    } else {
        ratio(r - 5.0, &FAR_TAIL)
    };
    if from_middle < 0.0 { -size } else { size }
}

/// Coefficients of numerator and denominator, lowest power first.
type Rational = ([f64; 8], [f64; 8]);

fn ratio(x: f64, (above, below): &Rational) -> f64 {
    polynomial(x, above) / polynomial(x, below)
}

fn polynomial(x: f64, &[a, b, c, d, e, f, g, h]: &[f64; 8]) -> f64 {
    ((((((h * x + g) * x + f) * x + e) * x + d) * x + c) * x + b) * x + a
}

#[rustfmt::skip]
const MIDDLE: Rational = (
    [
        3.387_132_872_796_366_6, 1.331_416_678_917_843_8e2, 1.971_590_950_306_551_4e3, 1.373_169_376_550_946e4,
        4.592_195_393_154_987e4, 6.726_577_092_700_87e4, 3.343_057_558_358_813e4, 2.509_080_928_730_122_7e3,
    ],
    [
        1.0, 4.231_333_070_160_091e1, 6.871_870_074_920_579e2, 5.394_196_021_424_751e3,
        2.121_379_430_158_66e4, 3.930_789_580_009_271e4, 2.872_908_573_572_194_3e4, 5.226_495_278_852_854e3,
    ],
);

#[rustfmt::skip]
const TAIL: Rational = (
    [
        1.423_437_110_749_683_5, 4.630_337_846_156_546, 5.769_497_221_460_691, 3.647_848_324_763_204_5,
        1.270_458_252_452_368_4, 2.417_807_251_774_506e-1, 2.272_384_498_926_918_4e-2, 7.745_450_142_783_414e-4,
    ],
    [
        1.0, 2.053_191_626_637_759, 1.676_384_830_183_803_8, 6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1, 1.519_866_656_361_645_7e-2, 5.475_938_084_995_345e-4, 1.050_750_071_644_416_9e-9,
    ],
);

#[rustfmt::skip]
const FAR_TAIL: Rational = (
    [
        6.657_904_643_501_103, 5.463_784_911_164_114, 1.784_826_539_917_291_3, 2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2, 1.242_660_947_388_078_4e-3, 2.711_555_568_743_487_6e-5, 2.010_334_399_292_288_1e-7,
    ],
    [
        1.0, 5.998_322_065_558_88e-1, 1.369_298_809_227_358e-1, 1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4, 1.846_318_317_510_054_8e-5, 1.421_511_758_316_446e-7, 2.044_263_103_389_939_8e-15,
    ],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_undoes_the_chance() {
        for step in -350..=10 {
            let z = f64::from(step) / 10.0;
            let found = quantile(chance_up_to(z));
            assert!(
                (found - z).abs() <= 1e-14 * z.abs().max(1.0),
                "{z}: {found}"
            );
        }
    }

    #[test]
    fn it_has_the_values_of_the_tables() {
        assert!((quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
        assert!((quantile(0.9) - 1.281_551_565_544_600_4).abs() < 1e-15);
    }
}
