//! Edits of a document: what names a stage or channel follows it, and what comes out is a document.

mod support;

use pipeline_lever::model::{
    Billing, BillingKind, Change, Channel, Currency, Document, Lever, Month, Number, Opening,
    Preset, ProblemKind, Shift, Stage, View, WaitingOrder, kinds::Share,
};
use proptest::prelude::*;
use support::arbitrary::documents;
use support::presets::preset;
use support::texts::{ONE_OFF, RECURRING, from, node, this_month};

/// Three stages, two channels, and a lever of each kind that one-off billing has.
fn document() -> Document {
    from(&node(ONE_OFF)).expect("a document")
}

fn stage(name: &str) -> Stage {
    Stage::new(name, Number::<Share>::nearest(0.5))
}

fn channel(name: &str) -> Channel {
    Channel::new(name, Number::nearest(5.0))
}

/// The stages that the levers of the first scenario act on, in their order.
fn lever_stages(document: &Document) -> Vec<usize> {
    let levers = document
        .scenarios
        .iter()
        .flat_map(|scenario| &scenario.levers);
    levers.filter_map(|lever| stage_of(&lever.change)).collect()
}

fn stage_of(change: &Change) -> Option<usize> {
    match change {
        Change::Conversion { stage, .. }
        | Change::Days { stage, .. }
        | Change::Capacity { stage, .. }
        | Change::WaitingOrder { stage, .. } => Some(*stage),
        _ => None,
    }
}

fn levers(document: &Document) -> usize {
    document
        .scenarios
        .iter()
        .map(|scenario| scenario.levers.len())
        .sum()
}

#[test]
fn levers_follow_their_stages() {
    let mut edited = document();
    assert_eq!(lever_stages(&edited), [0, 1, 2, 0]);
    assert!(edited.insert_stage(1, stage("new")));
    assert_eq!(lever_stages(&edited), [0, 2, 3, 0]);
    assert!(edited.move_stage(0, 2));
    assert_eq!(lever_stages(&edited), [2, 1, 3, 2]);
    assert!(edited.move_stage(3, 0));
    assert_eq!(lever_stages(&edited), [3, 2, 0, 3]);
    assert!(edited.remove_stage(3));
    assert_eq!(lever_stages(&edited), [2, 0]);
    assert_eq!(levers(&edited), 5);
}

#[test]
fn levers_follow_their_channels() {
    let channels = |document: &Document| -> Vec<usize> {
        let levers = document
            .scenarios
            .iter()
            .flat_map(|scenario| &scenario.levers);
        let channel = |lever: &Lever| match lever.change {
            Change::Leads { channel, .. } => Some(channel),
            _ => None,
        };
        levers.filter_map(channel).collect()
    };
    let mut edited = document();
    assert!(edited.insert_channel(0, channel("new")));
    assert_eq!(channels(&edited), [1]);
    assert!(edited.move_channel(1, 2));
    assert_eq!(channels(&edited), [2]);
    assert_eq!(lever_stages(&edited), [0, 1, 2, 0]);
    assert!(edited.remove_channel(0));
    assert_eq!(channels(&edited), [1]);
    assert!(edited.remove_channel(1));
    assert_eq!((channels(&edited).len(), levers(&edited)), (0, 6));
}

#[test]
fn what_a_list_cannot_hold_is_refused_and_changes_nothing() {
    let mut edited = document();
    let before = edited.clone();
    assert!(!edited.insert_stage(4, stage("")));
    assert!(!edited.insert_stage(0, stage("a\nb")));
    assert!(!edited.insert_channel(0, channel(&"x".repeat(201))));
    assert!(!edited.remove_stage(3));
    assert!(!edited.move_stage(0, 3));
    assert!(!edited.move_stage(3, 0));
    assert!(!edited.set_waiting_order(3, WaitingOrder::NewestFirst));
    assert_eq!(edited, before);
    while edited.stages.len() < 12 {
        assert!(edited.insert_stage(0, stage("")));
    }
    assert!(!edited.insert_stage(0, stage("")));
    while edited.channels.len() < 20 {
        assert!(edited.insert_channel(2, channel("")));
    }
    assert!(!edited.insert_channel(2, channel("")));
    while edited.stages.len() > 1 {
        assert!(edited.remove_stage(0));
    }
    assert!(!edited.remove_stage(0));
    while edited.channels.len() > 1 {
        assert!(edited.remove_channel(0));
    }
    assert!(!edited.remove_channel(0));
}

