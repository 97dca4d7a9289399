//! The break-even curve.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{BreakEvenCurve, LeadsPoint, Question};
use pipeline_lever::model::{Document, Node, Objective, Pair};

use super::leaks::extra_leads;

/// The objective against extra leads.
pub fn of(
    simulator: &mut Simulator,
    document: &Document,
    pair: Pair,
    objective: Objective,
) -> Node {
    let found = BreakEvenCurve::new(document, pair, objective).answer(simulator);
    Node::object([
        ("level", found.level.into()),
        ("points", found.points.iter().map(point).collect()),
        ("chosen", point(&found.chosen)),
        ("crossing", extra_leads(found.crossing)),
    ])
}

fn point(point: &LeadsPoint) -> Node {
    Node::object([
        ("times", point.times.into()),
        ("extraPerMonth", point.extra_per_month.into()),
        ("objective", point.objective.into()),
    ])
}
