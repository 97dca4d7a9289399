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
        assert_eq!(said, words.replace('{', "<").replace('}', ">"), "{key}");
        assert!(!said.trim().is_empty(), "{}: {key} is empty", locale.tag());
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
