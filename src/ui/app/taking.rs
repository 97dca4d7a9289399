//! The one door for everything that happens to the state, and what follows from it.

use super::*;

impl App {
    /// The one door: the next state, and what follows from it.
    pub(super) fn take(&mut self, context: &Context<Self>, action: Action) -> bool {
        let moving = match action {
            Action::SetNumber {
                field,
                gesture: Gesture::Moving,
                ..
            } => Some(field),
            _ => None,
        };
        let rearranges = !matches!(
            action,
            Action::SetNumber { .. } | Action::Reject(_) | Action::Notice(_)
        );
        let inserts = matches!(action, Action::InsertStage { .. });
        let ended = self.moving.is_some() && moving.is_none();
        self.moving = moving;
        let Some(next) = self.state.after(action) else {
            if ended {
                self.want_curves(context);
            }
            return ended;
        };
        let changed = next.generation != self.state.generation;
        if rearranges || next.notice != self.state.notice {
            self.keep_focus();
        }
        let new_stage = next
            .stage_ids
            .iter()
            .find(|id| inserts && !self.state.stage_ids.contains(id));
        // A stage that has just been added wants its name and its days.
        self.open.extend(new_stage.map(|id| RowId::Stage(*id)));
        self.state = next;
        if changed {
            if rearranges {
                // Stages may have other places now: a curve belongs to a place.
                self.curves = Fields::default();
            }
            let state = &self.state;
            self.answer = self.runner.answer(state.document(), state.view());
            self.asked = None;
            self.keep_later(context);
            self.announce_later(context);
        }
        if changed && moving.is_none() {
            self.refresh_details();
        }
        if changed || ended {
            self.want_curves(context);
        }
        true
    }

    /// What is drawn next may do away with the element that has the focus.
    pub(super) fn keep_focus(&mut self) {
        self.focus = self.root.get().and_then(|root| platform::focus(&root));
    }

    pub(super) fn open_preset(&mut self, context: &Context<Self>, preset: Preset) -> bool {
        let document = self.state.document();
        let shared = start::preset(preset, self.locale, document.start, document.currency);
        let action = Action::Open {
            shared: Box::new(shared),
            preset: Some(preset),
        };
        self.take(context, action)
    }

    /// Changes the language; an untouched preset speaks it too.
    pub(super) fn speak(&mut self, context: &Context<Self>, locale: Locale) -> bool {
        self.locale = locale;
        if let Some(preset) = self.state.preset {
            let document = self.state.document();
            let mut shared = start::preset(preset, locale, document.start, document.currency);
            shared.view = *self.state.view();
            let action = Action::Open {
                shared: Box::new(shared),
                preset: Some(preset),
            };
            self.take(context, action);
        }
        self.announce_later(context);
        self.keep_later(context);
        true
    }

    /// Each change waits anew, so that only the last answer is announced.
    fn announce_later(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        self.settle = Some(platform::after(SETTLED, move || {
            link.send_message(Msg::Settled)
        }));
    }
}
