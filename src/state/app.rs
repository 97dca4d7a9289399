//! What the app knows.

use super::history::{History, Snapshot};
use super::ids::{ChannelId, NextId, StageId};
use super::notice::Notice;
use crate::model::{Document, Field, Preset, Refusal, View};
use crate::share::Shared;

/// Everything that the app knows. It only changes through [`AppState::after`].
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The document and what the visitor looks at: always valid, and what results are of.
    pub shared: Shared,
    /// Names of the stages, in their order.
    pub stage_ids: Vec<StageId>,
    /// Names of the channels, in their order.
    pub channel_ids: Vec<ChannelId>,
    /// The preset that the document is, in some language, currency and first month; none once edited.
    pub preset: Option<Preset>,
    /// Fields whose input holds what is not accepted now; the document keeps their last valid number.
    pub invalid: Vec<Field>,
    /// Grows with every change of the document or the view.
    pub generation: u64,
    /// What the visitor has to be told.
    pub notice: Option<Notice>,
    pub(super) history: History,
    pub(super) next_id: NextId,
}

impl AppState {
    /// A state to start with.
    #[must_use]
    pub fn new(shared: Shared, preset: Option<Preset>) -> Self {
        let mut state = Self {
            shared,
            stage_ids: Vec::new(),
            channel_ids: Vec::new(),
            preset,
            invalid: Vec::new(),
            generation: 0,
            notice: None,
            history: History::default(),
            next_id: NextId::default(),
        };
        state.settle_shared();
        state
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.shared.document
    }

    /// What the visitor looks at.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.shared.view
    }

    /// Whether the results are those of the last valid numbers and not of what the inputs hold.
    #[must_use]
    pub fn shows_last_valid(&self) -> bool {
        !self.invalid.is_empty()
    }

    /// How many steps can be taken back.
    #[must_use]
    pub fn steps_back(&self) -> usize {
        self.history.steps_back()
    }

    /// How many steps can be taken again.
    #[must_use]
    pub fn steps_forth(&self) -> usize {
        self.history.steps_forth()
    }

    /// Another document is there: new names, and nothing on a stage that it does not have.
    pub(super) fn settle_shared(&mut self) {
        let Document {
            stages, channels, ..
        } = &self.shared.document;
        self.stage_ids = self.next_id.many(stages.len(), StageId);
        self.channel_ids = self.next_id.many(channels.len(), ChannelId);
        let stages = stages.len();
        self.shared.view.keep_first_stages(stages);
    }

    pub(super) fn snapshot(&self) -> Snapshot {
        Snapshot {
            shared: self.shared.clone(),
            stage_ids: self.stage_ids.clone(),
            channel_ids: self.channel_ids.clone(),
            preset: self.preset,
        }
    }

    pub(super) fn restore(&mut self, snapshot: &Snapshot) {
        let Snapshot {
            shared,
            stage_ids,
            channel_ids,
            preset,
        } = snapshot.clone();
        // What is open stays open.
        let panels = std::mem::take(&mut self.shared.view.panels);
        self.shared = shared;
        self.shared.view.panels = panels;
        self.stage_ids = stage_ids;
        self.channel_ids = channel_ids;
        self.preset = preset;
        self.invalid.clear();
        self.generation += 1;
    }
}

/// Whether the document has the field, be it switched off.
pub(super) fn is_there(field: Field, document: &Document) -> bool {
    // No field takes what is no number, so nothing changes.
    let mut probe = document.clone();
    field.set(&mut probe, Some(f64::NAN)) != Err(Refusal::NotThere)
}
