//! A tree to JSON text.

use super::json::Node;
use super::number::{Number, Range};
use super::shortest::{ShortestDigits, decimal_text};

/// Sizes of numbers that are shorter without an exponent.
const PLAIN: std::ops::Range<f64> = 1e-4..1e16;

impl Node {
    /// An object with these members, in this order.
    #[must_use]
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(
            members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    /// A place in a list.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // Lists are short.
    pub fn index(index: usize) -> Self {
        Self::Number(index as f64)
    }

    /// The shortest text: no space between anything.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, None);
        text
    }

    /// The text for people: one member a line, two spaces a level, a line break at the end.
    #[must_use]
    pub fn to_pretty_text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, Some(0));
        text.push('\n');
        text
    }

    /// `level` is how far to indent; nothing is when it is absent.
    fn write(&self, text: &mut String, level: Option<usize>) {
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
            Self::Number(value) => text.push_str(&number(*value)),
            Self::Text(value) => write_text(text, value),
            Self::List(entries) => {
                write_lines(text, level, ['[', ']'], entries, |text, entry, level| {
                    entry.write(text, level);
                });
            }
            Self::Object(members) => {
                write_lines(
                    text,
                    level,
                    ['{', '}'],
                    members,
                    |text, (key, value), level| {
                        write_text(text, key);
                        text.push_str(if level.is_some() { ": " } else { ":" });
                        value.write(text, level);
                    },
                );
            }
        }
    }
}

fn write_lines<T>(
    text: &mut String,
    level: Option<usize>,
    [open, close]: [char; 2],
    items: &[T],
    write: impl Fn(&mut String, &T, Option<usize>),
) {
    let inside = level.map(|level| level + 1);
    text.push(open);
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        new_line(text, inside);
        write(text, item, inside);
    }
    if !items.is_empty() {
        new_line(text, level);
    }
    text.push(close);
}

fn new_line(text: &mut String, level: Option<usize>) {
    if let Some(level) = level {
        text.push('\n');
        (0..level).for_each(|_| text.push_str("  "));
    }
}

/// The shortest text that is read back as the same number. JSON has no word for the infinite and the
/// undefined: null.
fn number(value: f64) -> String {
    if !value.is_finite() {
        return "null".to_owned();
    }
    if value == 0.0 || PLAIN.contains(&value.abs()) {
        decimal_text(value)
    } else {
        with_exponent(value)
    }
}

/// One digit, the others behind its point, and a power of ten: "-1.5e-7" for -0.00000015.
fn with_exponent(value: f64) -> String {
    let Some(ShortestDigits { digits, point }) = ShortestDigits::of(value) else {
        return String::new();
    };
    let mut text = String::new();
    if value < 0.0 {
        text.push('-');
    }
    for (place, digit) in digits.into_iter().enumerate() {
        if place == 1 {
            text.push('.');
        }
        text.push(char::from(digit));
    }
    text + "e" + &(point - 1).to_string()
}

fn write_text(text: &mut String, value: &str) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{0}'..='\u{1f}' => {
                let code = u32::from(character);
                text.push_str("\\u00");
                text.extend(char::from_digit(code / 16, 16));
                text.extend(char::from_digit(code % 16, 16));
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

impl From<f64> for Node {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<&str> for Node {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl<R: Range> From<Number<R>> for Node {
    fn from(value: Number<R>) -> Self {
        Self::Number(value.get())
    }
}

impl<T: Into<Self>> From<Option<T>> for Node {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> FromIterator<T> for Node {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self::List(entries.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (-0.5, "-0.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e12, "1000000000000"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (1e22, "1e22"),
            (5e-324, "5e-324"),
            (f64::NAN, "null"),
        ];
        for (value, text) in cases {
            assert_eq!(Node::Number(value).to_text(), text);
        }
    }

    #[test]
    fn pretty_text_has_one_member_a_line() {
        let node = Node::object([
            ("a", Node::object([])),
            ("b", [1.0, 2.0].into_iter().collect()),
            ("c\n", "\u{1}\"\\ა".into()),
        ]);
        assert_eq!(
            node.to_text(),
            r#"{"a":{},"b":[1,2],"c\u000a":"\u0001\"\\ა"}"#
        );
        let pretty = "{\n  \"a\": {},\n  \"b\": [\n    1,\n    2\n  ],\n  \"c\\u000a\": \"\\u0001\\\"\\\\ა\"\n}\n";
        assert_eq!(node.to_pretty_text(), pretty);
    }
}
