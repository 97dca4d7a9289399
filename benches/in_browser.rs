//! The same work as the native benches, for a browser to time: `scripts/measured.sh` builds it as the page is
//! built, and `tests/browser/speed.rs` runs it.

mod cases;

use wasm_bindgen::prelude::wasm_bindgen;

/// So many expected runs, each with other numbers; the units that they win, so that none can be left out.
#[wasm_bindgen]
pub fn expected_runs(limited: bool, runs: u32) -> f64 {
    let mut moving = cases::MovingLeads::new(limited);
    (0..runs).map(|_| moving.run()).sum()
}

fn main() {}
