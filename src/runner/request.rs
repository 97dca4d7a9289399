//! What is asked of whoever plays the trials, as text: the document, the view and the pair compared.

use crate::insights::Trials;
use crate::model::{At, Document, Month, Node, Pair, Problem, View};

/// The text of a request.
#[must_use]
pub fn request(document: &Document, view: &View, pair: Pair) -> String {
    let pair = Some(pair);
    let view = View {
        pair,
        ..view.clone()
    };
    let request = [
        ("document", document.to_brief_node()),
        ("view", view.to_brief_node()),
    ];
    Node::object(request).to_text()
}

/// The trials that a request asks for, none of them played yet, and how many there shall be.
///
/// # Errors
/// What is no request.
pub fn trials(request: &str) -> Result<(Trials, u32), Problem> {
    let node = Node::parse(request.as_bytes())?;
    At::read(&node, |at| {
        let document = at.require("document").unwrap_or(*at);
        // Brief documents say when they start.
        let document = Document::from_at(&document, Month::default());
        let view = at.require("view").unwrap_or(*at);
        let view = View::from_at(&view, &document);
        let pair = view.pair.unwrap_or_default();
        (Trials::new(&document, &view, pair), view.trials.whole())
    })
}
