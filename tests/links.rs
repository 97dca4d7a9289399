//! Links and saved files: that they open, that they stay short, and that old ones open for ever.

mod support;

use pipeline_lever::model::{Document, Month, Preset, ProblemKind, View};
use pipeline_lever::share::{LinkProblem, Shared, from_link, to_link};
use proptest::prelude::*;
use support::arbitrary::shared;
use support::texts::{ONE_OFF, this_month};

/// Links that were written once, each beside the file that says what it holds. **Never change one**: they
/// are out there. What is added to the contract later must leave them as they are.
const VERSION_1: [(&str, &str); 5] = [
    (
        include_str!("links/defaults.link"),
        include_str!("links/defaults.json"),
    ),
    (
        include_str!("links/six-stages.link"),
        include_str!("links/six-stages.json"),
    ),
    (
        include_str!("links/everything.link"),
        include_str!("links/everything.json"),
    ),
    (
        include_str!("links/plans.link"),
        include_str!("links/plans.json"),
    ),
    (
        include_str!("links/scenarios.link"),
        include_str!("links/scenarios.json"),
    ),
];

fn file(text: &str) -> Shared {
    Shared::read(text.as_bytes(), this_month()).expect("a file")
}

fn open(link: &str) -> Result<Shared, LinkProblem> {
    from_link(link.trim_end(), this_month())
}

/// The link of a text, whatever it says.
fn link_of(json: &str) -> String {
    use base64::Engine;
    format!(
        "1.{}",
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(json)
    )
}

#[test]
fn links_of_version_1_open_with_the_same_result() {
    for (link, text) in VERSION_1 {
        assert_eq!(open(link), Ok(file(text)));
    }
}

#[test]
fn links_are_written_as_ever() {
    for (link, text) in VERSION_1 {
        assert_eq!(to_link(&file(text)), link.trim_end());
    }
}

#[test]
fn six_stages_and_three_scenarios_fit_into_a_short_link() {
    for (_, text) in [VERSION_1[1], VERSION_1[4]] {
        let Shared { document, .. } = &file(text);
        assert_eq!((document.stages.len(), document.scenarios.len()), (6, 3));
        let length = to_link(&file(text)).len();
        assert!(length < 2000, "{length} characters");
    }
}

#[test]
fn presets_have_short_links() {
    for preset in Preset::ALL {
        let document = support::presets::preset(preset.id());
        let length = to_link(&Shared {
            document,
            view: View::default(),
        })
        .len();
        assert!(length < 700, "{}: {length} characters", preset.id());
    }
}

#[test]
fn a_damaged_link_says_what_is_wrong() {
    let good = VERSION_1[0].0.trim_end();
    let open = |link: &str| from_link(link, this_month()).expect_err(link);
    for link in [
        "",
        "1",
        "x.abc",
        ".abc",
        "-1.abc",
        "1a.e30",
        "https://example.org",
    ] {
        assert_eq!(open(link), LinkProblem::NotALink, "{link}");
    }
    for link in [
        "2.e30",
        "0.e30",
        "01.e30",
        "10.e30",
        "99999999999999999999.e30",
    ] {
        assert_eq!(open(link), LinkProblem::UnknownVersion, "{link}");
    }
    for link in [
        format!("{good}="),
        format!("{good} "),
        good.replace('.', ".+"),
        format!("{good}.1"),
        good.replace('.', ".ა"),
    ] {
        assert_eq!(open(&link), LinkProblem::NotBase64, "{link}");
    }
    for length in 0..good.len() {
        open(good.get(..length).expect("letters of one byte"));
    }
    let cut = open(&link_of("{\"version\":1,"));
    assert!(
        matches!(cut, LinkProblem::Document(problem) if matches!(problem.kind, ProblemKind::Syntax { .. }))
    );
    assert!(matches!(open("1."), LinkProblem::Document(_)));
}

