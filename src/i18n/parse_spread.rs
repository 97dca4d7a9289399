//! Numbers that are not known exactly as people type them: a range ("2–5 %", "€400 – €800", "10-20k") or
//! counted evidence ("3/40", "3 of 40").
//!
//! A text that is one number is that number. Each side of another is a number by the rules of
//! [`parse_number`]; a unit after the second side is the first one's too where that makes a range.

use super::locale::Locale;
use super::parse::{Entry, ParseProblem, Parsed, Reading, folded, parse_number};
use crate::model::Spread;

/// What stands between the ends of a range. Two points or commas are what some keyboards of phones offer.
const TO: &[&str] = &["-", "…", "..", ",,"];
/// What stands between the part and the whole; every language's word is read in all of them.
const OF: &[&str] = &["/", "out of", "of", "iš", "is", "из"];
/// Georgian names the whole first: "40-დან 3".
const FROM: &[&str] = &["დან"];

/// What was read from a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParsedSpread {
    /// The number, the range as it was typed, or the counts; not yet held against a field's limits.
    pub spread: Spread,
    /// How it was understood.
    pub reading: Reading,
}

/// Reads a number, a range or counts as someone types them in a language.
///
/// # Errors
///
/// A [`ParseProblem`] when the text, or one of its sides, cannot be read in exactly one way.
pub fn parse_spread(
    locale: Locale,
    text: &str,
    entry: Entry,
) -> Result<ParsedSpread, ParseProblem> {
    let problem = match parse_number(locale, text, entry) {
        Ok(Parsed { value, reading }) => {
            let spread = Spread::Exactly(value);
            return Ok(ParsedSpread { spread, reading });
        }
        Err(problem) => problem,
    };
    let text = folded(text);
    let read = if let Some((advanced, of)) = counts(&text) {
        counted(locale, advanced, of)
    } else {
        let (low, high) = ends(&text).ok_or(problem)?;
        range(locale, low, high, entry)
    };
    read.map_err(|problem| match problem {
        // One side is: the text as a whole is not.
        ParseProblem::Empty => ParseProblem::NotANumber,
        other => other,
    })
}

/// Whether a text that is no number is on its way to a range or to counts: "2–", "€2 – €", "3 o".
#[must_use]
pub fn may_go_on(locale: Locale, text: &str) -> bool {
    let text = folded(text);
    let Some(last) = text.rfind(|sign: char| sign.is_ascii_digit()) else {
        return false;
    };
    let (number, rest) = text.split_at(last + 1);
    let rest = rest.trim();
    let goes_on = |separators: &[&str]| {
        split(rest, separators).is_some()
            || separators
                .iter()
                .any(|separator| separator.starts_with(rest))
    };
    !rest.is_empty()
        && parse_number(locale, number, Entry::Plain).is_ok()
        && [TO, OF, FROM].into_iter().any(goes_on)
}

/// The part and the whole.
fn counts(text: &str) -> Option<(&str, &str)> {
    if let Some((_, of, advanced)) = split(text, FROM) {
        return Some((advanced, of.trim_end().trim_end_matches('-')));
    }
    let (_, advanced, of) = split(text, OF)?;
    Some((advanced, of))
}

fn counted(locale: Locale, advanced: &str, of: &str) -> Result<ParsedSpread, ParseProblem> {
    let count = |text: &str| {
        if text.contains('%') {
            return Err(ParseProblem::NotANumber);
        }
        Ok(parse_number(locale, text, Entry::Plain)?.value)
    };
    let spread = Spread::Counted {
        advanced: count(advanced)?,
        of: count(of)?,
    };
    let reading = Reading::Literal;
    Ok(ParsedSpread { spread, reading })
}

/// The two sides of the first separator that has a digit before it; a minus before the first digit is a sign.
fn ends(text: &str) -> Option<(&str, &str)> {
    let first = text.find(|sign: char| sign.is_ascii_digit())?;
    let (at, _, high) = split(text.get(first..)?, TO)?;
    let low = text.get(..first + at)?;
    // An ellipsis of three points is one sign.
    Some((low, high.strip_prefix('.').unwrap_or(high)))
}

/// Where one of the separators is found first, what stands before it and what after. (The standard library's
/// search is made for long texts and larger than all of this.)
fn split<'a>(text: &'a str, separators: &[&str]) -> Option<(usize, &'a str, &'a str)> {
    text.char_indices().find_map(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let mut after = separators
            .iter()
            .filter_map(|separator| rest.strip_prefix(*separator));
        Some((at, before, after.next()?))
    })
}

fn range(
    locale: Locale,
    low: &str,
    high: &str,
    entry: Entry,
) -> Result<ParsedSpread, ParseProblem> {
    let read = |text: &str| parse_number(locale, text, entry);
    let to = read(high)?;
    let last = high.rfind(|sign: char| sign.is_ascii_digit());
    let unit = last.and_then(|last| high.get(last + 1..));
    let shared = read(&[low, unit.unwrap_or_default()].concat());
    let from = match shared {
        // "500 – 2k" begins at 500, "10–20k" at 10,000.
        Ok(shared) if shared.value < to.value => shared,
        _ => read(low)?,
    };
    let spread = Spread::Between {
        low: from.value,
        high: to.value,
    };
    let reading = to.reading;
    Ok(ParsedSpread { spread, reading })
}

#[cfg(test)]
#[path = "parse_spread_tests.rs"]
mod tests;
