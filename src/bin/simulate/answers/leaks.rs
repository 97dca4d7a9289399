//! Where the pipeline leaks.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{ExtraLeads, Leak, leaks};
use pipeline_lever::model::{Document, Node, Objective};

/// The stages of the baseline by what one step of improvement would win, most first.
pub fn of(simulator: &mut Simulator, document: &Document) -> Node {
    let leaks = leaks(simulator, document, Objective::Won);
    leaks.iter().map(leak).collect()
}

fn leak(leak: &Leak) -> Node {
    Node::object([
        ("stage", Node::index(leak.stage)),
        ("gain", leak.gain.into()),
        ("worthUpToPerMonth", leak.worth_up_to_per_month.into()),
        ("asManyLeadsAs", extra_leads(leak.as_many_leads_as)),
    ])
}

/// Extra leads; null where no number of leads does.
pub fn extra_leads(extra: Option<ExtraLeads>) -> Node {
    extra.map_or(Node::Null, |extra| {
        Node::object([
            ("times", extra.times.into()),
            ("extraPerMonth", extra.extra_per_month.into()),
            ("costPerMonth", extra.cost_per_month.into()),
        ])
    })
}