#[test]
fn what_a_link_holds_is_read_as_strictly_as_a_file() {
    let problem = |json: &str| match from_link(&link_of(json), this_month()) {
        Err(LinkProblem::Document(problem)) => (problem.path.to_string(), problem.kind),
        other => panic!("{json}: {other:?}"),
    };
    assert_eq!(
        problem(r#"{"version":1,"view":{}}"#),
        ("document".to_owned(), ProblemKind::Missing)
    );
    assert_eq!(
        problem(r#"{"version":2,"document":{}}"#),
        ("version".to_owned(), ProblemKind::UnknownVersion)
    );
    assert_eq!(
        problem(r#"{"document":{}}"#),
        ("version".to_owned(), ProblemKind::Missing)
    );
    let wrapped = |rest: &str| format!("{{\"version\":1,\"document\":{ONE_OFF}{rest}}}");
    assert_eq!(
        problem(&wrapped(",\"extra\":1")),
        ("extra".to_owned(), ProblemKind::UnknownField)
    );
    let negative = wrapped("").replace("0.75", "-0.75");
    assert_eq!(problem(&negative).0, "document.stages[0].conversion");
    for (view, path) in [
        (r#"[]"#, "view"),
        (r#"null"#, "view"),
        (r#"{"seed":-1}"#, "view.seed"),
        (r#"{"seed":1.5}"#, "view.seed"),
        (r#"{"seed":9007199254740992}"#, "view.seed"),
        (r#"{"seed":null}"#, "view.seed"),
        (r#"{"trials":0}"#, "view.trials"),
        (r#"{"trials":100001}"#, "view.trials"),
        (r#"{"objective":"joy"}"#, "view.objective"),
        (r#"{"target":-1}"#, "view.target"),
        (r#"{"pair":[]}"#, "view.pair"),
        (r#"{"pair":{}}"#, "view.pair.stage"),
        (
            r#"{"pair":{"stage":3,"to":0.1,"leadsTimes":2}}"#,
            "view.pair.stage",
        ),
        (
            r#"{"pair":{"stage":0,"to":1.1,"leadsTimes":2}}"#,
            "view.pair.to",
        ),
        (r#"{"pair":{"stage":0,"to":0.1}}"#, "view.pair.leadsTimes"),
        (
            r#"{"pair":{"stage":0,"to":0.1,"leadsTimes":2,"channel":2}}"#,
            "view.pair.channel",
        ),
        (
            r#"{"pair":{"stage":0,"to":0.1,"leadsTimes":2,"channel":"all"}}"#,
            "view.pair.channel",
        ),
    ] {
        assert_eq!(
            problem(&wrapped(&format!(",\"view\":{view}"))).0,
            path,
            "{view}"
        );
    }
}

#[test]
fn a_view_ignores_what_it_does_not_know() {
    let view = r#"{"panel":"cash","zoom":[1e999,{}],"seed":3,"pair":{"stage":1,"to":0.2,"leadsTimes":1.1,"price":5}}"#;
    let text = format!("{{\"version\":1,\"document\":{ONE_OFF},\"view\":{view}}}");
    let view = file(&text).view;
    assert_eq!(view.seed.seed(), 3);
    assert_eq!(view.pair.map(|pair| pair.stage), Some(1));
    assert_eq!(view.trials, View::default().trials);
}

#[test]
fn a_pair_names_its_channel_only_where_it_has_one() {
    let view = |channel: &str| {
        let view = format!(r#"{{"pair":{{"stage":1,"to":0.2,"leadsTimes":1.5{channel}}}}}"#);
        file(&format!(
            "{{\"version\":1,\"document\":{ONE_OFF},\"view\":{view}}}"
        ))
        .view
    };
    assert_eq!(view(r#","channel":null"#), view(""));
    assert_eq!(view("").pair.and_then(|pair| pair.channel), None);
    // Links written before there was a choice of channels stay the same to the byte.
    assert!(!view("").to_brief_node().to_text().contains("channel"));
    let second = view(r#","channel":1"#);
    assert_eq!(second.pair.and_then(|pair| pair.channel), Some(1));
    assert!(second.to_brief_node().to_text().contains(r#""channel":1"#));
}

#[test]
fn a_file_may_be_a_document_alone() {
    let shared = file(ONE_OFF);
    assert_eq!(
        Document::read(ONE_OFF.as_bytes(), this_month()),
        Ok(shared.document)
    );
    assert_eq!(shared.view, View::default());
}

#[test]
fn a_link_without_a_start_starts_in_the_month_of_reading() {
    let json = r#"{"version":1,"document":{"version":1,"channels":[{"leadsPerMonth":1}],"stages":[{"conversion":1}],"deal":{"size":1}}}"#;
    let start = |month| from_link(&link_of(json), month).map(|shared| shared.document.start);
    let may = Month::new(2040, 5).expect("a month");
    assert_eq!(start(may), Ok(may));
    let written = from_link(&link_of(json), may)
        .map(|shared| to_link(&shared))
        .expect("a link");
    assert_eq!(
        from_link(&written, this_month()).map(|shared| shared.document.start),
        Ok(may)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn every_link_opens_as_what_was_shared(shared in shared()) {
        let link = to_link(&shared);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)));
        prop_assert_eq!(from_link(&link, this_month()), Ok(shared.clone()));
        prop_assert_eq!(Shared::read(shared.to_json().as_bytes(), this_month()), Ok(shared));
    }

    #[test]
    fn no_link_makes_it_panic(link in "\\PC{0,60}|1\\.[A-Za-z0-9_-]{0,200}") {
        let _ = from_link(&link, this_month());
    }
}
