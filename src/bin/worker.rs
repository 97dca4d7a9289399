//! Plays the trials of a request, off the main thread or on it: `static/player.js` says when.

use pipeline_lever::insights::Trials;
use pipeline_lever::runner;
use wasm_bindgen::prelude::wasm_bindgen;

/// The trials of one request.
#[wasm_bindgen]
pub struct Player {
    trials: Trials,
    wanted: u32,
}

#[wasm_bindgen]
impl Player {
    /// What a request asks for, none of it played yet; nothing when it is no request.
    pub fn open(request: &str) -> Option<Player> {
        let (trials, wanted) = runner::trials(request).ok()?;
        Some(Self { trials, wanted })
    }

    /// How many trials the request asks for.
    #[wasm_bindgen(getter)]
    pub fn wanted(&self) -> u32 {
        self.wanted
    }

    /// How many have been played.
    #[wasm_bindgen(getter)]
    pub fn played(&self) -> u32 {
        self.trials.played()
    }

    /// Plays a part of the next ones, so many at most.
    pub fn step(&mut self, trials: u32) {
        self.trials.step(trials);
    }

    /// What those played so far say, as `runner::to_numbers` writes it.
    pub fn report(&self) -> Vec<f64> {
        runner::to_numbers(&self.trials.certainty())
    }
}

fn main() {}
