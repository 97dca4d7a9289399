//! What the first screen tells, and what it is told.

use super::*;
use crate::model::Month;
use crate::runner::from_numbers;

/// Something that is changed here. It may have to be made anew, of a state that has changed elsewhere since: so it says
/// what is done, not what comes of it.
#[derive(Clone)]
pub enum Change {
    /// As on the first screen.
    Act(Action),
    /// Something is done with the scenarios.
    Scenarios(ScenarioEdit, Gesture),
}

impl Explorer {
    /// Takes what the first screen tells.
    pub(super) fn told(&mut self, context: &Context<Self>, message: &Message) -> bool {
        if self.take_asked(context, message) {
            return false;
        }
        self.want_language(context, message.text("language"));
        let Some(generation) = message.number("generation") else {
            return false;
        };
        if let Some(text) = message.text("shared")
            && let Ok(shared) = Shared::read(text.as_bytes(), Month::default())
        {
            self.show(generation, shared);
            self.change_anew(context, message.number("taken"));
            self.explore(context);
        }
        let Some(state) = &mut self.state else {
            return false;
        };
        if state.generation.to_bits() != generation.to_bits() {
            // There is another state, which will be told of when it stands.
            self.exploration.stop();
            self.slice = None;
            return false;
        }
        state.progress = message.number("played").zip(message.number("wanted"));
        if let Some(numbers) = message.numbers("report") {
            state.take_report(&numbers);
        }
        if let Some(name) = message.text("open") {
            self.open(&name);
        }
        self.tell_outcome(context);
        true
    }

    fn want_language(&mut self, context: &Context<Self>, tag: Option<String>) {
        let wanted = tag.and_then(|tag| Locale::from_tag(&tag));
        if let Some(wanted) = wanted.filter(|wanted| *wanted != self.wanted) {
            self.wanted = wanted;
            let link = context.link().clone();
            with_all_texts(
                &context.props().host,
                wanted,
                Box::new(move || link.send_message(Msg::Texts(wanted))),
            );
        }
    }

    /// Shows what is on the first screen now.
    fn show(&mut self, generation: f64, shared: Shared) {
        let answer = self.runner.answer(&shared.document, &shared.view);
        let comparison = Rc::new(answer.comparison);
        let pair = comparison.pair;
        let details = self.runner.details(&shared.document, pair);
        let before = self.state.take();
        let (forecasted, target, is_moving) = before.map_or_else(Default::default, |state| {
            (state.forecasted, state.target, state.is_moving)
        });
        let mut state = State {
            generation,
            document: Rc::new(shared.document.clone()),
            shared,
            pair,
            comparison,
            details,
            forecasted,
            progress: None,
            target,
            is_moving,
        };
        state.lay_target();
        self.state = Some(state);
    }

    /// A change is shown at once, and sent on with what it makes of everything.
    pub(super) fn take(&mut self, context: &Context<Self>, change: Change) -> bool {
        let Some(state) = &mut self.state else {
            return false;
        };
        state.change(&change);
        self.sent += 1.0;
        self.pending.push((self.sent, change));
        self.send(context);
        true
    }

    /// What the first screen tells of may be older than what has been changed here since: that is changed anew.
    fn change_anew(&mut self, context: &Context<Self>, taken: Option<f64>) {
        let taken = taken.unwrap_or(self.sent);
        self.pending.retain(|(change, _)| *change > taken);
        let Some(state) = self.state.as_mut().filter(|_| !self.pending.is_empty()) else {
            return;
        };
        for (_, change) in &self.pending {
            state.change(change);
        }
        self.send(context);
    }

    /// Sends on what is shown, with the number of the last change and the state that it started from.
    fn send(&self, context: &Context<Self>) {
        if let Some(state) = &self.state {
            let moving = if state.is_moving { 1.0 } else { 0.0 };
            context.props().port.post(&[
                ("shared", Part::Text(&state.shared.to_brief_json())),
                ("moving", Part::Number(moving)),
                ("generation", Part::Number(state.generation)),
                ("change", Part::Number(self.sent)),
            ]);
        }
    }
}

impl State {
    fn change(&mut self, change: &Change) {
        let gesture = match change {
            Change::Act(action) => {
                let next = AppState::new(self.shared.clone(), None).after(action.clone());
                if let Some(next) = next {
                    self.shared = next.shared;
                }
                action.gesture()
            }
            Change::Scenarios(edit, gesture) => {
                let mut next = self.shared.clone();
                // What is not there any more, or does not fit any more, cannot be done.
                if edit
                    .clone()
                    .apply(&mut next.document, &mut next.view)
                    .is_ok()
                {
                    self.shared = next;
                }
                *gesture
            }
        };
        self.is_moving = gesture == Gesture::Moving;
        self.lay_target();
    }

    fn take_report(&mut self, numbers: &[f64]) {
        let document = &self.shared.document;
        let (months, seed) = (document.months.whole(), self.view().seed.seed());
        if let Some(certainty) = from_numbers(numbers, document.start, months, seed) {
            self.forecasted = Some(Forecasted {
                generation: self.generation,
                certainty: Rc::new(certainty),
            });
            self.lay_target();
        }
    }
}
