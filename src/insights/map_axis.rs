//! The values of a map's axis.

use super::outward::even;

/// Steps below the two values that the axis is about, between them, and beyond them.
const BELOW: usize = 4;
const BETWEEN: usize = 6;
const BEYOND: usize = 6;
/// Points between the end of an axis of conversions and 1.
const UP_TO_ALL: usize = 8;
/// How far the axis goes below, as a share of the way between the two values.
const SHARE_BELOW: f64 = 2.0 / 3.0;

/// Growing values about `present` and `chosen`, which are both among them, within 0 to `most`: as far beyond
/// the larger one as they lie apart, and two thirds of that below the smaller one. Where they are the same,
/// `width` is how far apart they are taken to be.
pub(super) fn axis(present: f64, chosen: f64, width: f64, most: f64) -> Vec<f64> {
    let (first, last) = (present.min(chosen), present.max(chosen));
    let apart = if last > first { last - first } else { width };
    let low = (first - apart * SHARE_BELOW).max(0.0);
    let high = (last + apart).min(most);
    let mut values = vec![low];
    for (from, to, steps) in [
        (low, first, BELOW),
        (first, last, BETWEEN),
        (last, high, BEYOND),
    ] {
        for value in even(from, to, steps) {
            // Of an empty part nothing is left, and very narrow ones have no room for all steps.
            if values.last().is_some_and(|before| value > *before) && value <= to {
                values.push(value);
            }
        }
    }
    values
}

/// Conversions from `highest`, left out, up to 1; none where that is 1.
pub(super) fn up_to_all(highest: f64) -> Vec<f64> {
    let values = even(highest, 1.0, UP_TO_ALL).into_iter();
    values.filter(|value| *value > highest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_its_two_values_and_grows() {
        for (present, chosen, most) in [
            (1.0, 2.5, 1000.0),
            (1.0, 1.0, 1000.0),
            (1.0, 1000.0, 1000.0),
            (1.0, 0.0, 1000.0),
            (0.02, 0.05, 1.0),
            (0.0, 1.0, 1.0),
            (1.0, 1.0, 1.0),
            (0.0, 0.0, 1.0),
            (0.5, 0.5 + f64::EPSILON, 1.0),
        ] {
            let values = axis(present, chosen, 0.1, most);
            assert!(
                values.contains(&present) && values.contains(&chosen),
                "{values:?}"
            );
            assert!(
                values.windows(2).all(|pair| pair[0] < pair[1]),
                "{values:?}"
            );
            assert!(values.len() >= 2 && values.len() <= 17, "{values:?}");
            assert!(values[0] >= 0.0 && *values.last().unwrap() <= most);
        }
        assert_eq!(axis(1.0, 2.5, 0.1, 1000.0).len(), 17);
        assert_eq!(axis(1.0, 2.5, 0.1, 1000.0)[4], 1.0);
    }

    #[test]
    fn conversions_go_up_to_all() {
        assert_eq!(up_to_all(1.0), Vec::<f64>::new());
        assert_eq!(up_to_all(0.5).last(), Some(&1.0));
    }
}
