//! A stage whose line never ends.

use crate::engine::{ExpectedRun, MonthReport, Simulator};
use crate::model::{Change, Document, Number, WaitingOrder};

/// More has to come than this share above the capacity: less is the unevenness of months.
const UNEVENNESS: f64 = 1e-3;

/// A stage that gets more than it can start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overload {
    /// The stage, counted from 0.
    pub stage: usize,
    /// Units that wait for it when the horizon ends.
    pub waiting_at_end: f64,
    /// Mean wait over the horizon: unit-days in line ÷ units started; none where nobody started.
    pub mean_wait_days: Option<f64>,
    /// Units won a month if its line were worked newest first.
    pub wins_if_newest_first: f64,
}

/// The first stage of the baseline whose line does not end: units wait at the end of the horizon, and in
/// its last quarter more came than could start. The gone cold came too, so that a line which only
/// impatience keeps short counts as well.
pub fn overload(
    simulator: &mut Simulator,
    document: &Document,
    baseline: &ExpectedRun,
) -> Option<Overload> {
    let stage = (0..document.stages.len())
        .find(|&stage| is_overloaded(document, stage, &baseline.months))?;
    let flows = simulator.flows(document, &[]);
    let flow = flows.stages.get(stage)?;
    let started: f64 = flow.started.iter().sum();
    let waited: f64 = flow.waiting.iter().sum();
    let newest_first = Change::WaitingOrder {
        stage,
        to: WaitingOrder::NewestFirst,
    };
    let reordered = simulator.totals(document, &[newest_first.at_once()]);
    Some(Overload {
        stage,
        waiting_at_end: flow.waiting.last().copied().unwrap_or_default(),
        mean_wait_days: (started > 0.0).then(|| waited / started),
        wins_if_newest_first: reordered.won / document.months.get(),
    })
}

fn is_overloaded(document: &Document, stage: usize, months: &[MonthReport]) -> bool {
    let capacity = document.stages.get(stage);
    let Some(capacity) = capacity.and_then(|stage| stage.capacity_per_month) else {
        return false;
    };
    let of = |list: &[f64]| list.get(stage).copied().unwrap_or_default();
    let waiting_at_end = months.last().map_or(0.0, |month| of(&month.waiting));
    let (before, quarter) = months.split_at(months.len() - months.len().div_ceil(4));
    let waiting_before = before.last().map_or(0.0, |month| of(&month.waiting));
    let left_the_line: f64 = quarter
        .iter()
        .map(|month| of(&month.started) + of(&month.went_cold))
        .sum();
    let came = left_the_line + waiting_at_end - waiting_before;
    let can_start = Number::get(capacity) * crate::engine::count(quarter.len());
    waiting_at_end > 0.0 && came > can_start * (1.0 + UNEVENNESS)
}
