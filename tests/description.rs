//! What describes `<pipeline-lever>` to machines and people is what its script does.

use std::collections::BTreeSet;

use serde_json::Value;

const DESCRIPTION: &str = include_str!("../src/element/description.json");
const SCRIPT: &str = include_str!("../static/pipeline-lever.js");
const OUTCOME: &str = include_str!("../static/element/outcome.js");
const STYLES: &str = include_str!("../static/element/element.css");
const TOKENS: &str = include_str!("../styles/tokens.css");
const LOOKS: &str = include_str!("../static/element/looks.js");
const DOCS: &str = include_str!("../docs/element.md");

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
    let mut used = between(SCRIPT, "Attribute(\"", "\"");
    used.extend(
        between(STYLES, "[hide~=\"", "\"")
            .into_iter()
            .map(|_| "hide".to_owned()),
    );
    used.extend(
        between(STYLES, "[mode=\"", "\"")
            .into_iter()
            .map(|_| "mode".to_owned()),
    );
    // Read together, and by the element itself.
    used.extend(["cta-url", "cta-label", "lang"].map(str::to_owned));
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
    members = ["undo", "redo", "reset"].map(str::to_owned).into();
    assert_eq!(members, described("methods"));
    for method in members {
        assert!(SCRIPT.contains(&format!("\n  {method}() {{")), "{method}");
    }
    let raised = between(SCRIPT, "#raise(\"", "\"");
    let raised: BTreeSet<String> = raised
        .iter()
        .map(|name| format!("pipeline-lever-{name}"))
        .collect();
    assert_eq!(raised, described("events"));
}

#[test]
fn the_outcome_has_the_parts_that_are_described() {
    let known = between(SCRIPT, "return { language, ", " };");
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
            [TOKENS, LOOKS]
                .iter()
                .any(|sheet| sheet.contains(&format!("var({name},"))),
            "{name}"
        );
    }
    for name in described("cssParts") {
        assert!(SCRIPT.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn the_documents_name_everything() {
    for section in [
        "attributes",
        "properties",
        "methods",
        "events",
        "outcome",
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
