//! Steps back and forth.

use std::collections::VecDeque;
use std::rc::Rc;

use super::action::Gesture;
use super::ids::{ChannelId, StageId};
use crate::model::{Field, Preset, ViewField};
use crate::share::Shared;

/// The most steps that can be taken back.
pub const MOST_STEPS: usize = 100;

/// What a step back restores.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Snapshot {
    pub shared: Shared,
    pub stage_ids: Vec<StageId>,
    pub channel_ids: Vec<ChannelId>,
    pub preset: Option<Preset>,
}

/// What a change is to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A step of its own.
    Whole,
    /// Part of a movement.
    Moving(Moved),
    /// The end of a movement.
    Done(Moved),
}

/// What a hand moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    /// A number of the document.
    Field(Field),
    /// A number of the view.
    View(ViewField),
    /// The pair that is compared.
    Pair,
    /// Something elsewhere.
    Elsewhere,
}

impl Step {
    /// The step that a gesture is.
    pub fn of(moved: Moved, gesture: Gesture) -> Self {
        match gesture {
            Gesture::Moving => Self::Moving(moved),
            Gesture::Done => Self::Done(moved),
        }
    }
}

/// The steps that can be taken back and again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    past: VecDeque<Kept>,
    future: Vec<Kept>,
    /// Whose movement the last step is.
    moving: Option<Moved>,
}

impl History {
    /// Takes note of a change; `before` is what it started from.
    pub fn record(&mut self, step: Step, before: Snapshot) {
        if !self.continues(step) {
            self.past.push_back(Kept(Rc::new(before)));
            if self.past.len() > MOST_STEPS {
                self.past.pop_front();
            }
        }
        self.future.clear();
        self.moving = match step {
            Step::Moving(moved) => Some(moved),
            Step::Whole | Step::Done(_) => None,
        };
    }

    /// Whether `step` belongs to the movement that is going on.
    pub fn continues(&self, step: Step) -> bool {
        match step {
            Step::Whole => false,
            Step::Moving(moved) | Step::Done(moved) => self.moving == Some(moved),
        }
    }

    /// The movement is over. One that ends where it began was no step: what it began with is returned.
    pub fn end_movement(&mut self, now: &Shared) -> Option<Rc<Snapshot>> {
        self.moving = None;
        if self.past.back()?.0.shared != *now {
            return None;
        }
        self.past.pop_back().map(|kept| kept.0)
    }

    /// The step back from `now`.
    pub fn back(&mut self, now: Snapshot) -> Option<Rc<Snapshot>> {
        let Kept(before) = self.past.pop_back()?;
        self.future.push(Kept(Rc::new(now)));
        self.moving = None;
        Some(before)
    }

    /// The step forth from `now`.
    pub fn forth(&mut self, now: Snapshot) -> Option<Rc<Snapshot>> {
        let Kept(after) = self.future.pop()?;
        self.past.push_back(Kept(Rc::new(now)));
        self.moving = None;
        Some(after)
    }

    /// How many steps can be taken back.
    pub fn steps_back(&self) -> usize {
        self.past.len()
    }

    /// How many steps can be taken again.
    pub fn steps_forth(&self) -> usize {
        self.future.len()
    }
}

/// A snapshot that clones of a state share, so that comparing them costs nothing.
#[derive(Clone, Debug)]
struct Kept(Rc<Snapshot>);

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}
