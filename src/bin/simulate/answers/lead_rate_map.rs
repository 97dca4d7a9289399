//! The map of leads × conversion.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Contour, EqualConversion, LeadRateRuns, Line, MapPoint, Question};
use pipeline_lever::model::{Document, Node, Objective, Pair};

use super::fix_or_buy::verdict;

/// What each point of the map brings, and where leads or the stage win.
pub fn of(
    simulator: &mut Simulator,
    document: &Document,
    pair: Pair,
    objective: Objective,
) -> Node {
    let map = LeadRateRuns::new(document, pair, objective).answer(simulator);
    let columns = |column: &Vec<f64>| -> Node { column.iter().copied().collect() };
    let better = map.better.iter();
    Node::object([
        ("times", columns(&map.times)),
        ("conversions", columns(&map.conversions)),
        ("objective", map.objective.iter().map(columns).collect()),
        (
            "better",
            better
                .map(|column| column.iter().copied().map(verdict).collect::<Node>())
                .collect(),
        ),
        ("today", point(&map.today)),
        ("fix", point(&map.fix)),
        ("leads", point(&map.leads)),
        ("likeToday", contour(&map.like_today)),
        ("likeFix", contour(&map.like_fix)),
        ("likeLeads", contour(&map.like_leads)),
        ("equal", map.equal.iter().map(equal).collect()),
    ])
}

fn point(point: &MapPoint) -> Node {
    Node::object([
        ("times", point.times.into()),
        ("conversion", point.conversion.into()),
        ("objective", point.objective.into()),
    ])
}

fn contour(contour: &Contour) -> Node {
    let line = |line: &Line| -> Node {
        let points = line.iter();
        points
            .map(|point| point.iter().copied().collect::<Node>())
            .collect()
    };
    Node::object([
        ("level", contour.level.into()),
        ("lines", contour.lines.iter().map(line).collect()),
    ])
}

fn equal((times, conversion): &(f64, EqualConversion)) -> Node {
    let (known, at) = match *conversion {
        EqualConversion::At(at) => ("at", Some(at)),
        EqualConversion::LeadsGainNothing => ("leadsGainNothing", None),
        EqualConversion::Never => ("never", None),
    };
    Node::object([
        ("times", (*times).into()),
        ("known", known.into()),
        ("conversion", at.into()),
    ])
}
