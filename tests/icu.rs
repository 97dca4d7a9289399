//! Numbers, money, months, lists, ranges and plurals in the five languages, held against what ICU makes of them:
//! `tests/icu/fixtures.tsv`, which `scripts/icu.mjs` writes. Where the page writes otherwise, that is an exception with
//! its reason, and every exception is needed.

use pipeline_lever::i18n::{
    Locale, PluralCategory, compact, duration_days, list, money, money_compact, month_short,
    month_year, number, percent, percent_auto, percent_range, plural, plural_compact, range,
    signed, significant,
};
use pipeline_lever::model::Currency;

const FIXTURES: &str = include_str!("icu/fixtures.tsv");

/// Where the page writes otherwise than ICU does, on purpose.
struct Exception {
    /// What the kind begins with.
    kind: &'static str,
    locales: &'static [Locale],
    /// Why that is better here.
    reason: &'static str,
    /// What the page writes where ICU writes this; nothing where the two agree.
    instead: fn(Locale, &str) -> Option<String>,
}

const EXCEPTIONS: &[Exception] = &[
    Exception {
        kind: "compact",
        locales: &[Locale::Tr],
        reason: "the Turkish short form of thousand, B, reads as a billion in mixed company",
        instead: thousand_spelt_out,
    },
    Exception {
        kind: "money compact",
        locales: &[Locale::Tr],
        reason: "the same of amounts",
        instead: thousand_spelt_out,
    },
    Exception {
        kind: "month",
        locales: &[Locale::Lt],
        reason: "CLDR has only numbers as short Lithuanian months, which say nothing on an axis of numbers",
        instead: lithuanian_month,
    },
    Exception {
        kind: "money",
        locales: &[Locale::Lt],
        reason: "the short sign of the rouble in Lithuanian, rb, is not known outside of it",
        instead: |_, icu| replaced(icu, "rb", "₽"),
    },
    Exception {
        kind: "money",
        locales: &[Locale::Ru],
        reason: "the short sign of the lari in Russian, ლ, is a Georgian letter and not its sign",
        instead: |_, icu| replaced(icu, "ლ", "₾"),
    },
    Exception {
        kind: "money range",
        locales: &[Locale::Ka, Locale::Lt, Locale::Ru],
        reason: "both ends of an amount keep their currency, as each of them opens by itself",
        instead: both_with_currency,
    },
    Exception {
        kind: "percent range",
        locales: &Locale::ALL,
        reason: "ICU shares one minus between two negative ends, which reads as a difference",
        instead: both_negative,
    },
];

fn replaced(icu: &str, theirs: &str, ours: &str) -> Option<String> {
    icu.contains(theirs).then(|| icu.replace(theirs, ours))
}

fn thousand_spelt_out(_: Locale, icu: &str) -> Option<String> {
    let text = icu.strip_suffix("\u{a0}B")?;
    Some([text, "\u{a0}bin"].concat())
}

fn lithuanian_month(_: Locale, icu: &str) -> Option<String> {
    let names = [
        "saus.", "vas.", "kov.", "bal.", "geg.", "birž.", "liep.", "rugp.", "rugs.", "spal.",
        "lapkr.", "gruod.",
    ];
    let month: usize = icu.parse().ok()?;
    names.get(month.checked_sub(1)?).map(|name| (*name).into())
}

fn both_with_currency(locale: Locale, icu: &str) -> Option<String> {
    let (low, high) = icu.split_once(['-', '–'])?;
    Some(range(locale, &[low, "\u{a0}€"].concat(), high))
}

fn both_negative(locale: Locale, icu: &str) -> Option<String> {
    // ICU's one minus stands in front, and the ends have one percent sign.
    let is_shared = icu.starts_with(['-', '\u{2212}']) && icu.matches('%').count() == 1;
    is_shared.then(|| {
        range(
            locale,
            &percent(locale, -0.05, 0),
            &percent(locale, -0.02, 0),
        )
    })
}

