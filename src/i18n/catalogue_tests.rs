//! Every language has every text, and values land where the language wants them.

#[path = "texts/source.rs"]
mod source;

#[path = "texts/source_tests.rs"]
mod source_tests;

use std::fs;
use std::path::Path;

use super::{COUNT, Catalogue, arguments, fill};
use crate::i18n::Locale;
use crate::i18n::spoken::read;

/// A language's file as translators see it, read.
fn source_of(part: &str, locale: Locale) -> source::Source {
    let file = format!("src/i18n/texts/{part}{}.txt", locale.tag());
    let content = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file));
    source::read(&file, &content.expect("a file of texts")).expect("texts without problems")
}

#[test]
fn every_text_says_what_its_file_says() {
    for locale in Locale::ALL {
        let texts = locale.catalogue().every_text();
        assert_eq!(texts.len(), COUNT);
        says_what_its_file_says(texts, "", locale);
        says_what_its_file_says(locale.explorer().every_text(), "explorer/", locale);
    }
}

fn says_what_its_file_says(texts: Vec<(&str, String)>, part: &str, locale: Locale) {
    let source = source_of(part, locale);
    assert_eq!(texts.len(), source.texts.len());
    for (key, said) in texts {
        let text = source.texts.iter().find(|text| text.key() == key);
        // The tests put "<stage>" in for "{stage}".
        let words = text.expect("the text of this key").words.clone();
        let words = after_many(&words);
        assert_eq!(said, words.replace('{', "<").replace('}', ">"), "{key}");
        assert!(!said.trim().is_empty(), "{}: {key} is empty", locale.tag());
    }
}

/// A text with the words that go with other numbers than 1 in place of their choice.
fn after_many(words: &str) -> String {
    let mut pieces = words.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let (place, rest) = piece.split_once('}').expect("a closed place");
        match place
            .split_once('?')
            .and_then(|(_, words)| words.split_once(':'))
        {
            Some((_, other)) => [&*text, other, rest].concat(),
            None => [&*text, "{", piece].concat(),
        }
    })
}

#[test]
fn words_go_with_the_numbers_before_them() {
    let texts = Locale::En.catalogue();
    let said = |leads, trials| {
        texts.headline.fix_sure(arguments::headline::FixSure {
            leads,
            share: "90%",
            trials,
        })
    };
    assert_eq!(
        said("1", "1"),
        "It beats 1 more lead a month in 90% of 1 simulated run."
    );
    assert_eq!(
        said("1.5", "1,000"),
        "It beats 1.5 more leads a month in 90% of 1,000 simulated runs."
    );
    assert_eq!(
        said("1 (“Ads”)", "10"),
        "It beats 1 (“Ads”) more lead a month in 90% of 10 simulated runs."
    );
}

/// Words that are others after a 1, by language: in English as they are written, in the others as they begin.
const PLURALS: [(Locale, &[&str]); 3] = [
    (
        Locale::En,
        &[
            "are", "arrive", "bookings", "bring", "clients", "cost", "days", "deals", "gain", "go",
            "have", "invoices", "leads", "months", "points", "runs", "stages", "units", "wait",
            "were", "win",
        ],
    ),
    (
        Locale::Lt,
        &[
            "diena",
            "dien",
            "klient",
            "mėnes",
            "modeliav",
            "potencial",
            "punkt",
            "sandor",
            "sąskait",
            "simuliac",
        ],
    ),
    (
        Locale::Ru,
        &[
            "дней",
            "дня",
            "день",
            "клиент",
            "лид",
            "месяц",
            "прогон",
            "пункт",
            "сделк",
            "сделок",
            "счет",
            "счёт",
        ],
    ),
];

