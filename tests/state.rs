//! What the app knows, after any list of actions; and what sliders cover.

mod support;

use pipeline_lever::model::kinds::{Money, Share};
use pipeline_lever::model::{
    BillingKind, ChannelField, Currency, DealField, Document, Field, Month, Number, Objective,
    Opening, Pair, Panel, PlannedLever, Preset, Refusal, Scenario, ScenarioEdit, Spread,
    StageField, Uncertain, View, WaitingOrder,
};
use pipeline_lever::share::{LinkProblem, Shared, from_link, to_link};
use pipeline_lever::state::{
    Action, AppState, Direction, Gesture, MOST_STEPS, Notice, SliderRange,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use support::arbitrary::{documents, name, number, shared};
use support::presets::preset;
use support::texts::this_month;

fn talk() -> AppState {
    let shared = Shared {
        document: preset("talk"),
        view: View::default(),
    };
    AppState::new(shared, Some(Preset::Talk))
}

fn with(state: &AppState, action: Action) -> AppState {
    state
        .after(action.clone())
        .unwrap_or_else(|| panic!("{action:?} changes nothing"))
}

fn put(field: Field, value: f64, gesture: Gesture) -> Action {
    Action::SetNumber {
        field,
        value: Some(Spread::Exactly(value)),
        gesture,
    }
}

const LEADS: Field = Field::Channel(0, ChannelField::LeadsPerMonth);
const NEGOTIATION: Field = Field::Stage(2, StageField::Conversion);

#[test]
fn a_movement_is_one_step() {
    let start = talk();
    let mut state = start.clone();
    for value in [0.021, 0.022, 0.023] {
        state = with(&state, put(NEGOTIATION, value, Gesture::Moving));
    }
    state = with(&state, put(NEGOTIATION, 0.024, Gesture::Done));
    assert_eq!((state.steps_back(), state.generation), (1, 4));
    assert_eq!(state.preset, None);
    // The next movement of the same field is another step.
    state = with(&state, put(NEGOTIATION, 0.03, Gesture::Moving));
    state = with(&state, put(NEGOTIATION, 0.03, Gesture::Done));
    assert_eq!((state.steps_back(), state.generation), (2, 5));
    state = with(&with(&state, Action::Undo), Action::Undo);
    assert_eq!(
        (&state.shared, state.preset),
        (&start.shared, Some(Preset::Talk))
    );
    assert_eq!(state.after(Action::Undo), None);
    assert_eq!(
        NEGOTIATION.get(with(&state, Action::Redo).document()),
        Some(0.024)
    );
}

#[test]
fn a_movement_that_comes_back_is_none() {
    let start = talk();
    let there = with(&start, put(LEADS, 5.0, Gesture::Moving));
    let back = with(&there, put(LEADS, 400_000.0, Gesture::Done));
    assert_eq!(
        (&back.shared, back.steps_back(), back.preset),
        (&start.shared, 0, start.preset)
    );
    assert_eq!(start.after(put(LEADS, 400_000.0, Gesture::Done)), None);
}

#[test]
fn what_is_refused_is_marked_until_it_is_mended() {
    let start = talk();
    let state = with(&start, put(NEGOTIATION, 1.5, Gesture::Done));
    assert_eq!((&state.shared, state.generation), (&start.shared, 0));
    assert!(state.shows_last_valid());
    assert_eq!(state.after(Action::Reject(NEGOTIATION)), None);
    let moved = with(&state, Action::MoveStage { from: 2, to: 0 });
    assert_eq!(moved.invalid, vec![Field::Stage(0, StageField::Conversion)]);
    assert!(with(&moved, Action::RemoveStage(0)).invalid.is_empty());
    // The present number typed again mends it, and is no step.
    let mended = with(&state, put(NEGOTIATION, 0.02, Gesture::Done));
    assert_eq!((mended.generation, mended.steps_back()), (0, 0));
    assert!(!mended.shows_last_valid());
}

#[test]
fn fields_that_are_gone_are_not_invalid() {
    let churn = Field::Deal(DealField::MonthlyChurn);
    let start = talk();
    assert_eq!(start.after(Action::Reject(churn)), None);
    assert_eq!(
        start.after(Action::Reject(Field::Stage(9, StageField::Open))),
        None
    );
    let recurring = with(&start, Action::SetBillingKind(BillingKind::Recurring));
    let state = with(&recurring, Action::Reject(churn));
    assert!(
        with(&state, Action::SetBillingKind(BillingKind::OneOff))
            .invalid
            .is_empty()
    );
    let lost = |field| Field::Stage(1, field);
    let state = with(
        &start,
        put(lost(StageField::LostDaysMean), 3.0, Gesture::Done),
    );
    let state = with(&state, Action::Reject(lost(StageField::LostDaysVariation)));
    let off = Action::SetNumber {
        field: lost(StageField::LostDaysMean),
        value: None,
        gesture: Gesture::Done,
    };
    assert!(with(&state, off).invalid.is_empty());
}

fn chosen(pair: Pair, gesture: Gesture) -> Action {
    let pair = Some(pair);
    Action::SetPair { pair, gesture }
}

#[test]
fn a_pair_that_is_typed_is_one_step() {
    let start = talk();
    let pair = |to: f64| Pair {
        stage: 2,
        to: Number::nearest(to),
        channel: None,
        leads_times: Number::nearest(1.1),
    };
    let typed = [0.03, 0.035, 0.0351]
        .into_iter()
        .fold(start.clone(), |state, to| {
            with(&state, chosen(pair(to), Gesture::Moving))
        });
    let done = with(&typed, chosen(pair(0.0351), Gesture::Done));
    assert_eq!(done.view().pair, Some(pair(0.0351)));
    assert_eq!(done.steps_back(), start.steps_back() + 1);
    assert_eq!(with(&done, Action::Undo).view().pair, None);
    assert_eq!(
        done.preset, start.preset,
        "what is compared is no part of a preset"
    );
}

#[test]
fn a_pair_follows_its_stage() {
    let pair = Pair {
        stage: 2,
        to: Number::nearest(0.03),
        channel: None,
        leads_times: Number::nearest(1.5),
    };
    let state = with(&talk(), chosen(pair, Gesture::Done));
    assert_eq!(
        state.preset,
        Some(Preset::Talk),
        "choosing what is compared edits nothing"
    );
    let names = state.stage_ids.clone();
    let moved = with(&state, Action::MoveStage { from: 2, to: 0 });
    assert_eq!(moved.view().pair.map(|pair| pair.stage), Some(0));
    assert_eq!(moved.stage_ids, [names[2], names[0], names[1], names[3]]);
    let pushed = with(
        &moved,
        Action::InsertStage {
            at: 0,
            name: "New".to_owned(),
        },
    );
    assert_eq!(pushed.view().pair.map(|pair| pair.stage), Some(1));
    assert_eq!(with(&pushed, Action::RemoveStage(1)).view().pair, None);
    let no_channel = Some(1);
    for nowhere in [
        Pair { stage: 4, ..pair },
        Pair {
            channel: no_channel,
            ..pair
        },
    ] {
        assert_eq!(state.after(chosen(nowhere, Gesture::Done)), None);
    }
}

#[test]
fn a_pair_follows_its_channel() {
    let pair = Pair {
        stage: 2,
        to: Number::nearest(0.03),
        channel: Some(0),
        leads_times: Number::nearest(1.5),
    };
    let name = || "Fair".to_owned();
    let state = with(&talk(), chosen(pair, Gesture::Done));
    let two = with(&state, Action::AddChannel { name: name() });
    assert_eq!(two.view().pair, Some(pair));
    let second = Pair {
        channel: Some(1),
        ..pair
    };
    let chosen_second = with(&two, chosen(second, Gesture::Done));
    let moved_up = with(&chosen_second, Action::RemoveChannel(0));
    assert_eq!(moved_up.view().pair, Some(pair));
    // Without its channel it is about all of them; the stage stays chosen.
    let gone = with(&chosen_second, Action::RemoveChannel(1));
    let of_all = Pair {
        channel: None,
        ..pair
    };
    assert_eq!(gone.view().pair, Some(of_all));
}

/// The start with this target, as another program sends it.
fn aimed(start: &AppState, target: f64, gesture: Gesture) -> Action {
    let mut shared = start.shared.clone();
    shared.view.target = Some(Number::nearest(target));
    let shared = Box::new(shared);
    Action::Replace { shared, gesture }
}

#[test]
fn what_is_changed_elsewhere_is_one_step_a_movement_and_may_leave_the_preset() {
    let start = talk();
    let mut state = start.clone();
    for target in [10.0, 20.0] {
        state = with(&state, aimed(&start, target, Gesture::Moving));
    }
    state = with(&state, aimed(&start, 30.0, Gesture::Done));
    assert_eq!((state.steps_back(), state.preset), (1, Some(Preset::Talk)));
    assert_eq!(state.stage_ids, start.stage_ids);
    assert_eq!(with(&state, Action::Undo).shared, start.shared);

    // With other numbers it is no preset any more, with other stages they have other names.
    let mut shared = start.shared.clone();
    shared.document.remove_stage(0);
    let shared = Box::new(shared);
    let gesture = Gesture::Done;
    let state = with(&start, Action::Replace { shared, gesture });
    assert_eq!((state.preset, state.stage_ids.len()), (None, 3));
    assert!(
        state
            .stage_ids
            .iter()
            .all(|id| !start.stage_ids.contains(id))
    );
}

#[test]
fn scenarios_are_one_step_each_and_leave_the_preset() {
    let start = talk();
    let mut shared = start.shared.clone();
    let scenario = Scenario {
        name: "Plan".to_owned(),
        levers: Vec::new(),
    };
    let edits = [
        ScenarioEdit::Add(scenario),
        ScenarioEdit::Duplicate(0),
        ScenarioEdit::Compare(1, false),
    ];
    let mut state = start.clone();
    for edit in edits {
        let done = edit.apply(&mut shared.document, &mut shared.view);
        assert_eq!(done, Ok(()));
        let shared = Box::new(shared.clone());
        let gesture = Gesture::Done;
        state = with(&state, Action::Replace { shared, gesture });
    }
    assert_eq!((state.steps_back(), state.preset), (3, Some(Preset::Talk)));
    assert_eq!(state.document().scenarios.len(), 2);
    let undone = with(&state, Action::Undo);
    assert_eq!(undone.view().compared(2), [0, 1]);
    let undone = with(&with(&undone, Action::Undo), Action::Undo);
    assert_eq!(undone.shared, start.shared);
}

#[test]
fn opening_can_be_taken_back_and_names_are_not_used_twice() {
    let start = talk();
    let other = talk();
    let mut shared = other.shared.clone();
    shared.document.months = Number::nearest(24.0);
    let open = Action::Open {
        shared: Box::new(shared),
        preset: None,
    };
    let told = Action::Notice(Some(Notice::BrokenLink(LinkProblem::NotALink)));
    let state = with(&with(&start, told), open);
    assert_eq!((state.steps_back(), &state.notice), (1, &None));
    assert!(
        state
            .stage_ids
            .iter()
            .all(|id| !start.stage_ids.contains(id))
    );
    assert_eq!(with(&state, Action::Undo).stage_ids, start.stage_ids);
}

#[test]
fn so_many_steps_are_kept() {
    let mut state = talk();
    for value in 0..150 {
        state = with(&state, put(LEADS, f64::from(value), Gesture::Done));
    }
    assert_eq!(state.steps_back(), MOST_STEPS);
}

#[test]
fn a_slider_left_where_it_is_keeps_the_evidence() {
    let mut start = talk().shared;
    start.document.deal.size = Uncertain::Between {
        low: Number::<Money>::nearest(100.0),
        high: Number::nearest(400.0),
    };
    let state = AppState::new(start, None);
    assert_eq!(
        state.after(put(
            SIZE,
            SIZE.get(state.document()).expect("a size"),
            Gesture::Done
        )),
        None
    );
}

const SIZE: Field = Field::Deal(DealField::Size);

fn spread(field: Field, value: Spread, gesture: Gesture) -> Action {
    Action::SetNumber {
        field,
        value: Some(value),
        gesture,
    }
}

#[test]
fn an_interval_that_is_typed_is_one_step_and_goes_into_the_link() {
    let start = talk();
    let [low, high] = [0.02, 0.05];
    let typed = with(&start, put(NEGOTIATION, 0.03, Gesture::Moving));
    let typed = with(
        &typed,
        spread(NEGOTIATION, Spread::Between { low, high }, Gesture::Moving),
    );
    let done = with(
        &typed,
        spread(NEGOTIATION, Spread::Between { low, high }, Gesture::Done),
    );
    assert_eq!(done.steps_back(), 1);
    let held = |state: &AppState| NEGOTIATION.spread(state.document());
    assert_eq!(held(&done), Some(Spread::Between { low, high }));
    let middle = NEGOTIATION.get(done.document()).expect("a conversion");
    assert!((middle - 0.031_74).abs() < 1e-5, "{middle}");
    let link = from_link(&to_link(&done.shared), this_month());
    assert_eq!(link.as_ref(), Ok(&done.shared));

    // Its middle typed again does not replace it, the slider's next value does.
    assert_eq!(done.after(put(NEGOTIATION, middle, Gesture::Done)), None);
    let slid = with(&done, put(NEGOTIATION, 0.04, Gesture::Done));
    assert_eq!(held(&slid), Some(Spread::Exactly(0.04)));
    let back = with(&slid, Action::Undo);
    assert_eq!(held(&back), Some(Spread::Between { low, high }));
    assert_eq!(with(&back, Action::Undo).shared, start.shared);
}

#[test]
fn evidence_is_put_and_taken_back_like_a_number() {
    let counts = |advanced, of| Spread::Counted { advanced, of };
    let start = talk();
    let state = with(
        &start,
        spread(NEGOTIATION, counts(3.0, 40.0), Gesture::Done),
    );
    assert_eq!(NEGOTIATION.get(state.document()), Some(0.075));
    // The same share of more cases is another evidence.
    let more = with(
        &state,
        spread(NEGOTIATION, counts(6.0, 80.0), Gesture::Done),
    );
    assert_eq!(NEGOTIATION.spread(more.document()), Some(counts(6.0, 80.0)));
    let back = with(&with(&more, Action::Undo), Action::Undo);
    assert_eq!(back.shared, start.shared);
}

#[test]
fn what_no_field_takes_is_refused_with_its_reason() {
    let between = |low, high| Spread::Between { low, high };
    let counts = |advanced, of| Spread::Counted { advanced, of };
    let share = NEGOTIATION.limits();
    let money = SIZE.limits();
    let mean = |field| Field::Stage(0, field);
    for (field, value, refusal) in [
        (NEGOTIATION, between(0.05, 0.02), Refusal::EmptyInterval),
        (NEGOTIATION, between(0.02, 0.02), Refusal::EmptyInterval),
        (NEGOTIATION, between(0.0, 0.02), Refusal::NotInside(share)),
        (NEGOTIATION, between(0.5, 1.0), Refusal::NotInside(share)),
        (
            NEGOTIATION,
            between(0.5, f64::NAN),
            Refusal::NotInside(share),
        ),
        (NEGOTIATION, counts(41.0, 40.0), Refusal::MoreThanCounted),
        (NEGOTIATION, counts(3.5, 40.0), Refusal::NotCounts),
        (NEGOTIATION, counts(0.0, 0.0), Refusal::NotCounts),
        (NEGOTIATION, counts(-1.0, 40.0), Refusal::NotCounts),
        (SIZE, between(-5.0, 5.0), Refusal::NotInside(money)),
        (SIZE, counts(3.0, 40.0), Refusal::OnlyExactly),
        (
            mean(StageField::LostDaysMean),
            counts(3.0, 40.0),
            Refusal::OnlyExactly,
        ),
        (
            mean(StageField::CostPerUnit),
            between(2.0, 5.0),
            Refusal::OnlyExactly,
        ),
        (Field::Months, between(2.0, 5.0), Refusal::OnlyExactly),
        (
            Field::Stage(9, StageField::DaysMean),
            between(2.0, 5.0),
            Refusal::NotThere,
        ),
    ] {
        let mut document = talk().shared.document;
        let before = document.clone();
        assert_eq!(field.put(&mut document, Some(value)), Err(refusal));
        assert_eq!(document, before);
        if refusal != Refusal::NotThere {
            assert_eq!(field.check(value), Err(refusal));
            let state = with(&talk(), spread(field, value, Gesture::Done));
            assert!(state.shows_last_valid(), "{field:?} {value:?}");
        }
    }
    let mut document = talk().shared.document;
    for field in [
        LEADS,
        SIZE,
        mean(StageField::DaysMean),
        mean(StageField::LostDaysMean),
    ] {
        let value = between(2.0, 5.0);
        assert!(field.may_be_uncertain());
        assert_eq!(field.put(&mut document, Some(value)), Ok(()));
        assert_eq!(field.spread(&document), Some(value));
        assert_eq!(field.set(&mut document, Some(3.0)), Ok(()));
        assert_eq!(field.spread(&document), Some(Spread::Exactly(3.0)));
    }
}

fn fields() -> impl Strategy<Value = Field> {
    use ChannelField as C;
    use DealField as D;
    use StageField as S;
    let channel = select(vec![
        C::LeadsPerMonth,
        C::GrowthPerMonth,
        C::Quality,
        C::CostPerLead,
        C::FixedCostPerMonth,
        C::PriceElasticity,
        C::QualityElasticity,
    ]);
    let stage = select(vec![
        S::Conversion,
        S::DaysMean,
        S::DaysVariation,
        S::LostDaysMean,
        S::LostDaysVariation,
        S::CapacityPerMonth,
        S::PatienceHalfLifeDays,
        S::StaleHalfLifeDays,
        S::StaleFloor,
        S::DiscardAfterDays,
        S::CostPerUnit,
        S::Target,
        S::Open,
    ]);
    let deal = select(vec![
        D::Size,
        D::SizeVariation,
        D::GrossMargin,
        D::UpfrontShare,
        D::OnboardingDays,
        D::DeliveryDays,
        D::PaymentDays,
        D::ContractMonths,
        D::MonthlyChurn,
        D::MonthlyExpansion,
        D::CostToServePerMonth,
        D::OpenCustomers,
    ]);
    prop_oneof![
        1 => Just(Field::Months),
        3 => (0..4_usize, channel).prop_map(|(at, field)| Field::Channel(at, field)),
        4 => (0..7_usize, stage).prop_map(|(at, field)| Field::Stage(at, field)),
        2 => deal.prop_map(Field::Deal),
    ]
}

fn values() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..=1.0, 2 => (0..40_u32).prop_map(f64::from), 1 => -1.0..=1e6,
        1 => Just(f64::NAN), 1 => Just(f64::INFINITY), 1 => Just(-0.0)
    ]
}

