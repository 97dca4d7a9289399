//! Nothing may break on any document that the contract allows.

use pipeline_lever::engine::{Period, Stochastic, Summary};
use pipeline_lever::model::{Document, Number, Objective};
use proptest::prelude::*;

use super::support::arbitrary::documents;
use super::support::document;
use super::totals;

/// The document over four months at most.
pub fn short(mut document: Document) -> Document {
    document.months = Number::nearest(document.months.get().min(4.0));
    document
}

fn is_sound(summary: &Summary, may_be_negative: bool) -> bool {
    let Summary {
        mean,
        p10,
        p50,
        p90,
        ..
    } = *summary;
    mean.is_finite()
        && p10 <= p50
        && p50 <= p90
        && p90.is_finite()
        && (may_be_negative || p10 >= 0.0)
}

fn all_is_sound(period: &Period) -> bool {
    let certain = [&period.won, &period.bookings, &period.cash];
    certain.iter().all(|summary| is_sound(summary, false)) && is_sound(&period.profit, true)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_finite(document in documents()) {
        let document = short(document);
        for levers in std::iter::once(&Vec::new()).chain(document.scenarios.iter().map(|scenario| &scenario.levers)) {
            let report = Stochastic::new(&document, levers, 1).run(0..4).report();
            let periods = report.months.iter().chain(&report.quarters).chain(&report.years).chain([&report.totals]);
            for period in periods {
                prop_assert!(all_is_sound(period), "{period:?}");
            }
        }
    }
}

fn with(leads: &str, stage: &str, months: u32, deal: &str) -> Document {
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":{months},"channels":[{{"leadsPerMonth":{leads}}}],"stages":[{stage}],"deal":{deal}}}"#
    ))
}

#[test]
fn nothing_comes_of_nothing() {
    for stage in [
        r#"{"conversion":0}"#,
        r#"{"conversion":1,"capacityPerMonth":0}"#,
    ] {
        let won = totals(
            &with("1000", stage, 12, r#"{"size":1}"#),
            &[],
            1,
            20,
            Objective::Won,
        );
        assert_eq!(won, [0.0; 20]);
    }
    let won = totals(
        &with("0", r#"{"conversion":1}"#, 12, r#"{"size":1}"#),
        &[],
        1,
        20,
        Objective::Won,
    );
    assert_eq!(won, [0.0; 20]);
}

#[test]
fn a_full_stage_that_keeps_all_wins_what_it_can_start() {
    // 3.5 a month are 42 a year, fractions carried from day to day.
    let document = with(
        "1e9",
        r#"{"conversion":1,"capacityPerMonth":3.5}"#,
        12,
        r#"{"size":1}"#,
    );
    assert!(
        totals(&document, &[], 1, 20, Objective::Won)
            .iter()
            .all(|won| (41.0..=42.0).contains(won))
    );
}

#[test]
fn the_largest_numbers_are_taken() {
    let huge = r#"{"conversion":0.5,"capacityPerMonth":9e8,"days":{"mean":3650,"cv":3},"waiting":{"patienceHalfLifeDays":3650,"discardAfterDays":3650}}"#;
    let deal = r#"{"size":1e12,"sizeCv":10,"billing":{"kind":"recurring","openCustomers":1e9,"monthlyChurn":0.5,"monthlyExpansion":0.5}}"#;
    let report = Stochastic::new(&with("1e9", huge, 60, deal), &[], 1)
        .run(0..3)
        .report();
    assert!(report.months.iter().all(all_is_sound));
    assert_eq!((report.quarters.len(), report.years.len()), (20, 5));
}

#[test]
fn a_target_has_its_chance() {
    let document = with("100", r#"{"conversion":0.5}"#, 1, r#"{"size":1}"#);
    let outcomes = Stochastic::new(&document, &[], 1).run(0..1000);
    let chance = |target| outcomes.chance_to_reach(Objective::Won, target);
    assert_eq!((chance(0.0), chance(1e6)), (Some(1.0), Some(0.0)));
    // Poisson with mean 50 reaches 50 with chance 0.519.
    assert!((chance(50.0).unwrap_or_default() - 0.519).abs() < 4.0 * 0.0158);
    assert_eq!(
        Stochastic::new(&document, &[], 1)
            .run(0..0)
            .chance_to_reach(Objective::Won, 0.0),
        None
    );
}
