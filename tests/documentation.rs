//! The documents say what the code does: the worked example of docs/model.md, the terms of docs/languages.md, the
//! recipes of docs/forms.md.

mod support;

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::leaks;
use pipeline_lever::model::Objective;
use support::{close, document};

#[test]
fn the_example_of_the_model_page_is_right() {
    let page = include_str!("../docs/model.md");
    let after = page.split("<!-- example -->").nth(1).expect("the example");
    let json = after
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let document = document(json.expect("its document"));
    let mut simulator = Simulator::new();
    let run = simulator.expected(&document, &[]);
    close(run.totals.won, 24.0, 1e-9);
    close(run.totals.bookings, 2_400_000.0, 1e-4);
    close(run.totals.cost, 60_000.0, 1e-6);
    close(run.totals.value, 2_340_000.0, 1e-4);
    close(
        run.metrics.acquisition_cost.unwrap_or_default(),
        2500.0,
        1e-6,
    );
    close(
        run.metrics.programme_share.unwrap_or_default(),
        0.025,
        1e-12,
    );
    let leaks = leaks(&mut simulator, &document, Objective::Won);
    let (first, second) = (&leaks[0], &leaks[1]);
    assert_eq!((first.stage, second.stage), (1, 0));
    close(first.improved.get(), 0.11 / 1.01, 1e-12);
    close(first.gain, 2.139, 5e-4);
    close(second.gain, 1.882, 5e-4);
    close(first.worth_up_to_per_month, 17_822.0, 0.5);
    let extra = first.as_many_leads_as.expect("some number of leads");
    close(extra.extra_per_month, 8.911, 5e-4);
    close(extra.cost_per_month, 446.0, 0.5);
}

/// The list of terms that native speakers are to check has them as the page has them.
#[test]
fn the_terms_to_check_are_those_of_the_page() {
    let page = include_str!("../docs/languages.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `"));
    let mut count = 0;
    for row in rows {
        let (key, terms) = row.split_once("` | ").expect("a key");
        let terms = terms.trim_end_matches(" |").split(" | ");
        for (term, tag) in terms.zip(["en", "ka", "lt", "tr", "ru"]) {
            assert_eq!(text_of(key, tag).as_deref(), Some(term), "{key} in {tag}");
            count += 1;
        }
    }
    assert!(count > 250, "{count} terms");
}

/// The text of a key in a language, on the first screen or after it.
fn text_of(key: &str, tag: &str) -> Option<String> {
    ["", "explorer/"].iter().find_map(|part| {
        let file = format!(
            "{}/src/i18n/texts/{part}{tag}.txt",
            env!("CARGO_MANIFEST_DIR")
        );
        let texts = std::fs::read_to_string(file).expect("a file of texts");
        let mut lines = texts.lines().filter_map(|line| line.split_once(" = "));
        lines
            .find(|(name, _)| *name == key)
            .map(|(_, text)| text.to_owned())
    })
}

/// The recipes are those that a test tries in browsers.
#[test]
fn the_recipes_for_forms_are_those_that_are_tried() {
    let page = include_str!("../docs/forms.md");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/hosts/forms");
    let recipes = [
        "fields",
        "hubspot",
        "hubspot-legacy",
        "typeform",
        "calendly",
        "tag-manager",
    ];
    for name in recipes {
        let script = std::fs::read_to_string(format!("{folder}/{name}.js")).expect("a recipe");
        let script = format!("```js\n{script}```");
        assert!(page.contains(&script), "{name}");
    }
    assert_eq!(page.matches("```js").count(), recipes.len());
}
