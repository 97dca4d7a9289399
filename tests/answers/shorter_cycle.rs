//! A shorter cycle: what it brings once, what for good, and what the velocity formula claims.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{ShorterCycle, shorter_cycle};
use pipeline_lever::model::{Change, Document, Lever, Number, Stage};
use proptest::prelude::*;

use crate::support::arbitrary::shared;
use crate::support::{close, document};

fn days(stage: usize, times: f64) -> Lever {
    let times = Number::nearest(times);
    Change::Days { stage, times }.at_once()
}

fn of(document: &Document, levers: &[Lever]) -> ShorterCycle {
    shorter_cycle(&mut Simulator::new(), document, levers)
}

/// Two opportunities on each day of a year, a steady stream; a fifth of them are won after 30 days, 15,000 each.
fn stream() -> Document {
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(f64::from);
    let mean = 365.25 / 12.0;
    let seasons: Vec<String> = days.iter().map(|days| (days / mean).to_string()).collect();
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":12,"opening":"steady",
        "channels":[{{"leadsPerMonth":{},"seasonality":[{}]}}],
        "stages":[{{"conversion":0.2,"days":{{"mean":30,"cv":0}}}}],"deal":{{"size":15000}}}}"#,
        2.0 * mean,
        seasons.join(","),
    ))
}

#[test]
fn the_velocity_formula_claims_a_million_where_sixty_thousand_come_once() {
    // The formula: 60 open × 20 % × 15,000 ÷ 30 days = 6,000 a day, ÷ 20 days = 9,000 a day, so that a year of
    // 2,190,000 brings 1,095,000 more. But as many deals come as before: those of 10 days are won 10 days earlier,
    // 2 × 0.2 × 10 = 4 deals, 60,000, and nothing more ever.
    let found = of(&stream(), &[days(0, 2.0 / 3.0)]);
    close(found.once, 4.0, 1e-9);
    close(found.for_good, 0.0, 0.0);
    close(found.brings(), 60_000.0, 1e-5);
    close(found.cash, 60_000.0, 1e-5);
    close(found.days_earlier, 10.0, 1e-9);
    let claims = found.velocity_claims.expect("a cycle of 20 days");
    close(claims, 1_095_000.0, 1e-3);
    // A year more of it brings not one deal more.
    let mut longer = stream();
    longer.months = Number::nearest(24.0);
    let again = of(&longer, &[days(0, 2.0 / 3.0)]);
    close(again.once, 4.0, 1e-9);
    assert!(again.velocity_claims.is_some_and(|claims| claims > 2e6));
}

#[test]
fn from_july_on_the_formula_claims_for_half_a_year_and_a_contract_counts_in_full() {
    // From the 1st of July on: 184 days of 6,000, half as much again. What is true stays 10 days of deals, once.
    let mut late = days(0, 2.0 / 3.0);
    late.start_month = Number::nearest(6.0);
    let found = of(&stream(), &[late]);
    close(found.once, 4.0, 1e-9);
    close(found.for_good, 0.0, 0.0);
    close(found.bookings, 184.0 * 6000.0, 1e-3);
    let claims = found.velocity_claims.expect("a cycle of 20 days");
    close(claims, 552_000.0, 1e-3);
    // 100 a month for 12 months are 1,200 a deal.
    let mut contracts = stream();
    contracts.deal = document(
        r#"{"version":1,"start":"2026-01","channels":[{"leadsPerMonth":1}],"stages":[{"conversion":1}],
        "deal":{"size":100,"billing":{"kind":"recurring","contractMonths":12}}}"#,
    )
    .deal;
    let found = of(&contracts, &[days(0, 2.0 / 3.0)]);
    close(found.brings(), 4.0 * 1200.0, 1e-6);
    let claims = found.velocity_claims.expect("a cycle of 20 days");
    close(claims, 365.0 * 0.4 * 1200.0 / 2.0, 1e-3);
}

#[test]
fn what_stands_in_a_line_is_only_later() {
    // 10 a day come, 5 a day can start the second stage: it is full from the first day on, so that whoever gets there
    // earlier stands there longer. The first stage in 10 days instead of 20 brings nothing.
    let full = document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"steady","channels":[{"leadsPerMonth":304.375}],
        "stages":[{"conversion":1,"days":{"mean":20,"cv":0}},{"conversion":0.5,"capacityPerMonth":155}],
        "deal":{"size":10}}"#,
    );
    let found = of(&full, &[days(0, 0.5)]);
    close(found.once, 0.0, 1e-9);
    close(found.for_good, 0.0, 1e-9);
    close(found.cash, 0.0, 1e-9);
    // From an empty start the second stage works 10 days more: 10 × 5 × 0.5 deals, once.
    let mut empty = full.clone();
    empty.opening = pipeline_lever::model::Opening::Empty;
    let found = of(&empty, &[days(0, 0.5)]);
    close(found.once, 25.0, 1e-9);
    close(found.for_good, 0.0, 1e-9);
}

