//! The import table: which module may use which, and how long a file may get.

use std::fs;
use std::path::{Path, PathBuf};

/// A module and the modules of ours that it may import. What is not listed may import nothing.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("engine", &["model"]),
    ("insights", &["model", "engine"]),
    ("share", &["model"]),
    ("plot", &[]),
    ("i18n", &["model", "insights", "share"]),
    ("state", &["model", "engine", "insights", "share"]),
    ("runner", &["engine", "insights", "model"]),
    ("platform", &[]),
    (
        "ui",
        &[
            "model", "insights", "share", "plot", "i18n", "state", "runner", "platform",
        ],
    ),
    (
        "element",
        &["ui", "state", "platform", "i18n", "model", "share"],
    ),
    ("main.rs", &["element"]),
    ("bin/explorer.rs", &["element"]),
    ("bin", &["model", "engine", "insights", "runner", "share"]),
];

/// Browser crates, which belong to `platform`; Yew itself also to `ui` and `element`.
const BROWSER_CRATES: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];
const LONGEST_FILE: usize = 400;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Path within `src`, its module, and its text without tests and comments.
fn files() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    let named = found.into_iter().map(|path| {
        let name = path
            .strip_prefix(&root)
            .expect("inside")
            .to_string_lossy()
            .into_owned();
        let module = name.split('/').next().unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path).expect("text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code: Vec<&str> = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        (name, module, code.join("\n"))
    });
    named.collect()
}

#[test]
fn modules_import_only_what_the_table_allows() {
    let modules: Vec<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    let mut broken = Vec::new();
    for (name, module, code) in files() {
        if module == "lib.rs" {
            continue;
        }
        let allowed = MAY_IMPORT
            .iter()
            .find(|(known, _)| *known == name || *known == module);
        let Some((_, allowed)) = allowed else {
            broken.push(format!("{name}: not in the table"));
            continue;
        };
        for other in modules.iter().filter(|other| **other != module) {
            let uses = ["crate::", "pipeline_lever::"].iter().any(|root| {
                code.split(&format!("{root}{other}")).skip(1).any(|rest| {
                    !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
                })
            });
            if uses && !allowed.contains(other) {
                broken.push(format!("{name} imports {other}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn browser_apis_are_used_in_one_place() {
    let broken: Vec<String> = files()
        .into_iter()
        .filter(|(_, module, code)| {
            // The entry of a program is all that it exports.
            !["platform", "bin", "main.rs"].contains(&module.as_str())
                && BROWSER_CRATES
                    .iter()
                    .any(|name| code.contains(&format!("{name}::")))
        })
        .map(|(name, ..)| name)
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn no_file_is_too_long() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    let long: Vec<PathBuf> = found
        .into_iter()
        .filter(|path| fs::read_to_string(path).expect("text").lines().count() > LONGEST_FILE)
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
