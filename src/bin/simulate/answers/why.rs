//! Why more leads do not help.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Why, why};
use pipeline_lever::model::{Document, Node};

/// The leads as they are, a tenth more, and twice as many.
const TIMES: [f64; 3] = [1.0, 1.1, 2.0];

/// From what the rates promise down to what is won, once for each of a few volumes.
pub fn of(simulator: &mut Simulator, document: &Document) -> Node {
    TIMES
        .iter()
        .map(|&times| described(&why(simulator, document, None, times)))
        .collect()
}

fn described(why: &Why) -> Node {
    Node::object([
        ("leadsTimes", why.leads_times.into()),
        ("promised", why.causes.promised.into()),
        ("time", why.causes.time.into()),
        ("capacity", why.causes.capacity.into()),
        ("waiting", why.causes.waiting.into()),
        ("quality", why.causes.quality.into()),
        ("won", why.causes.won.into()),
        ("gain", why.gain.into()),
        ("promisedGain", why.promised_gain.into()),
        (
            "pricePerWon",
            why.price_per_won.map_or(Node::Null, Node::from),
        ),
        ("limits", Node::Bool(why.limits)),
        (
            "blockingStage",
            why.blocking_stage.map_or(Node::Null, Node::index),
        ),
    ])
}
