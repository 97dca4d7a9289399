//! Input that contradicts itself is noticed, and input that does not is left alone.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Contradiction, Known, Note, contradictions, top_leak};
use pipeline_lever::model::{
    ChannelField, DealField, Document, Field, Number, Objective, Opening, Preset, Stage, StageField,
};
use proptest::prelude::*;

use crate::support::arbitrary::documents;
use crate::support::presets::preset;
use crate::support::{close, document};

fn notes(document: &Document) -> Vec<Note> {
    contradictions(document, Known::default())
}

fn found(document: &Document) -> Vec<Contradiction> {
    let notes = notes(document).into_iter();
    notes.map(|note| note.contradiction).collect()
}

#[track_caller]
fn only(document: &Document) -> Contradiction {
    let found = found(document);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]
}

fn set(document: &mut Document, field: Field, value: f64) {
    field.set(document, Some(value)).expect("an allowed value");
}

/// 10 leads a day stay 6 days, half of them advance and stay 10 days: 60 and 50 are open.
fn counted(first: f64, second: f64) -> Document {
    let mut document = document(
        r#"{"version":1,"start":"2026-01","opening":"counts",
        "channels":[{"leadsPerMonth":304.375}],
        "stages":[{"conversion":0.5,"days":{"mean":6}},{"conversion":0.2,"days":{"mean":10}}],
        "deal":{"size":1000}}"#,
    );
    set(&mut document, Field::Stage(0, StageField::Open), first);
    set(&mut document, Field::Stage(1, StageField::Open), second);
    document
}

#[test]
fn work_in_progress_is_volume_times_days() {
    assert_eq!(found(&counted(60.0, 50.0)), []);
    assert_eq!(found(&counted(100.0, 60.0)), [], "within the tolerance");
    assert_eq!(
        found(&counted(0.0, 0.0)),
        [],
        "nothing has been entered yet"
    );
    let Contradiction::OpenUnits {
        stage,
        open,
        expected,
        implied_per_month,
        implied_days,
    } = only(&counted(200.0, 50.0))
    else {
        panic!("not the open units");
    };
    assert_eq!((stage, open), (0, 200.0));
    close(expected, 60.0, 1e-9);
    // 200 open for 6 days are 33.3 a day; 10 a day for 20 days are 200 open.
    close(
        implied_per_month.expect("days"),
        200.0 / 6.0 * 30.4375,
        1e-9,
    );
    close(implied_days.expect("leads"), 20.0, 1e-9);
    let mut elsewhere = counted(200.0, 50.0);
    elsewhere.opening = Opening::Steady;
    assert_eq!(
        found(&elsewhere),
        [],
        "open units are read with counts only"
    );
}

#[test]
fn neighbours_tell_the_rate_between_them() {
    let Contradiction::OpenNeighbours {
        stage,
        expected,
        conversion,
        implied_conversion,
        ..
    } = only(&counted(60.0, 10.0))
    else {
        panic!("not the neighbours");
    };
    assert_eq!(stage, 1);
    close(expected, 50.0, 1e-9);
    close(conversion, 0.5, 0.0);
    // 10 units a day leave the first stage; 10 open for 10 days are 1 a day.
    close(implied_conversion.expect("a rate"), 0.1, 1e-9);
    let Contradiction::OpenNeighbours {
        implied_conversion, ..
    } = only(&counted(60.0, 150.0))
    else {
        panic!("not the neighbours");
    };
    assert_eq!(implied_conversion, None, "15 a day out of 10 a day");
}

#[test]
fn the_lost_leave_sooner_than_the_naive_tool_thinks() {
    let mut document = counted(60.0, 50.0);
    set(&mut document, Field::Stage(1, StageField::Open), 0.0);
    set(&mut document, Field::Stage(1, StageField::Conversion), 0.1);
    set(&mut document, Field::Stage(1, StageField::DaysMean), 30.0);
    set(
        &mut document,
        Field::Stage(1, StageField::LostDaysMean),
        2.0,
    );
    // 5 a day: a tenth for 30 days, the others for 2: 24 open. 5 a day × 30 days would be 150.
    set(&mut document, Field::Stage(1, StageField::Open), 24.0);
    assert_eq!(found(&document), []);
    set(&mut document, Field::Stage(1, StageField::Open), 150.0);
    assert!(matches!(
        only(&document),
        Contradiction::OpenNeighbours { .. }
    ));
}

