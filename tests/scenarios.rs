//! What a visitor does with scenarios leaves a document that reads back, and compares what was compared before.

mod support;

use pipeline_lever::model::{
    Change, Document, LONGEST_NAME, Lever, LeverField, LeverKind, MOST_COMPARED, MOST_LEVERS,
    MOST_SCENARIOS, Month, Number, Scenario, ScenarioEdit, ScenarioProblem, View,
};
use pipeline_lever::share::{Shared, from_link, to_link};
use proptest::prelude::*;
use support::arbitrary::{lever_of, shared};
use support::presets::preset;

fn start() -> Shared {
    Shared {
        document: preset("talk"),
        view: View::default(),
    }
}

fn named(name: &str) -> Scenario {
    Scenario {
        name: name.to_owned(),
        levers: Vec::new(),
    }
}

fn apply(shared: &mut Shared, edit: ScenarioEdit) -> Result<(), ScenarioProblem> {
    edit.apply(&mut shared.document, &mut shared.view)
}

/// A document with so many scenarios, called "1", "2" and so on.
fn with(count: usize) -> Shared {
    let mut shared = start();
    for number in 1..=count {
        let added = apply(&mut shared, ScenarioEdit::Add(named(&number.to_string())));
        assert_eq!(added, Ok(()));
    }
    shared
}

fn names(document: &Document) -> Vec<&str> {
    let scenarios = document.scenarios.iter();
    scenarios.map(|scenario| &*scenario.name).collect()
}

fn compared(shared: &Shared) -> Vec<&str> {
    let places = shared.view.compared(shared.document.scenarios.len());
    let names = names(&shared.document);
    places.into_iter().map(|place| names[place]).collect()
}

#[test]
fn a_taken_name_gets_a_number() {
    let mut shared = with(0);
    for expected in ["Plan", "Plan 2", "Plan 3"] {
        assert_eq!(apply(&mut shared, ScenarioEdit::Add(named("Plan"))), Ok(()));
        assert_eq!(names(&shared.document).last(), Some(&expected));
    }
    assert_eq!(apply(&mut shared, ScenarioEdit::Duplicate(0)), Ok(()));
    assert_eq!(
        names(&shared.document),
        ["Plan", "Plan 4", "Plan 2", "Plan 3"]
    );
    // However long the name is, there is room for a number.
    let long = "я".repeat(LONGEST_NAME);
    for _ in 0..2 {
        assert_eq!(apply(&mut shared, ScenarioEdit::Add(named(&long))), Ok(()));
    }
    let last = names(&shared.document)
        .last()
        .map(|name| name.chars().count());
    assert_eq!(last, Some(LONGEST_NAME));
    assert!(
        names(&shared.document)
            .last()
            .is_some_and(|name| name.ends_with(" 2"))
    );
}

#[test]
fn a_refused_name_changes_nothing() {
    let mut shared = with(2);
    let before = shared.clone();
    let too_long = "a".repeat(LONGEST_NAME + 1);
    for (name, problem) in [
        ("2", ScenarioProblem::NameTaken),
        (" 2 ", ScenarioProblem::NameTaken),
        ("  ", ScenarioProblem::NoName),
        (&*too_long, ScenarioProblem::BadName),
        ("a\u{7}", ScenarioProblem::BadName),
    ] {
        let edit = ScenarioEdit::Rename(0, name.to_owned());
        assert_eq!(apply(&mut shared, edit), Err(problem), "{name:?}");
        assert_eq!(shared, before);
    }
    // Its own name is not taken.
    for name in ["1", " one "] {
        let edit = ScenarioEdit::Rename(0, name.to_owned());
        assert_eq!(apply(&mut shared, edit), Ok(()));
    }
    assert_eq!(names(&shared.document), ["one", "2"]);
}

#[test]
fn limits_hold() {
    let mut shared = with(MOST_SCENARIOS);
    let add = ScenarioEdit::Add(named("more"));
    for edit in [add, ScenarioEdit::Duplicate(0)] {
        assert_eq!(apply(&mut shared, edit), Err(ScenarioProblem::TooMany));
    }
    let lever = Change::DealSize {
        times: Number::nearest(2.0),
    }
    .at_once();
    for _ in 0..MOST_LEVERS {
        assert_eq!(apply(&mut shared, ScenarioEdit::AddLever(3, lever)), Ok(()));
    }
    let one_more = apply(&mut shared, ScenarioEdit::AddLever(3, lever));
    assert_eq!(one_more, Err(ScenarioProblem::TooManyLevers));
}