#[test]
fn names_are_checked() {
    let mut edited = document();
    assert_eq!(edited.set_title("ახალი"), Ok(()));
    assert_eq!(edited.rename_stage(1, "b"), Ok(()));
    assert_eq!(edited.rename_channel(1, ""), Ok(()));
    let before = edited.clone();
    assert_eq!(edited.set_title("a\tb"), Err(ProblemKind::ControlCharacter));
    let long = "x".repeat(201);
    assert_eq!(
        edited.rename_stage(0, &long),
        Err(ProblemKind::NameTooLong { limit: 200 })
    );
    assert_eq!(
        edited.rename_stage(3, ""),
        Err(ProblemKind::NoSuchStage { stages: 3 })
    );
    assert_eq!(
        edited.rename_channel(2, ""),
        Err(ProblemKind::NoSuchChannel { channels: 2 })
    );
    assert_eq!(edited, before);
    assert_eq!(
        (edited.title.as_str(), edited.stages[1].name.as_str()),
        ("ახალი", "b")
    );
}

#[test]
fn billing_keeps_what_both_kinds_have() {
    let mut edited = from(&node(RECURRING)).expect("a document");
    let text = |document: &Document| document.deal.billing;
    let Billing::Recurring(recurring) = &mut edited.deal.billing else {
        panic!("one-off")
    };
    recurring.onboarding_days = Number::nearest(3.0);
    recurring.payment_days = Number::nearest(14.0);
    let before = edited.clone();
    edited.set_billing_kind(BillingKind::Recurring);
    assert_eq!(edited, before);
    edited.set_billing_kind(BillingKind::OneOff);
    assert_eq!(levers(&edited), 0, "no lever on churn is left");
    let Billing::OneOff(one_off) = text(&edited) else {
        panic!("recurring")
    };
    assert_eq!(
        (one_off.onboarding_days.get(), one_off.payment_days.get()),
        (3.0, 14.0)
    );
    assert_eq!(one_off.upfront_share.get(), 1.0);
    edited.set_billing_kind(BillingKind::Recurring);
    let Billing::Recurring(recurring) = text(&edited) else {
        panic!("one-off")
    };
    assert_eq!(
        (
            recurring.onboarding_days.get(),
            recurring.payment_days.get()
        ),
        (3.0, 14.0)
    );
    assert_eq!(recurring.contract_months.get(), 12.0);
}

#[test]
fn single_choices_are_set() {
    let mut edited = document();
    edited.set_opening(Opening::Counts);
    edited.set_currency(Currency::GEL);
    edited.set_start(this_month());
    assert!(edited.set_waiting_order(2, WaitingOrder::NewestFirst));
    let read = from(&edited.to_node()).expect("a document");
    assert_eq!(
        (read.opening, read.currency, read.start),
        (Opening::Counts, Currency::GEL, this_month())
    );
    assert_eq!(read.stages[2].waiting.order, WaitingOrder::NewestFirst);
}

#[test]
fn the_pair_follows_its_stage() {
    let at = |stage| {
        let pair = pipeline_lever::model::Pair {
            stage,
            to: Number::nearest(0.5),
            channel: None,
            leads_times: Number::nearest(1.1),
        };
        let mut view = View {
            pair: Some(pair),
            ..View::default()
        };
        view.plans.stage = stage;
        view
    };
    for (shift, stage, now) in [
        (Shift::Insert(1), 1, Some(2)),
        (Shift::Insert(2), 1, Some(1)),
        (Shift::Remove(1), 1, None),
        (Shift::Remove(0), 1, Some(0)),
        (Shift::Move { from: 1, to: 3 }, 1, Some(3)),
        (Shift::Move { from: 0, to: 1 }, 1, Some(0)),
    ] {
        let mut view = at(stage);
        view.follow_stages(shift);
        assert_eq!(view.pair.map(|pair| pair.stage), now, "{shift:?}");
        // A plan without its stage is about the first one.
        assert_eq!(view.plans.stage, now.unwrap_or(0), "{shift:?}");
    }
}

#[test]
fn presets_are_documents_with_their_figures() {
    for preset in Preset::ALL {
        let document = support::presets::preset(preset.id());
        assert_eq!(from(&document.to_node()), Ok(document));
        assert_eq!(Preset::from_id(preset.id()), Some(*preset));
    }
    let won: f64 = preset("talk")
        .stages
        .iter()
        .map(|stage| stage.conversion.middle())
        .product();
    assert_eq!((400_000.0 * won).round(), 3000.0);
    let full = preset("talk-full");
    let limits: Vec<_> = full
        .stages
        .iter()
        .map(|stage| stage.capacity_per_month.map(Number::get))
        .collect();
    assert_eq!(limits, [None, None, Some(190_000.0), None]);
    let stale = preset("stale");
    assert_eq!(stale.channels[0].leads_per_month.middle(), 3348.0);
    assert_eq!(
        stale.stages[0].capacity_per_month.map(Number::get),
        Some(3044.0)
    );
    assert_eq!((stale.opening, stale.months.get()), (Opening::Empty, 24.0));
    let first_cash = |id: &str| {
        let document = preset(id);
        let Billing::OneOff(billing) = document.deal.billing else {
            panic!("recurring")
        };
        let stages: f64 = document
            .stages
            .iter()
            .map(|stage| stage.days.mean.middle())
            .sum();
        stages + billing.onboarding_days.get() + billing.payment_days.get()
    };
    assert_eq!(
        (first_cash("fast-cash"), first_cash("slow-cash")),
        (97.0, 232.0)
    );
}

