//! When a change has paid back what it costs.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Payback, PaybackMonth, Repaid, payback, planned};
use pipeline_lever::model::{Document, Node, Pair, PlannedLever, View};

/// The pair's better stage and its leads, at the prices and terms of `view`.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View, pair: Pair) -> Node {
    let mut of = |lever: PlannedLever| {
        let mut view = view.clone();
        view.plans.lever = lever;
        let levers = planned(document, &view, pair);
        described(&payback(simulator, document, &levers))
    };
    Node::object([
        ("fix", of(PlannedLever::Fix)),
        ("leads", of(PlannedLever::Leads)),
        ("planned", of(view.plans.lever)),
    ])
}

fn described(found: &Payback) -> Node {
    let (month, changes_nothing) = match found.repaid {
        Repaid::In(month) => (Node::index(month), false),
        Repaid::Never => (Node::Null, false),
        Repaid::ChangesNothing => (Node::Null, true),
    };
    let list = |of: fn(&PaybackMonth) -> f64| found.months.iter().map(of).collect();
    Node::object([
        ("month", month),
        ("changesNothing", Node::Bool(changes_nothing)),
        ("peakCashNeed", found.peak_cash_need.into()),
        (
            "peakMonth",
            found.peak_month.map_or(Node::Null, Node::index),
        ),
        ("profit", found.profit.into()),
        ("value", found.value.into()),
        ("ownCosts", found.own_costs.into()),
        (
            "mayCostPerMonth",
            found.may_cost.map(|most| most.per_month).into(),
        ),
        ("mayCostOnce", found.may_cost.map(|most| most.once).into()),
        ("cumulatedProfit", list(|month| month.cumulated_profit)),
        ("cumulatedCash", list(|month| month.cumulated_cash)),
    ])
}
