//! Scenarios side by side, held against paper and against each other.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Best, ComparedScenarios, Question, Repaid, ScenarioRuns, cumulated, measure,
};
use pipeline_lever::model::{Document, Objective, ScenarioEdit, View};
use proptest::prelude::*;

use crate::support::arbitrary::documents;
use crate::support::{close, document};

/// 100 leads a month, half of them won on the day, for three months; a deal brings 10 at once.
const PAPER: &str = r#"{"version":1,"start":"2026-01","months":3,"opening":"empty","channels":[{"leadsPerMonth":100,"costPerLead":1}],
    "stages":[{"conversion":0.5}],"deal":{"size":10},"scenarios":[
    {"name":"Better","levers":[{"kind":"conversion","stage":0,"to":0.6,"startMonth":1,"oneOffCost":150}]},
    {"name":"More","levers":[{"kind":"leads","channel":0,"times":1.5}]},
    {"name":"Nothing","levers":[]},
    {"name":"Worse","levers":[{"kind":"dealSize","times":0.5}]}]}"#;

fn compare(document: &Document, objective: Objective) -> ComparedScenarios {
    let view = View {
        objective,
        ..View::default()
    };
    ScenarioRuns::new(document, &view).answer(&mut Simulator::new())
}

#[test]
fn scenarios_are_those_of_the_paper() {
    let all = compare(&document(PAPER), Objective::Profit);
    close(all.today.totals.won, 150.0, 1e-9);
    // 3 × (50 × 10 − 100).
    close(all.today.totals.profit, 1200.0, 1e-9);
    let [better, more, nothing, worse] = &*all.compared else {
        panic!("four are compared")
    };
    // Two months of 10 deals more, each worth 10, less 150 once: 50 ahead, behind by 50 in the first month of the two.
    close(better.run.totals.won, 170.0, 1e-9);
    close(better.gain, 50.0, 1e-9);
    assert_eq!(better.first_effect, Some(1));
    assert_eq!(better.repaid, Repaid::In(2));
    // Half as many leads again bring 3 × (25 × 10 − 50) more, and are never behind.
    close(more.gain, 600.0, 1e-9);
    assert_eq!((more.first_effect, more.repaid), (Some(0), Repaid::In(0)));
    assert_eq!(nothing.gain, 0.0);
    assert_eq!(
        (nothing.first_effect, nothing.repaid),
        (None, Repaid::ChangesNothing)
    );
    assert_eq!(nothing.run, all.today);
    close(worse.gain, -750.0, 1e-9);
    assert_eq!(worse.repaid, Repaid::Never);
    assert_eq!(all.best, Best::One(1));
    let (best, next) = all.ahead().expect("one is best");
    assert_eq!((best.place, next.map(|next| next.place)), (1, Some(0)));
    let sums: Vec<f64> = [400.0, 750.0, 1250.0].into();
    for (sum, expected) in better.run.cumulated.iter().zip(sums) {
        close(*sum, expected, 1e-9);
    }
    // What changes nothing lies on the line of today; nothing else does.
    assert_eq!(all.same_lines(), [vec![None, Some(2)]]);
}

#[test]
fn ties_and_nothing_are_told() {
    let mut document = document(PAPER);
    let mut view = View::default();
    // By deals won, another deal size brings nothing.
    document
        .scenarios
        .retain(|scenario| scenario.levers.len() != 1 || scenario.name == "Worse");
    assert_eq!(compare(&document, Objective::Won).best, Best::NothingGains);
    let better = crate::support::document(PAPER).scenarios.swap_remove(0);
    for _ in 0..2 {
        let added = ScenarioEdit::Add(better.clone()).apply(&mut document, &mut view);
        assert_eq!(added, Ok(()));
    }
    assert_eq!(
        compare(&document, Objective::Won).best,
        Best::Tie(vec![2, 3])
    );
    document.scenarios.clear();
    let none = compare(&document, Objective::Won);
    assert_eq!((none.compared.len(), none.best), (0, Best::NoneCompared));
}

#[test]
fn only_what_is_chosen_is_compared() {
    let document = document(PAPER);
    let mut view = View::default();
    view.leave_out(1, true);
    let all = ScenarioRuns::new(&document, &view).answer(&mut Simulator::new());
    let places: Vec<usize> = all.compared.iter().map(|one| one.place).collect();
    assert_eq!(places, [0, 2, 3]);
    assert!(all.at(1).is_none() && all.at(2).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_scenario_is_its_own_run_and_its_copy_is_the_same(document in documents(), objective in proptest::sample::select(Objective::all())) {
        let mut document = document;
        document.scenarios.truncate(2);
        let view = View { objective, ..View::default() };
        let before = ScenarioRuns::new(&document, &view).answer(&mut Simulator::new());
        prop_assert_eq!(before.compared.len(), document.scenarios.len());
        for one in &before.compared {
            let levers = &document.scenarios[one.place].levers;
            let run = Simulator::new().expected(&document, levers);
            prop_assert_eq!(one.run.totals, run.totals);
            let margin = document.deal.gross_margin.get();
            let sums: Vec<f64> = cumulated(objective, &run.months, margin).collect();
            prop_assert_eq!(&one.run.cumulated, &sums);
            let today = measure(objective, &before.today.totals);
            let gain = measure(objective, &run.totals) - today;
            prop_assert!(one.gain == gain || one.gain == 0.0);
        }
        // Copies come right after their originals; the order of all changes no number.
        let mut doubled = document.clone();
        for place in (0..document.scenarios.len()).rev() {
            let copied = ScenarioEdit::Duplicate(place).apply(&mut doubled, &mut view.clone());
            prop_assert_eq!(copied, Ok(()));
        }
        doubled.scenarios.reverse();
        let after = ScenarioRuns::new(&doubled, &view).answer(&mut Simulator::new());
        prop_assert_eq!(after.compared.len(), 2 * before.compared.len());
        for (at, pair) in after.compared.chunks(2).rev().enumerate() {
            for one in pair {
                prop_assert_eq!(&one.run, &before.compared[at].run);
                prop_assert_eq!(one.gain, before.compared[at].gain);
                prop_assert_eq!(one.repaid, before.compared[at].repaid);
            }
        }
    }
}
