//! The tornado: a bar for each input, longest first.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Bar, NoBar, Question, Tornado, TornadoRuns, TornadoStep};
use pipeline_lever::model::{
    ChannelField, Conversion, DealField, Document, Field, Number, Objective, Stage, StageField,
    Uncertain,
};
use proptest::prelude::*;

use crate::support::arbitrary::shared;
use crate::support::presets::preset;
use crate::support::{close, document};

const LEADS: Field = Field::Channel(0, ChannelField::LeadsPerMonth);
const QUALITY: Field = Field::Channel(0, ChannelField::Quality);

fn conversion(stage: usize) -> Field {
    Field::Stage(stage, StageField::Conversion)
}

fn asked(document: &Document, objective: Objective, step: TornadoStep) -> Tornado {
    TornadoRuns::new(document, objective, step).answer(&mut Simulator::new())
}

fn tornado(document: &Document, objective: Objective) -> Tornado {
    asked(document, objective, TornadoStep::default())
}

#[track_caller]
fn bar(tornado: &Tornado, field: Field) -> Bar {
    let found = tornado.bars.iter().find(|bar| bar.field == field);
    *found.expect("a bar of the field")
}

/// 100 leads in a month, half of them qualified; of those 50 can be started, and half are won.
fn full() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"empty",
        "channels":[{"leadsPerMonth":100,"costPerLead":1}],
        "stages":[{"conversion":0.5},{"conversion":0.5,"capacityPerMonth":50}],
        "deal":{"size":10,"billing":{"kind":"oneOff","paymentDays":3}}}"#,
    )
}

#[test]
fn bars_as_on_paper_where_the_product_of_rates_is_wrong() {
    let tornado = tornado(&full(), Objective::Won);
    close(tornado.baseline, 25.0, 1e-9);
    // 90 leads: 45 start, 22.5 won. 110 leads: 55 come, 50 start, 25 won. The product of rates says 27.5.
    let leads = bar(&tornado, LEADS);
    close(leads.low.input, 90.0, 1e-9);
    close(leads.low.result, 22.5, 1e-9);
    close(leads.high.result, 25.0, 1e-9);
    close(leads.swing, 2.5, 1e-9);
    assert!(!leads.turns && !leads.has_other_step);
    // Odds of 1 become 0.9 and 1.1: 0.9/1.9 × 50 and 1.1/2.1 × 50 won.
    let last = bar(&tornado, conversion(1));
    close(last.low.input, 0.9 / 1.9, 1e-12);
    close(last.swing, 50.0 * (1.1 / 2.1 - 0.9 / 1.9), 1e-9);
    // 100 × 0.9/1.9 start and half of them are won; more than 50 cannot start.
    close(
        bar(&tornado, conversion(0)).swing,
        25.0 - 50.0 * 0.9 / 1.9,
        1e-9,
    );
    let order: Vec<Field> = tornado.bars.iter().map(|bar| bar.field).collect();
    let capacity = Field::Stage(1, StageField::CapacityPerMonth);
    assert_eq!(
        order,
        [conversion(1), LEADS, QUALITY, capacity, conversion(0)],
        "most swing first, ties in the document's order"
    );
}

#[test]
fn inputs_without_a_bar_say_why() {
    let tornado = tornado(&full(), Objective::Won);
    let because = |field| {
        let found = tornado
            .without_bar
            .iter()
            .find(|(other, _)| *other == field);
        found.map(|(_, reason)| *reason)
    };
    assert_eq!(
        because(Field::Deal(DealField::Size)),
        Some(NoBar::NoSwing),
        "the price of a deal wins no deals"
    );
    let days = Field::Stage(0, StageField::DaysMean);
    assert_eq!(because(days), Some(NoBar::NoStep), "a tenth of 0 is 0");
    for left_out in [
        Field::Months,
        Field::Stage(0, StageField::Open),
        Field::Stage(0, StageField::StaleFloor),
        Field::Deal(DealField::SizeVariation),
        Field::Channel(0, ChannelField::PriceElasticity),
    ] {
        assert_eq!(because(left_out), None);
    }
}

#[test]
fn whole_numbers_take_whole_steps() {
    // 3 days of payment: a tenth is 0.3, the step is 1. A day's cash of 31 more or less: 250 ÷ 31.
    let tornado = tornado(&full(), Objective::Cash);
    let payment = bar(&tornado, Field::Deal(DealField::PaymentDays));
    assert!(payment.has_other_step);
    close(payment.low.input, 2.0, 0.0);
    close(payment.high.input, 4.0, 0.0);
    close(payment.swing, 2.0 * 250.0 / 31.0, 1e-9);
    let mut slow = full();
    let field = Field::Deal(DealField::PaymentDays);
    field.set(&mut slow, Some(10.0)).expect("allowed");
    let payment = bar(
        &asked(&slow, Objective::Cash, TornadoStep::default()),
        field,
    );
    assert!(!payment.has_other_step, "a tenth of 10 is 1");
}