/// Values that count nothing, whatever follows them: names, amounts of money, shares.
const COUNTS_NOTHING: &[&str] = &[
    "stage",
    "scenarios",
    "objective",
    "sum",
    "price",
    "cost",
    "money",
    "claims",
    "gain",
    "share",
    "chance",
];
/// Texts where such a word does not belong to the number before it, and why.
const STAYS: &[(&str, &str)] = &[
    ("why.answer {times}", "a percentage of the leads"),
    ("notes.long_cycle {horizon}", "the days of a month at least"),
    ("goal.as_is {expected}", "things are, not the number"),
    ("goal.smart {expected}", "things are, not the number"),
    (
        "open_deals.falls {days}",
        "in Lithuanian the number of a day, which has one form",
    ),
];

/// Up to so many words after a number may have to go with it.
const NEAR: usize = 4;

#[test]
fn no_number_stands_before_a_word_that_does_not_go_with_it() {
    let mut stays: Vec<String> = Vec::new();
    for (locale, plurals) in PLURALS {
        let is_english = locale == Locale::En;
        for text in ["", "explorer/"]
            .map(|part| source_of(part, locale).texts)
            .concat()
        {
            let mut pieces = text.words.split('{');
            pieces.next();
            for piece in pieces {
                let (place, rest) = piece.split_once('}').expect("a closed place");
                if place.contains('?') {
                    assert!(
                        is_english,
                        "{}: only English puts words after numbers",
                        text.key()
                    );
                    continue;
                }
                let near = rest
                    .split(['.', ',', ';', ':', '('])
                    .next()
                    .unwrap_or_default();
                let words = near
                    .split_whitespace()
                    .take(if is_english { NEAR } else { 1 });
                let goes = |word: &str| {
                    plurals.iter().any(|plural| {
                        if is_english {
                            word == *plural
                        } else {
                            word.starts_with(plural)
                        }
                    })
                };
                if !COUNTS_NOTHING.contains(&place) && words.into_iter().any(goes) {
                    stays.push([&*text.key(), " {", place, "}"].concat());
                }
            }
        }
    }
    let is_known = |key: &String| STAYS.iter().any(|(known, _)| known == key);
    let unknown: Vec<&String> = stays.iter().filter(|key| !is_known(key)).collect();
    assert!(unknown.is_empty(), "no forms: {unknown:?}");
    for (known, why) in STAYS {
        assert!(
            stays.iter().any(|key| key == known),
            "{known} ({why}) is no exception any more"
        );
    }
}

#[test]
fn values_land_in_their_places() {
    let tie = arguments::headline::Tie {
        stage: "“Demo”",
        from: "2%",
        to: "{3}%",
        leads: "1,000",
    };
    assert_eq!(
        Locale::En.catalogue().headline.tie(tie),
        "A tie: 1,000 more leads a month bring the same as raising “Demo” from 2% to {3}%."
    );
    assert_eq!(fill("{1} {0} {1}", &["a", "{1}"]), "{1} a {1}");
    assert_eq!(fill("", &[]), "");
    // No file of ours is like that, and none makes the page stop.
    assert_eq!(fill("{7}{}{ x{", &["a"]), "");
}

#[test]
fn languages_are_not_english() {
    let english = Locale::En.catalogue().page.question;
    for locale in Locale::ALL {
        assert!(locale.is_known());
        let question = locale.catalogue().page.question;
        assert_eq!(question == english, locale == Locale::En, "{question}");
    }
}

#[test]
fn only_whole_files_are_taken() {
    let whole: &str = "text\n".repeat(COUNT).leak();
    let whole_catalogue: Catalogue = read(whole).expect("as many texts as there are");
    assert!(
        whole_catalogue
            .every_text()
            .iter()
            .all(|(_, text)| text == "text")
    );
    for other in [
        "",
        "<!DOCTYPE html>\n<title>Not found</title>\n",
        &whole[5..],
        &whole[..whole.len() - 1],
        [whole, "text\n"].concat().leak(),
    ] {
        assert!(read::<Catalogue>(other).is_none(), "{other}");
    }
}
