//! What describes `<pipeline-lever>` to machines and people is what its scripts do.

use std::collections::BTreeSet;

use serde_json::Value;

const DESCRIPTION: &str = include_str!("../src/element/description.json");
const SCRIPT: &str = include_str!("../static/pipeline-lever.js");
const SPOKEN: &str = include_str!("../static/element/spoken.js");
const ACTION: &str = include_str!("../static/element/action.js");
const HEIGHTS: &str = include_str!("../static/element/heights.js");
const STORAGE: &str = include_str!("../static/element/storage.js");
const PARTS: &str = include_str!("../static/element/parts.js");
const OUTCOME: &str = include_str!("../static/element/outcome.js");
/// All that ask for attributes or raise events.
const SCRIPTS: [&str; 5] = [SCRIPT, SPOKEN, ACTION, HEIGHTS, STORAGE];
const STYLES: &str = include_str!("../static/element/element.css");
const TOKENS: &str = include_str!("../styles/tokens.css");
const LOOKS: &str = include_str!("../static/element/looks.js");
const DOCS: &str = include_str!("../docs/element.md");
const EXHIBITS: &str = include_str!("../src/ui/explorer/exhibit.rs");
/// All that hand something to the visitor.
const HANDING: [&str; 3] = [
    include_str!("../src/ui/explorer/exports.rs"),
    include_str!("../src/ui/explorer/saving.rs"),
    include_str!("../src/ui/explorer/embedding.rs"),
];

fn described(section: &str) -> BTreeSet<String> {
    let description: Value = serde_json::from_str(DESCRIPTION).expect("JSON");
    let entries = description[section].as_array().expect("a list").iter();
    entries
        .map(|entry| entry["name"].as_str().expect("a name").to_owned())
        .collect()
}

/// What stands between two marks, everywhere in a text.
fn between(text: &str, before: &str, after: &str) -> BTreeSet<String> {
    let pieces = text.split(before).skip(1);
    pieces
        .filter_map(|piece| Some(piece.split_once(after)?.0.to_owned()))
        .collect()
}

#[test]
fn attributes_are_those_of_the_script_and_its_styles() {
    let asked = SCRIPTS.map(|script| between(script, "Attribute(\"", "\""));
    let mut used: BTreeSet<String> = asked.into_iter().flatten().collect();
    // What only the styles know.
    for name in ["hide", "mode", "density"] {
        assert!(STYLES.contains(&format!("[{name}")), "{name}");
        used.insert(name.to_owned());
    }
    // Read by the element itself.
    used.insert("lang".to_owned());
    used.retain(|name| !["part", "role"].contains(&name.as_str()));
    assert_eq!(used, described("attributes"));
}

#[test]
fn parts_that_can_be_hidden_are_named() {
    let description: Value = serde_json::from_str(DESCRIPTION).expect("JSON");
    let attributes = description["attributes"].as_array().expect("a list");
    let hide = attributes.iter().find(|entry| entry["name"] == "hide");
    let named = hide
        .and_then(|hide| hide["values"].as_str())
        .expect("values");
    let named: BTreeSet<String> = named.split(", ").map(str::to_owned).collect();
    assert_eq!(named, between(STYLES, "[hide~=\"", "\""));
}

#[test]
fn properties_methods_and_events_are_those_of_the_script() {
    let mut members = between(SCRIPT, "\n  get ", "(");
    assert_eq!(members, described("properties"));
    assert_eq!(
        between(SCRIPT, "\n  set ", "("),
        BTreeSet::from(["value".to_owned()])
    );
    // Those that answer at once are the script's own; the others come with the program.
    let at_once: BTreeSet<String> = ["undo", "redo", "reset"].map(str::to_owned).into();
    let later = between(SCRIPT, "const METHODS = [\"", "\"];");
    let later = later.first().expect("methods").split("\", \"");
    members = later.map(str::to_owned).collect();
    members.extend(at_once.clone());
    assert_eq!(members, described("methods"));
    let description: Value = serde_json::from_str(DESCRIPTION).expect("JSON");
    for method in description["methods"].as_array().expect("a list") {
        let name = method["name"].as_str().expect("a name");
        let is_at_once = at_once.contains(name);
        let script = if is_at_once { SCRIPT } else { SPOKEN };
        let head = script.split(&format!("\n  {name}(")).nth(1);
        let head = head.or_else(|| script.split(&format!("\n  async {name}(")).nth(1));
        let (taken, _) = head.and_then(|head| head.split_once(") {")).expect(name);
        let parameters = method["parameters"].as_array().expect("a list");
        assert_eq!(taken.is_empty(), parameters.is_empty(), "{name}({taken})");
        if let Some(first) = parameters.first() {
            let first = first["name"].as_str().expect("a name");
            assert!(taken.starts_with(first), "{name}({taken})");
        }
        let answers = method["returns"].as_str().expect("a type");
        assert_eq!(answers.starts_with("Promise<"), !is_at_once, "{name}");
    }
    let raised = SCRIPTS.map(|script| between(script, "raise(\"", "\""));
    let raised: BTreeSet<String> = raised
        .iter()
        .flatten()
        .map(|name| format!("pipeline-lever-{name}"))
        .collect();
    assert_eq!(raised, described("events"));
}

