//! Whoever plays the trials: an object that `static/start.js` has left for us.

use std::rc::Rc;

use js_sys::{Float64Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::texts::of_page;

/// Plays trials in a worker, or in slices on this thread.
#[derive(Clone)]
pub struct Player(Rc<Object>);

impl PartialEq for Player {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a player says.
pub struct Played {
    /// Of which request; those before the newest are of no interest.
    pub generation: f64,
    /// How many trials have been played.
    pub played: f64,
    /// How many there shall be.
    pub wanted: f64,
    /// What they say so far, from time to time.
    pub report: Option<Vec<f64>>,
}

/// Listens to a player for as long as it is kept.
pub struct Listener {
    player: Player,
    _listener: Closure<dyn Fn(JsValue)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.player.0, &"onmessage".into(), &JsValue::NULL);
    }
}

/// The player, if the page has one.
#[must_use]
pub fn player() -> Option<Player> {
    let player = of_page("player")?;
    Some(Player(Rc::new(player.dyn_into().ok()?)))
}

impl Player {
    /// Asks for the trials of a request, in place of those of an earlier one.
    pub fn play(&self, generation: f64, request: &str) {
        let message = Object::new();
        let put = |key: &str, value: JsValue| Reflect::set(&message, &key.into(), &value);
        if put("generation", generation.into()).is_ok()
            && put("request", request.into()).is_ok()
            && let Ok(post) = Reflect::get(&self.0, &"post".into())
            && let Ok(post) = post.dyn_into::<Function>()
        {
            // Without a player the page shows what it computes itself.
            let _ = post.call1(&self.0, &message);
        }
    }

    /// Calls back with everything that the player says.
    #[must_use]
    pub fn listen(&self, then: impl Fn(Played) + 'static) -> Listener {
        let listener = Closure::new(move |message: JsValue| {
            if let Some(played) = Played::read(&message) {
                then(played);
            }
        });
        let function: &JsValue = listener.as_ref();
        let _ = Reflect::set(&self.0, &"onmessage".into(), function);
        Listener {
            player: self.clone(),
            _listener: listener,
        }
    }
}

impl Played {
    fn read(message: &JsValue) -> Option<Self> {
        let get = |key: &str| Reflect::get(message, &key.into()).ok();
        let number = |key: &str| get(key)?.as_f64();
        let report = get("report").and_then(|report| report.dyn_into::<Float64Array>().ok());
        Some(Self {
            generation: number("generation")?,
            played: number("played")?,
            wanted: number("wanted")?,
            report: report.map(|numbers| numbers.to_vec()),
        })
    }
}