#[test]
fn what_is_not_there_is_refused() {
    let mut shared = with(1);
    let before = shared.clone();
    let lever = |change: Change| change.at_once();
    let to = Number::nearest(0.5);
    let deal_size = lever(Change::DealSize {
        times: Number::nearest(2.0),
    });
    let edits = [
        ScenarioEdit::Duplicate(1),
        ScenarioEdit::Rename(1, "x".to_owned()),
        ScenarioEdit::Move { from: 0, to: 1 },
        ScenarioEdit::Remove(1),
        ScenarioEdit::Compare(1, false),
        ScenarioEdit::AddLever(1, deal_size),
        ScenarioEdit::SetLever(0, 0, deal_size),
        ScenarioEdit::RemoveLever(0, 0),
        ScenarioEdit::AddLever(0, lever(Change::Conversion { stage: 4, to })),
        // Deals of this pipeline are paid once.
        ScenarioEdit::AddLever(0, lever(Change::Churn { to })),
    ];
    for edit in edits {
        let refused = apply(&mut shared, edit.clone());
        assert_eq!(refused, Err(ScenarioProblem::NotThere), "{edit:?}");
        assert_eq!(shared, before);
    }
}

#[test]
fn the_first_five_are_compared_until_others_are_chosen() {
    let mut shared = with(7);
    assert_eq!(compared(&shared), ["1", "2", "3", "4", "5"]);
    let sixth = apply(&mut shared, ScenarioEdit::Compare(6, true));
    assert_eq!(sixth, Err(ScenarioProblem::TooManyCompared));
    // Nobody moves up by itself.
    assert_eq!(apply(&mut shared, ScenarioEdit::Compare(1, false)), Ok(()));
    assert_eq!(compared(&shared), ["1", "3", "4", "5"]);
    assert_eq!(apply(&mut shared, ScenarioEdit::Compare(6, true)), Ok(()));
    assert_eq!(compared(&shared), ["1", "3", "4", "5", "7"]);
    // The choice stays with its scenarios.
    assert_eq!(
        apply(&mut shared, ScenarioEdit::Move { from: 6, to: 0 }),
        Ok(())
    );
    assert_eq!(compared(&shared), ["7", "1", "3", "4", "5"]);
    assert_eq!(apply(&mut shared, ScenarioEdit::Remove(1)), Ok(()));
    assert_eq!(compared(&shared), ["7", "3", "4", "5"]);
    // A new one joins while there is room.
    for at in 0..2 {
        assert_eq!(apply(&mut shared, ScenarioEdit::Duplicate(at)), Ok(()));
        assert_eq!(compared(&shared), ["7", "7 2", "3", "4", "5"]);
    }
    // None at all is a choice too, which a link keeps.
    for place in shared.view.compared(8) {
        assert_eq!(
            apply(&mut shared, ScenarioEdit::Compare(place, false)),
            Ok(())
        );
    }
    assert_eq!(compared(&shared), [""; 0]);
    let january = Month::default();
    assert_eq!(from_link(&to_link(&shared), january), Ok(shared));
}

#[test]
fn a_link_that_leaves_out_what_is_not_there_opens() {
    let mut shared = with(2);
    shared.view.leave_out(1, true);
    let text = shared.to_brief_json();
    assert!(text.contains("\"leftOut\":2"), "{text}");
    let text = text.replace("\"leftOut\":2", "\"leftOut\":130");
    let read = Shared::read(text.as_bytes(), Month::default());
    assert_eq!(read.map(|shared| shared.view.compared(2)), Ok(vec![0]));
    for wrong in ["1048576", "0.5", "\"0\"", "[1]"] {
        let text = text.replace("130", wrong);
        assert!(Shared::read(text.as_bytes(), Month::default()).is_err());
    }
    // What is not left out any more leaves no trace.
    shared.view.leave_out(1, false);
    assert_eq!(shared, with(2));
}

