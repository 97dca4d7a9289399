//! The one door for everything that happens to the state, and what follows from it.

use super::*;
use crate::ui::languages::with_texts;

impl App {
    /// The one door: the next state, and what follows from it.
    pub(super) fn take(&mut self, context: &Context<Self>, action: Action) -> bool {
        let moving = self.moved_by(&action);
        let pair = self.answer.comparison.pair;
        let rearranges = match &action {
            // A curve belongs to a stage.
            Action::SetPair { pair: other, .. } => {
                other.is_none_or(|other| other.stage != pair.stage)
            }
            Action::SetNumber { .. }
            | Action::Replace { .. }
            | Action::Reject(_)
            | Action::Notice(_) => false,
            _ => true,
        };
        let inserts = matches!(action, Action::InsertStage { .. });
        let ended = self.moving.is_some() && moving.is_none();
        self.moving = moving;
        let Some(next) = self.state.after(action) else {
            if ended {
                self.keep_now(context);
                self.want_curves(context);
            }
            return ended;
        };
        let changed = next.generation != self.state.generation;
        let is_other = next.shared != self.state.shared;
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
            self.own_generation = self.generation();
            if rearranges {
                // Stages may have other places now: a curve belongs to a place.
                self.curves = Inputs::default();
            }
            let state = &self.state;
            self.answer = self.runner.answer(state.document(), state.view());
            self.play_later(context);
            self.tell_later(context);
            self.announce_later(context);
        }
        if is_other {
            // What is open is in the link, though no result hangs on it.
            self.asked = None;
            self.keep(context);
        }
        if changed || ended {
            self.want_curves(context);
        }
        if ended && !changed {
            self.keep_now(context);
        }
        true
    }

    /// The input whose slider an action moves.
    fn moved_by(&self, action: &Action) -> Option<Input> {
        if action.gesture() == Gesture::Done {
            return None;
        }
        match action {
            Action::SetNumber { field, .. } => Some(Input::Field(*field)),
            Action::SetPair { pair, .. } => {
                let raises = pair.is_some_and(|pair| pair.to != self.answer.comparison.pair.to);
                Some(if raises {
                    Input::PairTo
                } else {
                    Input::LeadsTimes
                })
            }
            _ => None,
        }
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

    /// Asks for the texts of a language, which are there at once but for the first moments.
    pub(super) fn want_language(&mut self, context: &Context<Self>, wanted: Locale) -> bool {
        self.wanted = wanted;
        let link = context.link().clone();
        with_texts(
            &context.props().host,
            wanted,
            Box::new(move || link.send_message(Msg::Texts)),
        );
        false
    }

    /// Speaks the wanted language if it can, else goes on as before; the choice then shows that.
    pub(super) fn speak_wanted(&mut self, context: &Context<Self>) -> bool {
        if self.wanted.is_known() && self.wanted != self.locale {
            self.speak(context, self.wanted);
        }
        true
    }

    /// Changes the language; an untouched preset speaks it too.
    fn speak(&mut self, context: &Context<Self>, locale: Locale) {
        self.locale = locale;
        if let Some(preset) = self.state.preset {
            let document = self.state.document();
            let mut shared = start::preset(preset, locale, document.start, document.currency);
            // Presets have no scenarios: these are the visitor's, in the visitor's words.
            shared.document.scenarios = document.scenarios.clone();
            shared.view = self.state.view().clone();
            let action = Action::Open {
                shared: Box::new(shared),
                preset: Some(preset),
            };
            self.take(context, action);
        }
        self.announce_later(context);
        self.keep(context);
        self.tell_explorer(context);
    }

    /// Each change waits anew, so that only the last answer is announced.
    pub(super) fn announce_later(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        self.settle = Some(platform::after(SETTLED, move || {
            link.send_message(Msg::Settled)
        }));
    }
}
