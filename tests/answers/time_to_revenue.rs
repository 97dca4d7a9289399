//! From first contact to first cash: the pieces, the whole, and what shortening it brings.

use pipeline_lever::engine::{Simulator, count};
use pipeline_lever::insights::{
    CycleDistribution, DEFAULT_SHORTER, Piece, Question, ShorterPiece, TimeToRevenue,
    TimeToRevenueRuns,
};
use pipeline_lever::model::{Change, DealField, Document, Field, Number, Opening, StageField};
use proptest::prelude::*;

use super::support::arbitrary::shared;
use super::support::presets::preset;
use super::support::{close, document};

fn set(document: &mut Document, field: Field, value: f64) {
    field.set(document, Some(value)).expect("an allowed value");
}

fn cycle(document: &Document) -> CycleDistribution {
    CycleDistribution::of(&mut Simulator::new(), document)
}

fn way(document: &Document, by: f64) -> TimeToRevenue {
    TimeToRevenueRuns::new(document, by).answer(&mut Simulator::new())
}

#[track_caller]
fn shorter(way: &TimeToRevenue, piece: Piece) -> ShorterPiece {
    let mut all = way.shorter.iter();
    *all.find(|shorter| shorter.piece == piece).expect("tried")
}

fn days_of(way: &TimeToRevenue) -> Vec<(Piece, f64)> {
    way.pieces
        .iter()
        .map(|piece| (piece.piece, piece.days))
        .collect()
}

/// Stages of exactly so many days, of which everyone advances.
fn stages_of(days: &[f64]) -> Document {
    let stages: Vec<String> = days
        .iter()
        .map(|days| {
            format!(r#"{{ "name": "", "conversion": 1, "days": {{ "mean": {days}, "cv": 0 }} }}"#)
        })
        .collect();
    document(&format!(
        r#"{{ "version": 1, "start": "2026-01", "opening": "empty",
              "channels": [ {{ "name": "", "leadsPerMonth": 310 }} ],
              "stages": [ {} ], "deal": {{ "size": 1 }} }}"#,
        stages.join(", ")
    ))
}

#[test]
fn the_days_of_two_stages_add_up_day_by_day() {
    // 1.25 days are 1 with 3 chances of 4 and 2 with 1 of 4; 0.5 days are 0 or 1, even chances.
    // Together: 1 day 3/8, 2 days 1/8 + 3/8, 3 days 1/8.
    let cycle = cycle(&stages_of(&[1.25, 0.5]));
    for (days, share) in [
        (0.0, 0.0),
        (1.0, 3.0 / 8.0),
        (2.0, 7.0 / 8.0),
        (3.0, 1.0),
        (4000.0, 1.0),
    ] {
        close(cycle.share_within(days), share, 1e-12);
    }
    assert_eq!(cycle.days_for(3.0 / 8.0), Some(1));
    assert_eq!(cycle.days_for(0.5), Some(2));
    assert_eq!(cycle.days_for(0.9), Some(3));
    close(cycle.mean(), 1.75, 1e-12);
}

#[test]
fn who_waits_in_an_overloaded_line_is_late_by_as_much() {
    // 10 leads a day come, 5 a day can start, oldest first. On day t those of day ⌊t ÷ 2⌋ start: they have waited
    // ⌈t ÷ 2⌉ days. Of the 31 days of January: 0 days on day 0, else each of 1 to 15 days on two days.
    let mut document = stages_of(&[0.0]);
    set(&mut document, Field::Months, 1.0);
    let limit = Field::Stage(0, StageField::CapacityPerMonth);
    set(&mut document, limit, 155.0);
    let cycle = cycle(&document);
    close(cycle.share_within(0.0), 1.0 / 31.0, 1e-9);
    close(cycle.share_within(5.0), 11.0 / 31.0, 1e-9);
    assert_eq!(cycle.days_for(0.5), Some(8));
    assert_eq!(cycle.days_for(1.0), Some(15));
    close(cycle.mean(), 2.0 * 120.0 / 31.0, 1e-9);
}

#[test]
fn the_whole_is_what_a_long_run_of_an_empty_pipeline_wins_by_then() {
    // One month of leads into an empty pipeline: of those who are ever won, the share that is won by a day is the
    // distribution, spread over the days of that month.
    for id in ["talk", "talk-full"] {
        let mut document = preset(id);
        document.opening = Opening::Empty;
        set(&mut document, Field::Months, 48.0);
        for channel in &mut document.channels {
            let mut january = [0.0; 12];
            january[0] = 1.0;
            channel.seasonality = Some(january.map(Number::nearest));
        }
        for stage in &mut document.stages {
            stage.capacity_per_month = None;
        }
        let cycle = cycle(&document);
        let flows = Simulator::new().flows(&document, &[]);
        // The second January is left out.
        let won = flows.won();
        let all: f64 = won.iter().take(330).sum();
        for within in [10, 40, 90, 120] {
            let by_then: f64 = won.iter().take(within + 31).sum();
            let spread: f64 = (0..31)
                .map(|day| cycle.share_within(count(within + 30 - day)))
                .sum();
            let known = cycle.share_within(329.0);
            close(by_then / all, spread / 31.0 / known, 2e-3);
        }
    }
}

