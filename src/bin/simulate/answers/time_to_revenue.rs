//! From first contact to first cash, and the usual steps of shortening it.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    CycleDistribution, Idle, Moved, Piece, PieceDays, Question, ShorterPiece, StepGain, StepRuns,
    TimeToRevenue, TimeToRevenueRuns,
};
use pipeline_lever::model::{Document, Node, PlanField, View};

/// The pieces, the whole, and each piece shortened.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let way = TimeToRevenueRuns::planned(document, &view.plans).answer(simulator);
    let within = view.plans.get(PlanField::WithinDays);
    let within = within.unwrap_or(CycleDistribution::DEFAULT_WITHIN_DAYS);
    Node::object([
        ("pieces", way.pieces.iter().map(piece_days).collect()),
        ("mean", way.mean_days.into()),
        ("meanOfWon", way.mean_days_of_won().into()),
        ("p50", whole(way.days_for(0.5))),
        ("p90", whole(way.days_for(0.9))),
        (
            "wonWithin",
            Node::object([
                ("days", within.into()),
                ("share", way.cycle.share_within(within).into()),
            ]),
        ),
        ("shortenBy", way.shortened_by.into()),
        ("shorter", way.shorter.iter().map(shorter).collect()),
        ("shortenFirst", first(&way)),
    ])
}

fn first(way: &TimeToRevenue) -> Node {
    let first = way.first().iter();
    first
        .map(|shorter| Node::object(named(shorter.piece)))
        .collect()
}

fn piece_days(piece: &PieceDays) -> Node {
    let [name, stage] = named(piece.piece);
    Node::object([name, stage, ("days", piece.days.into())])
}

fn shorter(shorter: &ShorterPiece) -> Node {
    let [name, stage] = named(shorter.piece);
    Node::object([
        name,
        stage,
        ("fromDays", shorter.from_days.into()),
        ("toDays", shorter.to_days.into()),
        ("capacityPerMonth", shorter.capacity.into()),
        ("days", shorter.days.into()),
        ("cash", shorter.cash.into()),
        ("won", shorter.won.into()),
        ("aheadSince", whole(shorter.ahead_since)),
    ])
}

/// A piece by name, with its stage.
fn named(piece: Piece) -> [(&'static str, Node); 2] {
    let (name, stage) = match piece {
        Piece::Waiting(stage) => ("waiting", Some(stage)),
        Piece::Stage(stage) => ("stage", Some(stage)),
        Piece::Onboarding => ("onboarding", None),
        Piece::Delivery => ("delivery", None),
        Piece::Payment => ("payment", None),
    };
    [("piece", name.into()), ("stage", whole(stage))]
}

/// The usual steps, most profit first.
pub fn steps(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let steps = StepRuns::new(document, &view.plans).answer(simulator);
    steps.gains.iter().map(step).collect()
}

fn step(gain: &StepGain) -> Node {
    Node::object([
        ("step", gain.step.id().into()),
        ("effect", gain.effect.into()),
        ("price", gain.price.into()),
        ("moves", gain.moved.iter().map(moved).collect()),
        ("idle", gain.idle.map_or(Node::Null, idle)),
        ("won", gain.won.into()),
        ("cash", gain.cash.into()),
        ("profit", gain.profit.into()),
        ("value", gain.value.into()),
        ("days", gain.days.into()),
        ("payback", whole(gain.payback)),
    ])
}

fn moved(moved: &Moved) -> Node {
    Node::object([
        ("field", moved.field.path().to_string().as_str().into()),
        ("from", moved.from.into()),
        ("to", moved.to.into()),
    ])
}

fn idle(idle: Idle) -> Node {
    let (because, field) = match idle {
        Idle::Needs(field) => ("needs", field.path().to_string().as_str().into()),
        Idle::OtherBilling => ("otherBilling", Node::Null),
        Idle::NothingLeft => ("nothingLeft", Node::Null),
    };
    Node::object([("because", because.into()), ("field", field)])
}

/// A whole number that may be missing.
fn whole(number: Option<usize>) -> Node {
    number.map_or(Node::Null, Node::index)
}
