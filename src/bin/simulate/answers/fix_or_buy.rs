//! Fix a stage or buy leads.

use pipeline_lever::engine::{Simulator, Totals};
use pipeline_lever::insights::{
    AllPairs, Combinations, Comparison, Equivalent, LeadsStep, Question, StageStep, Verdict,
};
use pipeline_lever::model::{Document, Node, Objective};

use super::leaks::extra_leads;

/// The pair compared, and every stage against every channel.
pub fn of(simulator: &mut Simulator, document: &Document, compared: &Comparison) -> Node {
    let advantage = compared.advantage(document);
    let all = AllPairs::new(document).answer(simulator);
    let objective = compared.objective;
    let as_many = match compared.as_many_leads_as {
        Equivalent::Leads(leads) => Some(leads),
        Equivalent::Searching | Equivalent::None => None,
    };
    let stages = all.stages.iter().enumerate();
    let channels = all.channels.iter().enumerate();
    Node::object([
        ("pair", compared.pair.into()),
        ("verdict", verdict(advantage.verdict)),
        ("fixGain", compared.fix.gain.into()),
        ("leadsGain", compared.leads.gain.into()),
        ("aheadBy", advantage.ahead_by.into()),
        ("aheadByShare", advantage.ahead_by_share.into()),
        (
            "aheadSince",
            advantage.ahead_since.map_or(Node::Null, Node::index),
        ),
        ("asManyLeadsAs", extra_leads(as_many)),
        ("worthUpToPerMonth", compared.worth_up_to_per_month.into()),
        ("returnedPerMonth", compared.returned_per_month.into()),
        (
            "stages",
            stages
                .map(|(stage, step)| stage_step(&all, objective, stage, step))
                .collect(),
        ),
        (
            "channels",
            channels
                .map(|(channel, step)| leads_step(&all, Some(channel), step))
                .collect(),
        ),
        ("allChannels", leads_step(&all, None, &all.all_channels)),
    ])
}

/// A verdict by name.
pub fn verdict(verdict: Verdict) -> Node {
    let name = match verdict {
        Verdict::FixWins => "fixWins",
        Verdict::LeadsWin => "leadsWin",
        Verdict::Tie => "tie",
        Verdict::NeitherHelps => "neitherHelps",
    };
    name.into()
}

fn stage_step(all: &Combinations, objective: Objective, stage: usize, step: &StageStep) -> Node {
    let against = |channel| {
        let found = all.verdict(objective, stage, channel);
        found.map_or(Node::Null, verdict)
    };
    let channels = 0..all.channels.len();
    Node::object([
        ("stage", Node::index(stage)),
        ("to", step.improved.into()),
        ("gains", gains(all, &step.totals)),
        ("worthUpToPerMonth", step.worth_up_to_per_month.into()),
        ("returnedPerMonth", step.returned_per_month.into()),
        (
            "againstChannels",
            channels.map(|channel| against(Some(channel))).collect(),
        ),
        ("againstAllChannels", against(None)),
    ])
}

fn leads_step(all: &Combinations, channel: Option<usize>, step: &LeadsStep) -> Node {
    Node::object([
        ("channel", channel.map_or(Node::Null, Node::index)),
        ("gains", gains(all, &step.totals)),
        ("extra", extra_leads(Some(step.extra))),
    ])
}

/// What a run gains, by each objective.
fn gains(all: &Combinations, totals: &Totals) -> Node {
    let gains = Objective::all().iter().map(|objective| {
        let gain = all.gain(*objective, totals);
        (objective.id().to_owned(), gain.into())
    });
    Node::Object(gains.collect())
}
