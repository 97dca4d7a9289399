//! When a change has paid back what it costs, and how much has to be laid out until then.

use super::comparison::NOTHING;
use crate::engine::{ExpectedRun, MonthReport, Simulator};
use crate::model::{Document, Lever};

/// Whether and when a change has paid back what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repaid {
    /// From the month on, counted from 0, in which the cumulated profit against the baseline is not negative and stays
    /// so to the end of the horizon.
    In(usize),
    /// Not within the horizon.
    Never,
    /// The change changes no month's money.
    ChangesNothing,
}

/// Money of one month, with the change less without it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PaybackMonth {
    /// Gross margin × cash − cost.
    pub profit: f64,
    /// The same, summed up from the first month to this one.
    pub cumulated_profit: f64,
    /// Cash received − costs paid, summed up from the first month to this one.
    pub cumulated_cash: f64,
}

/// What a change may cost so that it has paid back by the end of the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MayCost {
    /// The most a month, from the month in which it starts, with nothing to be paid once.
    pub per_month: f64,
    /// The most that may be paid once instead, with nothing to be paid a month.
    pub once: f64,
}

/// What a change costs and brings back, against the pipeline as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Payback {
    /// When it has paid back.
    pub repaid: Repaid,
    /// One entry a month.
    pub months: Vec<PaybackMonth>,
    /// How much has to be laid out at most: the deepest point of the cumulated cash, as a positive number; 0 where it
    /// never is below 0.
    pub peak_cash_need: f64,
    /// The month, counted from 0, at whose end that is; none where nothing has to be laid out.
    pub peak_month: Option<usize>,
    /// What is gained by profit over the horizon, after the change's own costs.
    pub profit: f64,
    /// The same by value.
    pub value: f64,
    /// The change's own costs over the horizon, which are paid in it.
    pub own_costs: f64,
    /// The months of the horizon in which it acts.
    pub months_acting: f64,
    /// What it may cost at most; none where it brings nothing back before its costs.
    pub may_cost: Option<MayCost>,
}

/// Runs `document` without and with `levers`, whose costs are those of the change.
pub fn payback(simulator: &mut Simulator, document: &Document, levers: &[Lever]) -> Payback {
    let before = simulator.expected(document, &[]);
    let after = simulator.expected(document, levers);
    let margin = document.deal.gross_margin.get();
    let rounding = NOTHING * turnover(&before).max(turnover(&after));
    let months = differences(&before.months, &after.months, margin);
    let (peak_cash_need, peak_month) = deepest(&months, rounding);
    let profit = after.totals.profit - before.totals.profit;
    let own_costs = after.totals.levers_cost;
    let starts = levers.iter().map(|lever| lever.start_month.get());
    let months_acting = (document.months.get() - starts.fold(f64::INFINITY, f64::min)).max(0.0);
    Payback {
        repaid: repaid(&months, rounding),
        peak_cash_need,
        peak_month,
        profit,
        value: after.totals.value - before.totals.value,
        own_costs,
        months_acting,
        may_cost: may_cost(profit + own_costs, months_acting, rounding),
        months,
    }
}

/// The money that moves over the horizon, by which its rounding is measured.
pub(super) fn turnover(run: &ExpectedRun) -> f64 {
    run.totals.cash + run.totals.cost
}

/// The months' money of `after` less that of `before`.
pub(super) fn differences(
    before: &[MonthReport],
    after: &[MonthReport],
    margin: f64,
) -> Vec<PaybackMonth> {
    let pairs = before.iter().zip(after);
    pairs
        .scan(PaybackMonth::default(), |sums, (before, after)| {
            let (cash, cost) = (after.cash - before.cash, after.cost - before.cost);
            let profit = margin * cash - cost;
            *sums = PaybackMonth {
                profit,
                cumulated_profit: sums.cumulated_profit + profit,
                cumulated_cash: sums.cumulated_cash + cash - cost,
            };
            Some(*sums)
        })
        .collect()
}

/// Whether and when the months' differences have paid back; less than `rounding` is nothing.
pub(super) fn repaid(months: &[PaybackMonth], rounding: f64) -> Repaid {
    let is_nothing = |month: &PaybackMonth| {
        month.profit.abs() <= rounding && month.cumulated_cash.abs() <= rounding
    };
    if months.iter().all(is_nothing) {
        return Repaid::ChangesNothing;
    }
    let is_behind = |month: &PaybackMonth| month.cumulated_profit < -rounding;
    let first = months
        .iter()
        .rposition(is_behind)
        .map_or(0, |last| last + 1);
    if first < months.len() {
        Repaid::In(first)
    } else {
        Repaid::Never
    }
}

/// How much has to be laid out at most, and by the end of which month.
fn deepest(months: &[PaybackMonth], rounding: f64) -> (f64, Option<usize>) {
    let mut deepest = (0.0, None);
    for (place, month) in months.iter().enumerate() {
        let laid_out = -month.cumulated_cash;
        if laid_out > rounding && laid_out > deepest.0 {
            deepest = (laid_out, Some(place));
        }
    }
    deepest
}

/// What comes back before the change's own costs is the most that it may cost: it is paid back at the end then.
fn may_cost(comes_back: f64, months_acting: f64, rounding: f64) -> Option<MayCost> {
    let pays = comes_back > rounding && months_acting > 0.0;
    pays.then(|| MayCost {
        per_month: comes_back / months_acting,
        once: comes_back,
    })
}
