//! What the open deals bring, and how their chances age.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    AgePoint, ChanceByAge, OpenDealsRuns, OpenMonth, OpenStage, Question,
};
use pipeline_lever::model::{Document, Node, PlanField, View};

/// The open deals of each stage, their wins and money by month.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let within_days = view.plans.get(PlanField::WithinDays);
    let found = OpenDealsRuns::new(document, within_days).answer(simulator);
    Node::object([
        ("isDefault", Node::Bool(found.is_default)),
        ("wins", found.wins.into()),
        ("bookings", found.bookings.into()),
        ("later", found.later.into()),
        ("takenByWaiting", found.taken_by_waiting.into()),
        ("withinDays", Node::index(found.within_days)),
        ("wonWithin", found.won_within.into()),
        ("openWithin", found.open_within.into()),
        ("leadsWithin", found.leads_within.into()),
        ("stages", found.stages.iter().map(stage).collect()),
        ("months", found.months.iter().map(month).collect()),
    ])
}

fn stage(stage: &OpenStage) -> Node {
    let ChanceByAge {
        depends_on_age,
        nearly_last,
        last,
        ..
    } = stage.ages;
    let days = |days: Option<usize>| days.map_or(Node::Null, Node::index);
    Node::object([
        ("open", stage.open.into()),
        ("chance", stage.ages.at_start().into()),
        ("wins", stage.wins.into()),
        ("bookings", stage.bookings.into()),
        ("dependsOnAge", Node::Bool(depends_on_age)),
        ("nearlyLastDays", days(nearly_last)),
        ("lastDays", days(last)),
        ("ages", stage.ages.points().iter().map(age).collect()),
    ])
}

fn age(point: &AgePoint) -> Node {
    Node::object([
        ("days", Node::index(point.days)),
        ("chance", point.chance.into()),
        ("stillThere", point.still_there.into()),
    ])
}

fn month(month: &OpenMonth) -> Node {
    Node::object([
        ("month", (&*month.month.to_string()).into()),
        ("won", month.won.into()),
        ("bookings", month.bookings.into()),
        ("cash", month.cash.into()),
    ])
}
