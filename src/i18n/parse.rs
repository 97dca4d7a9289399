//! Numbers as people type them.
//!
//! Both signs `.` and `,`: the last one begins the fraction. One of them several times: groups of three digits.
//! One of them once: a group only where it is the language's group sign and looks like one ("1.234" in Turkish),
//! else the fraction. Spaces and apostrophes between digits mean nothing. What fits none of this is refused, and
//! what was not read literally is marked, so that the field can show what was understood.

use super::affixes::{Affixes, is_word_part};
use super::locale::Locale;
use super::scale::fold_case;
use crate::model::read_decimal;

/// What a text box asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A number as it stands.
    Plain,
    /// A share, shown and typed in percent: "2" means 0.02.
    Percent,
}

/// A number that was read from a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parsed {
    /// The value: finite, never −0; a share where percent were typed (0.02 for "2 %").
    pub value: f64,
    /// How it was understood.
    pub reading: Reading,
}

/// How far the understanding of a text went beyond its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As the language itself writes the number, grouped or not.
    Literal,
    /// Foreign signs, odd spaces, words such as "k", or a currency: show the value beside the text.
    Interpreted,
    /// Read as percent as asked, but below 1 and without a percent sign: "0,02" may have meant 2 %.
    PerhapsMeantPercent,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseProblem {
    /// Nothing but spaces.
    Empty,
    /// No digits, or something beside them that is no known sign or word.
    NotANumber,
    /// Points or commas that divide the digits neither into threes nor into whole and fraction: "12,34,56".
    Grouping,
    /// "B" in Turkish, which is a thousand (bin) to some and a billion to others.
    AmbiguousUnit,
    /// Beyond the largest number that can be computed with, about 1.8 × 10^308.
    TooLarge,
}

/// Reads a number as someone types it in a language; see the module's rules.
///
/// # Errors
///
/// A [`ParseProblem`] when the text cannot be read in exactly one way.
pub fn parse_number(locale: Locale, text: &str, entry: Entry) -> Result<Parsed, ParseProblem> {
    let text = folded(text);
    if text.trim().is_empty() {
        return Err(ParseProblem::Empty);
    }
    let (before, digits, after) = split(&text).ok_or(ParseProblem::NotANumber)?;
    let affixes = Affixes::read(locale, before, after)?;
    let (amount, own_signs) = read_digits(locale, digits)?;

    let in_percent = affixes.percent || entry == Entry::Percent;
    let exponent = 3 * affixes.thousands - if in_percent { 2 } else { 0 };
    let text = [&amount, "e", &exponent.to_string()].concat();
    let size = read_decimal(&text).ok_or(ParseProblem::NotANumber)?;
    if !size.is_finite() {
        return Err(ParseProblem::TooLarge);
    }

    let bare = affixes.thousands == 0 && !affixes.currency;
    let reading =
        if entry == Entry::Percent && bare && !affixes.percent && size > 0.0 && size < 0.01 {
            Reading::PerhapsMeantPercent
        } else if own_signs && bare && (entry == Entry::Percent || !affixes.percent) {
            Reading::Literal
        } else {
            Reading::Interpreted
        };
    let value = if affixes.sign == Some('-') && size > 0.0 {
        -size
    } else {
        size
    };
    Ok(Parsed { value, reading })
}

/// A text with one sign for each meaning, in small letters.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter_map(fold).map(fold_case).collect()
}

/// One sign for each meaning: plain digits and signs for full-width ones, "-" for every minus and dash, " " for every
/// space and apostrophe; invisible marks and accents set apart are dropped.
fn fold(sign: char) -> Option<char> {
    Some(match sign {
        '\u{ff01}'..='\u{ff5e}' => return char::from_u32(u32::from(sign) - 0xfee0),
        '\u{2212}' | '\u{2010}'..='\u{2014}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\'' | '’' | 'ʼ' => ' ',
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            return None;
        }
        _ if sign.is_whitespace() => ' ',
        _ => sign,
    })
}

/// What stands before the digits, the digits with the signs among them, and what stands after; none without digits.
fn split(text: &str) -> Option<(&str, &str, &str)> {
    let first = text.find(|sign: char| sign.is_ascii_digit())?;
    let last = text.rfind(|sign: char| sign.is_ascii_digit())?;
    let separators = ['.', ','];
    // ".5" begins with its sign, but in "руб.5" the point ends the word.
    let leads = text.get(..first)?.strip_suffix(separators);
    let start = match leads {
        Some(front) if !front.ends_with(is_word_part) => first - 1,
        _ => first,
    };
    // "5," is on its way to "5,5".
    let follows = text.get(last + 1..)?.starts_with(separators);
    let end = last + if follows { 2 } else { 1 };
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

/// The digits with a point before the fraction, and whether they were written as the language writes them.
fn read_digits(locale: Locale, written: &str) -> Result<(String, bool), ParseProblem> {
    let among = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | ' ');
    if !written.chars().all(among) {
        return Err(ParseProblem::NotANumber);
    }
    let joined = written.replace(' ', "");
    let points = joined.matches('.').count();
    let commas = joined.matches(',').count();
    let last_sign = joined.chars().rfind(|sign| !sign.is_ascii_digit());
    let own_group = last_sign == Some(locale.group_sign());
    let decimal_sign = match (points + commas, points.min(commas)) {
        (1, _) if own_group && grouped(&joined, last_sign) => None,
        (2.., 0) => None,
        _ => last_sign,
    };
    let divided = decimal_sign.and_then(|sign| joined.rsplit_once(sign));
    let (whole, fraction) = divided.unwrap_or((&joined, ""));
    let group_sign = whole.chars().find(|sign| !sign.is_ascii_digit());
    if group_sign.is_some() && !grouped(whole, group_sign) {
        return Err(ParseProblem::Grouping);
    }

    let spaced_whole = decimal_sign.and_then(|sign| written.rsplit_once(sign));
    let (spaced_whole, spaced_fraction) = spaced_whole.unwrap_or((written, ""));
    let own_spaces = !written.contains(' ')
        || (locale.group_sign() == '\u{a0}'
            && grouped(spaced_whole, Some(' '))
            && !spaced_fraction.contains(' '));
    let own_signs = own_spaces
        && decimal_sign.is_none_or(|sign| sign == locale.decimal_sign())
        && group_sign.is_none_or(|sign| sign == locale.group_sign());

    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    Ok(([&digits, ".", fraction].concat(), own_signs))
}

/// Whether a sign divides digits into groups of three, the first of one to three digits and not beginning with 0.
fn grouped(digits: &str, sign: Option<char>) -> bool {
    let Some(sign) = sign else { return false };
    let mut groups = digits.split(sign);
    let plain = |group: &str| group.bytes().all(|digit| digit.is_ascii_digit());
    groups.next().is_some_and(|first| {
        matches!(first.len(), 1..=3) && plain(first) && !first.starts_with('0')
    }) && groups.all(|group| group.len() == 3 && plain(group))
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
