//! The two runs of a document: pure numbers, no text, no JSON.
//!
//! A run goes one way. [`Calendar`](calendar::Calendar) lays out the days; [`arrivals`] says how many
//! leads come, how good and at what cost; [`stage_plan`] what each stage does in each month with the
//! levers on it; [`opening`] what is there on the first day. [`stage_flow`] takes one stage after the
//! other over the whole horizon, through its [`waiting_line`] and its [`duration`]s. [`billing`] turns
//! wins into cash, and [`flows`] into the [`report`]. [`Simulator`] ties them together.
//!
//! That is the expected run, on expected counts. The [`stochastic`] run plays the same out by chance, in whole units,
//! trial after trial; it takes its means from the expected run where theory says that they are all that is
//! needed. [`Stochastic`] is its way in, [`Outcomes`] what comes out.
//!
//! Every transcendental function comes from `libm`, so that the same bits come out natively and in
//! every browser.

pub mod arrivals;
pub mod billing;
pub mod calendar;
mod costs;
pub mod deal_plan;
pub mod duration;
pub mod flows;
mod gamma;
pub mod lead_pieces;
pub mod opening;
pub mod report;
mod simulator;
pub mod stage_flow;
pub mod stage_months;
pub mod stage_plan;
pub mod stochastic;
pub mod timing;
pub mod waiting_line;
pub mod waits;

pub use flows::Flows;
pub use report::{ExpectedRun, Metrics, MonthReport, Totals};
pub use simulator::{Keeps, Simulator};
pub use stochastic::Stochastic;
pub use stochastic::ledger::StageBook;
pub use stochastic::outcomes::Outcomes;
pub use stochastic::report::{Period, StochasticReport, Summary, percentile};
pub use stochastic::station::StationDays;
pub use stochastic::uncertain::is_uncertain;

/// A count as a number to calculate with; exact, since no horizon has 2^53 days.
#[must_use]
#[allow(clippy::cast_precision_loss)]
pub fn count(units: usize) -> f64 {
    units as f64
}
