//! Time: now and later.

use gloo::timers::callback::Timeout;

/// Something that will happen, unless this is dropped before.
pub struct Timer(#[allow(dead_code)] Timeout);

/// Calls back after some milliseconds.
#[must_use]
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timer {
    Timer(Timeout::new(milliseconds, then))
}

/// Calls back in a task of its own, whatever becomes of whoever asks.
pub fn soon(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// Milliseconds since the page was opened.
#[must_use]
pub fn now() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}