/// What the page writes of a kind and its input.
fn written(locale: Locale, kind: &str, input: &str) -> String {
    let (kind, detail) = match kind.rsplit_once(' ') {
        Some((kind, detail)) if !["compact", "range", "year", "auto"].contains(&detail) => {
            (kind, detail)
        }
        _ => (kind, ""),
    };
    let value = || -> f64 { input.parse().expect("a number") };
    let digits = || -> u8 { detail.parse().expect("a number of digits") };
    let currency = || Currency::parse(detail).expect("a currency");
    let month = || -> u32 { input.parse().expect("a month") };
    let ends = || {
        let (low, high) = input.split_once(' ').expect("two ends");
        let [low, high] = [low, high].map(|end| end.parse::<f64>().expect("a number"));
        (low, high)
    };
    match kind {
        "number" => number(locale, value(), digits()),
        "significant" => significant(locale, value(), digits()),
        "compact" => compact(locale, value()),
        "percent" => percent(locale, value(), digits()),
        "percent auto" => percent_auto(locale, value()),
        "difference" => signed(number(locale, value(), digits())),
        "money" => money(locale, currency(), value()),
        "money compact" => money_compact(locale, currency(), value()),
        "month" => month_short(locale, month()).to_owned(),
        "month of year" => month_year(locale, 2026, month()),
        "days" => duration_days(locale, value()),
        "list" => list(locale, &input.split(' ').collect::<Vec<_>>()),
        "percent range" => percent_range(locale, ends().0, ends().1, 0),
        "money range" => {
            let [low, high] = [ends().0, ends().1].map(|end| money(locale, Currency::EUR, end));
            range(locale, &low, &high)
        }
        "plural" => category(plural(locale, value(), 1)),
        "plural compact" => category(plural_compact(locale, value())),
        other => panic!("{other} is not known"),
    }
}

fn category(category: PluralCategory) -> String {
    let name = match category {
        PluralCategory::One => "one",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    name.to_owned()
}

/// The texts of the fixtures: kind, input, language, what ICU writes.
fn fixtures() -> impl Iterator<Item = (&'static str, &'static str, Locale, &'static str)> {
    FIXTURES.lines().flat_map(|line| {
        let mut cells = line.split('\t');
        let (kind, input) = (cells.next().expect("a kind"), cells.next());
        let input = input.expect("an input");
        let texts = cells.zip(Locale::ALL);
        texts.map(move |(text, locale)| (kind, input, locale, text))
    })
}

#[test]
fn everything_is_written_as_icu_does_but_for_the_exceptions() {
    let mut needed = [0; EXCEPTIONS.len()];
    let mut wrong = Vec::new();
    for (kind, input, locale, icu) in fixtures() {
        let mut expected = icu.to_owned();
        let exceptions = EXCEPTIONS.iter().zip(&mut needed);
        for (exception, needed) in exceptions {
            let instead = kind.starts_with(exception.kind) && exception.locales.contains(&locale);
            if let Some(ours) = instead.then(|| (exception.instead)(locale, icu)).flatten() {
                expected = ours;
                *needed += 1;
            }
        }
        let found = written(locale, kind, input);
        if found != expected {
            wrong.push(format!(
                "{locale:?} {kind} {input}: {found:?}, not {expected:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    for (exception, needed) in EXCEPTIONS.iter().zip(needed) {
        assert!(needed > 0, "not needed: {}", exception.reason);
    }
}

#[test]
fn every_plural_category_of_every_language_is_among_the_fixtures() {
    for (locale, wanted) in Locale::ALL.into_iter().zip([
        &["one", "other"][..],
        &["one", "other"],
        &["one", "few", "many", "other"],
        &["one", "other"],
        &["one", "few", "many", "other"],
    ]) {
        for category in wanted {
            let mut plurals =
                fixtures().filter(|(kind, _, of, _)| *kind == "plural" && *of == locale);
            assert!(
                plurals.any(|(.., icu)| icu == *category),
                "{locale:?} {category}"
            );
        }
    }
}
