//! What happens at each stage over the horizon: who is lost there, what that is worth, how busy it is.

use crate::engine::{ExpectedRun, Simulator, count};
use crate::model::{Billing, Document, Number};

/// One stage over the horizon. Units that are lost, and units in work, are valued at what they would bring
/// on average: the conversions still before them × the bookings of a win.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageFacts {
    /// Units that started and did not advance, by the day they left.
    pub lost: f64,
    /// Units that went cold, or were thrown away, while they waited.
    pub went_cold: f64,
    /// What all of those were worth: the lost at the later conversions, those gone cold at this one as well.
    pub bookings_lost: f64,
    /// Units in work, mean over the ends of the months.
    pub in_work: f64,
    /// What those are worth: at this and the later conversions.
    pub bookings_in_work: f64,
    /// Units in line, mean over the ends of the months.
    pub waiting: f64,
    /// Units started ÷ what the limit allows; none without a limit, or with one of 0.
    pub utilisation: Option<f64>,
}

/// The facts of each stage, in order; waiting's cost to the conversion is left out of what units are worth.
pub fn stage_facts(simulator: &mut Simulator, document: &Document) -> Vec<StageFacts> {
    let run = simulator.expected(document, &[]);
    let of_a_win = bookings_of_a_win(document);
    let mut worth_after = of_a_win;
    let mut facts: Vec<StageFacts> = Vec::with_capacity(document.stages.len());
    for place in (0..document.stages.len()).rev() {
        let conversion = document
            .stages
            .get(place)
            .map_or(0.0, |stage| stage.conversion.middle());
        let worth_here = worth_after * conversion;
        facts.push(facts_of(document, &run, place, worth_here, worth_after));
        worth_after = worth_here;
    }
    facts.reverse();
    facts
}

fn facts_of(
    document: &Document,
    run: &ExpectedRun,
    stage: usize,
    worth_here: f64,
    worth_after: f64,
) -> StageFacts {
    let at = |list: &[f64]| list.get(stage).copied().unwrap_or_default();
    let months = count(run.months.len().max(1));
    let sum = |of: fn(&crate::engine::MonthReport) -> &[f64]| -> f64 {
        run.months.iter().map(|month| at(of(month))).sum()
    };
    let lost = sum(|month| &month.lost);
    let went_cold = sum(|month| &month.went_cold);
    let in_work = sum(|month| &month.in_work) / months;
    let limit = document
        .stages
        .get(stage)
        .and_then(|stage| stage.capacity_per_month)
        .map(Number::get)
        .filter(|limit| *limit > 0.0);
    StageFacts {
        lost,
        went_cold,
        bookings_lost: lost * worth_after + went_cold * worth_here,
        in_work,
        bookings_in_work: in_work * worth_here,
        waiting: sum(|month| &month.waiting) / months,
        utilisation: limit.map(|limit| sum(|month| &month.started) / (limit * months)),
    }
}

/// Deal size, or the price of a month × the months of the contract.
pub(super) fn bookings_of_a_win(document: &Document) -> f64 {
    let size = document.deal.size.middle();
    match &document.deal.billing {
        Billing::OneOff(_) => size,
        Billing::Recurring(billing) => size * billing.contract_months.get(),
    }
}
