//! When the answer flips.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Flip, FlipInput, FlipSearch, Flips, Question};
use pipeline_lever::model::{Document, Node, Objective, Pair};

use super::fix_or_buy::verdict;

/// The nearest values of each input at which the other way wins.
pub fn of(
    simulator: &mut Simulator,
    document: &Document,
    pair: Pair,
    objective: Objective,
) -> Node {
    let found = FlipSearch::new(document, pair, objective).answer(simulator);
    Node::object([
        ("verdict", verdict(found.verdict)),
        ("inputs", found.inputs.iter().map(flips).collect()),
    ])
}

fn flips(flips: &Flips) -> Node {
    let (name, stage) = match flips.input {
        FlipInput::LeadPrice => ("leadPrice", Node::Null),
        FlipInput::Capacity(stage) => ("capacity", Node::index(stage)),
        FlipInput::Conversion => ("conversion", Node::Null),
        FlipInput::Horizon => ("horizon", Node::Null),
    };
    Node::object([
        ("input", name.into()),
        ("stage", stage),
        ("present", flips.present.into()),
        ("below", flip(flips.below)),
        ("above", flip(flips.above)),
    ])
}

fn flip(flip: Option<Flip>) -> Node {
    flip.map_or(Node::Null, |flip| {
        Node::object([("at", flip.at.into()), ("to", verdict(flip.to))])
    })
}