// 310 leads a month, all of them won, exactly 4 and 6 days, 10 to onboard, 5 to deliver, 20 to pay, at a price
// of 1: in January 10 a day.
fn paid_later(upfront: f64) -> Document {
    let mut document = stages_of(&[4.0, 6.0]);
    for (field, value) in [
        (DealField::UpfrontShare, upfront),
        (DealField::OnboardingDays, 10.0),
        (DealField::DeliveryDays, 5.0),
        (DealField::PaymentDays, 20.0),
    ] {
        set(&mut document, Field::Deal(field), value);
    }
    document
}

#[test]
fn the_way_is_its_pieces_in_their_order() {
    let way_of = way(&paid_later(0.0), DEFAULT_SHORTER);
    let pieces = [
        (Piece::Stage(0), 4.0),
        (Piece::Stage(1), 6.0),
        (Piece::Onboarding, 10.0),
        (Piece::Delivery, 5.0),
        (Piece::Payment, 20.0),
    ];
    assert_eq!(days_of(&way_of), pieces);
    assert_eq!(way_of.mean_days, 45.0);
    assert_eq!(
        (way_of.days_for(0.5), way_of.days_for(0.9)),
        (Some(45), Some(45))
    );
    assert_eq!(
        way_of.longest().map(|piece| piece.piece),
        Some(Piece::Payment)
    );
    // Something up front: the first cash does not wait for the delivery.
    let way_of = way(&paid_later(0.5), DEFAULT_SHORTER);
    assert_eq!(way_of.mean_days, 40.0);
    assert!(
        way_of
            .pieces
            .iter()
            .all(|piece| piece.piece != Piece::Delivery)
    );
}

#[test]
fn a_piece_shorter_by_a_fifth_brings_the_cash_of_as_many_days() {
    // Nothing is under way at the start. A day less is one more day's wins of December paid within the year:
    // those of the last days of November, 310 ÷ 30 a day.
    let mut document = paid_later(0.0);
    set(&mut document, Field::Months, 12.0);
    let way = way(&document, 0.2);
    let november = 310.0 / 30.0;
    for (piece, less) in [
        (Piece::Payment, 4.0),
        (Piece::Onboarding, 2.0),
        (Piece::Stage(1), 1.2),
        (Piece::Delivery, 1.0),
        (Piece::Stage(0), 0.8),
    ] {
        let shorter = shorter(&way, piece);
        close(shorter.days, less, 1e-9);
        close(shorter.from_days - shorter.to_days, less, 1e-9);
        close(shorter.cash, less * november, 1e-6);
        // The first cash comes on day 45, in February, and is ahead from then on.
        assert_eq!(shorter.ahead_since, Some(1), "{piece:?}");
    }
    let order: Vec<Piece> = way.shorter.iter().map(|shorter| shorter.piece).collect();
    assert_eq!(order[..2], [Piece::Payment, Piece::Onboarding]);
    assert_eq!(way.first().len(), 1);
    // Only the stages bring wins forward.
    close(shorter(&way, Piece::Payment).won, 0.0, 0.0);
    close(shorter(&way, Piece::Stage(1)).won, 1.2 * 310.0 / 31.0, 1e-6);
}

#[test]
fn whole_days_are_rounded_and_a_day_less_at_least() {
    let mut document = paid_later(1.0);
    set(&mut document, Field::Deal(DealField::OnboardingDays), 2.0);
    set(&mut document, Field::Deal(DealField::PaymentDays), 13.0);
    let way = way(&document, 0.2);
    // 1.6 would be 2 again: 1. 10.4 is 10.
    assert_eq!(shorter(&way, Piece::Onboarding).to_days, 1.0);
    assert_eq!(shorter(&way, Piece::Payment).to_days, 10.0);
}

#[test]
fn what_is_owed_on_the_first_day_is_still_paid_when_it_was_due() {
    // The naive way reckons a steady pipeline with 30 payment days less as if it had always been so: the same cash
    // every month, nothing gained. In truth a month's cash is pulled forward, and what was owed still comes.
    let mut document = paid_later(1.0);
    document.opening = Opening::Steady;
    set(&mut document, Field::Deal(DealField::PaymentDays), 30.0);
    set(&mut document, Field::Deal(DealField::OnboardingDays), 0.0);
    let payment = shorter(&way(&document, 1.0), Piece::Payment);
    close(payment.to_days, 0.0, 0.0);
    // The wins of the last 30 days of December are paid within the year: leads of 9 days of November, 21 of December.
    close(payment.cash, 9.0 * 310.0 / 30.0 + 210.0, 1e-6);
    let mut always = document.clone();
    set(&mut always, Field::Deal(DealField::PaymentDays), 0.0);
    let mut simulator = Simulator::new();
    let naive = simulator.totals(&always, &[]).cash - simulator.totals(&document, &[]).cash;
    assert!(naive < 12.0, "{naive}");
}

