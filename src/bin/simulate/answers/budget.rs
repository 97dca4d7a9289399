//! How to split money between leads and stages.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Budget, BudgetSearch, Item, Prices, Question, Spending};
use pipeline_lever::model::{Document, Node, View};

/// The money of `view`, or what there is to begin with, by the objective of `view`.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let budget = BudgetSearch::new(document, view).answer(simulator);
    let way = |way: &Spending| {
        Node::object([
            ("items", items(&way.items)),
            ("gain", budget.gain(view.objective, way).into()),
        ])
    };
    let optional = |spending: &Option<Spending>| spending.as_ref().map_or(Node::Null, way);
    let Budget {
        per_month,
        is_default,
        prices: of,
        best,
        all_leads,
        all_stages,
        curve,
        ..
    } = &budget;
    let curve = curve.iter().map(|(share, objective)| {
        Node::object([
            ("leadsShare", (*share).into()),
            ("objective", (*objective).into()),
        ])
    });
    Node::object([
        ("perMonth", (*per_month).into()),
        ("perMonthIsDefault", Node::Bool(*is_default)),
        ("best", way(best)),
        ("allLeads", optional(all_leads)),
        ("allStages", optional(all_stages)),
        ("curve", curve.collect()),
        ("prices", prices(of)),
    ])
}

/// What each stage and channel gets a month.
pub fn items(items: &[(Item, f64)]) -> Node {
    let item = |(item, money): &(Item, f64)| {
        let (stage, channel) = match *item {
            Item::Stage(stage) => (Some(stage), None),
            Item::Channel(channel) => (None, Some(channel)),
            Item::Kept => (None, None),
        };
        Node::object([
            ("stage", stage.map_or(Node::Null, Node::index)),
            ("channel", channel.map_or(Node::Null, Node::index)),
            ("perMonth", (*money).into()),
        ])
    };
    items.iter().map(item).collect()
}

/// What a first step costs at each stage, and how much more each further one.
pub fn prices(prices: &Prices) -> Node {
    let step = |step: &pipeline_lever::insights::StepPrice| {
        Node::object([
            ("perMonth", step.per_month.into()),
            ("isDefault", Node::Bool(step.is_default)),
        ])
    };
    Node::object([
        ("steps", prices.steps.iter().map(step).collect()),
        ("growth", prices.growth.into()),
    ])
}
