//! Colours as browsers say them, in the form that every program reads.

/// A colour that covers what is under it, or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ink {
    /// As "#rrggbb".
    pub colour: String,
    /// How much it covers, from 0 to 1.
    pub opacity: f64,
}

impl Ink {
    /// Reads what a browser computes: "#rrggbb", "#rgb", "rgb(1, 2, 3)", "rgba(1, 2, 3, 0.5)" or, of a mixture,
    /// "color(srgb 0.1 0.2 0.3 / 0.5)". Nothing where nothing is painted, or in another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let ink = if let Some(digits) = text.strip_prefix('#') {
            Self::of_digits(digits)
        } else {
            let (name, rest) = text.split_once('(')?;
            let numbers = numbers(rest.trim_end_matches(')'))?;
            match (name, &*numbers) {
                ("rgb" | "rgba", [red, green, blue, rest @ ..]) => {
                    Self::of([*red, *green, *blue], rest)
                }
                ("color", [red, green, blue, rest @ ..]) if rest_is_srgb(text) => {
                    Self::of([red * 255.0, green * 255.0, blue * 255.0], rest)
                }
                _ => None,
            }
        };
        ink.filter(|ink| ink.opacity > 0.0)
    }

    fn of(parts: [f64; 3], rest: &[f64]) -> Option<Self> {
        let mut colour = String::from('#');
        for part in parts {
            // Clamped to a byte.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let byte = libm::round(part.clamp(0.0, 255.0)) as u8;
            for digit in [byte >> 4, byte & 15] {
                colour.push(char::from_digit(u32::from(digit), 16)?);
            }
        }
        let opacity = rest.first().copied().unwrap_or(1.0).clamp(0.0, 1.0);
        Some(Self { colour, opacity })
    }

    fn of_digits(digits: &str) -> Option<Self> {
        let digits: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let is_known = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_known.then(|| Self {
            colour: ["#", &digits.to_ascii_lowercase()].concat(),
            opacity: 1.0,
        })
    }
}

fn rest_is_srgb(text: &str) -> bool {
    text.starts_with("color(srgb ")
}

/// The numbers among signs and the name of a colour space; "none" counts as 0.
fn numbers(text: &str) -> Option<Vec<f64>> {
    let words = text.split([' ', ',', '/']).filter(|word| !word.is_empty());
    let numbers = words.filter(|word| *word != "srgb").map(|word| match word {
        "none" => Some(0.0),
        word => word.parse().ok(),
    });
    numbers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, f64)> {
        Ink::parse(text).map(|ink| (ink.colour, ink.opacity))
    }

    #[test]
    fn every_form_of_a_browser_is_read() {
        let known = |colour: &str, opacity| Some((colour.to_owned(), opacity));
        assert_eq!(read("#FfF"), known("#ffffff", 1.0));
        assert_eq!(read(" #0b5cad"), known("#0b5cad", 1.0));
        assert_eq!(read("rgb(11, 92, 173)"), known("#0b5cad", 1.0));
        assert_eq!(read("rgba(11, 92, 173, 0.5)"), known("#0b5cad", 0.5));
        assert_eq!(read("rgb(11 92 173 / 0.25)"), known("#0b5cad", 0.25));
        assert_eq!(read("color(srgb 0.5 0 1 / 0.22)"), known("#8000ff", 0.22));
        assert_eq!(read("color(srgb 0.2 none 1.2)"), known("#3300ff", 1.0));
    }

    #[test]
    fn what_paints_nothing_is_no_ink() {
        for text in [
            "",
            "none",
            "transparent",
            "rgba(0, 0, 0, 0)",
            "#12",
            "#12345g",
            "color(display-p3 1 0 0)",
            "url(\"#a\") rgb(0, 0, 0)",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
