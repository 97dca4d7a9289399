//! Marks for points, told apart by their shapes.

use super::path::{coordinate, polyline};

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
