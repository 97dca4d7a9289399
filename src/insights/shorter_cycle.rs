//! A shorter sales cycle, honestly: what it brings once, what it changes for good, and what the velocity formula claims.

use super::comparison::NOTHING;
use super::stage_facts::bookings_of_a_win;
use crate::engine::{ExpectedRun, MonthReport, Simulator};
use crate::model::{Document, Lever};

/// Months that the pipeline runs on after the horizon for the last of its leads to be won or lost.
const RUN_OUT: u32 = 60;

/// What a shorter cycle changes within the horizon, against the pipeline as it is.
///
/// A deal that is won more is either one that would have been won later anyway: that is had **once**, however long the
/// horizon. Or one that would have gone cold or stale in a line: that is gained **for good**. To tell them apart the leads
/// stop with the horizon and the pipeline runs on: for good = wins in the end, with − without, as far as it is part of
/// what is won more within the horizon; once = the rest of that. What is pulled forward only to be lost in a full line
/// is neither. Without a limit nobody stands in a line, and nothing is for good.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShorterCycle {
    /// Deals won more, pulled forward from after the horizon.
    pub once: f64,
    /// Deals won more that would not have been won at all; below 0 where fewer are won, because lines get worse.
    pub for_good: f64,
    /// What a deal won is worth in bookings.
    pub deal_worth: f64,
    /// Money received more within the horizon.
    pub cash: f64,
    /// Days from the first contact to the win, waiting included, as things are.
    pub cycle_days: f64,
    /// The same with the shorter cycle.
    pub new_cycle_days: f64,
    /// Days by which the first cash of a deal comes earlier.
    pub days_earlier: f64,
    /// Bookings as things are, from the month in which the cycle gets shorter.
    pub bookings: f64,
    /// The bookings on top, for good, that the velocity formula (open deals × win rate × deal size ÷ cycle) claims:
    /// bookings × (cycle ÷ new cycle − 1). None where nothing is left of the cycle.
    pub velocity_claims: Option<f64>,
}

impl ShorterCycle {
    /// Bookings on top within the horizon: what is true of the formula's claim.
    #[must_use]
    pub fn brings(&self) -> f64 {
        (self.once + self.for_good) * self.deal_worth
    }
}

/// What `levers`, which make stages shorter, change; four runs.
pub fn shorter_cycle(
    simulator: &mut Simulator,
    document: &Document,
    levers: &[Lever],
) -> ShorterCycle {
    let run = simulator.expected(document, &[]);
    let shorter = simulator.expected(document, levers);
    let in_the_end = [&[][..], levers].map(|levers| wins_in_the_end(simulator, document, levers));
    let [before, after] = in_the_end;

    let more = difference(shorter.totals.won, run.totals.won);
    let for_good = difference(after, before).clamp(more.min(0.0), more.max(0.0));
    let (cycle_days, new_cycle_days) = (run.metrics.cycle_days, shorter.metrics.cycle_days);
    let bookings = bookings_from(start(levers), &run);
    let claims = bookings * (cycle_days / new_cycle_days - 1.0);
    ShorterCycle {
        once: more - for_good,
        for_good,
        deal_worth: bookings_of_a_win(document),
        cash: shorter.totals.cash - run.totals.cash,
        cycle_days,
        new_cycle_days,
        days_earlier: run.metrics.time_to_revenue_days - shorter.metrics.time_to_revenue_days,
        bookings,
        velocity_claims: (new_cycle_days > 0.0)
            .then_some(claims)
            .filter(|claims| claims.is_finite()),
    }
}

/// Deals that the leads of the horizon bring in the end, however late; where no stage is limited all of them come to
/// the same, whatever the days.
pub(super) fn wins_in_the_end(
    simulator: &mut Simulator,
    document: &Document,
    levers: &[Lever],
) -> f64 {
    let mut stages = document.stages.iter();
    let is_limited = stages.any(|stage| stage.capacity_per_month.is_some());
    let levers = if is_limited { levers } else { &[] };
    simulator.won_in_the_end(document, levers, RUN_OUT)
}

/// A difference, or nothing where it is rounding.
fn difference(after: f64, before: f64) -> f64 {
    let difference = after - before;
    if difference.abs() > NOTHING * after.max(before) {
        difference
    } else {
        0.0
    }
}

/// The first month in which a lever acts.
fn start(levers: &[Lever]) -> f64 {
    let starts = levers.iter().map(|lever| lever.start_month.get());
    starts.fold(f64::INFINITY, f64::min)
}

fn bookings_from(start: f64, run: &ExpectedRun) -> f64 {
    let months = run.months.iter().zip(0_u32..);
    let acting = months.filter(|(_, month)| f64::from(*month) >= start);
    let bookings = |(month, _): (&MonthReport, u32)| month.bookings;
    acting.map(bookings).sum()
}
