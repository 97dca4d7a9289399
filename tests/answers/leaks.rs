//! Where it leaks: scales that rank and scales that cannot, and what happens at each stage.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Distinction, LeakScale, LeakScales, Question, ScaleRanking, stage_facts,
};
use pipeline_lever::model::{Document, Objective, View};
use proptest::prelude::*;

use crate::support::arbitrary::shared;
use crate::support::{close, document};

/// 100 leads in a January of one month, nothing takes time.
fn two_stages(first: &str, second: &str) -> Document {
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{{"leadsPerMonth":100}}],
        "stages":[{first},{second}],"deal":{{"size":10}}}}"#
    ))
}

fn rankings(document: &Document) -> Vec<ScaleRanking> {
    let view = View {
        objective: Objective::Won,
        ..View::default()
    };
    LeakScales::new(document, &view).answer(&mut Simulator::new())
}

fn of(rankings: &[ScaleRanking], scale: LeakScale) -> &ScaleRanking {
    let found = rankings.iter().find(|ranking| ranking.scale == scale);
    found.expect("the scale")
}

#[test]
fn scales_rank_as_on_paper() {
    let document = two_stages(
        r#"{"conversion":0.5,"target":0.6}"#,
        r#"{"conversion":0.1,"target":0.05}"#,
    );
    let rankings = rankings(&document);
    // 5 are won. +10 % is 0.55 × 0.1 or 0.5 × 0.11: 5.5 either way, the naive tool's tie.
    let relative = of(&rankings, LeakScale::Relative);
    assert_eq!(relative.distinction, Distinction::Tie);
    // +1 point is 0.51 × 0.1 or 0.5 × 0.11: 0.1 more or 0.5 more.
    let point = of(&rankings, LeakScale::Point);
    assert_eq!(
        (point.distinction, point.stages[0].stage),
        (Distinction::Ranked, 1)
    );
    close(point.stages[0].gain, 0.5, 1e-9);
    close(point.stages[1].gain, 0.1, 1e-9);
    // Odds × 1.1: 0.55 ÷ 1.05 and 0.11 ÷ 1.01.
    let odds = of(&rankings, LeakScale::Odds);
    assert_eq!(odds.stages[0].stage, 1);
    close(odds.stages[0].gain, 100.0 * 0.5 * 0.11 / 1.01 - 5.0, 1e-9);
    close(odds.stages[1].gain, 100.0 * 0.55 / 1.05 * 0.1 - 5.0, 1e-9);
    // Up to 60 % is 1 more; the other target is met.
    let target = of(&rankings, LeakScale::Target);
    assert_eq!(target.stages[0].stage, 0);
    close(target.stages[0].gain, 1.0, 1e-9);
    assert_eq!(target.stages[1].gain, 0.0);
}

#[test]
fn without_targets_there_is_no_such_scale_and_a_whole_stage_breaks_no_tie() {
    let document = two_stages(r#"{"conversion":0.5}"#, r#"{"conversion":1}"#);
    let rankings = rankings(&document);
    assert_eq!(rankings.len(), 3);
    let three = document_of_three();
    let relative = of(&self::rankings(&three), LeakScale::Relative).clone();
    assert_eq!(relative.distinction, Distinction::Tie);
    // Behind a full stage nothing before it gains: the naive tool still ties them.
    let full = two_stages(
        r#"{"conversion":0.5}"#,
        r#"{"conversion":0.5,"capacityPerMonth":10}"#,
    );
    let relative = of(&self::rankings(&full), LeakScale::Relative).clone();
    assert_eq!(
        (relative.distinction, relative.stages[0].stage),
        (Distinction::Ranked, 1)
    );
    close(relative.stages[1].gain, 0.0, 1e-9);
    // With nobody there, nothing gains.
    let nobody = two_stages(r#"{"conversion":0}"#, r#"{"conversion":0}"#);
    let odds = of(&self::rankings(&nobody), LeakScale::Odds).clone();
    assert_eq!(odds.distinction, Distinction::NothingGains);
}

fn document_of_three() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":100}],
        "stages":[{"conversion":0.5},{"conversion":1},{"conversion":0.1}],"deal":{"size":10}}"#,
    )
}

#[test]
fn stages_are_valued_as_on_paper() {
    // 31 leads a day for a day's work, half of them go on; 310 a month of the 480.5 can start, a fifth is won.
    let document = document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":961}],
        "stages":[{"conversion":0.5,"days":{"mean":1,"cv":0}},{"conversion":0.2,"capacityPerMonth":310}],
        "deal":{"size":100}}"#,
    );
    let facts = stage_facts(&mut Simulator::new(), &document);
    // Those of the last day are still in work: 30 days × 15.5 lost, each worth 0.2 × 100.
    close(facts[0].lost, 465.0, 1e-9);
    close(facts[0].bookings_lost, 465.0 * 20.0, 1e-9);
    close(facts[0].in_work, 31.0, 1e-9);
    close(facts[0].bookings_in_work, 31.0 * 10.0, 1e-9);
    assert_eq!(facts[0].utilisation, None);
    // 30 days with 10 starts, 8 of them lost, and 5.5 more in line each evening.
    close(facts[1].lost, 240.0, 1e-9);
    close(facts[1].bookings_lost, 240.0 * 100.0, 1e-9);
    close(facts[1].waiting, 165.0, 1e-9);
    close(facts[1].utilisation.expect("a limit"), 300.0 / 310.0, 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_is_finite_and_ranked(shared in shared()) {
        let document = shared.document;
        for ranking in LeakScales::new(&document, &shared.view).answer(&mut Simulator::new()) {
            for stage in &ranking.stages {
                prop_assert!(stage.rank().is_finite());
            }
            prop_assert!(ranking.stages.windows(2).all(|pair| pair[0].rank() >= pair[1].rank()));
        }
        for facts in stage_facts(&mut Simulator::new(), &document) {
            let numbers = [facts.lost, facts.went_cold, facts.bookings_lost, facts.in_work,
                facts.bookings_in_work, facts.waiting, facts.utilisation.unwrap_or_default()];
            prop_assert!(numbers.iter().all(|number| number.is_finite() && *number >= 0.0), "{numbers:?}");
        }
    }
}
