//! What a target takes.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    GoalAnswer, GoalLever, GoalPlan, GoalSearch, Needed, Question, Repaid,
};
use pipeline_lever::model::{Document, Node, View};

use super::budget::{items, prices};

/// The goal of `view`, or the one to begin with.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let answer = GoalSearch::new(document, view).answer(simulator);
    let GoalAnswer {
        goal,
        expected,
        by_month,
        expected_in,
        chance,
        trials,
        levers,
        on_average,
        surely,
        prices: of,
    } = answer;
    Node::object([
        ("measure", goal.measure.id().into()),
        ("amount", goal.amount.into()),
        ("amountIsDefault", Node::Bool(goal.is_default_amount)),
        ("month", f64::from(goal.month).into()),
        ("monthIsDefault", Node::Bool(goal.is_default_month)),
        ("expected", expected.into()),
        ("expectedIn", expected_in.map(f64::from).into()),
        ("byMonth", by_month.into_iter().collect()),
        ("chance", chance.into()),
        ("trials", f64::from(trials).into()),
        ("levers", levers.iter().map(needed).collect()),
        ("onAverage", on_average.as_ref().map_or(Node::Null, plan)),
        ("surely", surely.as_ref().map_or(Node::Null, plan)),
        ("prices", prices(&of)),
    ])
}

fn needed(needed: &Needed) -> Node {
    let (kind, stage) = match needed.lever {
        GoalLever::Conversion(stage) => ("conversion", Some(stage)),
        GoalLever::Days(stage) => ("days", Some(stage)),
        GoalLever::Capacity(stage) => ("capacity", Some(stage)),
        GoalLever::Leads => ("leads", None),
        GoalLever::DealSize => ("dealSize", None),
        GoalLever::PaymentDays => ("paymentDays", None),
    };
    Node::object([
        ("lever", kind.into()),
        ("stage", stage.map_or(Node::Null, Node::index)),
        ("present", needed.present.into()),
        ("needed", needed.value.into()),
        ("best", needed.best.into()),
        ("costPerMonth", needed.cost_per_month.into()),
    ])
}

fn plan(plan: &GoalPlan) -> Node {
    let repaid = match plan.repaid {
        Repaid::In(month) => Node::index(month),
        Repaid::Never | Repaid::ChangesNothing => Node::Null,
    };
    Node::object([
        ("items", items(&plan.items)),
        ("costPerMonth", plan.cost_per_month.into()),
        ("expected", plan.expected.into()),
        ("byMonth", plan.by_month.iter().copied().collect()),
        ("chance", plan.chance.into()),
        ("payback", repaid),
    ])
}
