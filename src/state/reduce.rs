//! From one state to the next.

use super::action::{Action, Gesture};
use super::app::{AppState, is_there};
use super::history::{Moved, Snapshot, Step};
use crate::model::{Document, Field, Pair, Preset, Spread, View};
use crate::share::Shared;

impl AppState {
    /// The state after `action`; nothing when it changes nothing.
    #[must_use]
    pub fn after(&self, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Undo => {
                let before = next.history.back(self.snapshot())?;
                next.restore(&before);
            }
            Action::Redo => {
                let after = next.history.forth(self.snapshot())?;
                next.restore(&after);
            }
            Action::Notice(notice) => next.notice = notice,
            Action::Reject(field) => next.reject(field),
            Action::Open { shared, preset } => next.open(*shared, preset),
            Action::Replace { shared, gesture } => next.replace(*shared, gesture),
            Action::SetNumber {
                field,
                value,
                gesture,
            } => next.set_number(field, value, gesture),
            Action::SetViewNumber {
                field,
                value,
                gesture,
            } => {
                let is_there = field.is_of(next.document());
                next.set_view(Moved::View(field), gesture, |view| {
                    is_there && field.set(view, value)
                });
            }
            Action::SetPair { pair, gesture } => next.set_pair(pair, gesture),
            edit => next.edit(edit),
        }
        (next != *self).then_some(next)
    }

    fn reject(&mut self, field: Field) {
        if is_there(field, self.document()) {
            self.accept(field);
            self.invalid.push(field);
        }
    }

    fn accept(&mut self, field: Field) {
        self.invalid.retain(|invalid| *invalid != field);
    }

    /// Opening is a step like any other: it can be taken back.
    fn open(&mut self, shared: Shared, preset: Option<Preset>) {
        self.invalid.clear();
        self.notice = None;
        let before = self.snapshot();
        self.preset = preset;
        if shared != self.shared {
            self.shared = shared;
            self.settle_shared();
            self.history.record(Step::Whole, before);
            self.generation += 1;
        }
    }

    /// A change of the view or of the scenarios leaves a preset's pipeline what it is.
    fn replace(&mut self, mut shared: Shared, gesture: Gesture) {
        let (before, preset) = (self.snapshot(), self.preset);
        // What was there goes anyway.
        self.shared.document.scenarios.clear();
        let scenarios = std::mem::take(&mut shared.document.scenarios);
        let keeps_preset = shared.document == self.shared.document;
        shared.document.scenarios = scenarios;
        let is_as_long = |one: &Document, other: &Document| {
            one.stages.len() == other.stages.len() && one.channels.len() == other.channels.len()
        };
        let keeps_names = is_as_long(&shared.document, self.document());
        self.shared = shared;
        if !keeps_names {
            self.settle_shared();
        }
        self.moved(Step::of(Moved::Elsewhere, gesture), before);
        if keeps_preset {
            self.preset = preset;
        }
    }

    fn set_number(&mut self, field: Field, value: Option<Spread>, gesture: Gesture) {
        let before = self.snapshot();
        let document = self.document();
        let is_new = match value {
            // A number that is there already does not replace the interval or the evidence behind it.
            Some(Spread::Exactly(value)) => field.get(document) != Some(value),
            other => field.spread(document) != other,
        };
        if is_new && field.put(&mut self.shared.document, value).is_err() {
            self.reject(field);
            return;
        }
        self.accept(field);
        self.moved(Step::of(Moved::Field(field), gesture), before);
    }

    fn set_pair(&mut self, pair: Option<Pair>, gesture: Gesture) {
        let is_possible = pair.is_none_or(|pair| pair.is_of(self.document()));
        self.set_view(Moved::Pair, gesture, |view| {
            view.pair = pair;
            is_possible
        });
    }

    /// What is looked at is no part of a preset. `change` says whether it may be.
    fn set_view(&mut self, moved: Moved, gesture: Gesture, change: impl FnOnce(&mut View) -> bool) {
        let mut view = self.shared.view.clone();
        if !change(&mut view) {
            return;
        }
        let (before, preset) = (self.snapshot(), self.preset);
        self.shared.view = view;
        self.moved(Step::of(moved, gesture), before);
        self.preset = preset;
    }

    /// After a part of a movement: its end may show that nothing has moved at all.
    fn moved(&mut self, step: Step, before: Snapshot) {
        let ends = matches!(step, Step::Done(_)) && self.history.continues(step);
        self.settle(step, before);
        if ends && let Some(start) = self.history.end_movement(&self.shared) {
            self.preset = start.preset;
        }
    }

    fn edit(&mut self, action: Action) {
        let before = self.snapshot();
        let keeps_preset = matches!(
            action,
            Action::SetCurrency(_)
                | Action::SetStart(_)
                | Action::SetObjective(_)
                | Action::SetBenchmark(..)
                | Action::SetView(_)
        );
        let preset = self.preset;
        self.apply(action);
        self.settle(Step::Whole, before);
        if keeps_preset {
            self.preset = preset;
        }
    }

    /// After an edit that started from `before`: one more step if anything changed. What is open
    /// is no step, and no result hangs on it.
    fn settle(&mut self, step: Step, before: Snapshot) {
        if self.snapshot() == before {
            return;
        }
        if self.shared.is_but_for_panels(&before.shared) {
            return;
        }
        self.preset = None;
        let document = &self.shared.document;
        self.invalid.retain(|field| is_there(*field, document));
        self.history.record(step, before);
        self.generation += 1;
    }
}
