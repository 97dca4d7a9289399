//! Finished texts put together: lists, ranges, quotations.

use super::locale::Locale;

/// A list in a sentence: "a, b and c".
///
/// CLDR 48, but for English, which here has no comma before "and".
#[must_use]
pub fn list(locale: Locale, items: &[&str]) -> String {
    let and = match locale {
        Locale::En => " and ",
        Locale::Ka => " და ",
        Locale::Lt => " ir ",
        Locale::Tr => " ve ",
        Locale::Ru => " и ",
    };
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [front @ .., last] => [&front.join(", "), and, last].concat(),
    }
}

/// Two formatted values with their units as a range: "€2 – €5"; only one where both read the same.
#[must_use]
pub fn range(locale: Locale, low: &str, high: &str) -> String {
    if low == high {
        return low.to_owned();
    }
    let dash = if locale == Locale::Ka { " - " } else { " – " };
    [low, dash, high].concat()
}

/// Counted evidence: "3 of 40", in words where the language leaves the numbers as they are.
#[must_use]
pub fn counted(locale: Locale, advanced: &str, of: &str) -> String {
    let word = match locale {
        Locale::En => " of ",
        Locale::Lt => " iš ",
        Locale::Ru => " из ",
        Locale::Ka | Locale::Tr => " / ",
    };
    [advanced, word, of].concat()
}

/// A name in the language's quotation marks, always in the form in which it was given.
#[must_use]
pub fn quoted(locale: Locale, name: &str) -> String {
    let (open, close) = locale.quotes();
    let mut text = String::with_capacity(name.len() + 6);
    text.push(open);
    text.push_str(name);
    text.push(close);
    text
}

#[cfg(test)]
mod tests {
    use super::{list, quoted, range};
    use crate::i18n::Locale;

    #[test]
    fn lists_end_with_the_word_for_and() {
        let lists = Locale::ALL.map(|locale| list(locale, &["a", "b", "c"]));
        assert_eq!(
            lists,
            [
                "a, b and c",
                "a, b და c",
                "a, b ir c",
                "a, b ve c",
                "a, b и c"
            ]
        );
        assert_eq!(list(Locale::En, &["a", "b"]), "a and b");
        assert_eq!(list(Locale::En, &["a"]), "a");
        assert_eq!(list(Locale::En, &[]), "");
    }

    #[test]
    fn quotations_and_ranges_follow_the_language() {
        let names = Locale::ALL.map(|locale| quoted(locale, "x"));
        assert_eq!(names, ["“x”", "„x“", "„x“", "“x”", "«x»"]);
        assert_eq!(range(Locale::En, "€2", "€5"), "€2 – €5");
        assert_eq!(range(Locale::Ka, "2%", "5%"), "2% - 5%");
        assert_eq!(range(Locale::Ka, "2%", "2%"), "2%");
    }
}