#[test]
fn a_change_begins_a_tenth_better() {
    let document = preset("talk");
    let kinds: Vec<LeverKind> = document.lever_kinds().collect();
    assert!(!kinds.contains(&LeverKind::Churn));
    for kind in kinds {
        let lever = document.change_of(kind, 99).at_once();
        assert_eq!(lever.change.kind(), kind);
        let added = apply(&mut with(1), ScenarioEdit::AddLever(0, lever));
        assert_eq!(added, Ok(()), "{kind:?}");
    }
    let to = |kind| {
        let change = document.change_of(kind, 2);
        LeverField::Value.get(&change.at_once())
    };
    // Odds of 2 to 98, times 1.1.
    let better = to(LeverKind::Conversion).expect("a conversion");
    support::close(better, 2.2 / 100.2, 1e-15);
    assert_eq!(to(LeverKind::Leads), Some(1.1));
    assert_eq!(to(LeverKind::Days), Some(0.9));
    assert_eq!(to(LeverKind::WaitingOrder), None);
}

/// Anything that may be done with scenarios, possible or not.
fn edits() -> impl Strategy<Value = ScenarioEdit> {
    let place = 0..6_usize;
    let name = prop_oneof!["[ab ]{0,3}", Just("a".repeat(LONGEST_NAME + 1))];
    prop_oneof![
        (
            name.clone(),
            proptest::collection::vec(lever_of(3, 2, true), 0..3)
        )
            .prop_map(|(name, levers)| ScenarioEdit::Add(Scenario { name, levers })),
        place.clone().prop_map(ScenarioEdit::Duplicate),
        (place.clone(), name).prop_map(|(at, name)| ScenarioEdit::Rename(at, name)),
        (place.clone(), place.clone()).prop_map(|(from, to)| ScenarioEdit::Move { from, to }),
        place.clone().prop_map(ScenarioEdit::Remove),
        (place.clone(), any::<bool>()).prop_map(|(at, is)| ScenarioEdit::Compare(at, is)),
        (place.clone(), lever_of(3, 2, true))
            .prop_map(|(at, lever)| ScenarioEdit::AddLever(at, lever)),
        (place.clone(), place.clone(), lever_of(3, 2, true))
            .prop_map(|(at, lever, new)| ScenarioEdit::SetLever(at, lever, new)),
        (place.clone(), place).prop_map(|(at, lever)| ScenarioEdit::RemoveLever(at, lever)),
    ]
}

proptest! {
    #[test]
    fn every_edit_leaves_a_document_that_reads_back(
        mut shared in shared(),
        all in proptest::collection::vec(edits(), 1..12),
    ) {
        for edit in all {
            let before = shared.clone();
            let was_compared: Vec<String> = compared(&before).into_iter().map(str::to_owned).collect();
            let done = apply(&mut shared, edit.clone());
            if done.is_err() {
                prop_assert_eq!(&shared, &before);
            }
            let now = names(&shared.document);
            let mut different = now.clone();
            different.sort_unstable();
            different.dedup();
            prop_assert_eq!(different.len(), now.len());
            prop_assert!(now.len() <= MOST_SCENARIOS);
            prop_assert!(compared(&shared).len() <= MOST_COMPARED);
            let read = from_link(&to_link(&shared), Month::default());
            prop_assert_eq!(read.as_ref(), Ok(&shared));
            // Whatever else is done, the same ones stay compared.
            let keeps = !matches!(edit, ScenarioEdit::Compare(..) | ScenarioEdit::Rename(..) | ScenarioEdit::Remove(_));
            let still = was_compared.iter().all(|name| compared(&shared).contains(&&**name));
            prop_assert!(still || !keeps, "{:?}: {:?} then {:?}", edit, was_compared, compared(&shared));
        }
    }

    #[test]
    fn every_number_of_a_lever_is_put_and_got(lever in lever_of(3, 2, true), share in 0.0..1.0_f64) {
        for field in LeverField::ALL {
            let Some(limits) = field.limits(lever.change) else {
                prop_assert_eq!(field.get(&lever), None);
                prop_assert_eq!(field.put(lever, Some(1.0)), None);
                continue;
            };
            let value: f64 = limits.min + share * (limits.max - limits.min);
            let value = if limits.whole { value.floor() } else { value };
            if limits.allow(value) {
                let put: Option<Lever> = field.put(lever, Some(value));
                prop_assert_eq!(put.and_then(|lever| field.get(&lever)), Some(value));
            }
            prop_assert_eq!(field.put(lever, Some(f64::NAN)), None);
            let off = field.put(lever, None);
            prop_assert_eq!(off.is_some(), field.is_optional());
            prop_assert!(off.is_none_or(|lever| field.get(&lever).is_none()));
        }
    }
}