fn spreads() -> impl Strategy<Value = Spread> {
    let pair = || (values(), values());
    prop_oneof![
        3 => values().prop_map(Spread::Exactly),
        1 => pair().prop_map(|(low, high)| Spread::Between { low, high }),
        1 => pair().prop_map(|(advanced, of)| Spread::Counted { advanced, of }),
    ]
}

fn actions() -> impl Strategy<Value = Action> {
    let at = || 0..7_usize;
    let gesture = select(vec![Gesture::Moving, Gesture::Done]);
    let moved = (select(vec![LEADS, NEGOTIATION]), 0.0..=1.0, gesture.clone())
        .prop_map(|(field, value, gesture)| put(field, value, gesture));
    let set = (fields(), option::weighted(0.9, spreads()), gesture.clone()).prop_map(
        |(field, value, gesture)| Action::SetNumber {
            field,
            value,
            gesture,
        },
    );
    let pair = (at(), number::<Share>(), option::of(at()), number()).prop_map(
        |(stage, to, channel, leads_times)| Pair {
            stage,
            to,
            channel,
            leads_times,
        },
    );
    let names = prop_oneof![3 => name(), 1 => Just("a\nb".to_owned()), 1 => Just("x".repeat(201))];
    let structure = prop_oneof![
        (at(), names.clone()).prop_map(|(at, name)| Action::InsertStage { at, name }),
        at().prop_map(Action::RemoveStage),
        (at(), at()).prop_map(|(from, to)| Action::MoveStage { from, to }),
        names.clone().prop_map(|name| Action::AddChannel { name }),
        at().prop_map(Action::RemoveChannel),
    ];
    let words = prop_oneof![
        (at(), names.clone()).prop_map(|(at, name)| Action::RenameStage(at, name)),
        (at(), names.clone()).prop_map(|(at, name)| Action::RenameChannel(at, name)),
        names.prop_map(Action::SetTitle),
    ];
    let orders = select(vec![WaitingOrder::OldestFirst, WaitingOrder::NewestFirst]);
    let openings = select(vec![Opening::Steady, Opening::Empty, Opening::Counts]);
    let choices = prop_oneof![
        (at(), orders).prop_map(|(at, order)| Action::SetWaitingOrder(at, order)),
        openings.prop_map(Action::SetOpening),
        select(Currency::FIRST.to_vec()).prop_map(Action::SetCurrency),
        (1970..2200)
            .prop_filter_map("a month", |year| Month::new(year, 3))
            .prop_map(Action::SetStart),
        select(vec![BillingKind::OneOff, BillingKind::Recurring]).prop_map(Action::SetBillingKind),
        select(Objective::all()).prop_map(Action::SetObjective),
        (option::of(pair), gesture).prop_map(|(pair, gesture)| Action::SetPair { pair, gesture }),
    ];
    let open =
        (shared(), option::of(select(Preset::ALL))).prop_map(|(shared, preset)| Action::Open {
            shared: Box::new(shared),
            preset,
        });
    let told = option::of(Just(Notice::BrokenLink(LinkProblem::NotBase64)));
    prop_oneof![
        4 => moved,
        6 => set,
        2 => fields().prop_map(Action::Reject),
        5 => structure,
        2 => words,
        4 => choices,
        1 => open,
        2 => Just(Action::Undo),
        2 => Just(Action::Redo),
        1 => told.prop_map(Action::Notice),
    ]
}

