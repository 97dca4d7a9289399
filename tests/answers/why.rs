//! Why more leads do not help: the parts from what is promised to what is won.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Why, why};
use pipeline_lever::model::{Document, Number, Stage, Uncertain};
use proptest::prelude::*;

use crate::support::arbitrary::shared;
use crate::support::{close, document};

fn asked(document: &Document, times: f64) -> Why {
    why(&mut Simulator::new(), document, None, times)
}

/// 31 leads a day for a January, half of them qualified after `days` days; of those 5 a day can be started
/// (`capacity` a month), and half are won.
fn january(days: u32, capacity: &str, waiting: &str, elasticity: f64) -> Document {
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":1,"opening":"empty",
        "channels":[{{"leadsPerMonth":310,"costPerLead":2,"qualityElasticity":{elasticity}}}],
        "stages":[{{"conversion":0.5,"days":{{"mean":{days},"cv":0}}}},
          {{"conversion":0.5,"capacityPerMonth":{capacity},"waiting":{{{waiting}}}}}],
        "deal":{{"size":10}}}}"#,
    ))
}

#[track_caller]
fn parts(why: &Why, expected: [f64; 6]) {
    let found = [
        why.causes.promised,
        why.causes.time,
        why.causes.capacity,
        why.causes.waiting,
        why.causes.quality,
        why.causes.won,
    ];
    for (found, expected) in found.into_iter().zip(expected) {
        close(found, expected, 1e-9);
    }
}

#[test]
fn causes_as_on_paper_where_the_product_of_rates_is_wrong() {
    // 620 leads × 0.5 × 0.5 = 155 promised. 20 a day; those of the last 10 days are still in stage 0 at
    // the end: 10 × 20 × 0.25 = 50. On the other 21 days 10 come to stage 1, 5 start, 2.5 are won: 52.5.
    let twice = asked(&january(10, "155", "", 0.0), 2.0);
    parts(&twice, [155.0, 50.0, 52.5, 0.0, 0.0, 52.5]);
    // As they are, 5 come on each of those days and all start: the same wins. Nothing is gained.
    close(twice.gain, 0.0, 1e-9);
    close(twice.promised_gain, 77.5, 1e-9);
    assert_eq!(twice.price_per_won, None);
    assert!(twice.limits);
    assert_eq!(twice.blocking_stage, Some(1));
    let once = asked(&january(10, "155", "", 0.0), 1.0);
    parts(&once, [77.5, 25.0, 0.0, 0.0, 0.0, 52.5]);
    assert!(!once.limits && once.blocking_stage.is_none());
}

#[test]
fn where_nothing_limits_leads_help_and_have_their_price() {
    // 310 leads more at 2 are 620; they win 77.5.
    let twice = asked(&january(0, "null", "", 0.0), 2.0);
    parts(&twice, [155.0, 0.0, 0.0, 0.0, 0.0, 155.0]);
    assert!(!twice.limits);
    close(twice.price_per_won.expect("a gain"), 620.0 / 77.5, 1e-9);
}

#[test]
fn falling_quality_takes_what_extra_leads_lose() {
    // δ = 0.5: the extra leads of twice as many are worth (2^0.5 − 1) ÷ 0.5 of a lead each.
    let twice = asked(&january(0, "null", "", 0.5), 2.0);
    let worth = (2.0_f64.sqrt() - 1.0) / 0.5;
    parts(
        &twice,
        [
            155.0,
            0.0,
            0.0,
            0.0,
            77.5 * (1.0 - worth),
            77.5 * (1.0 + worth),
        ],
    );
    assert!(twice.limits);
}

#[test]
fn what_goes_stale_in_line_is_taken_by_waiting() {
    // Twice 10 a day come, 5 start, so that on day t the unit that starts came on day t ÷ 2, rounded
    // down: it has waited ⌈t ÷ 2⌉ days, and with a half-life of a day wins 2.5 × 2^−⌈t ÷ 2⌉.
    let twice = asked(&january(0, "155", r#""staleHalfLifeDays":1"#, 0.0), 2.0);
    let won: f64 = (0..31)
        .map(|day: i32| 2.5 * libm::exp2(-f64::from((day + 1) / 2)))
        .sum();
    parts(&twice, [155.0, 0.0, 77.5, 77.5 - won, 0.0, won]);
    assert!(twice.gain < 0.0, "more leads hurt");
    assert_eq!(twice.price_per_won, None);
}

#[test]
fn what_is_on_its_way_at_the_start_makes_up_for_what_is_at_the_end() {
    let mut steady = january(10, "null", "", 0.0);
    steady.opening = pipeline_lever::model::Opening::Steady;
    // 10 days × the volume of a mean month, 310 × 12 ÷ 365.25, were on their way; 10 × 10 are.
    let time = asked(&steady, 1.0).causes.time;
    close(time, 0.25 * 10.0 * (10.0 - 310.0 * 12.0 / 365.25), 1e-9);
}

#[test]
fn money_a_stage_of_nothing_and_a_split_channel_change_no_cause() {
    let original = january(
        10,
        "155",
        r#""staleHalfLifeDays":3,"patienceHalfLifeDays":9"#,
        0.3,
    );
    let before = asked(&original, 2.0);
    let mut changed = original.clone();
    changed
        .stages
        .push(Stage::new("Nothing", Number::nearest(1.0)));
    changed.channels[0].leads_per_month = Uncertain::Known(Number::nearest(155.0));
    let half = changed.channels[0].clone();
    changed.channels.push(half);
    for channel in &mut changed.channels {
        channel.cost_per_lead = Number::nearest(2000.0);
    }
    let after = asked(&changed, 2.0);
    let wanted = [
        before.causes.promised,
        before.causes.time,
        before.causes.capacity,
        before.causes.waiting,
        before.causes.quality,
        before.causes.won,
    ];
    parts(&after, wanted);
    close(after.gain, before.gain, 1e-9);
    assert_eq!(after.blocking_stage, before.blocking_stage);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_of_any_document_are_finite_and_add_up(shared in shared(), times in 0.0..1000.0) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(3.0));
        for times in [1.0, times] {
            let why = asked(&document, times);
            let taken = why.causes.time + why.causes.capacity + why.causes.waiting + why.causes.quality;
            prop_assert!(taken.is_finite() && why.promised_gain.is_finite() && why.gain.is_finite());
            let largest = why.causes.promised.max(why.causes.won).max(why.causes.time.abs()).max(why.causes.capacity.abs());
            prop_assert!((why.causes.promised - taken - why.causes.won).abs() <= 1e-9 * largest);
            prop_assert!(why.price_per_won.is_none_or(f64::is_finite));
        }
    }
}
