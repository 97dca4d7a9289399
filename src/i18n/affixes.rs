//! What people type before and after the digits of a number: signs, percent, currencies, words such as "k".

use super::locale::Locale;
use super::parse::ParseProblem;
use super::scale;
use crate::model::Currency;

/// What was found around the digits.
#[derive(Default)]
pub(super) struct Affixes {
    /// "-" or "+" in front.
    pub sign: Option<char>,
    /// A percent sign stood on either side.
    pub percent: bool,
    /// A currency's sign, code or name stood on either side.
    pub currency: bool,
    /// The power of a thousand that a word after the digits names, 0 to 4.
    pub thousands: i32,
}

impl Affixes {
    /// Reads both sides of the digits, in small letters; every kind of sign or word may appear once.
    pub(super) fn read(locale: Locale, before: &str, after: &str) -> Result<Self, ParseProblem> {
        let mut affixes = Self::default();
        affixes.read_side(locale, before, false)?;
        affixes.read_side(locale, after, true)?;
        if affixes.percent && (affixes.currency || affixes.thousands > 0) {
            return Err(ParseProblem::NotANumber);
        }
        Ok(affixes)
    }

    fn read_side(&mut self, locale: Locale, side: &str, after: bool) -> Result<(), ParseProblem> {
        let mut word = String::new();
        for sign in side.chars().chain([' ']) {
            if is_word_part(sign) {
                word.push(sign);
                continue;
            }
            let ends_word = !word.is_empty();
            if ends_word {
                self.read_word(locale, &word, after)?;
                word.clear();
            }
            match sign {
                ' ' => {}
                '.' if ends_word => {}
                '-' | '+' if !after && self.sign.is_none() => self.sign = Some(sign),
                '%' => once(&mut self.percent)?,
                _ if is_currency_sign(sign) => once(&mut self.currency)?,
                _ => return Err(ParseProblem::NotANumber),
            }
        }
        Ok(())
    }

    fn read_word(&mut self, locale: Locale, word: &str, after: bool) -> Result<(), ParseProblem> {
        match scale::thousands(word) {
            Some(thousands) if after && self.thousands == 0 => {
                if locale == Locale::Tr && word == "b" {
                    return Err(ParseProblem::AmbiguousUnit);
                }
                self.thousands = thousands;
                Ok(())
            }
            None if is_currency_name(word) => once(&mut self.currency),
            _ => Err(ParseProblem::NotANumber),
        }
    }
}

/// Whether a character belongs to a word: no space, digit, or sign that has a meaning of its own.
pub(super) fn is_word_part(sign: char) -> bool {
    !(sign.is_ascii_digit()
        || matches!(sign, ' ' | '.' | ',' | '-' | '+' | '%')
        || is_currency_sign(sign))
}

fn is_currency_sign(sign: char) -> bool {
    matches!(sign, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

/// A code of ISO 4217, or what the six first currencies are called where they are at home.
fn is_currency_name(word: &str) -> bool {
    matches!(
        word,
        "tl" | "руб" | "лари" | "евро" | "ლარი" | "ევრო" | "lari" | "euro"
    ) || Currency::parse(&word.to_ascii_uppercase()).is_some()
}

/// Marks that something was found; finding it twice makes the text no number.
fn once(found: &mut bool) -> Result<(), ParseProblem> {
    if std::mem::replace(found, true) {
        return Err(ParseProblem::NotANumber);
    }
    Ok(())
}