fn check(state: &AppState) {
    let shared = &state.shared;
    assert_eq!(
        from_link(&to_link(shared), this_month()).as_ref(),
        Ok(shared)
    );
    assert_eq!(state.stage_ids.len(), shared.document.stages.len());
    assert_eq!(state.channel_ids.len(), shared.document.channels.len());
    assert_eq!(
        state.stage_ids.iter().collect::<BTreeSet<_>>().len(),
        state.stage_ids.len()
    );
    assert_eq!(
        state.channel_ids.iter().collect::<BTreeSet<_>>().len(),
        state.channel_ids.len()
    );
    assert!(
        shared
            .view
            .pair
            .is_none_or(|pair| pair.stage < shared.document.stages.len())
    );
    assert!(state.steps_back() <= MOST_STEPS);
    for field in &state.invalid {
        let mut probe = shared.document.clone();
        let refusal = field.set(&mut probe, Some(f64::NAN));
        assert!(refusal != Err(Refusal::NotThere), "{field:?}");
    }
}

/// The movement that `action` is a part of: that of a field, or of the pair.
fn movement(action: &Action) -> Option<(Option<Field>, Gesture)> {
    match *action {
        Action::SetNumber { field, gesture, .. } => Some((Some(field), gesture)),
        Action::SetPair { gesture, .. } => Some((None, gesture)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_list_of_actions_keeps_the_state_sound(start in shared(), actions in vec(actions(), 1..40)) {
        let mut state = AppState::new(start, None);
        check(&state);
        let mut moving = None;
        for action in actions {
            let Some(next) = state.after(action.clone()) else { continue };
            check(&next);
            prop_assert_ne!(&next, &state);
            let changed = !next.shared.is_but_for_panels(&state.shared) || next.stage_ids != state.stage_ids
                || next.channel_ids != state.channel_ids;
            prop_assert_eq!(changed, next.generation > state.generation, "{:?}", action);
            let steps = matches!(action, Action::Undo | Action::Redo);
            let moved = movement(&action);
            let merges = moving.is_some() && moving == moved.map(|(what, _)| what);
            if changed && !steps && !merges {
                let back = next.after(Action::Undo).expect("a step to take back");
                check(&back);
                prop_assert!(back.shared.is_but_for_panels(&state.shared), "{:?}", action);
                prop_assert_eq!(&back.stage_ids, &state.stage_ids);
                prop_assert_eq!(&back.channel_ids, &state.channel_ids);
                prop_assert_eq!(back.preset, state.preset);
                let again = back.after(Action::Redo).expect("the step again");
                prop_assert_eq!(&again.shared, &next.shared);
                prop_assert_eq!(&again.stage_ids, &next.stage_ids);
            }
            if changed {
                moving = moved.filter(|(_, gesture)| *gesture == Gesture::Moving).map(|(what, _)| what);
            }
            state = next;
        }
        // All the way back and forth again.
        let last = state.shared.clone();
        let steps = state.steps_forth();
        while let Some(before) = state.after(Action::Undo) { state = before; }
        while state.steps_forth() > steps { state = state.after(Action::Redo).expect("a step"); }
        prop_assert_eq!(state.shared, last);
    }

    #[test]
    fn sliders_never_leave_the_limits(
        field in fields(), value in prop_oneof![values(), 1e-300..=1e-3, 0.0..=0.01, 0.99..=1.0, 0.997..=1.0, 1e6..=2e12],
        document in documents(), position in 0.0..=1.0, typed in values(),
    ) {
        let limits = field.limits();
        let range = SliderRange::around(field, value, &document);
        prop_assert!(range.low() < range.high(), "{range:?}");
        let mut last = f64::NEG_INFINITY;
        for step in 0..=20 {
            let here = range.value_at(f64::from(step) / 20.0);
            prop_assert!(limits.allow(here), "{here} of {range:?}");
            prop_assert!(here >= last, "{here} after {last} of {range:?}");
            last = here;
        }
        let here = range.value_at(position);
        let again = range.value_at(range.position_of(here));
        prop_assert!((again - here).abs() <= 1e-9 * here.abs(), "{here} {again} {range:?}");
        let from = if limits.allow(typed) { typed } else { here };
        for big in [false, true] {
            let up = range.step(from, Direction::Up, big);
            let down = range.step(from, Direction::Down, big);
            prop_assert!(limits.allow(up) && up >= from && (up > from || from == limits.max), "{from} {up} {range:?}");
            let lowest = from == limits.min || (limits.above_min && from <= 0.01);
            prop_assert!(limits.allow(down) && down <= from && (down < from || lowest), "{from} {down} {range:?}");
        }
    }
}

fn around(field: Field, value: f64) -> (f64, f64, f64) {
    let document: Document = talk().shared.document;
    let range = SliderRange::around(field, value, &document);
    (range.low(), range.value_at(0.5), range.high())
}

#[test]
fn ranges_of_what_is_no_field() {
    let limits = LEADS.limits();
    let extra = SliderRange::of_amount(40.0, 400.0, limits);
    assert_eq!((extra.low(), extra.high()), (10.0, 160.0));
    let none = SliderRange::of_amount(0.0, 400.0, limits);
    assert_eq!((none.low(), none.high()), (0.0, 400.0));
    // However close the ends of the trials are, there are values between them; none are below what is allowed.
    let close = SliderRange::between(19_100_000.0, 19_400_000.0, limits);
    assert_eq!(close.value_at(0.5), 19_250_000.0);
    let narrow = SliderRange::between(-5.0, -5.0, limits);
    assert_eq!((narrow.low(), narrow.high()), (0.0, 1.0));
}

#[test]
fn ranges_by_number() {
    assert_eq!(around(NEGOTIATION, 0.02), (0.0051, 0.02, 0.075));
    assert_eq!(around(NEGOTIATION, 0.5), (0.2, 0.5, 0.8));
    assert_eq!(around(NEGOTIATION, 0.95).2, 1.0);
    assert_eq!(around(NEGOTIATION, 0.01).0, 0.0);
    assert_eq!(around(NEGOTIATION, 1.0), (0.0, 0.5, 1.0));
    assert_eq!(
        around(LEADS, 400_000.0),
        (100_000.0, 400_000.0, 1_600_000.0)
    );
    assert_eq!(around(LEADS, 0.0), (0.0, 500.0, 1000.0));
    assert_eq!(
        around(Field::Stage(0, StageField::DaysMean), 7.0),
        (0.0, 15.0, 30.0)
    );
    assert_eq!(
        around(Field::Stage(0, StageField::DaysMean), 20.0),
        (0.0, 40.0, 80.0)
    );
    assert_eq!(
        around(Field::Stage(2, StageField::CapacityPerMonth), 0.0).2,
        380_000.0
    );
    assert_eq!(around(Field::Months, 12.0).2, 36.0);
    let range = SliderRange::around(NEGOTIATION, 0.02, talk().document());
    assert!((range.position_of(0.02) - 0.5).abs() < 0.01);
    assert_eq!(range.step(0.02, Direction::Up, false), 0.021);
    assert_eq!(range.step(0.02, Direction::Up, true), 0.03);
}

#[test]
fn what_is_open_is_no_step_and_stays_open() {
    let state = talk();
    let opened = |state: &AppState, is_open| {
        let mut view = state.view().clone();
        view.panels.set(Panel::Budget, is_open);
        state.after(Action::SetView(Box::new(view)))
    };
    let open = opened(&state, true).expect("another state");
    assert!(open.view().panels.contains(Panel::Budget));
    assert_eq!((open.generation, open.steps_back()), (state.generation, 0));
    assert_eq!(open.preset, state.preset);
    // A step back from a later change leaves it open.
    let mut view = open.view().clone();
    view.plans.lever = PlannedLever::Leads;
    let planned = open
        .after(Action::SetView(Box::new(view)))
        .expect("another state");
    assert_eq!(planned.steps_back(), 1);
    let back = planned.after(Action::Undo).expect("a step back");
    assert_eq!(back.view().plans.lever, PlannedLever::Fix);
    assert!(back.view().panels.contains(Panel::Budget));
    let closed = opened(&back, false).expect("another state");
    assert!(!closed.view().panels.contains(Panel::Budget));
}
