//! What the open deals bring, when, and how their chances age.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{CycleDistribution, OpenDeals, OpenDealsRuns, Question};
use pipeline_lever::model::{
    ChannelField, Document, Field, Number, Opening, StageField, Uncertain,
};
use proptest::prelude::*;

use super::support::arbitrary::shared;
use super::support::presets::preset;
use super::support::{close, document};

fn open_deals(document: &Document, within: f64) -> OpenDeals {
    OpenDealsRuns::new(document, Some(within)).answer(&mut Simulator::new())
}

fn set(document: &mut Document, field: Field, value: f64) {
    field.set(document, Some(value)).expect("an allowed value");
}

/// 40 deals in a stage of exactly 10 days that half of them pass, 8 in one of exactly 35 days that a quarter passes.
/// Paid 30 days after the win. 1,000 leads a month come as well.
fn on_paper() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":3,"opening":"counts",
        "channels":[{"leadsPerMonth":1000}],
        "stages":[{"conversion":0.5,"days":{"mean":10,"cv":0},"open":40},
            {"conversion":0.25,"days":{"mean":35,"cv":0},"open":8}],
        "deal":{"size":1000,"billing":{"kind":"oneOff","paymentDays":30}}}"#,
    )
}

#[test]
fn open_deals_as_on_paper() {
    let found = open_deals(&on_paper(), 40.0);
    assert!(!found.is_default);
    // 40 × 0.5 × 0.25 = 5 and 8 × 0.25 = 2.
    let wins: Vec<f64> = found.stages.iter().map(|stage| stage.wins).collect();
    assert_eq!(wins, [5.0, 2.0]);
    assert_eq!((found.wins, found.bookings), (7.0, 7000.0));
    // The two are won on day 35, the 5th of February; the five on day 45. They pay on days 65 and 75, in March.
    let won: Vec<f64> = found.months.iter().map(|month| month.won).collect();
    assert_eq!(won, [0.0, 7.0, 0.0]);
    let cash: Vec<f64> = found.months.iter().map(|month| month.cash).collect();
    assert_eq!(cash, [0.0, 0.0, 7000.0]);
    assert_eq!(found.months[1].bookings, 7000.0);
    assert_eq!((found.later, found.taken_by_waiting), (0.0, 0.0));
    // By day 40 the two; a lead takes 45 days.
    assert_eq!(
        (found.won_within, found.open_within),
        (2.0, Some(2.0 / 7.0))
    );
    assert_eq!(found.leads_within, 0.0);
    assert_eq!(open_deals(&on_paper(), 45.0).open_within, Some(1.0));
    assert_eq!(open_deals(&on_paper(), 45.0).leads_within, 1.0);
}

#[test]
fn what_is_won_after_the_horizon_is_told_apart() {
    let mut short = on_paper();
    set(&mut short, Field::Months, 1.0);
    let found = open_deals(&short, 90.0);
    assert_eq!(found.months.len(), 1);
    assert_eq!((found.months[0].won, found.later), (0.0, 7.0));
}

#[test]
fn naive_open_value_times_probability_is_not_what_comes_in_the_horizon() {
    // A spreadsheet books 48 deals × their stage's probability × 1,000 now. Nothing of it comes in January, and what
    // comes at all depends on a team that can only start 10 of the 20 that advance, half of whom go cold a day.
    let document = on_paper();
    let naive = (40.0 * 0.5 + 8.0 * 0.25) * 1000.0;
    let found = open_deals(&document, 90.0);
    assert_eq!(naive, 22_000.0);
    assert_eq!(found.bookings, 7000.0);
    assert_eq!(found.months[0].bookings, 0.0);
    let mut full = document;
    set(
        &mut full,
        Field::Stage(1, StageField::CapacityPerMonth),
        31.0,
    );
    set(
        &mut full,
        Field::Stage(1, StageField::PatienceHalfLifeDays),
        1.0,
    );
    let found = open_deals(&full, 90.0);
    // One a day starts: of 20 on day 10 one, and a half of the others is left: 9.5; then 4.25, 1.625, 0.3125.
    let started = 1.0 + 1.0 + 1.0 + 1.0 + 0.3125;
    close(found.taken_by_waiting, (20.0 - started) * 0.25, 1e-9);
}

/// Exponential days, a mean of 10 for those that advance and of 20 for those that are lost.
fn exponential() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":3,"opening":"counts",
        "channels":[{"leadsPerMonth":0}],
        "stages":[{"conversion":0.4,"days":{"mean":10,"cv":1},"lostDays":{"mean":20,"cv":1},"open":10},
            {"conversion":0.5}],
        "deal":{"size":1}}"#,
    )
}

#[test]
fn chances_age_as_on_paper() {
    let found = open_deals(&exponential(), 90.0);
    let ages = &found.stages[0].ages;
    assert!(ages.depends_on_age);
    assert_eq!(ages.at_start(), 0.2);
    // An exponential of mean d on whole days takes more than a days with chance E[(X − a)+] − E[(X − a − 1)+]
    // = d·(1 − e^(−1/d))·e^(−a/d).
    let longer =
        |mean: f64, age: f64| mean * (1.0 - libm::exp(-1.0 / mean)) * libm::exp(-age / mean);
    for age in [0_u32, 1, 7, 30, 100] {
        let (forward, away) = (
            0.4 * longer(10.0, f64::from(age)),
            0.6 * longer(20.0, f64::from(age)),
        );
        let chance = ages.chance(age as usize).expect("still there");
        close(chance, forward / (forward + away) * 0.5, 1e-12);
    }
    // 99 % have advanced where 10·(1 − e^−0.1)·e^(−a/10) is 1 % or less: a = 45.6.
    assert_eq!(ages.nearly_last, Some(46));
    // What is left after a days is below a billionth: a = 206.7.
    assert_eq!(ages.last, Some(207));
    assert_eq!(ages.chance(207), Some(0.0));
    assert_eq!(ages.chance(500), None);
    close(ages.mean_days(), 10.0, 1e-7);
}

