//! What must hold for every document: no unit is lost or made, and more is never less.

mod support;

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::more_leads;
use pipeline_lever::model::{Change, Document, Lever, Number};
use proptest::prelude::*;
use support::arbitrary::documents;

/// There at the opening + arrived = left forward + lost + gone cold + in work + waiting, at every
/// stage, at the end of every day.
fn units_are_accounted_for(document: &Document, levers: &[Lever]) {
    let flows = Simulator::new().flows(document, levers);
    for (position, stage) in flows.stages.iter().enumerate() {
        let mut came = stage.open_units();
        let mut went = 0.0;
        let lost = stage.lost();
        for (day, lost) in lost.iter().enumerate() {
            came += stage.arrived()[day];
            went += stage.advanced[day] + lost + stage.went_cold[day];
            let there = stage.in_work(day) + stage.waiting[day];
            let difference = came - went - there;
            assert!(
                difference.abs() <= 1e-7 * came.max(1.0),
                "stage {position}, day {day}: {came} came, {went} went, {there} are there"
            );
        }
    }
}

fn short(mut document: Document) -> Document {
    document.months = Number::nearest(document.months.get().min(4.0));
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_unit_is_accounted_for_every_day(document in documents()) {
        let document = short(document);
        units_are_accounted_for(&document, &[]);
        for scenario in document.scenarios.iter().take(1) {
            units_are_accounted_for(&document, &scenario.levers);
        }
    }

    #[test]
    fn every_number_is_finite_and_not_negative(document in documents()) {
        let run = Simulator::new().expected(&short(document), &[]);
        for month in &run.months {
            let lists = [&month.started, &month.advanced, &month.lost, &month.went_cold, &month.in_work, &month.waiting];
            for value in lists.into_iter().flatten().chain([&month.won, &month.bookings, &month.cash, &month.cost]) {
                prop_assert!(value.is_finite() && *value >= 0.0, "{value}");
            }
        }
        prop_assert!(run.totals.value.is_finite() && run.totals.profit.is_finite());
    }

    #[test]
    fn a_better_stage_never_wins_less(document in documents(), stage in 0_usize..12, better in 0.0_f64..1.0) {
        let mut document = short(document);
        let stage = stage % document.stages.len();
        // With stale leads a later line can punish what an earlier stage lets through.
        for stage in &mut document.stages {
            stage.capacity_per_month = None;
        }
        let now = document.stages[stage].conversion.middle();
        let to = Number::nearest(now + (1.0 - now) * better);
        let mut simulator = Simulator::new();
        let before = simulator.expected(&document, &[]).totals.won;
        let after = simulator.expected(&document, &[Change::Conversion { stage, to }.at_once()]).totals.won;
        prop_assert!(after >= before * (1.0 - 1e-12));
    }

    #[test]
    fn without_limits_more_leads_win_in_proportion(document in documents(), times in 1.0_f64..10.0) {
        let mut document = short(document);
        for stage in &mut document.stages {
            stage.capacity_per_month = None;
        }
        for channel in &mut document.channels {
            channel.quality_elasticity = Number::default();
        }
        let mut simulator = Simulator::new();
        let mut won = |times| simulator.expected(&document, &more_leads(&document, times)).totals.won;
        let (one, two, more) = (won(1.0), won(2.0), won(times));
        let line = one + (two - one) * (times - 1.0);
        prop_assert!((more - line).abs() <= 1e-9 * line.max(1e-9));
    }

    #[test]
    fn what_ran_before_does_not_matter(first in documents(), second in documents()) {
        let (first, second) = (short(first), short(second));
        let fresh = Simulator::new().expected(&second, &[]);
        let mut used = Simulator::new();
        used.expected(&first, &[]);
        used.expected(&second, &more_leads(&second, 1.5));
        prop_assert_eq!(used.expected(&second, &[]), fresh);
    }

    #[test]
    fn a_stage_that_keeps_all_at_once_changes_nothing(document in documents()) {
        let mut document = short(document);
        document.scenarios.clear();
        let before = Simulator::new().expected(&document, &[]).totals;
        prop_assume!(document.stages.len() < 12);
        let mut passing = document.stages[0].clone();
        passing.conversion = Number::nearest(1.0).into();
        passing.days.mean = pipeline_lever::model::Uncertain::Known(Number::nearest(0.0));
        passing.lost_days = None;
        passing.capacity_per_month = None;
        passing.cost_per_unit = Number::default();
        passing.open = Number::default();
        document.stages.push(passing);
        let after = Simulator::new().expected(&document, &[]).totals;
        prop_assert!((after.won - before.won).abs() <= 1e-9 * before.won.max(1e-9));
        prop_assert!((after.cash - before.cash).abs() <= 1e-9 * before.cash.max(1e-9));
    }
}
