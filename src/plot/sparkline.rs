//! The small curve beside an input: what the answer would be over the input's range.

use super::number;
use super::path::{coordinate, polyline};
use super::scale::Linear;

/// Width and height of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A small curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sparkline {
    /// The `d` of its path.
    pub path: String,
    /// Where the present value and answer are, across and down.
    pub mark: (f64, f64),
}

/// Draws `values`, which stand evenly over an input's range, with a mark at the input's position (0 to 1) and its
/// present answer.
///
/// The curves of a page share one vertical scale as far as they can, so that a steep one means an input
/// that matters: from nothing to `up_to`, stretched for a curve that goes beyond.
#[must_use]
pub fn sparkline(
    values: &[Option<f64>],
    (position, present): (f64, f64),
    up_to: f64,
    size: Size,
) -> Sparkline {
    let scale = vertical(values, up_to, size.height);
    let last = values.len().saturating_sub(1).max(1);
    let points = values.iter().enumerate().map(|(index, value)| {
        let x = size.width * number(index) / number(last);
        (x, value.map_or(f64::NAN, |value| scale.place(value)))
    });
    let position = if position.is_nan() { 0.0 } else { position };
    Sparkline {
        path: polyline(points),
        mark: (
            coordinate(position.clamp(0.0, 1.0) * size.width),
            coordinate(scale.place(present).clamp(0.0, size.height)),
        ),
    }
}

fn vertical(values: &[Option<f64>], up_to: f64, height: f64) -> Linear {
    let shown = values.iter().flatten().copied().chain([0.0, up_to]);
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for value in shown.filter(|value| value.is_finite()) {
        low = low.min(value);
        high = high.max(value);
    }
    Linear::new((low, high), (height, 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size {
        width: 100.0,
        height: 20.0,
    };

    #[test]
    fn the_present_answer_is_half_way_up() {
        let drawn = sparkline(
            &[Some(50.0), Some(100.0), Some(150.0)],
            (0.5, 100.0),
            200.0,
            SIZE,
        );
        assert_eq!(drawn.path, "M0 15L50 10L100 5");
        assert_eq!(drawn.mark, (50.0, 10.0));
    }

    #[test]
    fn a_curve_that_goes_beyond_twice_the_answer_stretches_its_scale() {
        let drawn = sparkline(
            &[Some(0.0), Some(400.0), Some(0.0)],
            (0.0, 100.0),
            200.0,
            SIZE,
        );
        assert_eq!(
            (drawn.path.as_str(), drawn.mark),
            ("M0 20L50 0L100 20", (0.0, 15.0))
        );
        let below = sparkline(&[Some(-200.0), Some(200.0)], (0.5, 100.0), 200.0, SIZE);
        assert_eq!(
            (below.path.as_str(), below.mark),
            ("M0 20L100 0", (50.0, 5.0))
        );
    }

    #[test]
    fn losses_hang_from_the_top() {
        let drawn = sparkline(&[Some(-100.0), Some(0.0)], (0.0, -100.0), -200.0, SIZE);
        assert_eq!(drawn.path, "M0 10L100 0");
    }

    #[test]
    fn nothing_and_gaps_are_drawn_without_nan() {
        let values = [None, Some(0.0), Some(0.0), None, Some(f64::NAN), Some(0.0)];
        let drawn = sparkline(&values, (f64::NAN, 0.0), 0.0, SIZE);
        assert_eq!(drawn.path, "M20 10L40 10M100 10");
        assert_eq!(drawn.mark, (0.0, 10.0));
        assert_eq!(sparkline(&[], (0.0, 1.0), 2.0, SIZE).path, "");
        assert!(
            !sparkline(&[Some(1.0)], (0.5, f64::NAN), f64::NAN, SIZE)
                .path
                .contains("NaN")
        );
    }
}
