//! The two ways side by side, by number: the talk's leak, a full team, leads that go stale.

mod support;

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Comparison, Equivalent, ExtraLeads, Input, Outcome, Verdict, ceiling, compare, curve,
    default_pair, full_stages, shares_reaching,
};
use pipeline_lever::model::{
    ChannelField, DealField, Document, Field, Number, Objective, Opening, Pair, StageField, View,
    WaitingOrder,
};
use proptest::prelude::*;
use support::arbitrary::shared;
use support::presets::preset;

const DAYS_A_MONTH: f64 = 365.25 / 12.0;

fn set(document: &mut Document, field: Field, value: f64) {
    field.set(document, Some(value)).expect("an allowed value");
}

/// The document with no time passing in its stages: the plain product of rates.
fn at_once(mut document: Document) -> Document {
    for stage in 0..document.stages.len() {
        set(
            &mut document,
            Field::Stage(stage, StageField::DaysMean),
            0.0,
        );
    }
    document
}

fn won(pair: Option<(usize, f64, f64)>) -> View {
    View {
        objective: Objective::Won,
        pair: pair.map(|(stage, to, times)| Pair {
            stage,
            to: Number::nearest(to),
            channel: None,
            leads_times: Number::nearest(times),
        }),
        ..View::default()
    }
}

fn compared(document: &Document, view: &View) -> Comparison {
    compare(&mut Simulator::new(), document, view)
}

#[track_caller]
fn many(compared: &Comparison) -> ExtraLeads {
    match compared.as_many_leads_as {
        Equivalent::Leads(leads) => leads,
        other => panic!("{other:?}"),
    }
}

/// Wins a month once the change has come through.
fn settled(outcome: &Outcome) -> f64 {
    let months = &outcome.months[2..];
    months.iter().map(|month| month.won).sum::<f64>() / months.len() as f64
}

#[track_caller]
fn near(value: f64, expected: f64, share: f64) {
    assert!(
        (value - expected).abs() <= share * expected.abs(),
        "{value}, not {expected}"
    );
}

#[test]
fn two_and_a_half_times_the_rate_is_two_and_a_half_times_the_leads() {
    let document = at_once(preset("talk"));
    let compared = compared(&document, &won(Some((2, 0.05, 2.5))));
    near(compared.baseline.won_per_month, 3000.0, 1e-9);
    near(compared.fix.won_per_month, 7500.0, 1e-9);
    near(compared.leads.won_per_month, 7500.0, 1e-9);
    assert_eq!(compared.verdict, Verdict::Tie);
    assert!(compared.chosen_by_visitor);
    let leads = many(&compared);
    near(leads.times, 2.5, 1e-8);
    near(leads.extra_per_month, 600_000.0, 1e-8);
    near(leads.cost_per_month, 1_200_000.0, 1e-8);
    assert_eq!((compared.blocked_by, compared.waiting), (None, None));
    assert_eq!(compared.fix.first_effect, Some(0));
    near(compared.worth_up_to_per_month, 4500.0 * 800.0, 1e-9);
    near(compared.returned_per_month, 4500.0 * 800.0, 1e-9);
}

#[test]
fn as_the_talk_has_it_leads_come_two_weeks_later() {
    let document = preset("talk");
    let compared = compared(&document, &won(Some((2, 0.05, 2.5))));
    // Two of the four weeks pass before the stage, so that leads are late by 14 days of 365.
    for outcome in [&compared.fix, &compared.leads] {
        near(settled(outcome), 7500.0, 0.01);
    }
    near(compared.fix.gain / 12.0, 4500.0 * 351.0 / 365.0, 0.01);
    near(compared.leads.gain / 12.0, 4500.0 * 337.0 / 365.0, 0.01);
    let leads = many(&compared);
    near(leads.times, 1.0 + 1.5 * 351.0 / 337.0, 0.01);
    assert_eq!(compared.verdict, Verdict::FixWins);
}

#[test]
fn the_leak_is_the_negotiation() {
    let document = preset("talk");
    let pair = default_pair(&mut Simulator::new(), &document);
    assert_eq!(pair.stage, 2);
    near(pair.to.get(), 0.022 / 1.002, 1e-12);
    assert_eq!(pair.leads_times.get(), 1.1);
    let compared = compared(&document, &won(None));
    assert_eq!(compared.pair, pair);
    assert!(!compared.chosen_by_visitor);
}

#[test]
fn no_number_of_leads_fills_a_full_team_better() {
    let document = preset("talk-full");
    let compared = compared(&document, &won(Some((2, 0.04, 2.5))));
    near(settled(&compared.leads), 3040.0, 0.01);
    near(compared.leads.won_per_month, 3040.0, 0.01);
    near(settled(&compared.fix), 6000.0, 0.01);
    assert_eq!(compared.as_many_leads_as, Equivalent::None);
    assert_eq!(compared.blocked_by, Some(2));
    assert_eq!(compared.verdict, Verdict::FixWins);
    assert_eq!(
        compared.waiting, None,
        "the unevenness of months is no overload"
    );
    assert!(!compared.leads_hurt);
}

