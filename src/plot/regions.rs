//! Two regions of a drawing, above and below a border that runs across it.

use super::path::{coordinate, polyline};
use super::sparkline::Size;

/// A region lower than this share of the height has no room for its name.
const ROOM: f64 = 0.14;

/// The two regions, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Regions {
    /// The `d` of the outline of what lies above the border, from the left edge on.
    pub above: String,
    /// The `d` of the outline of what lies below the border, from the border's first point on.
    pub below: String,
    /// Where the region above is highest, on the border; nothing where it has no room for a name.
    pub name_above: Option<(f64, f64)>,
    /// Where the region below is highest, on the border.
    pub name_below: Option<(f64, f64)>,
}

/// Parts `size` along `border`, whose points run from left to right and may lie beyond the edges. To the left
/// of its first point the border is level above and has nothing below.
#[must_use]
pub fn regions(border: &[(f64, f64)], size: Size) -> Regions {
    let border = inside(border, size.height);
    let (Some(first), Some(last)) = (border.first(), border.last()) else {
        return Regions::default();
    };
    let from_left = std::iter::once((0.0, first.1)).chain(border.iter().copied());
    let to_right = std::iter::once((size.width, last.1));
    let above = [(size.width, 0.0), (0.0, 0.0)];
    let below = [(size.width, size.height), (first.0, size.height)];
    Regions {
        above: polyline(from_left.clone().chain(to_right.clone()).chain(above)) + "Z",
        below: polyline(border.iter().copied().chain(to_right).chain(below)) + "Z",
        name_above: roomiest(&border, size.height, |y| y),
        name_below: roomiest(&border, size.height, |y| size.height - y),
    }
}

/// The point with the most room, the last of equal ones; nothing where even there is too little.
fn roomiest(border: &[(f64, f64)], height: f64, room: impl Fn(f64) -> f64) -> Option<(f64, f64)> {
    let mut roomiest: Option<(f64, f64)> = None;
    for point in border.iter().copied() {
        if roomiest.is_none_or(|best| room(point.1) >= room(best.1)) {
            roomiest = Some(point);
        }
    }
    roomiest.filter(|point| room(point.1) >= ROOM * height)
}

/// A line cut at the upper and the lower edge, along which it runs where it would lie beyond.
fn inside(line: &[(f64, f64)], height: f64) -> Vec<(f64, f64)> {
    let mut cut = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for point in line.iter().copied() {
        if let Some(before) = before {
            let mut crossings = [0.0, height].map(|edge| crossing(before, point, edge));
            if before.1 > point.1 {
                crossings.reverse();
            }
            cut.extend(crossings.into_iter().flatten());
        }
        cut.push((point.0, point.1.clamp(0.0, height)));
        before = Some(point);
    }
    cut
}

/// Where a straight line passes a height.
fn crossing(from: (f64, f64), to: (f64, f64), edge: f64) -> Option<(f64, f64)> {
    let passes = (from.1 < edge) != (to.1 < edge);
    let share = (edge - from.1) / (to.1 - from.1);
    (passes && share.is_finite()).then_some((from.0 + share * (to.0 - from.0), edge))
}

/// The parts of a line that have their points: where a point is missing the line is broken.
#[must_use]
pub fn broken_line(points: impl IntoIterator<Item = Option<(f64, f64)>>) -> String {
    polyline(
        points
            .into_iter()
            .map(|point| point.unwrap_or((f64::NAN, f64::NAN))),
    )
}

/// A mark around the origin of its own coordinates, so that a stretched drawing does not distort it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A circle.
    Circle,
    /// A square.
    Square,
    /// A triangle that points up.
    Triangle,
}

impl Shape {
    /// The `d` of its outline; all look about as large.
    #[must_use]
    pub fn outline(self, radius: f64) -> String {
        let r = coordinate(radius);
        match self {
            Self::Circle => {
                let (r, across) = (r.to_string(), (2.0 * r).to_string());
                [
                    "M-", &r, " 0a", &r, " ", &r, " 0 1 1 ", &across, " 0a", &r, " ", &r,
                    " 0 1 1 -", &across, " 0Z",
                ]
                .concat()
            }
            Self::Square => {
                let half = r * 0.9;
                polyline([(-half, -half), (half, -half), (half, half), (-half, half)]) + "Z"
            }
            Self::Triangle => {
                let (half, low) = (r * 1.2, r * 0.9);
                polyline([(0.0, -low - r * 0.3), (half, low), (-half, low)]) + "Z"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size {
        width: 100.0,
        height: 100.0,
    };

    #[test]
    fn a_rising_border_parts_the_drawing() {
        let parted = regions(&[(20.0, 80.0), (100.0, 40.0)], SIZE);
        assert_eq!(parted.above, "M0 80L20 80L100 40L100 40L100 0L0 0Z");
        assert_eq!(parted.below, "M20 80L100 40L100 40L100 100L20 100Z");
        assert_eq!(parted.name_above, Some((20.0, 80.0)));
        assert_eq!(parted.name_below, Some((100.0, 40.0)));
    }

    #[test]
    fn a_border_beyond_an_edge_runs_along_it() {
        let parted = regions(&[(20.0, 50.0), (40.0, -50.0), (100.0, -50.0)], SIZE);
        assert_eq!(parted.below, "M20 50L30 0L40 0L100 0L100 0L100 100L20 100Z");
        let parted = regions(&[(0.0, 150.0), (100.0, -50.0)], SIZE);
        assert_eq!(
            parted.above,
            "M0 100L0 100L25 100L75 0L100 0L100 0L100 0L0 0Z"
        );
    }

    #[test]
    fn a_region_without_room_has_no_name() {
        let parted = regions(&[(20.0, 95.0), (100.0, 95.0)], SIZE);
        assert_eq!(parted.name_below, None);
        assert_eq!(regions(&[], SIZE), Regions::default());
    }

    #[test]
    fn a_missing_point_breaks_a_line() {
        let points = [Some((0.0, 0.0)), Some((1.0, 1.0)), None, Some((3.0, 3.0))];
        assert_eq!(broken_line(points), "M0 0L1 1M3 3");
    }

    #[test]
    fn marks_are_about_their_origin() {
        assert_eq!(
            Shape::Square.outline(5.0),
            "M-4.5 -4.5L4.5 -4.5L4.5 4.5L-4.5 4.5Z"
        );
        assert_eq!(Shape::Triangle.outline(5.0), "M0 -6L6 4.5L-6 4.5Z");
        assert_eq!(
            Shape::Circle.outline(5.0),
            "M-5 0a5 5 0 1 1 10 0a5 5 0 1 1 -10 0Z"
        );
    }
}
