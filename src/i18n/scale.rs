//! Words for thousand, million, billion and trillion: written after short numbers, read in many spellings.

use super::locale::Locale;

/// The short word for a power of a thousand, 1 (thousand) to 4 (trillion); else empty.
///
/// CLDR 48, but for the Turkish thousand: its short form "B" reads as a billion in mixed company, so it is spelt out.
pub(super) fn word(locale: Locale, thousands: usize) -> &'static str {
    let words = match locale {
        Locale::En => ["", "K", "M", "B", "T"],
        Locale::Ka => ["", "ათ.", "მლნ.", "მლრდ.", "ტრლ."],
        Locale::Lt => ["", "tūkst.", "mln.", "mlrd.", "trln."],
        Locale::Tr => ["", "bin", "Mn", "Mr", "Tn"],
        Locale::Ru => ["", "тыс.", "млн", "млрд", "трлн"],
    };
    words.get(thousands).copied().unwrap_or_default()
}

/// The power of a thousand that a word means, in any of the five languages; the word as [`fold_case`] leaves it.
pub(super) fn thousands(word: &str) -> Option<i32> {
    Some(match word {
        "k" | "к" | "thousand" | "ათ" | "ათასი" | "tūkst" | "tukst" | "bin" | "тыс" | "тысяч" => {
            1
        }
        "m" | "mn" | "mln" | "million" | "მლნ" | "მილიონი" | "milyon" | "млн" => {
            2
        }
        "b" | "bn" | "billion" | "mr" | "mlrd" | "მლრდ" | "მილიარდი" | "milyar" | "млрд" => {
            3
        }
        "t" | "tn" | "trillion" | "trln" | "ტრლ" | "ტრლნ" | "trilyon" | "трлн" => {
            4
        }
        _ => return None,
    })
}

/// The small letter of a capital one, for the letters of the words above and of "iš"; other characters stay.
///
/// The standard library's table knows all scripts and is larger than this whole folder's code.
pub(super) fn fold_case(letter: char) -> char {
    match letter {
        'А'..='Я' => shifted(letter, 0x20),
        // Georgian capitals, which appear only in texts set wholly in capitals.
        '\u{1c90}'..='\u{1cba}' => shifted(letter, 0x10d0 - 0x1c90),
        'Ū' => 'ū',
        'Š' => 'š',
        'İ' | 'ı' => 'i',
        _ => letter.to_ascii_lowercase(),
    }
}

fn shifted(letter: char, by: i32) -> char {
    u32::from(letter)
        .checked_add_signed(by)
        .and_then(char::from_u32)
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::{fold_case, thousands, word};
    use crate::i18n::Locale;

    #[test]
    fn every_word_written_is_read_again() {
        for locale in Locale::ALL {
            for power in 1..=4 {
                let written = word(locale, power);
                let folded: String = written
                    .trim_end_matches('.')
                    .chars()
                    .map(fold_case)
                    .collect();
                let read = thousands(&folded).and_then(|read| usize::try_from(read).ok());
                assert_eq!(read, Some(power), "{written}");
            }
        }
    }

    #[test]
    fn capitals_are_folded_in_every_script() {
        for (capitals, small) in [
            ("TŪKST", "tūkst"),
            ("ТЫС", "тыс"),
            ("МЛРД", "млрд"),
            ("BİN", "bin"),
            ("ᲛᲚᲜ", "მლნ"),
            ("K", "k"),
        ] {
            assert_eq!(capitals.chars().map(fold_case).collect::<String>(), small);
        }
    }
}
