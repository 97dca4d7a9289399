//! What the tables of the page hold.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};

use super::named::{heading_around, tidy};

/// A cell as the page shows it.
pub struct SeenCell {
    /// Its words.
    pub text: String,
    /// The exact value of its number.
    pub value: Option<f64>,
    /// Whether it names a row or a column.
    pub is_heading: bool,
}

/// A table as the page shows it.
pub struct SeenTable {
    /// What the part of the page is called that it is in.
    pub heading: String,
    /// What is written over it.
    pub caption: String,
    /// Its rows.
    pub rows: Vec<Vec<SeenCell>>,
}

/// The table before an element.
#[must_use]
pub fn table_before(element: &Element) -> Option<SeenTable> {
    let table = element.previous_element_sibling()?;
    let caption = table.query_selector("caption").ok()?;
    let caption = caption.or_else(|| {
        let figure = table.closest("figure").ok()??;
        figure.query_selector("figcaption").ok()?
    });
    let rows = table.query_selector_all("tr").ok()?;
    let rows = (0..rows.length()).filter_map(|at| rows.get(at)?.dyn_into().ok());
    Some(SeenTable {
        heading: heading_around(&table).unwrap_or_default(),
        caption: caption.map(|caption| said(&caption)).unwrap_or_default(),
        rows: rows.map(|row: Element| cells(&row)).collect(),
    })
}

fn cells(row: &Element) -> Vec<SeenCell> {
    let mut cells = Vec::new();
    let mut next = row.first_element_child();
    while let Some(cell) = next {
        cells.push(SeenCell {
            text: said(&cell),
            value: value_of(&cell),
            is_heading: cell.local_name() == "th",
        });
        next = cell.next_element_sibling();
    }
    cells
}

/// The exact value of a cell, which stands on it or on the one number in it.
fn value_of(cell: &Element) -> Option<f64> {
    let own = cell.get_attribute("data-value");
    let inner = || {
        let numbers = cell.query_selector_all("[data-value]").ok()?;
        let number: Element = numbers.get(0)?.dyn_into().ok()?;
        (numbers.length() == 1).then(|| number.get_attribute("data-value"))?
    };
    own.or_else(inner)?.parse().ok()
}

/// The words of an element and what is typed into it, without what is not seen.
fn said(element: &Element) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    tidy(&text)
}

fn gather(element: &Element, text: &mut String) {
    if element
        .matches(".unseen, .how, .affix, .message, label")
        .unwrap_or(true)
    {
        return;
    }
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        text.push_str(&input.value());
        return;
    }
    let mut next = element.first_child();
    while let Some(node) = next {
        if let Some(child) = node.dyn_ref::<Element>() {
            // What stands apart is not one word with what is before it.
            if child.matches(".does").unwrap_or(false) {
                text.push(' ');
            }
            gather(child, text);
        } else if node.node_type() == Node::TEXT_NODE {
            text.push_str(&node.node_value().unwrap_or_default());
        }
        next = node.next_sibling();
    }
}
