//! The widget's style sheets as one text without comments, indentation and line breaks. `build.rs` includes this.

/// The sheets, in the order in which they apply.
pub const SHEETS: [&str; 5] = ["tokens", "base", "layout", "controls", "charts"];

/// Those of what comes after the first paint.
pub const EXPLORER_SHEETS: [&str; 9] = [
    "explorer/tokens",
    "explorer/charts",
    "explorer/tables",
    "explorer",
    "explorer/formula",
    "explorer/keys",
    "explorer/scenarios",
    "explorer/exports",
    "explorer/print",
];

/// A sheet without what only people need. It has no texts in quotes that hold a brace, a comment or two spaces.
pub fn squeeze(sheet: &str) -> String {
    let mut code = String::new();
    let mut pieces = sheet.split("/*");
    code.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        code.push_str(piece.split_once("*/").map_or("", |(_, rest)| rest));
    }
    let words: Vec<&str> = code.split_whitespace().collect();
    let mut squeezed = words.join(" ");
    for sign in ['{', '}', ';', ','] {
        for spaced in [format!(" {sign}"), format!("{sign} ")] {
            squeezed = squeezed.replace(&spaced, &sign.to_string());
        }
    }
    squeezed.replace(";}", "}").replace(": ", ":")
}