#[test]
fn ages_say_nothing_where_the_lost_take_as_long() {
    let mut document = exponential();
    document.stages[0].lost_days = None;
    let found = open_deals(&document, 90.0);
    let ages = &found.stages[0].ages;
    assert!(!ages.depends_on_age);
    for age in [0, 1, 50, 206] {
        assert_eq!(ages.chance(age), Some(0.2));
    }
    assert_eq!(ages.chance(207), None);
    assert!(ages.points().iter().all(|point| point.chance == 0.2));
}

#[test]
fn without_counts_a_steady_pipeline_is_taken() {
    let mut document = on_paper();
    document.opening = Opening::Steady;
    let found = open_deals(&document, 90.0);
    assert!(found.is_default);
    // 1,000 × 12 ÷ 365.25 = 32.854 a day × 10 days, and half of them × 35 days.
    let open: Vec<f64> = found.stages.iter().map(|stage| stage.open).collect();
    assert_eq!(open, [329.0, 575.0]);
    // Entered as counts they bring the same, to the bit.
    for (stage, open) in open.into_iter().enumerate() {
        set(&mut document, Field::Stage(stage, StageField::Open), open);
    }
    document.opening = Opening::Counts;
    let counted = open_deals(&document, 90.0);
    assert_eq!(
        OpenDeals {
            is_default: true,
            ..counted
        },
        found
    );
}

#[test]
fn new_leads_are_no_part_of_it() {
    let found = open_deals(&on_paper(), 40.0);
    let mut many = on_paper();
    set(
        &mut many,
        Field::Channel(0, ChannelField::LeadsPerMonth),
        1e6,
    );
    assert_eq!(open_deals(&many, 40.0), found);
}

#[test]
fn the_firms_share_within_90_days_is_that_of_its_cycle() {
    let firm = preset("firm");
    let cycle = CycleDistribution::of(&mut Simulator::new(), &firm);
    let found = OpenDealsRuns::new(&firm, None).answer(&mut Simulator::new());
    assert_eq!(found.within_days, 90);
    assert_eq!(found.leads_within, cycle.share_within(90.0));
    assert!(found.leads_within > 0.0 && found.leads_within < 1.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Where nothing is limited, all wins come: Σ open × chance.
    #[test]
    fn all_wins_come_where_nothing_is_limited(shared in shared()) {
        let mut document = shared.document;
        for stage in &mut document.stages {
            stage.capacity_per_month = None;
            // Short enough for all of them to come within five years.
            stage.days.mean = Uncertain::Known(Number::nearest(stage.days.mean.middle() % 20.0));
            stage.days.variation = Number::nearest(stage.days.variation.get().min(1.0));
        }
        let found = open_deals(&document, 3650.0);
        let come = found.months.iter().map(|month| month.won).sum::<f64>() + found.later;
        prop_assert!((come - found.wins).abs() <= 1e-6 * found.wins, "{come} of {}", found.wins);
        prop_assert!(found.open_within.is_none_or(|share| (share - 1.0).abs() < 1e-6));
    }

    /// Whatever the document: chances are chances, an age without a word of the lost is none, and nothing is made up.
    #[test]
    fn chances_are_chances(shared in shared(), within in 0.0..400.0_f64) {
        let found = open_deals(&shared.document, within);
        for stage in &found.stages {
            let plain = stage.ages.at_start();
            prop_assert!((stage.wins - stage.open * plain).abs() <= 1e-9 * stage.wins);
            for point in stage.ages.points() {
                prop_assert!((0.0..=1.0).contains(&point.chance), "{point:?}");
                prop_assert!((0.0..=1.0).contains(&point.still_there), "{point:?}");
                prop_assert!(stage.ages.depends_on_age || (point.chance - plain).abs() <= 1e-12);
            }
        }
        let come = found.months.iter().map(|month| month.won).sum::<f64>() + found.later;
        prop_assert!(come <= found.wins * (1.0 + 1e-9));
        let apart = come + found.taken_by_waiting - found.wins;
        prop_assert!(apart.abs() <= 1e-6 * found.wins.max(1e-9));
        let longer = open_deals(&shared.document, within + 30.0);
        prop_assert!(longer.won_within >= found.won_within);
        prop_assert!(longer.leads_within >= found.leads_within);
    }

    /// The longer the lost take, compared with those that advance, the less a deal's age promises.
    #[test]
    fn chances_fall_with_age_where_the_lost_stay_longer(
        mean in 1.0..60.0_f64, times in 1.05..5.0_f64, variation in 0.3..1.5_f64, rate in 0.05..0.95_f64,
    ) {
        let mut document = exponential();
        let stage = &mut document.stages[0];
        stage.days.mean = Uncertain::Known(Number::nearest(mean));
        stage.days.variation = Number::nearest(variation);
        let mut lost = stage.days;
        lost.mean = Uncertain::Known(Number::nearest(mean * times));
        stage.lost_days = Some(lost);
        set(&mut document, Field::Stage(0, StageField::Conversion), rate);
        let found = open_deals(&document, 90.0);
        let ages = &found.stages[0].ages;
        let mut before = ages.chance(0).expect("somebody is there");
        for age in 1..ages.last.unwrap_or(3650) {
            let chance = ages.chance(age).expect("somebody is there");
            prop_assert!(chance <= before + 1e-9, "{age}: {chance} after {before}");
            before = chance;
        }
    }
}
