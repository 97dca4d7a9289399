//! The form of a value in a text box: nothing lost, nothing that its own reader would misread.

use super::decimal::{Decimal, Layout};
use super::joining::counted;
use super::locale::Locale;
use super::parse::Entry;
use super::percent::hundredfold;
use crate::model::Spread;

/// All digits of a value as the language writes them, without any unit: 0.024 in a percent box is "2,4".
///
/// [`parse_number`](super::parse_number) reads exactly the same value from it in the same language and box.
/// What is not finite is an empty text; −0 is "0".
#[must_use]
pub fn editable(locale: Locale, value: f64, entry: Entry) -> String {
    let decimal = match entry {
        Entry::Plain => Decimal::of(value),
        Entry::Percent => hundredfold(value),
    };
    decimal.map_or_else(String::new, |decimal| {
        decimal.text(locale, &Layout::plain(locale))
    })
}

/// The same of a number, an interval or evidence: "2–5" and "3 of 40".
///
/// [`parse_spread`](super::parse_spread) reads exactly the same from it in the same language and box.
#[must_use]
pub fn editable_spread(locale: Locale, spread: Spread, entry: Entry) -> String {
    match spread {
        Spread::Exactly(value) => editable(locale, value, entry),
        Spread::Between { low, high } => {
            let dash = if locale == Locale::Ka { "-" } else { "–" };
            let (low, high) = (editable(locale, low, entry), editable(locale, high, entry));
            [&low, dash, &high].concat()
        }
        Spread::Counted { advanced, of } => {
            let count = |value| editable(locale, value, Entry::Plain);
            counted(locale, &count(advanced), &count(of))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{editable, editable_spread};
    use crate::i18n::Locale::{self, En, Ka, Lt, Ru, Tr};
    use crate::i18n::{Entry, Reading, parse_number};
    use crate::model::Spread;

    #[test]
    fn intervals_and_evidence_follow_the_language() {
        let interval = Spread::Between {
            low: 0.02,
            high: 0.055,
        };
        let counts = Spread::Counted {
            advanced: 3.0,
            of: 4000.0,
        };
        for (locale, between, counted) in [
            (En, "2–5.5", "3 of 4,000"),
            (Ka, "2-5,5", "3 / 4000"),
            (Lt, "2–5,5", "3 iš 4\u{a0}000"),
            (Tr, "2–5,5", "3 / 4.000"),
            (Ru, "2–5,5", "3 из 4\u{a0}000"),
        ] {
            let text = |spread| editable_spread(locale, spread, Entry::Percent);
            assert_eq!(text(interval), between);
            assert_eq!(text(counts), counted);
        }
    }

    #[test]
    fn values_are_written_as_they_are_typed() {
        for (locale, text) in [
            (En, "1,234.56"),
            (Ka, "1234,56"),
            (Lt, "1\u{a0}234,56"),
            (Tr, "1.234,56"),
            (Ru, "1\u{a0}234,56"),
        ] {
            assert_eq!(editable(locale, 1234.56, Entry::Plain), text);
        }
        assert_eq!(editable(En, 0.1 + 0.2, Entry::Plain), "0.30000000000000004");
        assert_eq!(editable(Tr, -1e6, Entry::Plain), "-1.000.000");
    }

    #[test]
    fn percentages_have_no_binary_dust() {
        for (share, text) in [
            (0.024, "2,4"),
            (0.07, "7"),
            (0.29, "29"),
            (0.57, "57"),
            (1.1, "110"),
            (0.000_123, "0,0123"),
            (-0.0, "0"),
        ] {
            assert_eq!(editable(Lt, share, Entry::Percent), text);
        }
    }

    #[test]
    fn every_form_is_read_back_literally() {
        for locale in Locale::ALL {
            for value in [
                0.0,
                1.0,
                1.5,
                999.0,
                1000.0,
                1.234,
                12_345.0,
                -123.456,
                1e6,
                1_234_567.125,
                1e21,
            ] {
                for entry in [Entry::Plain, Entry::Percent] {
                    let text = editable(locale, value, entry);
                    let parsed = parse_number(locale, &text, entry);
                    let found = parsed.map(|parsed| (parsed.value, parsed.reading));
                    assert_eq!(found, Ok((value, Reading::Literal)), "{locale:?} {text}");
                }
            }
            assert_eq!(editable(locale, f64::NAN, Entry::Plain), "");
        }
    }
}
