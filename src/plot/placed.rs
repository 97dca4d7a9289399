//! Paths in the coordinates of a whole drawing.

use std::fmt::Write;

/// From a shape's own coordinates to those of the drawing: across and down are scaled, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placing {
    /// What the shape's width and height are multiplied by.
    pub scale: (f64, f64),
    /// Where its origin comes to lie, across and down.
    pub origin: (f64, f64),
}

impl Placing {
    fn point(self, (x, y): (f64, f64)) -> (f64, f64) {
        (
            self.scale.0.mul_add(x, self.origin.0),
            self.scale.1.mul_add(y, self.origin.1),
        )
    }

    /// The `d` of a path in the drawing's coordinates. It knows the commands that our pictures are made of: M, L, H, V
    /// and Z, and h, v, l and a relative to the point before; the path ends before any other.
    #[must_use]
    pub fn path(self, d: &str) -> String {
        let mut placed = String::new();
        // The present point in the shape's own coordinates, and where its line began.
        let (mut at, mut start) = ((0.0, 0.0), (0.0, 0.0));
        for (command, numbers) in commands(d) {
            let arguments = match command {
                'M' | 'L' | 'l' => 2,
                'H' | 'V' | 'h' | 'v' => 1,
                'a' => 7,
                'Z' | 'z' => {
                    at = start;
                    placed.push('Z');
                    continue;
                }
                _ => break,
            };
            for (round, numbers) in numbers.chunks_exact(arguments).enumerate() {
                let sign = if command == 'M' && round == 0 {
                    'M'
                } else {
                    'L'
                };
                match (command, numbers) {
                    ('M' | 'L', [x, y]) => at = (*x, *y),
                    ('l', [x, y]) => at = (at.0 + x, at.1 + y),
                    ('H', [x]) => at.0 = *x,
                    ('h', [x]) => at.0 += x,
                    ('V', [y]) => at.1 = *y,
                    ('v', [y]) => at.1 += y,
                    (_, [rx, ry, turned, large, sweep, x, y]) => {
                        at = (at.0 + x, at.1 + y);
                        let (to, (across, down)) = (self.point(at), self.scale);
                        let (rx, ry) = (fine(rx * across), fine(ry * down));
                        let (x, y) = (fine(to.0), fine(to.1));
                        // Writing to a string cannot fail.
                        let _ = write!(placed, "A{rx} {ry} {turned} {large} {sweep} {x} {y}");
                        continue;
                    }
                    _ => {}
                }
                if sign == 'M' {
                    start = at;
                }
                let (x, y) = self.point(at);
                let _ = write!(placed, "{sign}{} {}", fine(x), fine(y));
            }
        }
        placed
    }
}

/// A coordinate with two decimals at most: a dot is a line of a hundredth and may not shrink to nothing.
pub(super) fn fine(value: f64) -> f64 {
    let value = if value.is_finite() { value } else { 0.0 };
    libm::round(value * 100.0) / 100.0 + 0.0
}

/// The commands of a path with their numbers.
fn commands(d: &str) -> Vec<(char, Vec<f64>)> {
    let mut commands: Vec<(char, Vec<f64>)> = Vec::new();
    let mut number = String::new();
    let end_number = |number: &mut String, commands: &mut Vec<(char, Vec<f64>)>| {
        if let (Ok(value), Some((_, numbers))) = (number.parse(), commands.last_mut()) {
            numbers.push(value);
        }
        number.clear();
    };
    for sign in d.chars() {
        match sign {
            'e' | 'E' | '0'..='9' | '.' => number.push(sign),
            '-' if number.ends_with(['e', 'E']) => number.push(sign),
            '-' => {
                end_number(&mut number, &mut commands);
                number.push(sign);
            }
            _ => {
                end_number(&mut number, &mut commands);
                if sign.is_ascii_alphabetic() {
                    commands.push((sign, Vec::new()));
                }
            }
        }
    }
    end_number(&mut number, &mut commands);
    commands
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::Shape;

    const PLACING: Placing = Placing {
        scale: (5.0, 2.2),
        origin: (100.0, 12.5),
    };

    #[test]
    fn every_command_of_our_pictures_comes_along() {
        assert_eq!(PLACING.path("M0 10H100"), "M100 34.5L600 34.5");
        assert_eq!(
            PLACING.path("M0 0L0.3 12L-2 12.3Z"),
            "M100 12.5L101.5 38.9L90 39.56Z"
        );
        assert_eq!(PLACING.path("M-12 0H12V5"), "M40 12.5L160 12.5L160 23.5");
        assert_eq!(
            PLACING.path("M1,2 3,4l1 1v1h-1"),
            "M105 16.9L115 21.3L120 23.5L120 25.7L115 25.7"
        );
        assert_eq!(PLACING.path(""), "");
    }

    #[test]
    fn a_dot_stays_a_dot() {
        assert_eq!(PLACING.path("M50 50h0.01"), "M350 122.5L350.05 122.5");
    }

    #[test]
    fn round_marks_stay_round() {
        let placing = Placing {
            scale: (1.0, 1.0),
            origin: (30.0, 40.0),
        };
        assert_eq!(
            placing.path(&Shape::Circle.outline(5.0)),
            "M25 40A5 5 0 1 1 35 40A5 5 0 1 1 25 40Z"
        );
    }

    #[test]
    fn what_is_not_known_ends_the_path() {
        assert_eq!(
            PLACING.path("M0 0L1 1C1 1 2 2 3 3L9 9"),
            "M100 12.5L105 14.7"
        );
        assert_eq!(PLACING.path("M0 NaN"), "");
    }
}
