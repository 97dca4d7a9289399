//! Tests of the built page (`dist/`) in real browsers: one body each, run in Chromium, Firefox and WebKit.
//!
//! Run them with `scripts/browser.sh`, which knows where the drivers are; a name picks tests, and
//! `BROWSERS="chromium"` picks engines. A new file of tests looks like `smoke.rs` and is named below.
//! Screenshots are written to `target/screenshots`, the drivers' own words to `target/browser-logs`.

/// Makes a test for each engine out of an `async fn body(page: &Page)`.
macro_rules! in_every_engine {
    ($($body:ident),+ $(,)?) => {$(
        mod $body {
            use crate::{driver::Engine, page};

            #[test]
            fn chromium() {
                page::run(Engine::Chromium, super::$body);
            }

            #[test]
            fn firefox() {
                page::run(Engine::Firefox, super::$body);
            }

            #[test]
            fn webkit() {
                page::run(Engine::WebKit, super::$body);
            }
        }
    )+};
}

mod axe;
mod cdp;
mod driver;
mod explored;
mod figures;
mod page;
mod panels;
mod process;
mod server;
mod widget;

mod absurd;
mod answers;
mod cases;
mod chance;
mod contract;
mod contract_held;
mod contract_shown;
mod element;
mod embedding;
mod everyone;
mod exports;
mod first_paint;
mod formulas;
mod growing;
mod hosts;
mod keyboard;
mod languages;
mod links;
mod looks;
mod mounts;
mod noted;
mod quiet;
mod refused;
mod scenarios;
mod single_file;
mod smoke;
mod speed;
mod strangers;
mod typing;
mod uncertain;
mod use_of_page;
