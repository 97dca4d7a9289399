//! Scenarios side by side.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Best, ComparedScenario, Question, Repaid, ScenarioRun, ScenarioRuns,
};
use pipeline_lever::model::{Document, Node, View};

use crate::report::{metrics, totals};

/// The scenarios that `view` compares, by its objective.
pub fn of(simulator: &mut Simulator, document: &Document, view: &View) -> Node {
    let found = ScenarioRuns::new(document, view).answer(simulator);
    let name = |place: usize| {
        let scenario = document.scenarios.get(place);
        Node::from(scenario.map_or("", |scenario| scenario.name.as_str()))
    };
    let best = match &found.best {
        Best::NoneCompared | Best::NothingGains => Vec::new(),
        Best::One(place) => vec![*place],
        Best::Tie(places) => places.clone(),
    };
    let compared = |one: &ComparedScenario| {
        let month = match one.repaid {
            Repaid::In(month) => Node::index(month),
            Repaid::Never | Repaid::ChangesNothing => Node::Null,
        };
        let changes_nothing = one.repaid == Repaid::ChangesNothing;
        let [totals, metrics, cumulated] = run(&one.run);
        Node::object([
            ("name", name(one.place)),
            ("gain", one.gain.into()),
            (
                "firstEffect",
                one.first_effect.map_or(Node::Null, Node::index),
            ),
            ("repaidIn", month),
            ("changesNothing", Node::Bool(changes_nothing)),
            totals,
            metrics,
            cumulated,
        ])
    };
    Node::object([
        ("best", best.into_iter().map(name).collect()),
        ("today", Node::object(run(&found.today))),
        ("compared", found.compared.iter().map(compared).collect()),
    ])
}

fn run(run: &ScenarioRun) -> [(&'static str, Node); 3] {
    [
        ("totals", totals(&run.totals)),
        ("metrics", metrics(&run.metrics)),
        ("cumulated", run.cumulated.iter().copied().collect()),
    ]
}
