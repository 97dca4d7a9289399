//! Everything else that the contract does not allow: where it is and what is said.

use pipeline_lever::model::{Conversion, Expected, Node, ProblemKind};

use crate::support::texts::{ONE_OFF, RECURRING, at, from, node, paths, refusal, with, without};

/// The only places where the contract allows null.
const NULLABLE: [&str; 9] = [
    "channels[0].seasonality",
    "stages[0].lostDays",
    "stages[0].capacityPerMonth",
    "stages[0].waiting.patienceHalfLifeDays",
    "stages[0].waiting.staleHalfLifeDays",
    "stages[0].waiting.discardAfterDays",
    "stages[0].target",
    "scenarios[0].levers[1].quality",
    "scenarios[0].levers[1].costPerLead",
];

/// The ends of the paths of required fields.
const REQUIRED: [&str; 13] = [
    "version",
    "channels",
    "stages",
    "deal",
    ".leadsPerMonth",
    ".conversion",
    ".mean",
    ".size",
    ".kind",
    ".stage",
    ".channel",
    ".to",
    ".times",
];

/// In the example with one-off billing: what is changed to what, where the error is, and which it is.
const CASES: &str = r#"
version | 2 | version | UnknownVersion
version | 1.5 | version | UnknownVersion
version | "1" | version | WrongKind
title | 1 | title | WrongKind
title | "a\nb" | title | ControlCharacter
channels[1].name | "\u0085" | channels[1].name | ControlCharacter
stages[1].name | "\u007f" | stages[1].name | ControlCharacter
scenarios[1].name | "\u0000" | scenarios[1].name | ControlCharacter
scenarios[1].name | "One" | scenarios[1].name | SameName
scenarios | [{},{}] | scenarios[1].name | SameName
currency | "eur" | currency | NotACurrency
currency | "ABC" | currency | NotACurrency
currency | 978 | currency | WrongKind
start | "2026-1" | start | NotAMonth
start | "2026-13" | start | NotAMonth
start | "1969-12" | start | NotAMonth
start | "2200-01" | start | NotAMonth
start | 202601 | start | WrongKind
opening | "Steady" | opening | UnknownChoice
stages[0].waiting.order | "lifo" | stages[0].waiting.order | UnknownChoice
deal.billing.kind | "monthly" | deal.billing.kind | UnknownChoice
deal.billing.kind | 1 | deal.billing.kind | WrongKind
deal.billing | {} | deal.billing.kind | Missing
deal.billing | [] | deal.billing | WrongKind
deal.billing.contractMonths | 12 | deal.billing.contractMonths | UnknownField
stages[0].days | {} | stages[0].days.mean | Missing
stages[0].days | 7 | stages[0].days | WrongKind
stages[0].lostDays | 7 | stages[0].lostDays | WrongKind
stages[0].conversion | {"low":0.2,"high":0.2} | stages[0].conversion | EmptyInterval
stages[0].conversion | {"low":0.3,"high":0.2} | stages[0].conversion | EmptyInterval
stages[0].conversion | {"low":0,"high":0.2} | stages[0].conversion.low | NotInside
stages[0].conversion | {"low":0.2,"high":1} | stages[0].conversion.high | NotInside
stages[0].conversion | {"high":0.2} | stages[0].conversion.low | Missing
stages[0].conversion | {"low":0.2} | stages[0].conversion.high | Missing
stages[0].conversion | {} | stages[0].conversion.low | Missing
stages[0].conversion | {"low":0.1,"high":0.2,"mid":1} | stages[0].conversion.mid | UnknownField
stages[0].conversion | {"low":null,"high":0.2} | stages[0].conversion.low | WrongKind
stages[0].conversion | "3/40" | stages[0].conversion | WrongKind
stages[0].conversion | {"advanced":2,"of":1} | stages[0].conversion.advanced | MoreThanCounted
stages[0].conversion | {"advanced":-1,"of":1} | stages[0].conversion.advanced | OutOfRange
stages[0].conversion | {"advanced":0.5,"of":1} | stages[0].conversion.advanced | OutOfRange
stages[0].conversion | {"advanced":0,"of":0} | stages[0].conversion.of | OutOfRange
stages[0].conversion | {"advanced":0,"of":1.5} | stages[0].conversion.of | OutOfRange
stages[0].conversion | {"advanced":0,"of":1000000001} | stages[0].conversion.of | OutOfRange
stages[0].conversion | {"advanced":0} | stages[0].conversion.of | Missing
stages[0].conversion | {"of":1} | stages[0].conversion.advanced | Missing
stages[0].conversion | {"advanced":0,"of":1,"low":0.1} | stages[0].conversion.low | UnknownField
stages[0].target | {"low":0.1,"high":0.2} | stages[0].target | WrongKind
stages[0].days.mean | {"low":1,"high":3650} | stages[0].days.mean.high | NotInside
stages[0].lostDays.mean | {"low":0,"high":3} | stages[0].lostDays.mean.low | NotInside
channels[0].quality | {"low":0.1,"high":0.2} | channels[0].quality | WrongKind
channels[0].leadsPerMonth | {"low":0,"high":9} | channels[0].leadsPerMonth.low | NotInside
channels[0].leadsPerMonth | {"low":1,"high":1e9} | channels[0].leadsPerMonth.high | NotInside
deal.size | {"low":1,"high":1e999} | deal.size.high | NotInside
deal.size | {"advanced":1,"of":2} | deal.size.advanced | UnknownField
deal.size | [1,2] | deal.size | WrongKind
channels[0].seasonality | [1,1,1,1,1,1,1,1,1,1,1] | channels[0].seasonality | WrongLength
scenarios[0].levers[0].stage | 3 | scenarios[0].levers[0].stage | NoSuchStage
scenarios[0].levers[0].stage | -1 | scenarios[0].levers[0].stage | NoSuchStage
scenarios[0].levers[2].stage | 0.5 | scenarios[0].levers[2].stage | NoSuchStage
scenarios[0].levers[3].stage | 1e999 | scenarios[0].levers[3].stage | NoSuchStage
scenarios[0].levers[4].stage | "0" | scenarios[0].levers[4].stage | WrongKind
scenarios[0].levers[1].channel | 2 | scenarios[0].levers[1].channel | NoSuchChannel
scenarios[0].levers[4].to | "lifo" | scenarios[0].levers[4].to | UnknownChoice
scenarios[0].levers[0].kind | "price" | scenarios[0].levers[0].kind | UnknownChoice
scenarios[0].levers[0] | {"kind":"churn","to":0.1} | scenarios[0].levers[0].kind | ChurnOfOneOffDeals
scenarios[0].levers[0].times | 2 | scenarios[0].levers[0].times | UnknownField
scenarios[0].levers[0].channel | 0 | scenarios[0].levers[0].channel | UnknownField
scenarios[0].levers[5].stage | 0 | scenarios[0].levers[5].stage | UnknownField
scenarios[0].levers[5].to | 2 | scenarios[0].levers[5].to | UnknownField
"#;

