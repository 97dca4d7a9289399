//! Every unit is accounted for, in every trial, every day.

use pipeline_lever::engine::{StationDays, Stochastic};
use pipeline_lever::model::{Document, Lever, Objective, Opening};
use proptest::prelude::*;

use super::support::arbitrary::documents;

/// Arrived = started + gone cold + waiting at every station that is counted by day, at the end of every day;
/// whoever goes on has started; all are whole.
pub fn units_are_accounted_for(document: &Document, levers: &[Lever]) {
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

/// Nobody is lost or made between stations: whoever goes on from one comes to the next within the horizon, and
/// whoever goes on from the last one is won in it. Only openings that count their units bring others.
fn who_goes_on_arrives(document: &Document) {
    let mut run = Stochastic::new(document, &[], 3);
    let won = run.run(0..3).totals(Objective::Won);
    let passes_no_station = |stages: &[(usize, StationDays)]| {
        stages.first().is_none_or(|(stage, _)| *stage > 0) || document.opening == Opening::Steady
    };
    for (trial, won) in (0..3).zip(won) {
        let stations = run.trace(trial);
        let sum = |series: &[f64]| series.iter().sum::<f64>();
        for ((_, before), (stage, after)) in stations.iter().zip(stations.iter().skip(1)) {
            let (sent, came) = (sum(&before.going_on), sum(&after.sent_here));
            assert!(
                sent == came,
                "{sent} were sent to stage {stage}, {came} came"
            );
        }
        // Wins that passed no station are Poisson and on top of these.
        if let Some((_, last)) = stations.last() {
            let sent = sum(&last.going_on);
            let all_came_here = stations.len() == 1 && !passes_no_station(&stations);
            assert!(sent <= won, "{sent} went on to a win, {won} were won");
            assert!(!all_came_here || sent == won, "{sent} of {won}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_unit_is_accounted_for_every_day(document in documents()) {
        let document = super::extremes::short(document);
        units_are_accounted_for(&document, &[]);
        if document.opening != Opening::Counts {
            who_goes_on_arrives(&document);
        }
        for scenario in document.scenarios.iter().take(1) {
            units_are_accounted_for(&document, &scenario.levers);
        }
    }
}
