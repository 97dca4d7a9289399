//! What a visitor notes beside the stages: prices of improvements, and what to hold a stage against.

use super::at::{At, check_name};
use super::document::MOST_STAGES;
use super::json::Node;
use super::number::Number;
use super::number::kinds::Price;
use super::shift::Shift;

/// What a visitor notes beside one stage. Nothing of it changes a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageNote {
    /// What one step of improvement costs a month, in the document's currency.
    pub price: Option<Number<Price>>,
    /// The id of the published range that the stage is held against. One that nobody knows is one of a later
    /// version: it is kept and shows nothing.
    pub benchmark: Option<String>,
}

/// The notes in the order of the stages. Stages at the end without a note are left out, so that equal notes
/// are equal lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageNotes(Vec<StageNote>);

impl StageNotes {
    /// The note of a stage, counted from 0; nothing where none was ever made.
    #[must_use]
    pub fn get(&self, stage: usize) -> Option<&StageNote> {
        self.0.get(stage)
    }

    /// What one step of improvement costs a month at a stage.
    #[must_use]
    pub fn price(&self, stage: usize) -> Option<f64> {
        self.get(stage)?.price.map(Number::get)
    }

    /// The id of the published range that a stage is held against.
    #[must_use]
    pub fn benchmark(&self, stage: usize) -> Option<&str> {
        self.get(stage)?.benchmark.as_deref()
    }

    /// Puts a price beside a stage, or takes it away.
    pub fn set_price(&mut self, stage: usize, price: Option<Number<Price>>) {
        self.change(stage, |note| note.price = price);
    }

    /// Puts a published range beside a stage, or takes it away; one whose id is no name is taken away.
    pub fn set_benchmark(&mut self, stage: usize, id: Option<String>) {
        let id = id.filter(|id| check_name(id).is_ok());
        self.change(stage, |note| note.benchmark = id);
    }

    /// Keeps the notes on their stages through an edit of the pipeline; that of a stage that goes is gone.
    pub fn follow(&mut self, shift: Shift) {
        for (stage, old) in std::mem::take(&mut self.0).into_iter().enumerate() {
            if let Some(stage) = shift.follow(stage) {
                self.change(stage, |note| *note = old);
            }
        }
    }

    /// Forgets what is noted beside stages from place `count` on.
    pub fn keep_first(&mut self, count: usize) {
        self.0.truncate(count);
        self.trim();
    }

    fn change(&mut self, stage: usize, change: impl FnOnce(&mut StageNote)) {
        if stage < MOST_STAGES && stage >= self.0.len() {
            self.0.resize(stage + 1, StageNote::default());
        }
        if let Some(note) = self.0.get_mut(stage) {
            change(note);
        }
        self.trim();
    }

    fn trim(&mut self) {
        let nothing = StageNote::default();
        while self.0.last() == Some(&nothing) {
            self.0.pop();
        }
    }

    /// Reads the notes of a document with so many stages. Keys of a later version are ignored.
    pub(super) fn from_at(at: &At<'_>, stages: usize) -> Self {
        let mut notes = Self(at.list(0, stages, note));
        notes.trim();
        notes
    }

    pub(super) fn node(&self) -> Node {
        let note = |note: &StageNote| {
            Node::object([
                ("price", note.price.into()),
                ("benchmark", note.benchmark.as_deref().into()),
            ])
        };
        self.0.iter().map(note).collect()
    }
}

fn note(at: &At<'_>) -> StageNote {
    let mut note = StageNote::default();
    at.each(|key, at| match key {
        "price" => note.price = at.optional_number(),
        "benchmark" => note.benchmark = (!at.is_null()).then(|| at.name()),
        _ => {}
    });
    note
}
