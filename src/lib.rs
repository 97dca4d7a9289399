//! Fix a stage of the sales pipeline, or buy more leads?
//!
//! A widget that runs wholly in the visitor's browser. Data flows one way:
//!
//! 1. A control in [`ui`] keeps what is being typed and sends a [`state::Action`]; links, presets and
//!    what the browser kept enter through the same door.
//! 2. [`state::AppState::after`] makes the next [`model::Document`] of it. A document only holds checked
//!    values: see [`model::Number`].
//! 3. The [`runner`] has the [`engine::Simulator`] compute its expected run, stage after stage, at once. A
//!    worker, `src/bin/worker.rs`, has the [`engine::Stochastic`] run play chance out, trial by trial.
//! 4. [`insights`] reads facts off the runs: which way wins, by how much, how surely, what it may cost.
//! 5. [`ui`] puts them into words with [`i18n`] and into pictures with [`plot`]: the answer first. What can be
//!    explored under it is a program of its own, `src/bin/explorer.rs`, which the page loads once the answer is
//!    painted and starts when it is near; the two exchange messages.
//!
//! The page begins before there is a program: `static/start.js`, or `static/pipeline-lever.js` in other people's pages,
//! finds the language and shows the default case as the program itself has drawn it when the page was built, see
//! `scripts/first.mjs`. The program draws the same in its place. What both scripts share is in `static/shell/`.
//!
//! [`share`] turns a document and its view into a file or a link. [`platform`] is the only place that
//! touches the browser, [`element`] mounts the page in the shadow root that the script has made. Everything but these
//! last two and [`ui`] is pure, builds without the feature `ui` and is tested natively; the command
//! `simulate` and the worker are made of it. `tests/architecture.rs` holds who may import whom.

#![forbid(unsafe_code)]
// What visitors download is built without Debug texts, so nothing may be said with them.
#![cfg_attr(not(test), deny(clippy::use_debug))]

pub mod engine;
pub mod i18n;
pub mod insights;
pub mod model;
pub mod plot;
pub mod runner;
pub mod share;
pub mod state;

#[cfg(feature = "ui")]
pub mod element;
#[cfg(feature = "ui")]
pub mod platform;
#[cfg(feature = "ui")]
pub mod ui;
