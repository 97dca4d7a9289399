//! The table of what is read as a range or as counts, and what is refused.

use super::Spread::{self, Between, Counted, Exactly};
use super::{Entry, ParseProblem, Reading, may_go_on, parse_spread};
use crate::i18n::Locale::{self, En, Ka, Lt, Ru, Tr};

fn read(locale: Locale, text: &str, entry: Entry) -> Result<Spread, ParseProblem> {
    parse_spread(locale, text, entry).map(|parsed| parsed.spread)
}

fn between(low: f64, high: f64) -> Result<Spread, ParseProblem> {
    Ok(Between { low, high })
}

fn counted(advanced: f64, of: f64) -> Result<Spread, ParseProblem> {
    Ok(Counted { advanced, of })
}

#[test]
fn ranges_are_read_in_every_language() {
    for locale in Locale::ALL {
        for text in [
            "2-5",
            "2–5",
            "2 – 5",
            "2—5",
            "2 − 5",
            "2 … 5",
            "2..5",
            "2...5",
            "2,,5",
            "2–5 %",
            "2 % – 5 %",
            "%2 – %5",
            "%2–5",
            "2%-5",
            "２－５",
        ] {
            let found = read(locale, text, Entry::Percent);
            assert_eq!(found, between(0.02, 0.05), "{locale:?} {text}");
        }
        for text in [
            "10k-20k",
            "10-20k",
            "10 – 20 tūkst.",
            "10–20 тыс.",
            "10 ათ. - 20 ათ.",
        ] {
            let found = read(locale, text, Entry::Plain);
            assert_eq!(found, between(1e4, 2e4), "{locale:?} {text}");
        }
        for text in [
            "€400 – €800",
            "400 € – 800 €",
            "400–800 €",
            "€400–800",
            "EUR 400-EUR 800",
        ] {
            let found = read(locale, text, Entry::Plain);
            assert_eq!(found, between(400.0, 800.0), "{locale:?} {text}");
        }
        assert_eq!(
            read(locale, "500 – 2k", Entry::Plain),
            between(500.0, 2000.0)
        );
        assert_eq!(read(locale, "2–5 %", Entry::Plain), between(0.02, 0.05));
    }
    for (locale, text) in [
        (En, "1,234.5–2,000"),
        (Ka, "1234,5-2000"),
        (Lt, "1\u{a0}234,5–2 000"),
        (Tr, "1.234,5–2.000"),
        (Ru, "1 234,5 – 2\u{202f}000"),
    ] {
        let found = read(locale, text, Entry::Plain);
        assert_eq!(found, between(1234.5, 2000.0), "{locale:?} {text}");
    }
}

#[test]
fn counts_are_read_in_every_language() {
    for locale in Locale::ALL {
        for text in [
            "3/40",
            "3 / 40",
            "3⁄40",
            "3 of 40",
            "3 OF 40",
            "3of40",
            "3 out of 40",
            "3 iš 40",
            "3 IŠ 40",
            "3 is 40",
            "3 is\u{30c} 40",
            "3 из 40",
            "3 ИЗ 40",
            "40-დან 3",
            "40 დან 3",
        ] {
            let found = read(locale, text, Entry::Percent);
            assert_eq!(found, counted(3.0, 40.0), "{locale:?} {text}");
        }
    }
    assert_eq!(read(Lt, "3 iš 4 000", Entry::Percent), counted(3.0, 4000.0));
    assert_eq!(read(Tr, "3 / 4.000", Entry::Percent), counted(3.0, 4000.0));
    // What no field takes is read, so that its message can say why.
    assert_eq!(read(En, "3.5/40", Entry::Percent), counted(3.5, 40.0));
    assert_eq!(read(En, "41/40", Entry::Percent), counted(41.0, 40.0));
}

#[test]
fn signs_of_minus_are_no_dashes() {
    for (text, low, high) in [
        ("-2-5", -2.0, 5.0),
        ("\u{2212}5–\u{2212}2", -5.0, -2.0),
        ("2 – -5", 2.0, -5.0),
        ("5-2", 5.0, 2.0),
        ("2-2", 2.0, 2.0),
    ] {
        assert_eq!(read(Lt, text, Entry::Plain), between(low, high), "{text}");
    }
    assert_eq!(read(En, "-5", Entry::Plain), Ok(Exactly(-5.0)));
    assert_eq!(read(Lt, "\u{2212}5", Entry::Plain), Ok(Exactly(-5.0)));
}

#[test]
fn what_may_have_meant_percent_is_marked() {
    let reading = |text| parse_spread(Lt, text, Entry::Percent).map(|parsed| parsed.reading);
    assert_eq!(reading("0,02–0,05"), Ok(Reading::PerhapsMeantPercent));
    assert_eq!(reading("0,02–0,05 %"), Ok(Reading::Literal));
    assert_eq!(reading("0,5–2"), Ok(Reading::Literal));
}

#[test]
fn other_texts_are_refused() {
    use ParseProblem::{Empty, Grouping, NotANumber};
    for locale in Locale::ALL {
        for (text, problem) in [
            ("", Empty),
            ("abc", NotANumber),
            ("2-", NotANumber),
            ("-", NotANumber),
            ("2-5-8", NotANumber),
            ("2-x", NotANumber),
            ("x-2", NotANumber),
            ("3/", NotANumber),
            ("/40", NotANumber),
            ("3/40/50", NotANumber),
            ("3 of", NotANumber),
            ("3 of 40 %", NotANumber),
            ("2-დან 5-მდე", NotANumber),
            ("12,34,56", Grouping),
            ("12,34,56–70", Grouping),
        ] {
            assert_eq!(read(locale, text, Entry::Percent), Err(problem), "{text}");
        }
    }
}

#[test]
fn texts_on_their_way_are_told_from_wrong_ones() {
    for locale in Locale::ALL {
        for text in [
            "2-",
            "2 –",
            "2.. ",
            "2…",
            "€2 – €",
            "2 % -",
            "3/",
            "3 o",
            "3 of ",
            "3 out o",
            "3 i",
            "3 из",
            "40-დ",
        ] {
            assert!(may_go_on(locale, text), "{text}");
        }
        for text in ["", "-", "abc", "2x", "2-5-", "12,34,56", "5 zl"] {
            assert!(!may_go_on(locale, text), "{text}");
        }
    }
}
