//! Where it leaks: the stages on every scale, and what happens at each.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Ceiling, Distinction, LeakScales, Question, ScaleGain, ScaleRanking, StageFacts, ceiling,
    stage_facts,
};
use pipeline_lever::model::{Document, Node, View};

/// The rankings of the stages.
pub fn scales(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let rankings = LeakScales::new(document, view).answer(simulator);
    rankings.iter().map(ranking).collect()
}

fn ranking(ranking: &ScaleRanking) -> Node {
    let distinction = match ranking.distinction {
        Distinction::Ranked => "ranked",
        Distinction::Tie => "tie",
        Distinction::NothingGains => "nothingGains",
    };
    Node::object([
        ("scale", ranking.scale.id().into()),
        ("distinction", distinction.into()),
        ("stages", ranking.stages.iter().map(gain).collect()),
    ])
}

fn gain(gain: &ScaleGain) -> Node {
    let members = [
        ("stage", Node::index(gain.stage)),
        ("to", gain.improved.into()),
        ("gain", gain.gain.into()),
    ];
    let per_money = gain
        .per_money
        .map(|per_money| ("gainPerMoney", per_money.into()));
    let members = members.into_iter().chain(per_money);
    Node::Object(
        members
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// What happens at each stage.
pub fn facts(simulator: &mut Simulator, document: &Document) -> Node {
    let facts = stage_facts(simulator, document);
    facts.iter().map(fact).collect()
}

fn fact(facts: &StageFacts) -> Node {
    Node::object([
        ("lost", facts.lost.into()),
        ("wentCold", facts.went_cold.into()),
        ("bookingsLost", facts.bookings_lost.into()),
        ("inWork", facts.in_work.into()),
        ("bookingsInWork", facts.bookings_in_work.into()),
        ("waiting", facts.waiting.into()),
        ("utilisation", facts.utilisation.into()),
    ])
}

/// The most leads before a stage is full; null without a limit that leads get to.
pub fn most_leads(document: &Document) -> Node {
    let stage_and_leads = |stage: usize, leads: f64| {
        [
            ("stage", Node::index(stage)),
            ("leadsPerMonth", leads.into()),
        ]
    };
    ceiling(document).map_or(Node::Null, |found| {
        let Ceiling {
            stage,
            leads_per_month,
            next,
        } = found;
        let [stage, leads] = stage_and_leads(stage, leads_per_month);
        let next = next.map_or(Node::Null, |(stage, leads)| {
            Node::object(stage_and_leads(stage, leads))
        });
        Node::object([stage, leads, ("next", next)])
    })
}
