//! The languages in which a part of the page can be spoken, and how texts come out of their files.

use std::sync::OnceLock;

use super::locale::Locale;

/// Every text of a part of the page in one language; `build.rs` makes the types.
pub(super) trait Texts: Sized + 'static {
    /// Without words yet.
    const EMPTY: Self;

    /// Takes the words out of a file, in its order.
    fn fill(&mut self, lines: &mut Lines);
}

/// The texts of the languages that have been spoken.
pub(super) struct Spoken<T> {
    /// In the order of `Locale`.
    texts: [OnceLock<T>; 5],
    english: &'static str,
    /// The files of the others, in the same order, where they are inside the program.
    others: Option<[&'static str; 4]>,
}

impl<T: Texts> Spoken<T> {
    pub(super) const fn new(english: &'static str, others: Option<[&'static str; 4]>) -> Self {
        Self {
            texts: [const { OnceLock::new() }; 5],
            english,
            others,
        }
    }

    /// The texts of a language; the English ones while it is not known.
    pub(super) fn of(&'static self, locale: Locale) -> &'static T {
        let spoken = if self.knows(locale) {
            locale
        } else {
            Locale::En
        };
        self.place(spoken).get_or_init(|| {
            let texts = self.file(spoken).unwrap_or(self.english);
            read(texts).unwrap_or(T::EMPTY)
        })
    }

    /// Whether a language can be spoken.
    pub(super) fn knows(&self, locale: Locale) -> bool {
        self.file(locale).is_some() || self.place(locale).get().is_some()
    }

    /// Takes in the file of a language; what is no such file changes nothing.
    pub(super) fn learn(&self, locale: Locale, file: String) {
        if self.knows(locale) {
            return;
        }
        // Kept as long as the page is: a language is learnt once.
        if let Some(texts) = read(file.leak()) {
            // Nobody else has set it since.
            let _ = self.place(locale).set(texts);
        }
    }

    fn file(&self, locale: Locale) -> Option<&'static str> {
        let others = self.others.map(|[ka, lt, tr, ru]| match locale {
            Locale::En => self.english,
            Locale::Ka => ka,
            Locale::Lt => lt,
            Locale::Tr => tr,
            Locale::Ru => ru,
        });
        others.or((locale == Locale::En).then_some(self.english))
    }

    fn place(&self, locale: Locale) -> &OnceLock<T> {
        let [en, ka, lt, tr, ru] = &self.texts;
        match locale {
            Locale::En => en,
            Locale::Ka => ka,
            Locale::Lt => lt,
            Locale::Tr => tr,
            Locale::Ru => ru,
        }
    }
}

/// The texts of a file, or nothing if it has another number of them.
pub(super) fn read<T: Texts>(file: &'static str) -> Option<T> {
    let mut texts = T::EMPTY;
    let mut lines = Lines {
        rest: file,
        ended_early: false,
    };
    texts.fill(&mut lines);
    (lines.rest.is_empty() && !lines.ended_early).then_some(texts)
}

/// What is left of a language's file: one line a text.
pub(super) struct Lines {
    rest: &'static str,
    ended_early: bool,
}

impl Lines {
    /// Puts the next text into its place. Never inlined, because it is called for every text there is.
    #[inline(never)]
    pub(super) fn next(&mut self, place: &mut &'static str) {
        if let Some((line, rest)) = self.rest.split_once('\n') {
            *place = line;
            self.rest = rest;
        } else {
            self.ended_early = true;
        }
    }
}

/// A text with values in its places `{0}`, `{1}` and so on, and at places such as `{0?lead:leads}` the word that goes
/// with the value: the first one where the value is a 1 as it is shown, with or without words after it. What stands in
/// a value is never taken for a place.
#[inline(never)]
pub(super) fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut pieces = text.split('{');
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (place, rest) = piece.split_once('}').unwrap_or_default();
        let value = place
            .bytes()
            .next()
            .and_then(|digit| values.get(usize::from(digit.wrapping_sub(b'0'))));
        let value = value.copied().unwrap_or_default();
        filled.push_str(
            match place.get(2..).and_then(|words| words.split_once(':')) {
                Some((one, _)) if value == "1" || value.starts_with("1 ") => one,
                Some((_, other)) => other,
                None => value,
            },
        );
        filled.push_str(rest);
    }
    filled
}