#[test]
fn whatever_is_not_allowed_is_refused_where_it_stands() {
    for line in CASES.lines().skip(1) {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [changed, value, place, name] = cells[..] else {
            panic!("{line}")
        };
        let (path, kind) = refusal(&with(ONE_OFF, changed, value));
        assert_eq!(path, place, "{line}");
        assert!(format!("{kind:?}").starts_with(name), "{line}: {kind:?}");
    }
}

#[test]
fn what_is_close_to_a_refusal_is_read() {
    for line in r#"
title | "ა🦊 é\"\\/"
channels[1].name | ""
currency | "GEL"
start | "1970-01"
start | "2199-12"
opening | "empty"
version | 1.0
stages[0].conversion | {"high":0.9999999,"low":1e-300}
stages[0].conversion | {"advanced":0,"of":1}
stages[0].conversion | {"of":1e9,"advanced":1e9}
stages[0].days | {"mean":{"low":1,"high":2}}
stages[0].lostDays.mean | {"low":1,"high":2}
stages[0].waiting | {}
channels[0].leadsPerMonth | {"low":1e-9,"high":2}
deal.size | {"low":1,"high":2}
deal.billing | {"kind":"oneOff"}
scenarios | []
scenarios | [{},{"name":"one"},{"name":"One"}]
scenarios[0].levers[0].stage | 2
scenarios[0].levers[1].channel | 1.0
"#
    .lines()
    .skip(1)
    {
        let (path, value) = line.split_once(" | ").expect("two cells");
        let read = from(&with(ONE_OFF, path, value));
        assert!(read.is_ok(), "{line}: {read:?}");
    }
}

#[test]
fn a_refusal_says_what_would_be_allowed() {
    let kind = |path: &str, value: &str| refusal(&with(ONE_OFF, path, value)).1;
    let longest = |length| format!("\"{}\"", "ა".repeat(length));
    assert_eq!(
        kind("title", &longest(201)),
        ProblemKind::NameTooLong { limit: 200 }
    );
    assert!(from(&with(ONE_OFF, "title", &longest(200))).is_ok());
    let openings = ProblemKind::UnknownChoice(&["steady", "empty", "counts"]);
    assert_eq!(kind("opening", "\"full\""), openings);
    let stages = ProblemKind::NoSuchStage { stages: 3 };
    assert_eq!(kind("scenarios[0].levers[0].stage", "3"), stages);
    let channels = ProblemKind::NoSuchChannel { channels: 2 };
    assert_eq!(kind("scenarios[0].levers[1].channel", "2"), channels);
    let expected = |path, value| match kind(path, value) {
        ProblemKind::WrongKind(expected) => expected,
        other => panic!("{other:?}"),
    };
    assert_eq!(expected("stages[0].conversion", "[]"), Expected::Conversion);
    assert_eq!(expected("deal.size", "[]"), Expected::NumberOrInterval);
    assert_eq!(expected("stages[0].target", "[]"), Expected::NumberOrNull);
    assert_eq!(expected("stages[0].lostDays", "[]"), Expected::ObjectOrNull);
    assert_eq!(
        expected("channels[0].seasonality", "1"),
        Expected::ListOrNull
    );
    assert_eq!(expected("months", "[]"), Expected::Number);
    assert_eq!(expected("stages", "{}"), Expected::List);
}

