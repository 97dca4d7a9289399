//! What a user does to the page with mouse and keys.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    key::Key,
};
use serde_json::json;
use tokio::time::Instant;

use super::Page;
use crate::process::LIMIT;

/// Scrolls the first element that matches into sight, answers with its middle, and lets only it be pressed until
/// `clickHasHit` says whether it was.
const AIM: &str = "
    const target = root.querySelector(arguments[0]);
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = target.getBoundingClientRect();
    const middle = [Math.floor(x + width / 2), Math.floor(y + height / 2)];
    const top = root.elementFromPoint(...middle);
    if (!target.contains(top)) return `${arguments[0]} lies under ${top?.outerHTML}`;
    const KINDS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    const was = { pressed: false, clicked: false };
    const watch = (event) => {
        // A label passes its click on.
        if (was.clicked) return;
        const hits = event.composedPath().includes(target);
        if (event.type === 'pointerdown') was.pressed = hits;
        if (event.type === 'click' && hits) was.clicked = was.pressed;
        if (was.pressed && hits) return;
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    KINDS.forEach((kind) => window.addEventListener(kind, watch, { capture: true }));
    window.clickHasHit = () => {
        KINDS.forEach((kind) => window.removeEventListener(kind, watch, { capture: true }));
        return was.clicked;
    };
    return middle;";

#[allow(
    dead_code,
    reason = "a tool box: not every tool is in use at every time"
)]
impl Page {
    /// Clicks the middle of the first element that matches, as a mouse would: nothing may lie over it.
    /// (WebKit's own click command takes every form field inside a shadow root for covered.)
    /// What moves away under the mouse is gone after, as a hand would: a press that misses it is kept from all others.
    pub async fn click(&self, selector: &str) {
        let deadline = Instant::now() + LIMIT;
        loop {
            self.find(selector).await;
            let middle = self.run(AIM, vec![json!(selector)]).await;
            let (Some(x), Some(y)) = (middle[0].as_f64(), middle[1].as_f64()) else {
                panic!("cannot click: {middle}")
            };
            self.press_mouse(x, y).await;
            if self.value("window.clickHasHit?.() ?? true").await == true {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{selector} moves on and on, {middle} was no longer it"
            );
        }
    }

    async fn press_mouse(&self, x: f64, y: f64) {
        let to = PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let press = PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        };
        let release = PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        };
        let actions = MouseActions::new("mouse".into())
            .then(to)
            .then(press)
            .then(release);
        self.client()
            .perform_actions(actions)
            .await
            .expect("the mouse clicks");
    }

    /// Replaces what a field holds by typing, key by key.
    pub async fn type_into(&self, selector: &str, text: &str) {
        self.find(selector).await;
        let script =
            "const field = root.querySelector(arguments[0]); field.focus(); field.select();";
        self.run(script, vec![json!(selector)]).await;
        self.type_keys(text).await;
    }

    /// Types where the focus is, key by key.
    pub async fn type_keys(&self, text: &str) {
        self.press_all(text.chars()).await;
    }

    /// Replaces what a field holds at once, as pasting does, and stays in the field.
    pub async fn paste_into(&self, selector: &str, text: &str) {
        self.find(selector).await;
        let script = "const field = root.querySelector(arguments[0]); field.focus(); field.value = arguments[1]; \
                      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.run(script, vec![json!(selector), json!(text)]).await;
    }

    /// Leaves the field that has the focus, whose text was pasted: the browser would notice by itself that typed
    /// text has changed.
    pub async fn leave_field(&self) {
        let script = "const field = root.activeElement; \
                      field.dispatchEvent(new Event('change', { bubbles: true })); field.blur();";
        self.run(script, vec![]).await;
    }

    /// Presses a key while others are held, wherever the focus is.
    pub async fn press_with(&self, held: &[Key], key: impl Into<char>) {
        let key = key.into();
        let down = held
            .iter()
            .map(|&key| KeyAction::Down { value: key.into() });
        let once = [KeyAction::Down { value: key }, KeyAction::Up { value: key }];
        let up = held.iter().map(|&key| KeyAction::Up { value: key.into() });
        let actions = down
            .chain(once)
            .chain(up)
            .fold(KeyActions::new("keyboard".into()), KeyActions::then);
        let pressed = self.client().perform_actions(actions).await;
        pressed.expect("the keys are pressed");
    }

    /// Presses keys one after the other, wherever the focus is.
    pub async fn press(&self, keys: &[Key]) {
        self.press_all(keys.iter().map(|&key| key.into())).await;
    }

    async fn press_all(&self, keys: impl Iterator<Item = char>) {
        let both = |value: char| [KeyAction::Down { value }, KeyAction::Up { value }];
        let actions = keys
            .flat_map(both)
            .fold(KeyActions::new("keyboard".into()), KeyActions::then);
        self.client()
            .perform_actions(actions)
            .await
            .expect("the keys are pressed");
    }

    /// Moves a slider: sets its value and tells the app, as dragging would.
    pub async fn set_range(&self, selector: &str, value: f64) {
        self.find(selector).await;
        let script = "const range = root.querySelector(arguments[0]); range.value = arguments[1]; \
                      range.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.run(script, vec![json!(selector), json!(value)]).await;
    }
}
