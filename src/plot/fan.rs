//! A fan: nested bands around a middle line, over steps of equal width.

use super::number;
use super::path::{coordinate, polyline};
use super::scale::Linear;
use super::sparkline::Size;

/// One step of a fan, from the lowest to the highest.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Lower edge of the outer band.
    pub lowest: f64,
    /// Lower edge of the inner band.
    pub low: f64,
    /// The line.
    pub middle: f64,
    /// Upper edge of the inner band.
    pub high: f64,
    /// Upper edge of the outer band.
    pub highest: f64,
}

/// A fan, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// The `d` of the outer band's outline.
    pub outer: String,
    /// The `d` of the inner band's outline.
    pub inner: String,
    /// The `d` of the middle line.
    pub line: String,
    /// The vertical axis, from values to distances from the top.
    pub up: Linear,
    /// The distance of each step's middle from the left edge.
    pub steps: Vec<f64>,
}

/// Up to so many steps are drawn apart, as blocks: a line through so few would say more than is known.
const FEW: usize = 8;
/// The share of its width that a block fills.
const BLOCK: f64 = 0.6;

/// Lays a fan out in `size`, from zero (or below) to a round value above all of `held`: what earlier drawings
/// have shown, so that the axis does not jump while the numbers settle. The axis is to have about so many `ticks`.
#[must_use]
pub fn fan(spreads: &[Spread], held: (f64, f64), size: Size, ticks: u32) -> Fan {
    let (low, high) = extent(spreads, held);
    let scale = Linear::new((low, high), (size.height, 0.0)).nice(ticks);
    let width = size.width / number(spreads.len().max(1));
    let steps: Vec<f64> = (0..spreads.len())
        .map(|step| coordinate((number(step) + 0.5) * width))
        .collect();
    let along = |of: fn(&Spread) -> f64| -> Vec<(f64, f64)> {
        let values = spreads.iter().map(|spread| scale.place(of(spread)));
        steps.iter().copied().zip(values).collect()
    };
    let half = (steps.len() <= FEW).then_some(width * BLOCK / 2.0);
    let band = |above: Vec<(f64, f64)>, below: Vec<(f64, f64)>| match half {
        Some(half) => {
            let pairs = above.iter().zip(&below);
            let blocks = pairs.map(|(&(x, top), &(_, bottom))| {
                let (left, right) = (x - half, x + half);
                polyline([(left, top), (right, top), (right, bottom), (left, bottom)]) + "Z"
            });
            blocks.collect()
        }
        None => polyline(above.into_iter().chain(below.into_iter().rev())) + "Z",
    };
    let line = |middle: Vec<(f64, f64)>| match half {
        Some(half) => {
            let strokes = middle
                .iter()
                .map(|&(x, y)| polyline([(x - half, y), (x + half, y)]));
            strokes.collect()
        }
        None => polyline(middle),
    };
    Fan {
        outer: band(along(|step| step.highest), along(|step| step.lowest)),
        inner: band(along(|step| step.high), along(|step| step.low)),
        line: line(along(|step| step.middle)),
        up: scale,
        steps,
    }
}

/// The lowest and the highest value to be shown, zero and `held` among them.
#[must_use]
pub fn extent(spreads: &[Spread], held: (f64, f64)) -> (f64, f64) {
    let ends = spreads.iter().flat_map(|step| [step.lowest, step.highest]);
    let (mut low, mut high) = (held.0.min(0.0), held.1.max(0.0));
    for value in ends.filter(|value| value.is_finite()) {
        low = low.min(value);
        high = high.max(value);
    }
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size {
        width: 100.0,
        height: 50.0,
    };

    fn step(middle: f64) -> Spread {
        Spread {
            lowest: middle - 20.0,
            low: middle - 10.0,
            middle,
            high: middle + 10.0,
            highest: middle + 20.0,
        }
    }

    #[test]
    fn bands_go_there_along_the_top_and_back_along_the_bottom() {
        let many: Vec<Spread> = (0..10).map(|_| step(50.0)).collect();
        let drawn = fan(&many, (0.0, 100.0), SIZE, 2);
        assert_eq!(drawn.steps.first(), Some(&5.0));
        assert!(drawn.line.starts_with("M5 25L15 25"));
        assert!(drawn.outer.starts_with("M5 15L15 15"));
        assert!(drawn.outer.ends_with("L15 35L5 35Z"));
        assert_eq!(drawn.up, Linear::new((0.0, 100.0), (50.0, 0.0)));
    }

    #[test]
    fn a_few_steps_stand_apart() {
        let drawn = fan(&[step(50.0), step(80.0)], (0.0, 0.0), SIZE, 2);
        assert_eq!(drawn.steps, [25.0, 75.0]);
        assert_eq!(drawn.line, "M10 25L40 25M60 10L90 10");
        assert_eq!(
            drawn.outer,
            "M10 15L40 15L40 35L10 35ZM60 0L90 0L90 20L60 20Z"
        );
    }

    #[test]
    fn what_has_been_shown_holds_the_axis() {
        let drawn = fan(&[step(50.0)], (-100.0, 100.0), SIZE, 2);
        assert_eq!(drawn.line, "M20 12.5L80 12.5");
        assert_eq!(extent(&[step(50.0)], (0.0, 60.0)), (0.0, 70.0));
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let drawn = fan(&[], (0.0, 0.0), SIZE, 2);
        assert_eq!((drawn.line.as_str(), drawn.steps.len()), ("", 0));
    }
}