#[test]
fn seasons_and_chance_are_no_contradiction() {
    let mut document = counted(200.0, 170.0);
    let strong: Vec<f64> = (0..12).map(|month| f64::from(month % 2) * 2.0).collect();
    let mut factors = [Number::nearest(0.0); 12];
    for (factor, strong) in factors.iter_mut().zip(strong) {
        *factor = Number::nearest(strong);
    }
    document.channels[0].seasonality = Some(factors);
    assert_eq!(found(&document), [], "a strong month brings twice as many");
    let mut few = counted(3.0, 1.0);
    set(
        &mut few,
        Field::Channel(0, ChannelField::LeadsPerMonth),
        3.0,
    );
    assert_eq!(found(&few), [], "3 instead of 0.6 may be chance");
}

#[test]
fn demand_above_capacity_makes_a_line_that_grows() {
    let Contradiction::DemandAboveCapacity {
        stage,
        arriving_per_month,
        capacity_per_month,
        excess_per_month,
        line_grows,
    } = only(&preset("stale"))
    else {
        panic!("not the demand");
    };
    assert_eq!(stage, 0);
    close(arriving_per_month, 3348.0, 1e-9);
    close(capacity_per_month, 3044.0, 0.0);
    close(excess_per_month, 304.0, 1e-9);
    assert!(line_grows);
    // Who is thrown away does not make the line grow.
    let mut short = preset("stale");
    set(
        &mut short,
        Field::Stage(0, StageField::DiscardAfterDays),
        5.0,
    );
    assert!(matches!(
        only(&short),
        Contradiction::DemandAboveCapacity {
            line_grows: false,
            ..
        }
    ));
    // 187,500 come to the negotiation by the product of rates; a full stage before lets 100,000 × 0.625 through.
    let mut narrow = preset("talk-full");
    for (stage, capacity) in [(1, 100_000.0), (2, 70_000.0)] {
        let field = Field::Stage(stage, StageField::CapacityPerMonth);
        set(&mut narrow, field, capacity);
    }
    assert!(matches!(
        only(&narrow),
        Contradiction::DemandAboveCapacity { stage: 1, .. }
    ));
}

#[test]
fn a_small_sample_may_be_chance() {
    let document = document(
        r#"{"version":1,"start":"2026-01","channels":[{"leadsPerMonth":100}],
        "stages":[{"conversion":{"advanced":40,"of":100}},{"conversion":{"advanced":3,"of":40}}],
        "deal":{"size":1000}}"#,
    );
    let leak = top_leak(&mut Simulator::new(), &document, Objective::Won).expect("a leak");
    let known = Known {
        top_leak: Some(leak.stage),
        cycle_days: None,
    };
    let notes = contradictions(&document, known);
    let [
        Note {
            contradiction,
            check,
        },
    ] = notes.as_slice()
    else {
        panic!("{notes:?}");
    };
    let Contradiction::SmallSample {
        stage,
        low,
        high,
        is_top_leak,
        ..
    } = *contradiction
    else {
        panic!("not the sample");
    };
    assert_eq!(stage, 1);
    close(low, 0.036, 5e-4);
    close(high, 0.144, 5e-4);
    assert!(is_top_leak);
    assert_eq!(*check, [Field::Stage(1, StageField::Conversion)]);
    assert!(matches!(
        only(&document),
        Contradiction::SmallSample {
            is_top_leak: false,
            ..
        }
    ));
}

#[test]
fn more_counted_than_came() {
    let pair = |advanced: u32, of: u32| {
        document(&format!(
            r#"{{"version":1,"start":"2026-01","channels":[{{"leadsPerMonth":100}}],
            "stages":[{{"conversion":{{"advanced":{advanced},"of":1000}}}},{{"conversion":{{"advanced":20,"of":{of}}}}}],
            "deal":{{"size":1000}}}}"#
        ))
    };
    assert_eq!(found(&pair(100, 100)), []);
    assert_eq!(found(&pair(100, 150)), [], "counts of a period overlap");
    assert_eq!(found(&pair(100, 30)), [], "the others may be open still");
    assert_eq!(
        only(&pair(100, 300)),
        Contradiction::CountedNeighbours {
            stage: 1,
            counted: 300.0,
            advanced_before: 100.0
        }
    );
}

