//! Chance: has the trials of the present state played, and takes what comes of them.

use super::*;
use crate::insights::Certainty;
use crate::runner::{from_numbers, request};

/// How long the trials wait after a change, so that a moving slider asks for few, in milliseconds.
const PLAY_AFTER: u32 = 60;

/// What chance makes of the answer.
pub(super) struct Chance {
    /// What the trials of the state of this generation say.
    certainty: Option<(u64, Certainty)>,
    /// How many trials have been played and how many there shall be.
    progress: Option<(f64, f64)>,
    timer: Option<Timer>,
    _listener: Option<Listener>,
}

impl Chance {
    pub(super) fn new(context: &Context<App>) -> Self {
        let link = context.link().clone();
        let player = context.props().player.as_ref();
        Self {
            certainty: None,
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
        let (generation, certainty) = self.chance.certainty.as_ref()?;
        (*generation == self.state.generation).then_some(certainty)
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
        }
        false
    }

    /// Takes what a player says, unless it is of an earlier state.
    pub(super) fn played(&mut self, context: &Context<Self>, played: Played) -> bool {
        if played.generation.to_bits() != self.generation().to_bits() {
            return false;
        }
        let is_new = played.report.is_some();
        let document = self.state.document();
        let found = played.report.and_then(|numbers| {
            let (months, seed) = (document.months.whole(), self.state.view().seed.seed());
            from_numbers(&numbers, document.start, months, seed)
        });
        if let Some(certainty) = found {
            self.answer.comparison.settle(document, &certainty);
            self.chance.certainty = Some((self.state.generation, certainty));
            self.announce_later(context);
        }
        let is_under_way = played.played < played.wanted;
        self.chance.progress = is_under_way.then_some((played.played, played.wanted));
        is_new
    }

    /// The generation as it passes through messages: exact below 2^53.
    #[allow(clippy::cast_precision_loss)]
    fn generation(&self) -> f64 {
        self.state.generation as f64
    }
}