#[test]
fn a_bar_that_turns_counts_from_the_best_to_the_worst() {
    let mut document = preset("stale");
    LEADS.set(&mut document, Some(3000.0)).expect("allowed");
    let leads = bar(&tornado(&document, Objective::Won), LEADS);
    // A tenth fewer leads win a tenth less; a tenth more make a line that goes stale.
    assert!(leads.turns);
    let base = tornado(&document, Objective::Won).baseline;
    assert!(leads.low.result < base && leads.high.result < leads.low.result);
    close(leads.swing, base - leads.high.result, 1e-9);
}

#[test]
fn own_uncertainty_is_each_inputs_own_band() {
    let mut document = full();
    document.stages[1].conversion = Conversion::Counted {
        advanced: Number::nearest(3.0),
        of: Number::nearest(40.0),
    };
    document.channels[0].leads_per_month = Uncertain::Between {
        low: Number::nearest(40.0),
        high: Number::nearest(90.0),
    };
    let tornado = asked(&document, Objective::Won, TornadoStep::OwnUncertainty);
    // 3 of 40 lies between 3.6 % and 14.4 %; √(40 × 90) = 60 leads, 30 of them start.
    let evidence = bar(&tornado, conversion(1));
    close(evidence.low.input, 0.0359, 1e-4);
    close(evidence.high.input, 0.1437, 1e-4);
    close(evidence.swing, 30.0 * (0.143_732 - 0.035_911), 1e-4);
    let leads = bar(&tornado, LEADS);
    close(leads.input, 60.0, 1e-9);
    close(leads.swing, 25.0 * 0.075, 1e-9);
    assert_eq!(tornado.bars.len(), 2, "what is known exactly has no part");
    assert!(tornado.without_bar.is_empty());
}

#[test]
fn a_step_beyond_reason_is_kept_within_it() {
    for (step, low) in [(f64::NAN, 90.0), (5.0, 10.0), (0.5, 50.0)] {
        let tornado = asked(&full(), Objective::Won, TornadoStep::Same(step));
        close(bar(&tornado, LEADS).low.input, low, 1e-9);
    }
}

#[test]
fn scaling_all_money_scales_the_money_and_keeps_the_order() {
    let small = preset("talk-full");
    let mut large = small.clone();
    let price = Field::Channel(0, ChannelField::CostPerLead);
    for field in [price, Field::Deal(DealField::Size)] {
        let value = field.get(&small).expect("a price");
        field
            .set(&mut large, Some(value * 1000.0))
            .expect("allowed");
    }
    let (small, large) = (
        tornado(&small, Objective::Value),
        tornado(&large, Objective::Value),
    );
    assert_eq!(small.bars.len(), large.bars.len());
    for (small, large) in small.bars.iter().zip(&large.bars) {
        assert_eq!(small.field, large.field);
        close(large.swing / small.swing, 1000.0, 1e-3);
    }
}

#[test]
fn a_stage_that_lets_all_through_at_once_adds_no_bar() {
    let document = preset("own");
    let mut longer = document.clone();
    longer
        .stages
        .push(Stage::new("Nothing", Number::nearest(1.0)));
    let before = tornado(&document, Objective::Value);
    let after = tornado(&longer, Objective::Value);
    assert_eq!(before.bars.len(), after.bars.len());
    for (before, after) in before.bars.iter().zip(&after.bars) {
        assert_eq!(before.field, after.field);
        close(after.swing / before.swing, 1.0, 1e-9);
    }
}

#[test]
fn a_channel_split_in_two_has_half_the_bar_twice() {
    let document = preset("own");
    let mut split = document.clone();
    LEADS.set(&mut split, Some(100.0)).expect("allowed");
    split.channels.push(split.channels[0].clone());
    let whole = tornado(&document, Objective::Value);
    let halves = tornado(&split, Objective::Value);
    close(halves.baseline / whole.baseline, 1.0, 1e-9);
    for field in [LEADS, Field::Channel(1, ChannelField::LeadsPerMonth)] {
        let half = bar(&halves, field).swing;
        close(half * 2.0 / bar(&whole, LEADS).swing, 1.0, 1e-9);
    }
    for stage in 0..3 {
        let same = bar(&halves, conversion(stage)).swing;
        close(same / bar(&whole, conversion(stage)).swing, 1.0, 1e-9);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn tornadoes_of_any_document_are_sound(shared in shared(), own in any::<bool>(), step in 0.0..1.0) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(3.0));
        let step = if own { TornadoStep::OwnUncertainty } else { TornadoStep::Same(step) };
        let tornado = asked(&document, shared.view.objective, step);
        prop_assert!(document.fields().is_sorted());
        prop_assert!(tornado.baseline.is_finite());
        for bar in &tornado.bars {
            prop_assert!(bar.low.input < bar.high.input);
            for end in [bar.low, bar.high] {
                prop_assert!(bar.field.limits().allow(end.input), "{:?}", bar);
                prop_assert!(end.result.is_finite());
            }
            prop_assert!(bar.swing > 0.0 && bar.swing.is_finite());
        }
        let bars = &tornado.bars;
        let largest = bars.iter().fold(tornado.baseline.abs(), |most, bar| most.max(bar.swing));
        prop_assert!(bars.is_sorted_by(|left, right| left.swing >= right.swing - 1e-8 * largest));
    }
}