#[test]
fn a_wait_is_shortened_by_the_limit_that_does_it() {
    // 10 a day come, c a day can start: the line grows by 10 − c a day, so that the wait goes with (10 − c) ÷ c.
    // It is 1 at 5 a day, and a fifth less, 0.8, at c = 10 ÷ 1.8.
    let mut document = stages_of(&[0.0]);
    set(&mut document, Field::Months, 1.0);
    let limit = Field::Stage(0, StageField::CapacityPerMonth);
    set(&mut document, limit, 155.0);
    let way = way(&document, 0.2);
    assert_eq!(way.pieces[0].piece, Piece::Waiting(0));
    // After day t 5 × (t + 1) wait: 5 × 496 ÷ 155 starts.
    close(way.mean_days, 16.0, 1e-9);
    let wait = shorter(&way, Piece::Waiting(0));
    close(wait.to_days, 12.8, 1e-4);
    close(wait.capacity.expect("a limit"), 310.0 / 1.8, 1e-3);
    close(wait.cash, 310.0 / 1.8 - 155.0, 1e-3);
    // Those that start have waited half as long as the line suggests.
    close(way.mean_days_of_won(), 240.0 / 31.0, 1e-9);
}

#[test]
fn nine_of_ten_take_much_longer_than_the_mean() {
    // The naive tool adds the mean days of the stages and calls it the time to revenue. An exponential stage of 30
    // days: half are through in 21 days, nine of ten in 69, 1 − e⁻³ in 90.
    let mut document = stages_of(&[30.0]);
    let variation = Field::Stage(0, StageField::DaysVariation);
    set(&mut document, variation, 1.0);
    let way = way(&document, 0.2);
    close(way.mean_days, 30.0, 1e-12);
    assert_eq!(way.days_for(0.5), Some(21));
    assert_eq!(way.days_for(0.9), Some(69));
    close(way.cycle.share_within(90.0), 0.950_213, 2e-3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_distribution_never_falls_and_never_passes_one(shared in shared()) {
        let cycle = cycle(&shared.document);
        let mut before = 0.0;
        for days in (0..=3650).step_by(73) {
            let share = cycle.share_within(count(days));
            prop_assert!(share >= before - 1e-12 && share <= 1.0, "{share} after {before}");
            before = share;
        }
        let (half, nine) = (cycle.days_for(0.5), cycle.days_for(0.9));
        prop_assert!(nine.is_none() || half <= nine);
        if let Some(half) = half {
            prop_assert!(cycle.share_within(count(half)) >= 0.5 - 1e-6);
            prop_assert!(half == 0 || cycle.share_within(count(half - 1)) < 0.5);
        }
    }

    #[test]
    fn the_pieces_add_up_to_the_time_to_revenue(shared in shared()) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(12.0));
        let way = way(&document, 0.2);
        let sum: f64 = way.pieces.iter().map(|piece| piece.days).sum();
        let run = Simulator::new().expected(&document, &[]);
        let whole = run.metrics.time_to_revenue_days;
        prop_assert!((sum - whole).abs() <= 1e-9 * whole.max(1.0), "{sum} {whole}");
        prop_assert_eq!(way.mean_days, whole);
        for pair in way.shorter.windows(2) {
            prop_assert!(pair[0].cash >= pair[1].cash);
        }
        for shorter in &way.shorter {
            prop_assert!(shorter.to_days < shorter.from_days);
        }
    }

    #[test]
    fn a_change_on_the_first_day_is_what_its_lever_does(shared in shared(), times in 0.1..1.0f64, at in 0..12usize) {
        let mut before = shared.document;
        before.months = Number::nearest(before.months.get().min(12.0));
        // What "counts" has in a stage starts it on the first day, under the lever: another meaning.
        if before.opening == Opening::Counts {
            before.opening = Opening::Empty;
        }
        let stage = at % before.stages.len();
        let days = before.stages[stage].days.mean.middle();
        let paid = Field::Deal(DealField::PaymentDays);
        let payment = (paid.get(&before).expect("a number") * times).floor();
        let conversion = before.stages[stage].conversion.middle() * times;
        for (field, value, change) in [
            (
                Field::Stage(stage, StageField::DaysMean),
                days * times,
                Change::Days { stage, times: Number::nearest(times) },
            ),
            (paid, payment, Change::PaymentDays { to: Number::nearest(payment) }),
            (
                Field::Stage(stage, StageField::Conversion),
                conversion,
                Change::Conversion { stage, to: Number::nearest(conversion) },
            ),
        ] {
            let mut after = before.clone();
            set(&mut after, field, value);
            let mut simulator = Simulator::new();
            let edited = simulator.changed(&before, &after, None).report(&after, &[]);
            let lever = simulator.expected(&before, &[change.at_once()]);
            prop_assert_eq!(&edited, &lever);
        }
        let mut simulator = Simulator::new();
        let same = simulator.changed(&before, &before, None).report(&before, &[]);
        prop_assert_eq!(same, simulator.expected(&before, &[]));
    }
}
