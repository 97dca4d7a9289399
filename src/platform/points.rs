//! What is said of a picture's points: by the table behind it, else by its bars themselves.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// The name of the picture that an element stands under, and what the table behind it says of each of its points: a
/// row's name, and each of its values with the column's name before it. Where the table beside it says other things, or
/// there is none, it is what is written at each bar.
#[must_use]
pub fn points_of(inside: &Element) -> Option<(String, Vec<String>)> {
    let figure = inside.closest("figure").ok()??;
    let caption = figure.query_selector("figcaption").ok()??;
    let name = caption.query_selector("b").ok()?.unwrap_or(caption);
    let behind = figure.query_selector("details table").ok()?;
    let points = match behind {
        Some(table) => {
            let heads = texts(&table.query_selector_all("thead tr > *").ok()?);
            points(&table, "tbody tr", ":scope > *", &heads)
        }
        None => points(&figure, ".swing", "span, text", &[]),
    };
    Some((text(&name), points))
}

/// What is said in each row, of its cells.
fn points(inside: &Element, row: &str, cell: &str, heads: &[String]) -> Vec<String> {
    let rows = inside.query_selector_all(row);
    let rows = rows.map(|rows| elements(&rows)).unwrap_or_default();
    let said = rows.iter().map(|row| {
        let cells = row.query_selector_all(cell);
        point(heads, &cells.map(|cells| texts(&cells)).unwrap_or_default())
    });
    said.collect()
}

/// A row in words. A column without a name, such as that of the names, has nothing before its value.
fn point(heads: &[String], cells: &[String]) -> String {
    // Where the rows' names have no head of their own, there is one head less.
    let nameless = cells.len().saturating_sub(heads.len());
    let named = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let named = named.map(|(at, cell)| {
        let head = at.checked_sub(nameless).and_then(|at| heads.get(at));
        match head.filter(|head| !head.is_empty()) {
            Some(head) => [head, ": ", cell].concat(),
            None => cell.clone(),
        }
    });
    named.collect::<Vec<_>>().join(". ")
}

fn texts(nodes: &NodeList) -> Vec<String> {
    elements(nodes).iter().map(text).collect()
}

fn elements(nodes: &NodeList) -> Vec<Element> {
    let nodes = (0..nodes.length()).filter_map(|at| nodes.get(at));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

fn text(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    text.trim().to_owned()
}