#[test]
fn null_is_allowed_where_the_table_says_so_and_nowhere_else() {
    for text in [ONE_OFF, RECURRING] {
        for path in paths(&node(text)) {
            let changed = with(text, &path, "null");
            if text == ONE_OFF && NULLABLE.contains(&path.as_str()) {
                assert!(from(&changed).is_ok(), "{path}");
            } else {
                let (place, kind) = refusal(&changed);
                assert_eq!(place, path);
                assert!(
                    matches!(kind, ProblemKind::WrongKind(_)),
                    "{path}: {kind:?}"
                );
            }
        }
    }
}

#[test]
fn keys_may_be_left_out_unless_they_are_required() {
    for text in [ONE_OFF, RECURRING] {
        let keys = paths(&node(text)).into_iter();
        // Without billing deals are paid once, and the lever on churn is the problem then.
        let left_out = |path: &String| {
            !path.ends_with(']') && (text, path.as_str()) != (RECURRING, "deal.billing")
        };
        for path in keys.filter(left_out) {
            let read = from(&without(text, &path));
            if REQUIRED.iter().any(|end| path.ends_with(end)) {
                let problem = read.expect_err(&path);
                assert_eq!(
                    (problem.path.to_string(), problem.kind),
                    (path, ProblemKind::Missing)
                );
            } else {
                assert!(read.is_ok(), "{path}: {read:?}");
            }
        }
    }
}

#[test]
fn an_unknown_key_is_refused_wherever_it_stands() {
    for text in [ONE_OFF, RECURRING] {
        let root = node(text);
        let all = paths(&root).into_iter().chain([String::new()]);
        for path in all.filter(|path| matches!(at(&root, path), Node::Object(_))) {
            let key = format!("{path}.extra");
            let key = key.trim_start_matches('.');
            let expected = (key.to_owned(), ProblemKind::UnknownField);
            assert_eq!(refusal(&with(text, key, "1")), expected);
        }
    }
}

#[test]
fn lists_have_their_lengths() {
    let list = |entry: &str, length| format!("[{}]", vec![entry; length].join(","));
    let named = |length: usize| {
        let entries: Vec<String> = (0..length)
            .map(|index| format!("{{\"name\":\"{index}\"}}"))
            .collect();
        format!("[{}]", entries.join(","))
    };
    let of = |entry: &'static str| move |length| list(entry, length);
    type Make<'a> = Box<dyn Fn(usize) -> String + 'a>;
    let cases: [(&str, Make<'_>, usize, usize); 5] = [
        ("channels", Box::new(of(r#"{"leadsPerMonth":1}"#)), 1, 20),
        ("stages", Box::new(of(r#"{"conversion":1}"#)), 1, 12),
        ("channels[0].seasonality", Box::new(of("1")), 12, 12),
        ("scenarios", Box::new(named), 0, 20),
        (
            "scenarios[0].levers",
            Box::new(of(r#"{"kind":"dealSize","times":1}"#)),
            0,
            40,
        ),
    ];
    for (path, make, min, max) in cases {
        for length in [min, max] {
            let read = from(&with(RECURRING, path, &make(length)));
            assert!(read.is_ok(), "{path}, {length}: {read:?}");
        }
        for length in [min.checked_sub(1), Some(max + 1), Some(5000)] {
            let Some(length) = length else { continue };
            let expected = (path.to_owned(), ProblemKind::WrongLength { min, max });
            assert_eq!(refusal(&with(RECURRING, path, &make(length))), expected);
        }
    }
}

#[test]
fn the_first_problem_of_the_text_is_the_one_reported() {
    let first = |text: &str| refusal(&node(text)).0;
    assert_eq!(
        first(r#"{"version":1,"months":0,"extra":1,"deal":{}}"#),
        "months"
    );
    assert_eq!(first(r#"{"version":1,"extra":1,"months":0}"#), "extra");
    assert_eq!(
        first(r#"{"version":1,"deal":{"sizeCv":-1,"size":-1},"stages":[]}"#),
        "deal.sizeCv"
    );
    assert_eq!(first(r#"{"months":0,"version":2}"#), "version");
    assert_eq!(first(r#"{"version":1}"#), "channels");
    for text in ["null", "[]", "1", "\"\"", "true"] {
        let expected = (String::new(), ProblemKind::WrongKind(Expected::Object));
        assert_eq!(refusal(&node(text)), expected, "{text}");
    }
}

#[test]
fn counted_evidence_is_kept_as_counted() {
    let counted = with(ONE_OFF, "stages[1].conversion", r#"{"advanced":3,"of":40}"#);
    let document = from(&counted).expect("a document");
    let Some(Conversion::Counted { advanced, of }) =
        document.stages.get(1).map(|stage| stage.conversion)
    else {
        panic!("not counted");
    };
    assert_eq!((advanced.get(), of.get()), (3.0, 40.0));
}