#[test]
fn the_ceiling_is_capacity_by_conversion() {
    let mut document = preset("talk-full");
    let limit = ceiling(&document).expect("a limit");
    assert_eq!((limit.stage, limit.next), (2, None));
    near(limit.leads_per_month, 190_000.0 / (0.75 * 0.625), 1e-12);
    assert!(full_stages(&document).is_empty());
    set(&mut document, Field::Channel(0, ChannelField::Quality), 0.5);
    set(
        &mut document,
        Field::Stage(1, StageField::CapacityPerMonth),
        100_000.0,
    );
    let limit = ceiling(&document).expect("a limit");
    assert_eq!(limit.stage, 1);
    near(limit.leads_per_month, 100_000.0 / 0.375, 1e-12);
    let (next, leads) = limit.next.expect("another limit");
    assert_eq!(next, 2);
    near(leads, 190_000.0 / (0.375 * 0.625), 1e-12);
    // The full stage keeps the later one from being full.
    set(
        &mut document,
        Field::Channel(0, ChannelField::LeadsPerMonth),
        900_000.0,
    );
    assert_eq!(full_stages(&document), [1]);
    assert_eq!(ceiling(&preset("talk")), None);
    assert_eq!(shares_reaching(&preset("talk")).len(), 4);
}

#[test]
fn stale_leads_win_nothing_unless_the_newest_is_called_first() {
    let document = preset("stale");
    let compared = compared(&document, &won(None));
    assert!(compared.leads_hurt);
    assert!(compared.leads.gain < 0.0);
    let waiting = compared.waiting.expect("a line without end");
    assert_eq!(waiting.stage, 0);
    near(waiting.waiting_at_end, 10.0 * 730.5, 0.01);
    assert!(waiting.mean_wait_days.expect("some start") > 20.0);
    near(waiting.wins_if_newest_first, 5.0 * DAYS_A_MONTH, 0.02);
}

#[test]
fn wins_a_day_in_the_second_year_by_leads_a_day() {
    let second_year = |leads: f64, order| {
        let mut document = preset("stale");
        set(
            &mut document,
            Field::Channel(0, ChannelField::LeadsPerMonth),
            leads * DAYS_A_MONTH,
        );
        document.set_waiting_order(0, order);
        let months = Simulator::new().expected(&document, &[]).months;
        months[12..].iter().map(|month| month.won).sum::<f64>() / 365.0
    };
    near(second_year(60.0, WaitingOrder::OldestFirst), 3.0, 0.01);
    near(second_year(90.0, WaitingOrder::OldestFirst), 4.5, 0.01);
    assert!(second_year(110.0, WaitingOrder::OldestFirst) < 0.001);
    assert!(second_year(150.0, WaitingOrder::OldestFirst) < 0.001);
    near(second_year(110.0, WaitingOrder::NewestFirst), 5.0, 0.01);
    near(second_year(150.0, WaitingOrder::NewestFirst), 5.0, 0.01);
}

#[test]
fn verdicts_at_their_edges() {
    assert_eq!(Verdict::of(100.0, 99.1, 1e3), Verdict::Tie);
    assert_eq!(Verdict::of(100.0, 98.9, 1e3), Verdict::FixWins);
    assert_eq!(Verdict::of(98.9, 100.0, 1e3), Verdict::LeadsWin);
    assert_eq!(Verdict::of(1e-7, -5.0, 1e3), Verdict::NeitherHelps);
    assert_eq!(Verdict::of(0.0, 0.0, 0.0), Verdict::NeitherHelps);
    assert_eq!(Verdict::of(5.0, -5.0, 0.0), Verdict::FixWins);
}

#[test]
fn a_change_that_never_comes_through_has_no_first_effect() {
    let mut document = preset("own");
    document.set_opening(Opening::Empty);
    set(&mut document, Field::Months, 1.0);
    set(&mut document, Field::Stage(2, StageField::DaysMean), 3650.0);
    set(
        &mut document,
        Field::Stage(2, StageField::DaysVariation),
        0.0,
    );
    let compared = compared(&document, &won(None));
    assert_eq!(compared.verdict, Verdict::NeitherHelps);
    assert_eq!(
        (compared.fix.first_effect, compared.leads.first_effect),
        (None, None)
    );
}

#[test]
fn a_curve_has_gaps_where_values_are_not_allowed() {
    let document = at_once(preset("talk"));
    let field = Field::Stage(2, StageField::Conversion);
    let values = [-0.1, 0.0, 0.02, 0.04, 1.1, f64::NAN];
    let mut simulator = Simulator::new();
    let pair = default_pair(&mut simulator, &document);
    let mut over = |input, value| {
        curve(
            &mut simulator,
            &document,
            pair,
            input,
            value,
            Objective::Won,
        )
    };
    let drawn = values.map(|value| over(Input::Field(field), value));
    assert_eq!(drawn[0], None);
    assert_eq!(drawn[1], Some(0.0));
    near(drawn[2].expect("allowed"), 36_000.0, 1e-9);
    near(drawn[3].expect("allowed"), 72_000.0, 1e-9);
    assert_eq!(drawn[4..], [None, None]);
    let nowhere = Field::Deal(DealField::MonthlyChurn);
    assert_eq!(over(Input::Field(nowhere), 0.1), None);

    // The ways of the pair: negotiation, the top leak, at 4 %, and twice the leads.
    assert_eq!(pair.stage, 2);
    near(over(Input::PairTo, 0.04).expect("allowed"), 72_000.0, 1e-9);
    assert_eq!(over(Input::PairTo, 1.1), None);
    near(
        over(Input::LeadsTimes, 2.0).expect("allowed"),
        72_000.0,
        1e-9,
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn comparisons_of_any_document_are_sound(shared in shared()) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(6.0));
        let compared = compared(&document, &shared.view);
        prop_assert_eq!(compared.chosen_by_visitor, shared.view.pair.is_some());
        prop_assert!(compared.pair.stage < document.stages.len());
        prop_assert_eq!(compared.baseline.gain, 0.0);
        prop_assert!(compared.as_many_leads_as != Equivalent::Searching);
        for outcome in [&compared.baseline, &compared.fix, &compared.leads] {
            prop_assert!(outcome.gain.is_finite());
            prop_assert!(outcome.first_effect.is_none_or(|month| month < outcome.months.len()));
        }
    }
}
