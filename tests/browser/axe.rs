//! The accessibility checker axe-core, run inside the page.

use std::{env, fs};

use fantoccini::Client;
use serde_json::{Value, json};

/// Everything that axe objects to, one line each; empty when all is well.
pub async fn violations(client: &Client) -> Vec<String> {
    let file =
        env::var_os("AXE").expect("AXE names axe.min.js; run the tests with scripts/browser.sh");
    let source = fs::read_to_string(file).expect("axe.min.js");
    client.execute(&source, vec![]).await.expect("axe loads");
    let options = json!({
        "runOnly": { "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        "rules": { "target-size": { "enabled": true } },
        "resultTypes": ["violations"],
    });
    let script = "const done = arguments[1]; \
                  axe.run(document, arguments[0]).then((result) => done(result.violations), (error) => done(String(error)));";
    let found = client
        .execute_async(script, vec![options])
        .await
        .expect("axe runs");
    found
        .as_array()
        .unwrap_or_else(|| panic!("axe failed: {found}"))
        .iter()
        .flat_map(describe)
        .collect()
}

fn describe(violation: &Value) -> Vec<String> {
    let nodes = violation["nodes"]
        .as_array()
        .map_or(&[][..], Vec::as_slice)
        .iter();
    nodes
        .map(|node| {
            format!(
                "{}: {} at {} {}",
                violation["id"], violation["help"], node["target"], node["html"]
            )
        })
        .collect()
}