#[test]
fn what_is_pulled_forward_only_to_be_lost_is_neither() {
    // 10 a day through the first stage in 10 days, from August on in 5: on five days those of two days come to the
    // second stage, 20. It can start 15 a day, and who cannot start is thrown away: 25 units, 12.5 deals, of the 25
    // deals that come 5 days earlier.
    let line = document(
        r#"{"version":1,"start":"2026-07","months":2,"opening":"empty","channels":[{"leadsPerMonth":310}],
        "stages":[{"conversion":1,"days":{"mean":10,"cv":0}},
          {"conversion":0.5,"capacityPerMonth":465,"waiting":{"discardAfterDays":0}}],
        "deal":{"size":10}}"#,
    );
    let mut lever = days(0, 0.5);
    lever.start_month = Number::nearest(1.0);
    let found = of(&line, &[lever]);
    close(found.once, 12.5, 1e-9);
    close(found.for_good, 0.0, 0.0);
    close(found.brings(), 125.0, 1e-9);
}

#[test]
fn a_stage_after_the_line_changes_nothing_in_it() {
    // Twice as many come as can start the first stage, and they go stale there; the second one takes 24 days instead
    // of 30. Who starts when, and how stale, stays as it was: the deals come 6 days earlier, and not one is lost.
    let line = document(
        r#"{"version":1,"start":"2026-01","months":12,"opening":"empty","channels":[{"leadsPerMonth":310}],
        "stages":[{"conversion":1,"capacityPerMonth":155,"waiting":{"staleHalfLifeDays":30}},
          {"conversion":0.5,"days":{"mean":30,"cv":0}}],
        "deal":{"size":10}}"#,
    );
    let found = of(&line, &[days(1, 0.8)]);
    close(found.for_good, 0.0, 0.0);
    let mut simulator = Simulator::new();
    let mut won = |levers: &[Lever]| simulator.totals(&line, levers).won;
    let more = won(&[days(1, 0.8)]) - won(&[]);
    close(found.once, more, 1e-9);
    assert!(found.once > 0.0);
    // The same before a full line that goes cold: nothing changes but who stands there first.
    let line = document(
        r#"{"version":1,"start":"2026-01","months":12,"opening":"steady","channels":[{"leadsPerMonth":310}],
        "stages":[{"conversion":1,"days":{"mean":30,"cv":0}},
          {"conversion":0.5,"capacityPerMonth":155,"waiting":{"discardAfterDays":0}}],
        "deal":{"size":10}}"#,
    );
    let found = of(&line, &[days(0, 0.8)]);
    close(found.once, 0.0, 1e-9);
    close(found.for_good, 0.0, 0.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn once_and_for_good_are_all_of_the_difference(shared in shared(), times in 0.0..1.0) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(3.0));
        let levers: Vec<Lever> = (0..document.stages.len()).map(|stage| days(stage, times)).collect();
        let found = of(&document, &levers);
        let mut simulator = Simulator::new();
        let before = simulator.totals(&document, &[]);
        let after = simulator.totals(&document, &levers);
        let largest = before.leads.max(before.won).max(after.won) + 1.0;
        let brings = after.won - before.won;
        prop_assert!((found.once + found.for_good - brings).abs() <= 1e-6 * largest, "{found:?} {brings}");
        prop_assert!(found.velocity_claims.is_none_or(f64::is_finite));
        prop_assert!(found.days_earlier.is_finite() && found.cash.is_finite());
    }

    #[test]
    fn without_limits_nothing_is_for_good_and_a_stage_of_nothing_changes_nothing(shared in shared(), times in 0.0..1.0) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(3.0));
        for stage in &mut document.stages {
            stage.capacity_per_month = None;
        }
        let found = of(&document, &[days(0, times)]);
        prop_assert!(found.for_good == 0.0 && found.once >= 0.0, "{found:?}");
        document.stages.truncate(11);
        let found = of(&document, &[days(0, times)]);
        document.stages.push(Stage::new("Nothing", Number::nearest(1.0)));
        let again = of(&document, &[days(0, times)]);
        let close = |left: f64, right: f64| (left - right).abs() <= 1e-9 * left.abs().max(right.abs()).max(1.0);
        prop_assert!(close(found.once, again.once) && close(found.cash, again.cash));
    }
}
