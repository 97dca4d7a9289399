//! The answers, each in a file under its name in the report; `docs/simulate.md` says what they mean.

mod contradictions;
mod leaks;
mod tornado;
mod why;

use pipeline_lever::engine::Simulator;
use pipeline_lever::model::{Document, Node, Objective};

/// All answers to the baseline of `document`: by `objective`, but for the leaks, which are by deals won.
pub fn of(simulator: &mut Simulator, document: &Document, objective: Objective) -> Node {
    Node::object([
        ("leaks", leaks::of(simulator, document)),
        ("tornado", tornado::of(simulator, document, objective)),
        ("contradictions", contradictions::of(simulator, document)),
        ("why", why::of(simulator, document)),
    ])
}