#[test]
fn a_stated_cycle_is_held_against_the_days() {
    // 7 days in each of four stages.
    let document = preset("talk");
    let stated = |days| {
        let known = Known {
            cycle_days: Some(days),
            ..Known::default()
        };
        contradictions(&document, known)
    };
    for fine in [19.0, 28.0, 42.0, f64::NAN, 0.0, -1.0, f64::INFINITY] {
        assert_eq!(stated(fine), [], "{fine}");
    }
    for off in [18.0, 43.0, 90.0] {
        assert_eq!(
            stated(off)[0].contradiction,
            Contradiction::StatedCycle {
                stated_days: off,
                stages_days: 28.0
            }
        );
    }
    let mut short = document;
    set(&mut short, Field::Months, 1.0);
    set(&mut short, Field::Stage(0, StageField::DaysMean), 10.0);
    assert_eq!(
        only(&short),
        Contradiction::CycleBeyondHorizon {
            stages_days: 31.0,
            horizon_days: 31.0
        }
    );
}

#[test]
fn rates_targets_seasons_and_prices() {
    let mut document = preset("own");
    set(&mut document, Field::Stage(0, StageField::Target), 0.5);
    assert_eq!(found(&document), [], "a target that is met");
    set(&mut document, Field::Stage(0, StageField::Target), 0.4);
    assert_eq!(
        only(&document),
        Contradiction::TargetBelowConversion {
            stage: 0,
            target: 0.4,
            conversion: 0.5
        }
    );
    let mut document = preset("own");
    document.channels[0].seasonality = Some([Number::nearest(1.04); 12]);
    assert_eq!(found(&document), [], "rounded factors");
    document.channels[0].seasonality = Some([Number::nearest(2.0); 12]);
    assert_eq!(
        only(&document),
        Contradiction::Seasons {
            channel: 0,
            sum: 24.0
        }
    );
    // 0.5 × 0.4 × 0.25 × 2000 = 100, less 4 for each of the half that gets to the second stage.
    let mut document = preset("own");
    let price = Field::Channel(0, ChannelField::CostPerLead);
    set(&mut document, Field::Stage(1, StageField::CostPerUnit), 4.0);
    set(&mut document, price, 98.0);
    assert_eq!(found(&document), []);
    set(&mut document, price, 99.0);
    let Contradiction::LeadPrice { price, worth, .. } = only(&document) else {
        panic!("not the price");
    };
    assert_eq!(price, 99.0);
    close(worth, 98.0, 1e-9);
    let mut document = preset("own");
    for stage in 0..3 {
        set(
            &mut document,
            Field::Stage(stage, StageField::Conversion),
            1.0,
        );
    }
    assert_eq!(only(&document), Contradiction::NothingIsLost);
    set(&mut document, Field::Channel(0, ChannelField::Quality), 0.9);
    assert_eq!(found(&document), [], "poor leads are lost");
    set(&mut document, Field::Stage(1, StageField::Conversion), 0.0);
    assert!(found(&document).contains(&Contradiction::NothingAdvances { stage: 1 }));
}

#[test]
fn the_presets_go_together() {
    for id in Preset::ALL.iter().map(|preset| preset.id()) {
        let found = found(&preset(id));
        // That more leads come than can be called is what this one is about.
        let expected = usize::from(id == "stale");
        assert_eq!(found.len(), expected, "{id}: {found:?}");
    }
}

#[test]
fn neither_money_nor_an_empty_stage_nor_a_split_channel_makes_a_difference() {
    let document = counted(200.0, 10.0);
    let before = found(&document);
    assert_eq!(before.len(), 2);
    let mut rich = document.clone();
    set(&mut rich, Field::Deal(DealField::Size), 1e9);
    assert_eq!(found(&rich), before);
    let mut longer = document.clone();
    longer
        .stages
        .push(Stage::new("Nothing", Number::nearest(1.0)));
    assert_eq!(found(&longer), before);
    let mut split = document.clone();
    let leads = Field::Channel(0, ChannelField::LeadsPerMonth);
    set(&mut split, leads, 304.375 / 2.0);
    split.channels.push(split.channels[0].clone());
    assert_eq!(found(&split), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn notes_on_any_document_are_finite(
        document in documents(), cycle in any::<f64>(), top in 0..12_usize,
    ) {
        let known = Known { top_leak: Some(top), cycle_days: Some(cycle) };
        let notes = contradictions(&document, known);
        let written = format!("{notes:?}");
        prop_assert!(!written.contains("inf") && !written.contains("NaN"), "{}", written);
        for note in &notes {
            prop_assert!(!note.check.is_empty());
            for field in &note.check {
                prop_assert!(field.get(&document).is_some(), "{:?}", field);
            }
        }
    }
}