#[test]
fn the_outcome_has_the_parts_that_are_described() {
    let known = between(SPOKEN, "return { language, ", " };");
    let known = known.first().expect("the outcome");
    let mut parts: BTreeSet<String> = ["language", "currency", "headline", "link", "inputs"]
        .map(str::to_owned)
        .into();
    for part in &parts {
        assert!(
            part == "language" || known.contains(part.as_str()),
            "{part}"
        );
    }
    let found = between(OUTCOME, "const NAMES = [", "];");
    let found = found.first().expect("names");
    parts.extend(
        found
            .split(", ")
            .map(|name| name.trim_matches('"').to_owned()),
    );
    assert_eq!(parts, described("outcome"));
}

#[test]
fn custom_properties_and_parts_are_used() {
    for name in described("cssProperties") {
        assert!(
            [TOKENS, LOOKS, STYLES]
                .iter()
                .any(|sheet| sheet.contains(&format!("var({name},"))),
            "{name}"
        );
    }
    for name in described("cssParts") {
        let quoted = format!("\"{name}\"");
        assert!(
            [SCRIPT, ACTION, PARTS]
                .iter()
                .any(|script| script.contains(&quoted)),
            "{name}"
        );
    }
}

#[test]
fn pictures_and_tables_are_those_of_the_explorer() {
    // What each of them can be had as, `tests/browser/contract_shown.rs` holds against the page.
    assert_eq!(between(EXHIBITS, "=> \"", "\""), described("exhibits"));
}

#[test]
fn what_is_taken_along_is_of_a_kind_that_is_described() {
    let handed = HANDING.iter().flat_map(|source| {
        let marks = ["Parcel::file(\"", "Parcel::text(\"", "kind: \"", "took(\""];
        marks
            .map(|mark| between(source, mark, "\""))
            .into_iter()
            .flatten()
    });
    let mut handed: BTreeSet<String> = handed.collect();
    // Code is taken along on the calculator's own page only.
    assert!(handed.remove("code"));
    let description: Value = serde_json::from_str(DESCRIPTION).expect("JSON");
    let events = description["events"].as_array().expect("a list");
    let export = events
        .iter()
        .find(|event| event["name"] == "pipeline-lever-export");
    let kinds = export.and_then(|event| event["detail"]["kind"].as_str());
    let kinds = kinds.expect("kinds").split(" | ");
    let kinds: BTreeSet<String> = kinds
        .map(|kind| kind.trim_matches('"').to_owned())
        .collect();
    assert_eq!(handed, kinds);
}

#[test]
fn the_documents_name_everything() {
    for section in [
        "attributes",
        "properties",
        "methods",
        "events",
        "outcome",
        "exhibits",
        "cssProperties",
    ] {
        for name in described(section) {
            assert!(DOCS.contains(&format!("`{name}")), "{name} of {section}");
        }
    }
}

#[test]
fn examples_use_what_is_described() {
    let description: Value = serde_json::from_str(DESCRIPTION).expect("JSON");
    let examples = description["examples"].as_array().expect("a list");
    let known = described("attributes");
    let mut seen = 0;
    for line in examples.iter().flat_map(|example| {
        let lines = example["code"].as_array().expect("lines");
        lines.iter().filter_map(Value::as_str)
    }) {
        for tag in between(line, "<pipeline-lever ", ">") {
            for name in between(&[" ", &tag].concat(), " ", "=\"") {
                // A value may have spaces in it.
                let name = name.rsplit(' ').next().unwrap_or_default().to_owned();
                if !["id", "class"].contains(&&*name) {
                    assert!(known.contains(&name), "{name} in {line}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 5, "{seen} attributes");
}
