//! Bars that hang on a line: what each input's ends bring, around what there is.

use super::path::coordinate;
use super::scale::Linear;

/// Where the widest bars begin and end, in percent: beside them stand the values of their ends.
const FROM: f64 = 26.0;
const TO: f64 = 74.0;

/// One bar, in percent of the width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// Its left and its right end.
    pub from: f64,
    /// Its right end.
    pub to: f64,
    /// What of it lies below the line, and above it: start and width.
    pub below: (f64, f64),
    /// Above the line.
    pub above: (f64, f64),
}

/// Bars from one value to another, with the place of the line that they hang on.
#[must_use]
pub fn swings(baseline: f64, ends: &[(f64, f64)]) -> (f64, Vec<Swing>) {
    let (mut least, mut most) = (baseline, baseline);
    for (one, other) in ends {
        least = least.min(one.min(*other));
        most = most.max(one.max(*other));
    }
    let scale = Linear::new((least, most), (FROM, TO));
    let line = scale.place(baseline);
    let swing = |(one, other): &(f64, f64)| {
        let (from, to) = (scale.place(one.min(*other)), scale.place(one.max(*other)));
        let part = |from: f64, to: f64| (coordinate(from), coordinate((to - from).max(0.0)));
        Swing {
            from: coordinate(from),
            to: coordinate(to),
            below: part(from.min(line), to.min(line)),
            above: part(from.max(line), to.max(line)),
        }
    };
    (coordinate(line), ends.iter().map(swing).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_lie_on_both_sides_of_the_line() {
        let (line, bars) = swings(10.0, &[(5.0, 15.0), (12.0, 8.0)]);
        assert_eq!(line, 50.0);
        assert_eq!((bars[0].from, bars[0].to), (26.0, 74.0));
        assert_eq!((bars[0].below, bars[0].above), ((26.0, 24.0), (50.0, 24.0)));
        assert_eq!((bars[1].below, bars[1].above), ((40.4, 9.6), (50.0, 9.6)));
    }

    #[test]
    fn a_bar_on_one_side_has_nothing_on_the_other() {
        let (line, bars) = swings(10.0, &[(12.0, 15.0)]);
        assert_eq!(line, 26.0);
        assert_eq!(bars[0].below.1, 0.0);
        assert_eq!(bars[0].above, (45.2, 28.8));
        assert_eq!(swings(1.0, &[]).1, []);
    }
}
