//! What is noted beside the stages: it stays on its stage, stays in links, and ranks by money.

mod support;

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Contradiction, Distinction, Known, LeakScale, LeakScales, Question, contradictions,
};
use pipeline_lever::model::{
    Document, LONGEST_NAME, Number, Objective, Shift, StageNotes, View, ViewField,
};
use pipeline_lever::share::{Shared, from_link, to_link};
use pipeline_lever::state::{Action, AppState, Gesture};
use support::texts::this_month;
use support::{close, document};

/// 100 leads in a January of one month, nothing takes time: 5 are won.
const TWO: &str = r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":100}],
    "stages":[{"name":"a","conversion":0.5},{"name":"b","conversion":0.1}],"deal":{"size":10}}"#;

fn with_view(view: &str) -> Shared {
    let text = format!(r#"{{"version":1,"document":{TWO},"view":{view}}}"#);
    Shared::read(text.as_bytes(), this_month()).expect("a file")
}

#[test]
fn notes_are_in_links_and_files_and_only_where_there_are_any() {
    let shared = with_view(
        r#"{"stages":[{},{"price":250.5,"benchmark":"sql-won-enterprise","mood":1}],"cycleDays":45}"#,
    );
    let notes = &shared.view.stages;
    assert_eq!((notes.price(0), notes.price(1)), (None, Some(250.5)));
    assert_eq!(notes.benchmark(1), Some("sql-won-enterprise"));
    assert_eq!(shared.view.cycle_days.map(Number::get), Some(45.0));
    let brief = shared.view.to_brief_node().to_text();
    let written = r#""pair":null,"stages":[{},{"price":250.5,"benchmark":"sql-won-enterprise"}],"cycleDays":45}"#;
    assert!(brief.ends_with(written), "{brief}");
    assert_eq!(
        from_link(&to_link(&shared), this_month()),
        Ok(shared.clone())
    );
    let saved = Shared::read(shared.to_json().as_bytes(), this_month());
    assert_eq!(saved, Ok(shared));
    // What was never noted leaves a link as it was before there were notes.
    let nothing = with_view(r#"{"stages":[{},{"price":null}],"cycleDays":null}"#).view;
    assert_eq!(nothing, View::default());
    assert!(
        nothing
            .to_brief_node()
            .to_text()
            .ends_with(r#""pair":null}"#)
    );
}

#[test]
fn a_range_of_a_later_version_is_kept_and_nothing_else_is_guessed() {
    let later = with_view(r#"{"stages":[{"benchmark":"won-of-2040"}]}"#);
    assert_eq!(later.view.stages.benchmark(0), Some("won-of-2040"));
    for (view, path) in [
        (r#"{"stages":{}}"#.to_owned(), "view.stages"),
        (r#"{"stages":[{},{},{}]}"#.to_owned(), "view.stages"),
        (r#"{"stages":[1]}"#.to_owned(), "view.stages[0]"),
        (
            r#"{"stages":[{"price":0}]}"#.to_owned(),
            "view.stages[0].price",
        ),
        (
            r#"{"stages":[{"price":"5"}]}"#.to_owned(),
            "view.stages[0].price",
        ),
        (
            r#"{"stages":[{},{"benchmark":5}]}"#.to_owned(),
            "view.stages[1].benchmark",
        ),
        (
            format!(
                r#"{{"stages":[{{"benchmark":"{}"}}]}}"#,
                "x".repeat(LONGEST_NAME + 1)
            ),
            "view.stages[0].benchmark",
        ),
        (r#"{"cycleDays":-1}"#.to_owned(), "view.cycleDays"),
    ] {
        let text = format!(r#"{{"version":1,"document":{TWO},"view":{view}}}"#);
        let problem = Shared::read(text.as_bytes(), this_month()).expect_err(&view);
        assert_eq!(problem.path.to_string(), path, "{view}");
    }
}

/// Notes with a price that says which stage it was.
fn priced(prices: &[Option<f64>]) -> StageNotes {
    let mut notes = StageNotes::default();
    for (stage, price) in prices.iter().enumerate() {
        notes.set_price(stage, price.map(Number::nearest));
    }
    notes
}

#[test]
fn notes_follow_their_stages() {
    let notes = priced(&[Some(1.0), None, Some(3.0)]);
    for (shift, now) in [
        (Shift::Insert(0), vec![None, Some(1.0), None, Some(3.0)]),
        (Shift::Insert(2), vec![Some(1.0), None, None, Some(3.0)]),
        (Shift::Insert(3), vec![Some(1.0), None, Some(3.0)]),
        (Shift::Remove(0), vec![None, Some(3.0)]),
        (Shift::Remove(2), vec![Some(1.0)]),
        (Shift::Move { from: 2, to: 0 }, vec![Some(3.0), Some(1.0)]),
        (
            Shift::Move { from: 0, to: 3 },
            vec![None, Some(3.0), None, Some(1.0)],
        ),
    ] {
        let mut moved = notes.clone();
        moved.follow(shift);
        assert_eq!(moved, priced(&now), "{shift:?}");
    }
}

#[test]
fn notes_are_steps_of_the_page_and_move_with_its_stages() {
    let start = AppState::new(with_view("{}"), None);
    let price = |stage, value| Action::SetViewNumber {
        field: ViewField::StagePrice(stage),
        value,
        gesture: Gesture::Done,
    };
    let benchmark = Action::SetBenchmark(1, Some("sql-won-enterprise".into()));
    let noted = start.after(price(1, Some(20.0))).expect("a change");
    let noted = noted.after(benchmark).expect("a change");
    let moved = noted
        .after(Action::MoveStage { from: 1, to: 0 })
        .expect("a change");
    assert_eq!(moved.view().stages.price(0), Some(20.0));
    assert_eq!(moved.view().stages.benchmark(0), Some("sql-won-enterprise"));
    let gone = moved.after(Action::RemoveStage(0)).expect("a change");
    assert_eq!(gone.view().stages, StageNotes::default());
    let back = gone.after(Action::Undo).expect("a step back");
    assert_eq!(back.view().stages, moved.view().stages);
    // There is no third stage, and no price of nothing.
    for refused in [
        price(2, Some(20.0)),
        price(0, Some(0.0)),
        Action::SetBenchmark(2, Some("x".into())),
    ] {
        assert_eq!(start.after(refused.clone()), None, "{refused:?}");
    }
    assert_eq!(
        noted
            .after(price(1, None))
            .expect("a change")
            .view()
            .stages
            .price(1),
        None
    );
}

fn won(prices: &[Option<f64>]) -> View {
    View {
        objective: Objective::Won,
        stages: priced(prices),
        ..View::default()
    }
}

fn scales(document: &Document, view: &View) -> Vec<pipeline_lever::insights::ScaleRanking> {
    LeakScales::new(document, view).answer(&mut Simulator::new())
}

#[test]
fn the_scale_of_money_ranks_as_on_paper() {
    let mut two = document(TWO);
    // A step brings 5 × (1.1 ÷ 1.01 − 1) at the second stage and 5 × (1.1 ÷ 1.05 − 1) at the first.
    let (second, first) = (5.0 * (1.1 / 1.01 - 1.0), 5.0 * (1.1 / 1.05 - 1.0));
    let rankings = scales(&two, &won(&[Some(10.0), Some(40.0)]));
    assert_eq!(rankings[0].stages[0].stage, 1);
    let money = rankings.last().expect("scales");
    assert_eq!(
        (money.scale, money.distinction),
        (LeakScale::Money, Distinction::Ranked)
    );
    // The first stage gains less, and costs a quarter.
    assert_eq!((money.stages[0].stage, money.stages[1].stage), (0, 1));
    close(money.stages[0].rank(), first / 10.0, 1e-9);
    close(money.stages[1].rank(), second / 40.0, 1e-9);
    // Prices in proportion to the gains are a tie; over two months a step costs twice its price.
    let tie = scales(&two, &won(&[Some(first), Some(second)]));
    assert_eq!(
        tie.last().map(|money| money.distinction),
        Some(Distinction::Tie)
    );
    two.months = Number::nearest(2.0);
    let longer = scales(&two, &won(&[Some(10.0), None]));
    let money = longer.last().expect("scales");
    assert_eq!(money.stages.len(), 1);
    close(money.stages[0].rank(), money.stages[0].gain / 20.0, 1e-12);
    close(money.stages[0].rank(), first / 10.0, 1e-9);
    // Without a price there is no such scale.
    let without = scales(&two, &won(&[]));
    assert!(
        without
            .iter()
            .all(|ranking| ranking.scale != LeakScale::Money)
    );
    assert!(
        without
            .iter()
            .flat_map(|ranking| &ranking.stages)
            .all(|stage| stage.per_money.is_none())
    );
}

#[test]
fn a_stated_cycle_reaches_the_notes() {
    let shared = with_view(r#"{"cycleDays":90}"#);
    let known = Known {
        cycle_days: shared.view.cycle_days.map(Number::get),
        ..Known::default()
    };
    let is_cycle = |contradiction| {
        matches!(
            contradiction,
            Contradiction::StatedCycle {
                stated_days: 90.0,
                stages_days: 0.0
            }
        )
    };
    let notes = contradictions(&shared.document, known);
    assert!(
        notes.iter().any(|note| is_cycle(note.contradiction)),
        "{notes:?}"
    );
}

#[test]
fn plans_may_be_null_and_say_where_they_are_wrong() {
    let nothing = with_view(r#"{"panels":[],"plans":{"effect":null}}"#);
    assert_eq!(nothing.view, View::default());
    assert_eq!(with_view(r#"{"plans":null}"#).view, View::default());
    // Panels and plans of a later version are not there, and a second mention opens nothing twice.
    let later = with_view(r#"{"panels":["goal","dreams","goal"],"plans":{"dancing.effect":7}}"#);
    assert_eq!(later.view, with_view(r#"{"panels":["goal"]}"#).view);
    for (view, path) in [
        (r#"{"panels":"goal"}"#, "view.panels"),
        (r#"{"panels":[1]}"#, "view.panels[0]"),
        (r#"{"plans":{"measure":"value"}}"#, "view.plans.measure"),
        (r#"{"plans":{"goalMonth":60}}"#, "view.plans.goalMonth"),
        (r#"{"plans":{"stage":2}}"#, "view.plans.stage"),
        (r#"{"plans":{"effect":1.5}}"#, "view.plans.effect"),
        (
            r#"{"plans":{"audits.costPerMonth":-1}}"#,
            "view.plans[\"audits.costPerMonth\"]",
        ),
        (r#"{"plans":[]}"#, "view.plans"),
        (r#"{"plans":{"withinDays":1.5}}"#, "view.plans.withinDays"),
    ] {
        let text = format!(r#"{{"version":1,"document":{TWO},"view":{view}}}"#);
        let problem = Shared::read(text.as_bytes(), this_month()).expect_err(view);
        assert_eq!(problem.path.to_string(), path);
    }
}
