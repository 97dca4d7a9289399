//! Every unit is accounted for, in every trial, every day.

use pipeline_lever::engine::Stochastic;
use pipeline_lever::model::{Document, Lever};
use proptest::prelude::*;

use super::support::arbitrary::documents;

/// Arrived = started + gone cold + waiting at every station that is counted by day, at the end of every day;
/// whoever goes on has started; all are whole.
fn units_are_accounted_for(document: &Document, levers: &[Lever]) {
    let mut run = Stochastic::new(document, levers, 3);
    for trial in 0..3 {
        for (stage, days) in run.trace(trial) {
            let (mut came, mut left) = (0.0, 0.0);
            for day in 0..days.arrived.len() {
                came += days.arrived[day];
                left += days.started[day] + days.went_cold[day];
                let difference = came - left - days.waiting[day];
                assert!(
                    difference.abs() <= 1e-9 * came.max(1.0),
                    "stage {stage}, day {day}: {difference} of {came} are missing"
                );
                assert!(days.going_on[day] <= days.started[day]);
                for count in [
                    days.arrived[day],
                    days.started[day],
                    days.going_on[day],
                    days.waiting[day],
                ] {
                    assert!(count >= 0.0 && count.fract() == 0.0, "{count}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_unit_is_accounted_for_every_day(document in documents()) {
        let document = super::extremes::short(document);
        units_are_accounted_for(&document, &[]);
        for scenario in document.scenarios.iter().take(1) {
            units_are_accounted_for(&document, &scenario.levers);
        }
    }
}
