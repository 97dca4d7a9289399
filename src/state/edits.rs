//! Edits beyond single numbers. One that the document refuses changes nothing.

use super::action::Action;
use super::app::AppState;
use super::ids::{ChannelId, StageId};
use crate::model::kinds::{Share, UnitsPerMonth};
use crate::model::{Channel, Field, Number, Shift, Stage};

impl AppState {
    pub(super) fn apply(&mut self, action: Action) {
        let document = &mut self.shared.document;
        match action {
            // A name that is not allowed leaves the old one; inputs keep to the allowed length.
            Action::RenameStage(stage, name) => {
                let _ = document.rename_stage(stage, &name);
            }
            Action::RenameChannel(channel, name) => {
                let _ = document.rename_channel(channel, &name);
            }
            Action::SetTitle(title) => {
                let _ = document.set_title(&title);
            }
            Action::InsertStage { at, name } => {
                let stage = Stage::new(name, Number::<Share>::nearest(1.0));
                if document.insert_stage(at, stage) {
                    self.stages_shifted(Shift::Insert(at));
                }
            }
            Action::RemoveStage(at) => {
                if document.remove_stage(at) {
                    self.stages_shifted(Shift::Remove(at));
                }
            }
            Action::MoveStage { from, to } => {
                if document.move_stage(from, to) {
                    self.stages_shifted(Shift::Move { from, to });
                }
            }
            Action::AddChannel { name } => {
                let at = document.channels.len();
                let channel = Channel::new(name, Number::<UnitsPerMonth>::default());
                if document.insert_channel(at, channel) {
                    self.channels_shifted(Shift::Insert(at));
                }
            }
            Action::RemoveChannel(at) => {
                if document.remove_channel(at) {
                    self.channels_shifted(Shift::Remove(at));
                }
            }
            Action::SetWaitingOrder(stage, order) => {
                document.set_waiting_order(stage, order);
            }
            Action::SetOpening(opening) => document.set_opening(opening),
            Action::SetCurrency(currency) => document.set_currency(currency),
            Action::SetStart(start) => document.set_start(start),
            Action::SetBillingKind(kind) => document.set_billing_kind(kind),
            Action::SetObjective(objective) => self.shared.view.objective = objective,
            Action::SetBenchmark(stage, id) => {
                if stage < document.stages.len() {
                    self.shared.view.stages.set_benchmark(stage, id);
                }
            }
            Action::SetView(view) => {
                let stages = document.stages.len();
                self.shared.view = *view;
                self.shared.view.keep_first_stages(stages);
            }
            // These are no edits; `after` takes them elsewhere.
            Action::SetNumber { .. }
            | Action::SetPair { .. }
            | Action::SetViewNumber { .. }
            | Action::Reject(_)
            | Action::Open { .. }
            | Action::Replace { .. }
            | Action::Undo
            | Action::Redo
            | Action::Notice(_) => {}
        }
    }

    fn stages_shifted(&mut self, shift: Shift) {
        let next_id = &mut self.next_id;
        follow(&mut self.stage_ids, shift, || StageId(next_id.take()));
        self.shared.view.follow_stages(shift);
        self.fields_follow(|field| match field {
            Field::Stage(stage, of) => shift.follow(stage).map(|stage| Field::Stage(stage, of)),
            other => Some(other),
        });
    }

    fn channels_shifted(&mut self, shift: Shift) {
        let next_id = &mut self.next_id;
        follow(&mut self.channel_ids, shift, || ChannelId(next_id.take()));
        self.shared.view.follow_channels(shift);
        self.fields_follow(|field| match field {
            Field::Channel(channel, of) => {
                let channel = shift.follow(channel);
                channel.map(|channel| Field::Channel(channel, of))
            }
            other => Some(other),
        });
    }

    fn fields_follow(&mut self, follow: impl Fn(Field) -> Option<Field>) {
        self.invalid = self.invalid.iter().copied().filter_map(follow).collect();
    }
}

/// Does to the names what the document did to its list.
fn follow<T>(names: &mut Vec<T>, shift: Shift, new: impl FnOnce() -> T) {
    match shift {
        Shift::Insert(at) if at <= names.len() => names.insert(at, new()),
        Shift::Remove(at) if at < names.len() => {
            names.remove(at);
        }
        Shift::Move { from, to } if from < names.len() && to < names.len() => {
            let name = names.remove(from);
            names.insert(to, name);
        }
        Shift::Insert(_) | Shift::Remove(_) | Shift::Move { .. } => {}
    }
}
