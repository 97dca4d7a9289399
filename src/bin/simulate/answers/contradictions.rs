//! What in the document does not go together.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Contradiction, Known, Note, contradictions, top_leak};
use pipeline_lever::model::{Document, Node, Number, Objective, View};

use super::tornado::path;

/// The notes on the baseline, with what to check.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let top_leak = top_leak(simulator, document, Objective::Won);
    let known = Known {
        top_leak: top_leak.map(|leak| leak.stage),
        cycle_days: view.cycle_days.map(Number::get),
    };
    let notes = contradictions(document, known);
    notes.iter().map(note).collect()
}

fn note(note: &Note) -> Node {
    let kind = note.contradiction.id();
    let check = note.check.iter().copied().map(path).collect();
    let members = [("kind", kind.into()), ("check", check)]
        .into_iter()
        .chain(numbers(&note.contradiction));
    Node::Object(
        members
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// Its numbers, by name.
fn numbers(contradiction: &Contradiction) -> Vec<(&'static str, Node)> {
    match *contradiction {
        Contradiction::OpenUnits {
            stage,
            open,
            expected,
            implied_per_month,
            implied_days,
        } => vec![
            ("stage", Node::index(stage)),
            ("open", open.into()),
            ("expected", expected.into()),
            ("impliedPerMonth", implied_per_month.into()),
            ("impliedDays", implied_days.into()),
        ],
        Contradiction::OpenNeighbours {
            stage,
            open,
            open_before,
            expected,
            conversion,
            implied_conversion,
        } => vec![
            ("stage", Node::index(stage)),
            ("open", open.into()),
            ("openBefore", open_before.into()),
            ("expected", expected.into()),
            ("conversion", conversion.into()),
            ("impliedConversion", implied_conversion.into()),
        ],
        Contradiction::CountedNeighbours {
            stage,
            counted,
            advanced_before,
        } => vec![
            ("stage", Node::index(stage)),
            ("counted", counted.into()),
            ("advancedBefore", advanced_before.into()),
        ],
        Contradiction::SmallSample {
            stage,
            advanced,
            of,
            low,
            high,
            is_top_leak,
        } => vec![
            ("stage", Node::index(stage)),
            ("advanced", advanced.into()),
            ("of", of.into()),
            ("low", low.into()),
            ("high", high.into()),
            ("isTopLeak", Node::Bool(is_top_leak)),
        ],
        Contradiction::DemandAboveCapacity {
            stage,
            arriving_per_month,
            capacity_per_month,
            excess_per_month,
            line_grows,
        } => vec![
            ("stage", Node::index(stage)),
            ("arrivingPerMonth", arriving_per_month.into()),
            ("capacityPerMonth", capacity_per_month.into()),
            ("excessPerMonth", excess_per_month.into()),
            ("lineGrows", Node::Bool(line_grows)),
        ],
        Contradiction::StatedCycle {
            stated_days,
            stages_days,
        } => vec![
            ("statedDays", stated_days.into()),
            ("stagesDays", stages_days.into()),
        ],
        Contradiction::CycleBeyondHorizon {
            stages_days,
            horizon_days,
        } => vec![
            ("stagesDays", stages_days.into()),
            ("horizonDays", horizon_days.into()),
        ],
        Contradiction::TargetBelowConversion {
            stage,
            target,
            conversion,
        } => vec![
            ("stage", Node::index(stage)),
            ("target", target.into()),
            ("conversion", conversion.into()),
        ],
        Contradiction::NothingIsLost => Vec::new(),
        Contradiction::NothingAdvances { stage } => vec![("stage", Node::index(stage))],
        Contradiction::Seasons { channel, sum } => {
            vec![("channel", Node::index(channel)), ("sum", sum.into())]
        }
        Contradiction::LeadPrice {
            channel,
            price,
            worth,
        } => vec![
            ("channel", Node::index(channel)),
            ("price", price.into()),
            ("worth", worth.into()),
        ],
    }
}
