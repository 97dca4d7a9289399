//! What a shorter cycle brings once and what it changes for good.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{PLANNED_EFFECT, ShorterCycle, shorter_cycle};
use pipeline_lever::model::{Change, Document, Lever, Node, Number};

/// Each stage a fifth shorter, and all of them.
pub fn of(simulator: &mut Simulator, document: &Document) -> Node {
    let levers: Vec<Lever> = (0..document.stages.len()).map(shorter).collect();
    let mut of = |levers: &[Lever]| shorter_cycle(simulator, document, levers);
    let stages = levers.iter().enumerate().map(|(stage, lever)| {
        let found = of(std::slice::from_ref(lever));
        described(Some(stage), &found)
    });
    let stages: Vec<Node> = stages.collect();
    Node::object([
        ("stages", Node::List(stages)),
        ("allStages", described(None, &of(&levers))),
    ])
}

fn shorter(stage: usize) -> Lever {
    let times = Number::nearest(1.0 - PLANNED_EFFECT);
    Change::Days { stage, times }.at_once()
}

fn described(stage: Option<usize>, found: &ShorterCycle) -> Node {
    Node::object([
        ("stage", stage.map_or(Node::Null, Node::index)),
        ("once", found.once.into()),
        ("forGood", found.for_good.into()),
        ("bookings", found.brings().into()),
        ("cash", found.cash.into()),
        ("cycleDays", found.cycle_days.into()),
        ("newCycleDays", found.new_cycle_days.into()),
        ("daysEarlier", found.days_earlier.into()),
        ("velocityClaims", found.velocity_claims.into()),
    ])
}
