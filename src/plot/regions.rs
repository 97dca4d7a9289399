//! Two regions of a drawing, above and below a border that runs across it.

use super::path::polyline;
use super::sparkline::Size;

/// A region lower than this share of the height has no room for its name.
const ROOM: f64 = 0.14;

/// A point of the border.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Border {
    /// Where it is, across and down; it may lie beyond the edges.
    pub place: (f64, f64),
    /// Whether the region below reaches up to the border here; else there is nothing below.
    pub has_below: bool,
}

/// The two regions, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Regions {
    /// The `d` of the outline of what lies above the border, from the left edge on.
    pub above: String,
    /// The `d` of the outlines of what lies below the border, from the border's first point on.
    pub below: String,
    /// Where across the region below is highest; nothing where it has no room for a name.
    pub name_below: Option<f64>,
}

/// Parts `size` along `border`, whose points run from left to right. To the left of its first point the border
/// is level above and has nothing below.
#[must_use]
pub fn regions(border: &[Border], size: Size) -> Regions {
    let line: Vec<(f64, f64)> = border.iter().map(|point| point.place).collect();
    let line = inside(&line, size.height);
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return Regions::default();
    };
    let outline = [(0.0, first.1)].into_iter().chain(line.iter().copied());
    let corners = [(size.width, last.1), (size.width, 0.0), (0.0, 0.0)];
    let mut regions = Regions {
        above: polyline(outline.chain(corners)) + "Z",
        ..Regions::default()
    };
    let mut roomiest: Option<(f64, f64)> = None;
    for part in border.split(|point| !point.has_below) {
        let line: Vec<(f64, f64)> = part.iter().map(|point| point.place).collect();
        let line = inside(&line, size.height);
        // Of a single point there is nothing below.
        let ([first, .., last], true) = (&*line, part.len() > 1) else {
            continue;
        };
        let corners = [(last.0, size.height), (first.0, size.height)];
        regions.below += &(polyline(line.iter().copied().chain(corners)) + "Z");
        let room = |point: (f64, f64)| size.height - point.1;
        for point in line.iter().copied() {
            if roomiest.is_none_or(|best| room(point) >= room(best)) {
                roomiest = Some(point);
            }
        }
    }
    let has_room = |point: &(f64, f64)| size.height - point.1 >= ROOM * size.height;
    regions.name_below = roomiest.filter(has_room).map(|point| point.0);
    regions
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

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size {
        width: 100.0,
        height: 100.0,
    };

    fn border(places: &[(f64, f64)]) -> Vec<Border> {
        let place = |place: &(f64, f64)| Border {
            place: *place,
            has_below: true,
        };
        places.iter().map(place).collect()
    }

    #[test]
    fn a_rising_border_parts_the_drawing() {
        let parted = regions(&border(&[(20.0, 80.0), (100.0, 40.0)]), SIZE);
        assert_eq!(parted.above, "M0 80L20 80L100 40L100 40L100 0L0 0Z");
        assert_eq!(parted.below, "M20 80L100 40L100 100L20 100Z");
        assert_eq!(parted.name_below, Some(100.0));
    }

    #[test]
    fn a_border_beyond_an_edge_runs_along_it() {
        let places = [(20.0, 50.0), (40.0, -50.0), (100.0, -50.0)];
        let parted = regions(&border(&places), SIZE);
        assert_eq!(parted.below, "M20 50L30 0L40 0L100 0L100 100L20 100Z");
        let parted = regions(&border(&[(0.0, 150.0), (100.0, -50.0)]), SIZE);
        assert_eq!(
            parted.above,
            "M0 100L0 100L25 100L75 0L100 0L100 0L100 0L0 0Z"
        );
    }

    #[test]
    fn where_there_is_nothing_below_there_is_no_region() {
        let mut places = border(&[(20.0, 80.0), (50.0, 60.0), (75.0, 80.0), (100.0, 80.0)]);
        for point in places.iter_mut().skip(2) {
            point.has_below = false;
        }
        let parted = regions(&places, SIZE);
        assert_eq!(parted.below, "M20 80L50 60L50 100L20 100Z");
        assert_eq!(parted.name_below, Some(50.0));
        places[1].has_below = false;
        let parted = regions(&places, SIZE);
        assert_eq!((&*parted.below, parted.name_below), ("", None));
    }

    #[test]
    fn a_region_without_room_has_no_name() {
        let parted = regions(&border(&[(20.0, 95.0), (100.0, 95.0)]), SIZE);
        assert_eq!(parted.name_below, None);
        assert_eq!(regions(&[], SIZE), Regions::default());
    }

    #[test]
    fn a_missing_point_breaks_a_line() {
        let points = [Some((0.0, 0.0)), Some((1.0, 1.0)), None, Some((3.0, 3.0))];
        assert_eq!(broken_line(points), "M0 0L1 1M3 3");
    }
}
