//! Chance: has the trials of the present state played, and takes what comes of them.

use super::*;
use crate::insights::Certainty;
use crate::platform::Part;
use crate::runner::{from_numbers, request};

/// How long the trials wait after a change, so that a moving slider asks for few, in milliseconds.
const PLAY_AFTER: u32 = 60;
/// Trials that take longer than this say how far they are, in milliseconds.
const LONG: f64 = 500.0;

/// What chance makes of the answer.
pub(super) struct Chance {
    /// What the trials said last, and of which state; also as the numbers that it came as.
    found: Option<(u64, Certainty, Vec<f64>)>,
    /// When trials were asked for last, in the page's milliseconds.
    asked_at: f64,
    timer: Option<Timer>,
    _listener: Option<Listener>,
}

impl Chance {
    pub(super) fn new(context: &Context<App>) -> Self {
        let link = context.link().clone();
        let player = context.props().player.as_ref();
        Self {
            found: None,
            asked_at: 0.0,
            timer: None,
            _listener: player
                .map(|player| player.listen(move |played| link.send_message(Msg::Played(played)))),
        }
    }
}

impl App {
    /// What the trials say of the present state, once they do.
    pub(in crate::ui) fn certainty(&self) -> Option<&Certainty> {
        let (generation, certainty, _) = self.chance.found.as_ref()?;
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
            player.post(&[
                ("generation", Part::Number(self.generation())),
                ("request", Part::Text(&request)),
            ]);
            self.chance.asked_at = platform::now();
        }
        false
    }

    /// Takes what a player says, unless it is of an earlier state, and passes it on to the explorer.
    pub(super) fn played(&mut self, context: &Context<Self>, played: &Message) -> bool {
        let number = |key: &str| played.number(key).unwrap_or_default();
        if number("generation").to_bits() != self.generation().to_bits() {
            return false;
        }
        if self.has_told() && platform::now() - self.chance.asked_at > LONG {
            let progress = ["played", "wanted"].map(|key| (key, Part::Number(number(key))));
            self.post_to_explorer(context, &progress);
        }
        let Some(numbers) = played.numbers("report") else {
            return false;
        };
        let document = self.state.document();
        let (months, seed) = (document.months.whole(), self.state.view().seed.seed());
        let Some(certainty) = from_numbers(&numbers, document.start, months, seed) else {
            return false;
        };
        self.answer.comparison.settle(document, &certainty);
        self.chance.found = Some((self.state.generation, certainty, numbers));
        if self.has_told() {
            self.pass_report_on(context);
        }
        self.announce_later(context);
        true
    }

    /// Passes on what the trials say of the present state, once they do.
    pub(super) fn pass_report_on(&self, context: &Context<Self>) {
        if let Some((generation, _, numbers)) = &self.chance.found
            && *generation == self.state.generation
        {
            self.post_to_explorer(context, &[("report", Part::Numbers(numbers))]);
        }
    }

    /// The generation as it passes through messages: exact below 2^53.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn generation(&self) -> f64 {
        self.state.generation as f64
    }
}