/// Any edit there is, at any place.
#[derive(Clone, Debug)]
enum Edit {
    Stage(Shift),
    Channel(Shift),
    Name(usize, String),
    Billing(BillingKind),
    Opening(Opening),
    Order(usize),
    Start(u32),
}

fn edit() -> impl Strategy<Value = Edit> {
    let shift = || {
        prop_oneof![
            (0..14usize).prop_map(Shift::Insert),
            (0..14usize).prop_map(Shift::Remove),
            (0..14usize, 0..14usize).prop_map(|(from, to)| Shift::Move { from, to }),
        ]
    };
    let kind = prop_oneof![Just(BillingKind::OneOff), Just(BillingKind::Recurring)];
    prop_oneof![
        4 => shift().prop_map(Edit::Stage),
        4 => shift().prop_map(Edit::Channel),
        1 => (0..14usize, "\\PC{0,210}|[\\x00-\\x7f]{0,5}").prop_map(|(at, name)| Edit::Name(at, name)),
        1 => kind.prop_map(Edit::Billing),
        1 => Just(Edit::Opening(Opening::Counts)),
        1 => (0..14usize).prop_map(Edit::Order),
        1 => (1..=12u32).prop_map(Edit::Start),
    ]
}

fn apply(document: &mut Document, edit: Edit) {
    match edit {
        Edit::Stage(Shift::Insert(at)) => drop(document.insert_stage(at, stage("s"))),
        Edit::Stage(Shift::Remove(at)) => drop(document.remove_stage(at)),
        Edit::Stage(Shift::Move { from, to }) => drop(document.move_stage(from, to)),
        Edit::Channel(Shift::Insert(at)) => drop(document.insert_channel(at, channel("c"))),
        Edit::Channel(Shift::Remove(at)) => drop(document.remove_channel(at)),
        Edit::Channel(Shift::Move { from, to }) => drop(document.move_channel(from, to)),
        Edit::Name(at, name) => {
            let _ = document.set_title(&name);
            let _ = document.rename_stage(at, &name);
            let _ = document.rename_channel(at, &name);
        }
        Edit::Billing(kind) => document.set_billing_kind(kind),
        Edit::Opening(opening) => document.set_opening(opening),
        Edit::Order(at) => drop(document.set_waiting_order(at, WaitingOrder::NewestFirst)),
        Edit::Start(month) => document.set_start(Month::new(2030, month).unwrap_or_default()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(80) })]

    #[test]
    fn every_edit_leaves_a_document(document in documents(), edits in proptest::collection::vec(edit(), 1..8)) {
        let mut document = document;
        for edit in edits {
            apply(&mut document, edit.clone());
            prop_assert_eq!(from(&document.to_node()), Ok(document.clone()), "{:?}", edit);
        }
    }

    /// The stage that a lever acts on keeps its name through every move.
    #[test]
    fn levers_stay_with_their_stage(document in documents(), shifts in proptest::collection::vec(edit(), 1..8)) {
        let mut document = document;
        for (index, stage) in document.stages.iter_mut().enumerate() {
            stage.name = index.to_string();
        }
        let names = |document: &Document| -> Vec<Vec<Option<String>>> {
            let name = |lever: &Lever| stage_of(&lever.change).map(|stage| document.stages[stage].name.clone());
            document.scenarios.iter().map(|scenario| scenario.levers.iter().map(name).collect()).collect()
        };
        for shift in shifts.into_iter().filter(|edit| matches!(edit, Edit::Stage(_))) {
            let before = names(&document);
            let gone = match shift {
                Edit::Stage(Shift::Remove(at)) if document.stages.len() > 1 => {
                    document.stages.get(at).map(|stage| stage.name.clone())
                }
                _ => None,
            };
            apply(&mut document, shift);
            let left = |names: Vec<Option<String>>| -> Vec<Option<String>> {
                names.into_iter().filter(|name| name.is_none() || *name != gone).collect()
            };
            let expected: Vec<Vec<Option<String>>> = before.into_iter().map(left).collect();
            prop_assert_eq!(names(&document), expected);
        }
    }
}
