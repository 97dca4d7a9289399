//! Paths of SVG.

/// No drawing is larger than this; keeps a stray value from making a path of 300 digits.
const FARTHEST: f64 = 1e6;

/// A coordinate as it is written: one decimal at most, and never "-0".
#[must_use]
pub fn coordinate(value: f64) -> f64 {
    let value = if value.is_nan() { 0.0 } else { value };
    let near = value.clamp(-FARTHEST, FARTHEST);
    // Adding zero turns −0 into 0.
    libm::round(near * 10.0) / 10.0 + 0.0
}

/// The same as text.
#[must_use]
pub fn coordinate_text(value: f64) -> String {
    // Exact: at most ten million tenths.
    #[allow(clippy::cast_possible_truncation)]
    let tenths = libm::round(coordinate(value) * 10.0) as i32;
    let size = tenths.unsigned_abs();
    let (whole, tenth) = ((size / 10).to_string(), (size % 10).to_string());
    let sign = if tenths < 0 { "-" } else { "" };
    let fraction = if tenth == "0" {
        ["", ""]
    } else {
        [".", &tenth]
    };
    [[sign, &whole], fraction].concat().concat()
}

/// The `d` of a path through `points`. A point that is no number leaves a gap.
#[must_use]
pub fn polyline(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    let mut command = 'M';
    for (x, y) in points {
        if x.is_nan() || y.is_nan() {
            command = 'M';
            continue;
        }
        path.push(command);
        path.push_str(&[&*coordinate_text(x), " ", &coordinate_text(y)].concat());
        command = 'L';
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_one_decimal_at_most() {
        let path = polyline([(0.0, -0.04), (1.0 / 3.0, 12.0), (2.0, 12.345)]);
        assert_eq!(path, "M0 0L0.3 12L2 12.3");
    }

    #[test]
    fn what_is_no_number_leaves_a_gap() {
        let path = polyline([
            (0.0, 1.0),
            (1.0, f64::NAN),
            (2.0, f64::INFINITY),
            (3.0, 1.0),
        ]);
        assert_eq!(path, "M0 1M2 1000000L3 1");
        assert_eq!(polyline([]), "");
    }
}
