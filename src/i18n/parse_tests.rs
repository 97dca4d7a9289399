//! The table of readings of the design's page on users, row by row, and what is refused.

use super::Locale::{self, En, Ka, Lt, Ru, Tr};
use super::Reading::{Interpreted, Literal, PerhapsMeantPercent};
use super::{Entry, ParseProblem, parse_number};

fn plain(locale: Locale, text: &str) -> Result<f64, ParseProblem> {
    parse_number(locale, text, Entry::Plain).map(|parsed| parsed.value)
}

#[test]
fn spaces_of_every_kind_group() {
    for locale in [Lt, Ru, Ka] {
        for space in [" ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’"] {
            let text = ["1", space, "234,56"].concat();
            assert_eq!(plain(locale, &text), Ok(1234.56), "{text}");
        }
    }
}

#[test]
fn readings_are_those_of_the_table() {
    for (text, locale, value) in [
        ("1.234,56", Tr, 1234.56),
        ("1,234.56", En, 1234.56),
        ("1,234", Lt, 1.234),
        ("\u{2212}5", Lt, -5.0),
        ("€1.234.567,50", Tr, 1_234_567.5),
        ("1.234", Tr, 1234.0),
        ("1.234", En, 1.234),
        ("1.234", Lt, 1.234),
        ("1,234", En, 1234.0),
        ("1.5", Tr, 1.5),
        ("%2,4", Tr, 0.024),
        ("2 %", Lt, 0.02),
        ("2.4%", En, 0.024),
        ("1.234.567", Lt, 1_234_567.0),
    ] {
        assert_eq!(plain(locale, text), Ok(value), "{locale:?} {text}");
    }
    for locale in Locale::ALL {
        assert_eq!(plain(locale, "0,125"), Ok(0.125));
        assert_eq!(plain(locale, "0.125"), Ok(0.125));
        for text in ["12,34,56", "1.2.3", "12.34,5", "0.123.456", "1.234,567.89"] {
            assert_eq!(
                plain(locale, text),
                Err(ParseProblem::Grouping),
                "{locale:?} {text}"
            );
        }
        assert_eq!(plain(locale, "abc"), Err(ParseProblem::NotANumber));
        assert_eq!(plain(locale, ""), Err(ParseProblem::Empty));
        assert_eq!(plain(locale, " \u{a0}\u{200b}"), Err(ParseProblem::Empty));
    }
}

#[test]
fn words_and_currencies_are_read_in_every_language() {
    for locale in Locale::ALL {
        for (text, value) in [
            ("400k", 4e5),
            ("400 K", 4e5),
            ("400 tūkst.", 4e5),
            ("400 TŪKST", 4e5),
            ("400 tu\u{304}kst.", 4e5),
            ("400 тыс.", 4e5),
            ("400к", 4e5),
            ("400 ათ.", 4e5),
            ("400 bin", 4e5),
            ("400 BİN", 4e5),
            ("1,2 mln", 1.2e6),
            ("1.2M", 1.2e6),
            ("1,2 млн", 1.2e6),
            ("1,2 Mn", 1.2e6),
            ("1,2 მლნ.", 1.2e6),
            ("1,2 mlrd. €", 1.2e9),
            ("$1.2bn", 1.2e9),
            ("1,2 тыс.руб.", 1200.0),
            ("EUR 12", 12.0),
            ("12 eur", 12.0),
            ("12 ₾", 12.0),
            ("-€5", -5.0),
            ("€-5", -5.0),
            ("+5", 5.0),
            ("-%2,4", -0.024),
            ("руб.5", 5.0),
        ] {
            assert_eq!(plain(locale, text), Ok(value), "{locale:?} {text}");
        }
    }
    assert_eq!(plain(Tr, "1 B"), Err(ParseProblem::AmbiguousUnit));
    assert_eq!(plain(En, "1B"), Ok(1e9));
}

#[test]
fn readings_say_how_far_they_went() {
    for (locale, text, entry, value, reading) in [
        (Lt, "1 234,5", Entry::Plain, 1234.5, Literal),
        (Lt, "1234,50", Entry::Plain, 1234.5, Literal),
        (Lt, "1234.5", Entry::Plain, 1234.5, Interpreted),
        (Lt, "12 34", Entry::Plain, 1234.0, Interpreted),
        (En, "1234", Entry::Plain, 1234.0, Literal),
        (En, "1 234", Entry::Plain, 1234.0, Interpreted),
        (En, "5.", Entry::Plain, 5.0, Literal),
        (En, ".5", Entry::Plain, 0.5, Literal),
        (Tr, "1.234,5", Entry::Plain, 1234.5, Literal),
        (En, "400k", Entry::Plain, 4e5, Interpreted),
        (En, "€5", Entry::Plain, 5.0, Interpreted),
        (En, "50%", Entry::Plain, 0.5, Interpreted),
        (En, "２，０００．５", Entry::Plain, 2000.5, Literal),
        (Ru, "2", Entry::Percent, 0.02, Literal),
        (Lt, "2 %", Entry::Percent, 0.02, Literal),
        (Tr, "%2,4", Entry::Percent, 0.024, Literal),
        (Lt, "0,02", Entry::Percent, 0.0002, PerhapsMeantPercent),
        (Lt, "0.02", Entry::Percent, 0.0002, PerhapsMeantPercent),
        (Lt, "0,02 %", Entry::Percent, 0.0002, Literal),
        (Lt, "0", Entry::Percent, 0.0, Literal),
        (Lt, "1", Entry::Percent, 0.01, Literal),
    ] {
        let found = parse_number(locale, text, entry).map(|parsed| (parsed.value, parsed.reading));
        assert_eq!(found, Ok((value, reading)), "{locale:?} {text}");
    }
}

#[test]
fn other_texts_are_refused() {
    for text in [
        "-", "%", "€", ".", "1e6", "5-", "--5", "+-5", "1-2", "2%%", "%2%", "2k%", "5€€", "k5",
        "5 kk", "5 xyz", "(5)", "٤٥", "½", "5²", "..5", "5 .k", "NaN", "inf", "1/2", "1:2",
        "5 B C",
    ] {
        assert_eq!(plain(En, text), Err(ParseProblem::NotANumber), "{text}");
    }
    assert_eq!(plain(En, &"9".repeat(400)), Err(ParseProblem::TooLarge));
    let nothing = plain(En, "-0");
    assert_eq!(nothing.map(f64::is_sign_negative), Ok(false));
}
