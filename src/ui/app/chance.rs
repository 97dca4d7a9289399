//! Chance: has the trials of the present state played, and takes what comes of them.

use std::rc::Rc;

use super::*;
use crate::insights::Certainty;
use crate::runner::{from_numbers, request};
use crate::ui::panels::forecast::Forecasted;

/// How long the trials wait after a change, so that a moving slider asks for few, in milliseconds.
const PLAY_AFTER: u32 = 60;
/// Trials that take longer than this say how far they are, in milliseconds.
const LONG: f64 = 500.0;

/// What chance makes of the answer.
pub(super) struct Chance {
    /// What the trials said last.
    forecasted: Option<Forecasted>,
    /// When trials were asked for last, in the page's milliseconds.
    asked_at: f64,
    /// How many trials have been played and how many there shall be, where that takes long.
    progress: Option<(f64, f64)>,
    timer: Option<Timer>,
    _listener: Option<Listener>,
}

impl Chance {
    pub(super) fn new(context: &Context<App>) -> Self {
        let link = context.link().clone();
        let player = context.props().player.as_ref();
        Self {
            forecasted: None,
            asked_at: 0.0,
            progress: None,
            timer: None,
            _listener: player
                .map(|player| player.listen(move |played| link.send_message(Msg::Played(played)))),
        }
    }
}

impl App {
    /// What the trials say of the present state, once they do.
    pub(in crate::ui) fn certainty(&self) -> Option<&Certainty> {
        let forecasted = self.chance.forecasted.as_ref()?;
        let is_present = forecasted.generation == self.state.generation;
        is_present.then_some(&*forecasted.certainty)
    }

    /// What the trials said last, and whether that was of an earlier state.
    pub(in crate::ui) fn forecasted(&self) -> Option<(Forecasted, bool)> {
        let forecasted = self.chance.forecasted.clone()?;
        let is_earlier = forecasted.generation != self.state.generation;
        Some((forecasted, is_earlier))
    }

    pub(in crate::ui) fn progress(&self) -> Option<(f64, f64)> {
        self.chance.progress
    }

    pub(super) fn play_later(&mut self, context: &Context<Self>) {
        if context.props().player.is_some() {
            let link = context.link().clone();
            self.chance.timer = Some(platform::after(PLAY_AFTER, move || {
                link.send_message(Msg::Play);
            }));
        }
    }

    pub(super) fn play(&mut self, context: &Context<Self>) -> bool {
        if let Some(player) = &context.props().player {
            let pair = self.answer.comparison.pair;
            let request = request(self.state.document(), self.state.view(), pair);
            player.play(self.generation(), &request);
            self.chance.asked_at = platform::now();
        }
        false
    }

    /// Takes what a player says, unless it is of an earlier state.
    pub(super) fn played(&mut self, context: &Context<Self>, played: Played) -> bool {
        if played.generation.to_bits() != self.generation().to_bits() {
            return false;
        }
        let takes_long = platform::now() - self.chance.asked_at > LONG;
        let is_under_way = played.played < played.wanted;
        let progress = (takes_long && is_under_way).then_some((played.played, played.wanted));
        let changed = played.report.is_some() || progress != self.chance.progress;
        self.chance.progress = progress;
        let document = self.state.document();
        let found = played.report.and_then(|numbers| {
            let (months, seed) = (document.months.whole(), self.state.view().seed.seed());
            from_numbers(&numbers, document.start, months, seed)
        });
        if let Some(certainty) = found {
            self.answer.comparison.settle(document, &certainty);
            self.chance.forecasted = Some(Forecasted {
                generation: self.state.generation,
                certainty: Rc::new(certainty),
            });
            self.announce_later(context);
        }
        changed
    }

    /// The generation as it passes through messages: exact below 2^53.
    #[allow(clippy::cast_precision_loss)]
    fn generation(&self) -> f64 {
        self.state.generation as f64
    }
}
