//! The answers, each in a file under its name in the report; `docs/simulate.md` says what they mean.

mod break_even;
mod budget;
mod contradictions;
mod customer_value;
mod fix_or_buy;
mod flips;
mod goal;
mod lead_rate_map;
mod leaks;
mod open_pipeline;
mod payback;
mod scenarios;
mod shorter_cycle;
mod stages;
mod time_to_revenue;
mod tornado;
mod why;

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::compare;
use pipeline_lever::model::{Document, Node, View};

/// All answers to the baseline of `document` and to its scenarios: by the objective of `view`, but for the leaks, which
/// are by deals won. What is compared is the pair that the page starts with, whatever the view has chosen.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let view = View {
        pair: None,
        ..view.clone()
    };
    let objective = view.objective;
    let compared = compare(simulator, document, &view);
    let pair = compared.pair;
    Node::object([
        ("leaks", leaks::of(simulator, document)),
        ("leakScales", stages::scales(simulator, document, &view)),
        ("stages", stages::facts(simulator, document)),
        ("ceiling", stages::most_leads(document)),
        ("fixOrBuy", fix_or_buy::of(simulator, document, &compared)),
        ("flips", flips::of(simulator, document, pair, objective)),
        (
            "breakEven",
            break_even::of(simulator, document, pair, objective),
        ),
        (
            "map",
            lead_rate_map::of(simulator, document, pair, objective),
        ),
        ("tornado", tornado::of(simulator, document, objective)),
        (
            "contradictions",
            contradictions::of(simulator, document, &view),
        ),
        ("why", why::of(simulator, document)),
        (
            "openPipeline",
            open_pipeline::of(simulator, document, &view),
        ),
        ("customerValue", customer_value::of(simulator, document)),
        ("goal", goal::of(simulator, document, &view)),
        ("budget", budget::of(simulator, document, &view)),
        (
            "timeToRevenue",
            time_to_revenue::of(simulator, document, &view),
        ),
        ("steps", time_to_revenue::steps(simulator, document, &view)),
        ("payback", payback::of(simulator, document, &view, pair)),
        ("shorterCycle", shorter_cycle::of(simulator, document)),
        ("scenarios", scenarios::of(simulator, document, &view)),
    ])
}
