//! Which input moves the answer most.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Bar, BarEnd, NoBar, Question, Tornado, TornadoRuns, TornadoStep};
use pipeline_lever::model::{Document, Field, Node, Objective};

/// The bars of all inputs, by the same relative step and by their own uncertainty.
pub fn of(simulator: &mut Simulator, document: &Document, objective: Objective) -> Node {
    let mut of = |step| {
        let tornado = TornadoRuns::new(document, objective, step).answer(simulator);
        node(&tornado)
    };
    Node::object([
        ("sameStep", of(TornadoStep::default())),
        ("ownUncertainty", of(TornadoStep::OwnUncertainty)),
    ])
}

fn node(tornado: &Tornado) -> Node {
    let step = match tornado.step {
        TornadoStep::Same(step) => Some(step),
        TornadoStep::OwnUncertainty => None,
    };
    Node::object([
        ("step", step.into()),
        ("baseline", tornado.baseline.into()),
        ("bars", tornado.bars.iter().map(bar).collect()),
        (
            "withoutBar",
            tornado.without_bar.iter().map(without_bar).collect(),
        ),
    ])
}

fn bar(bar: &Bar) -> Node {
    Node::object([
        ("field", path(bar.field)),
        ("input", bar.input.into()),
        ("low", end(bar.low)),
        ("high", end(bar.high)),
        ("swing", bar.swing.into()),
        ("turns", Node::Bool(bar.turns)),
        ("hasOtherStep", Node::Bool(bar.has_other_step)),
    ])
}

fn end(end: BarEnd) -> Node {
    Node::object([("input", end.input.into()), ("result", end.result.into())])
}

fn without_bar((field, reason): &(Field, NoBar)) -> Node {
    let because = match reason {
        NoBar::NoStep => "noStep",
        NoBar::NoSwing => "noSwing",
    };
    Node::object([("field", path(*field)), ("because", because.into())])
}

/// Where a field stands in the document, such as `stages[2].conversion`.
pub fn path(field: Field) -> Node {
    field.path().to_string().as_str().into()
}
