//! The small curve beside an input: what the answer would be over the input's range.

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

/// Draws `values`, which stand evenly over an input's range; `position` (0 to 1) is where the input is
/// now and `present` its answer.
///
/// All curves of a page share one vertical scale, so that a steep one means an input that matters: from
/// nothing to twice the present answer, or from twice to nothing where that is negative. What lies
/// beyond is cut off. Where the present answer is nothing, the scale is the largest of the values,
/// upwards and downwards.
#[must_use]
pub fn sparkline(values: &[Option<f64>], present: f64, position: f64, size: Size) -> Sparkline {
    let scale = vertical(values, present, size.height);
    let last = values.len().saturating_sub(1).max(1);
    let points: Vec<(f64, f64)> = values
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let x = size.width * number(index) / number(last);
            (x, value.map_or(f64::NAN, |value| scale.place(value)))
        })
        .collect();
    let position = if position.is_nan() { 0.0 } else { position };
    Sparkline {
        path: polyline(cut(&points, size.height)),
        mark: (
            coordinate(position.clamp(0.0, 1.0) * size.width),
            coordinate(scale.place(present).clamp(0.0, size.height)),
        ),
    }
}

fn vertical(values: &[Option<f64>], present: f64, height: f64) -> Linear {
    let ends = if present > 0.0 {
        (0.0, 2.0 * present)
    } else if present < 0.0 {
        (2.0 * present, 0.0)
    } else {
        let sizes = values
            .iter()
            .flatten()
            .filter(|value| value.is_finite())
            .map(|value| value.abs());
        let largest = sizes.fold(0.0, f64::max);
        (-largest, largest)
    };
    Linear::new(ends, (height, 0.0))
}

/// The parts of a line between the top and the `height` below it, with gaps (NaN) where it is outside.
fn cut(points: &[(f64, f64)], height: f64) -> Vec<(f64, f64)> {
    let gap = (f64::NAN, f64::NAN);
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let Some((from, to)) = cut_segment(*from, *to, height) else {
            continue;
        };
        if kept.last() != Some(&from) {
            kept.push(gap);
            kept.push(from);
        }
        kept.push(to);
    }
    kept
}

type Point = (f64, f64);

fn cut_segment(from: Point, to: Point, height: f64) -> Option<(Point, Point)> {
    let rise = to.1 - from.1;
    if rise.is_nan() {
        return None;
    }
    // The share of the way at which the segment crosses a level.
    let crossing = |level: f64| (level - from.1) / rise;
    let (enter, leave) = if rise == 0.0 {
        if (0.0..=height).contains(&from.1) {
            (0.0, 1.0)
        } else {
            (1.0, 0.0)
        }
    } else {
        let (top, bottom) = (crossing(0.0), crossing(height));
        (top.min(bottom).max(0.0), top.max(bottom).min(1.0))
    };
    let at = |share: f64| {
        if share == 0.0 {
            from
        } else if share == 1.0 {
            to
        } else {
            (from.0 + share * (to.0 - from.0), from.1 + share * rise)
        }
    };
    (enter < leave).then(|| (at(enter), at(leave)))
}

#[allow(clippy::cast_precision_loss)]
fn number(index: usize) -> f64 {
    // Exact: no curve has 2^53 points.
    index as f64
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
        let drawn = sparkline(&[Some(50.0), Some(100.0), Some(150.0)], 100.0, 0.5, SIZE);
        assert_eq!(drawn.path, "M0 15L50 10L100 5");
        assert_eq!(drawn.mark, (50.0, 10.0));
    }

    #[test]
    fn what_is_beyond_twice_the_answer_is_cut_off_where_it_leaves() {
        let drawn = sparkline(&[Some(0.0), Some(400.0), Some(0.0)], 100.0, 0.0, SIZE);
        assert_eq!(drawn.path, "M0 20L25 0M75 0L100 20");
        let outside = sparkline(&[Some(300.0), Some(300.0)], 100.0, 0.0, SIZE);
        assert_eq!(outside.path, "");
    }

    #[test]
    fn losses_hang_from_the_top() {
        let drawn = sparkline(&[Some(-100.0), Some(0.0)], -100.0, 0.0, SIZE);
        assert_eq!(drawn.path, "M0 10L100 0");
    }

    #[test]
    fn nothing_and_gaps_are_drawn_without_nan() {
        let values = [None, Some(0.0), Some(0.0), None, Some(f64::NAN), Some(0.0)];
        let drawn = sparkline(&values, 0.0, f64::NAN, SIZE);
        assert_eq!(drawn.path, "M20 10L40 10");
        assert_eq!(drawn.mark, (0.0, 10.0));
        assert_eq!(sparkline(&[], 1.0, 0.0, SIZE).path, "");
        assert!(
            !sparkline(&[Some(1.0)], f64::NAN, 0.5, SIZE)
                .path
                .contains("NaN")
        );
    }
}
