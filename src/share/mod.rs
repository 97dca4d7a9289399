//! What is passed on: a document with what its visitor looks at, as a file or as a link.
//!
//! [`Shared`] is what a file holds, [`to_link`] and [`from_link`] turn it into a link's text and back. [`to_csv`] and
//! [`to_tabbed`] write tables, [`file_name`] names what is saved, a [`Snippet`] puts the calculator into somebody's page.

mod csv;
mod file_name;
mod link;
mod snippet;

pub use csv::{Cell, CsvSigns, to_csv, to_tabbed};
pub use file_name::file_name;
pub use link::{LinkProblem, from_link, to_link};
pub use snippet::{Destination, Snippet};

use crate::model::{At, Document, Month, Node, Problem, VERSION, View, check_version};

/// A document and what its visitor looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The pipeline and its scenarios.
    pub document: Document,
    /// What the visitor looks at.
    pub view: View,
}

impl Shared {
    /// Reads a saved file, which may also be a document alone. `this_month` is when the document starts if
    /// it does not say.
    ///
    /// # Errors
    /// The first thing that the contract does not allow.
    pub fn read(bytes: &[u8], this_month: Month) -> Result<Self, Problem> {
        Self::from_node(&Node::parse(bytes)?, this_month)
    }

    /// As [`read`](Self::read), of a parsed text.
    ///
    /// # Errors
    /// The first thing that the contract does not allow.
    pub fn from_node(node: &Node, this_month: Month) -> Result<Self, Problem> {
        At::read(node, |at| Self::from_at(at, this_month))
    }

    fn from_at(at: &At<'_>, this_month: Month) -> Self {
        if at.get("document").is_none() && at.get("view").is_none() {
            return Self {
                document: Document::from_at(at, this_month),
                view: View::default(),
            };
        }
        check_version(at);
        at.each(|key, at| match key {
            "version" | "document" | "view" => {}
            _ => at.unknown(),
        });
        let document = at.require("document").unwrap_or(*at);
        let document = Document::from_at(&document, this_month);
        let view = at.get("view").map(|at| View::from_at(&at, &document));
        Self {
            document,
            view: view.unwrap_or_default(),
        }
    }

    /// Whether it is the same but for what is open under the answer.
    #[must_use]
    pub fn is_but_for_panels(&self, other: &Self) -> bool {
        let view = View {
            panels: other.view.panels.clone(),
            ..self.view.clone()
        };
        self.document == other.document && view == other.view
    }

    /// The text of a saved file, with every field, for people to read and edit.
    #[must_use]
    pub fn to_json(&self) -> String {
        wrap(self.document.to_node(), self.view.to_node()).to_pretty_text()
    }

    /// The shortest text that [`read`](Self::read) reads back as the same.
    #[must_use]
    pub fn to_brief_json(&self) -> String {
        wrap(self.document.to_brief_node(), self.view.to_brief_node()).to_text()
    }
}

fn wrap(document: Node, view: Node) -> Node {
    Node::object([
        ("version", VERSION.into()),
        ("document", document),
        ("view", view),
    ])
}
