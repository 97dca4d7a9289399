//! Common random numbers: scenarios of one seed share their luck.

use pipeline_lever::engine::Stochastic;
use pipeline_lever::model::{Document, Lever, Objective};
use proptest::prelude::*;

use super::support::arbitrary::documents;
use super::support::document;
use super::{moments, totals};

const TRIALS: u32 = 400;

/// A pipeline of `times` 1200 leads a month; where it is `full`, its second stage starts a little less than comes
/// to it.
fn with_lever(times: f64, full: bool, lever: &str) -> Document {
    let line = if full {
        format!(
            r#","capacityPerMonth":{},"waiting":{{"patienceHalfLifeDays":20,"staleHalfLifeDays":15}}"#,
            590.0 * times
        )
    } else {
        String::new()
    };
    document(&format!(
        r#"{{"version":1,"start":"2026-01","channels":[{{"leadsPerMonth":{},"costPerLead":3}},{{"leadsPerMonth":{},"costPerLead":3}}],
        "stages":[{{"conversion":0.5,"days":{{"mean":5}}}},{{"conversion":0.3,"days":{{"mean":9}}{line}}},{{"conversion":0.4,"days":{{"mean":4}}}}],
        "deal":{{"size":1000,"sizeCv":0.5,"billing":{{"kind":"oneOff","paymentDays":25}}}},"scenarios":[{{"name":"A","levers":[{lever}]}}]}}"#,
        900.0 * times,
        300.0 * times
    ))
}

/// The variance of a lever's effect with the same seed on both sides, and with different ones.
fn variances(document: &Document, levers: &[Lever], objective: Objective) -> (f64, f64) {
    let before = totals(document, &[], 1, TRIALS, objective);
    let effect = |seed| -> f64 {
        let after = totals(document, levers, seed, TRIALS, objective);
        let differences: Vec<f64> = after
            .iter()
            .zip(&before)
            .map(|(after, before)| after - before)
            .collect();
        moments(&differences).1
    };
    (effect(1), effect(2))
}

#[test]
fn a_small_levers_effect_varies_ten_times_less_than_with_luck_of_its_own() {
    let levers = [
        r#"{"kind":"conversion","stage":0,"to":0.505}"#,
        r#"{"kind":"conversion","stage":1,"to":0.305}"#,
        r#"{"kind":"conversion","stage":2,"to":0.41}"#,
        r#"{"kind":"leads","channel":0,"times":1.01}"#,
        r#"{"kind":"days","stage":2,"times":0.95}"#,
        r#"{"kind":"dealSize","times":1.02}"#,
        r#"{"kind":"paymentDays","to":24}"#,
    ];
    for (times, full) in [(1.0, false), (1.0, true), (20.0, true)] {
        for lever in levers {
            let document = with_lever(times, full, lever);
            let levers = &document.scenarios[0].levers;
            for objective in [Objective::Won, Objective::Cash] {
                let (shared, own) = variances(&document, levers, objective);
                assert!(
                    shared * 10.0 <= own,
                    "{lever}, {objective:?}, {times}, {full}: {shared} against {own}"
                );
            }
        }
    }
    for times in [1.0, 20.0] {
        let wider = format!(r#"{{"kind":"capacity","stage":1,"to":{}}}"#, 597.0 * times);
        let document = with_lever(times, true, &wider);
        let (shared, own) = variances(&document, &document.scenarios[0].levers, Objective::Won);
        assert!(shared * 10.0 <= own, "capacity: {shared} against {own}");
    }
}

#[test]
fn a_scenario_does_not_differ_from_itself() {
    let document = with_lever(1.0, true, r#"{"kind":"leads","channel":0,"times":1.3}"#);
    let levers = &document.scenarios[0].levers;
    let once = Stochastic::new(&document, levers, 4).run(0..50);
    assert_eq!(once, Stochastic::new(&document, levers, 4).run(0..50));
    assert_ne!(once, Stochastic::new(&document, levers, 5).run(0..50));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, failure_persistence: None, ..ProptestConfig::default() })]

    /// However the trials are sliced, and whatever ran before.
    #[test]
    fn slices_change_nothing(document in documents(), cut in 0_u32..7, seed in any::<u64>()) {
        let document = super::extremes::short(document);
        let whole = Stochastic::new(&document, &[], seed).run(0..7);
        let mut run = Stochastic::new(&document, &[], seed);
        let later = run.run(cut..7);
        let mut sliced = run.run(0..cut);
        sliced.append(&later);
        prop_assert_eq!(&whole, &sliced);
        prop_assert_eq!(whole.report(), sliced.report());
    }
}
