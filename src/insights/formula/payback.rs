//! What the planned change costs and brings back, against the pipeline as it is.

use super::{Expression, Figure, Line, Situation, Sum, Term};
use crate::engine::{ExpectedRun, Simulator};
use crate::insights::payback::{Payback, Repaid, payback};
use crate::model::Document;

/// A number of the payback. Months are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaybackFact {
    /// The month in which it has paid back.
    Month,
    /// How much has to be laid out at most.
    LaidOut,
    /// What is gained by profit by the end of a month.
    ProfitBy(usize),
    /// The same by cash less cost.
    NetCashBy(usize),
    /// What is gained by value over the horizon.
    Value,
    /// The most that it may cost a month.
    MayCostPerMonth,
    /// The most that it may cost once instead.
    MayCostOnce,
}

impl PaybackFact {
    /// The fact of a name, such as "month" or "profitBy[3]".
    pub(super) fn from_id(id: &str) -> Option<Self> {
        if let Some((name, month)) = id.split_once('[') {
            let month = month.strip_suffix(']')?.parse().ok()?;
            return Some(match name {
                "profitBy" => Self::ProfitBy(month),
                "netCashBy" => Self::NetCashBy(month),
                _ => return None,
            });
        }
        Some(match id {
            "month" => Self::Month,
            "laidOut" => Self::LaidOut,
            "value" => Self::Value,
            "mayCostPerMonth" => Self::MayCostPerMonth,
            "mayCostOnce" => Self::MayCostOnce,
            _ => return None,
        })
    }
}

/// A number of the planned change's payback; none where there is no such number.
pub(super) fn fact(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    fact: PaybackFact,
) -> Option<Vec<Line>> {
    let Situation {
        document, planned, ..
    } = situation;
    let sides = Sides {
        document,
        found: payback(simulator, document, planned),
        today: simulator.expected(document, &[]),
        with: simulator.expected(document, planned),
    };
    let last = sides.found.months.len().checked_sub(1)?;
    match fact {
        PaybackFact::Month => sides.month(),
        PaybackFact::LaidOut => sides.laid_out(),
        PaybackFact::ProfitBy(month) => sides.profit_by(month),
        PaybackFact::NetCashBy(month) => {
            let sum = sides.found.months.get(month)?.cumulated_cash;
            let result = Term::new(Figure::NetCashBy(month), sum);
            let net = [false, true].map(|today| sides.net_cash(month, today));
            let [with, today] = net;
            let expression = with.less(today);
            Some(vec![Line { result, expression }])
        }
        PaybackFact::Value => Some(vec![sides.ahead(Sum::Value, last, sides.found.value)]),
        PaybackFact::MayCostPerMonth => sides.may_cost_per_month(last),
        PaybackFact::MayCostOnce => sides.may_cost_once(last),
    }
}

/// The pipeline without and with the planned change.
struct Sides<'a> {
    document: &'a Document,
    found: Payback,
    today: ExpectedRun,
    with: ExpectedRun,
}

impl Sides<'_> {
    /// That it is not behind in the month, and was in the one before.
    fn month(&self) -> Option<Vec<Line>> {
        let Repaid::In(month) = self.found.repaid else {
            return None;
        };
        let mut lines = self.profit_by(month)?;
        let before = month.checked_sub(1);
        lines.extend(
            before
                .and_then(|before| self.profit_by(before))
                .into_iter()
                .flatten(),
        );
        Some(lines)
    }

    fn profit_by(&self, month: usize) -> Option<Vec<Line>> {
        let profit = self.found.months.get(month)?.cumulated_profit;
        let margin = || Figure::GrossMargin.is(self.document.deal.gross_margin.get());
        let side = |today| {
            let earned = margin().times(self.by(Sum::Cash, month, today));
            Line {
                result: Term::new(
                    figure(Sum::Profit, month, today),
                    self.sum(Sum::Profit, month, today),
                ),
                expression: earned.less(self.by(Sum::Cost, month, today)),
            }
        };
        Some(vec![
            self.ahead(Sum::Profit, month, profit),
            side(false),
            side(true),
        ])
    }

    fn laid_out(&self) -> Option<Vec<Line>> {
        let month = self.found.peak_month?;
        let result = Term::new(Figure::LaidOutBy(month), self.found.peak_cash_need);
        let [with, today] = [false, true].map(|today| self.net_cash(month, today));
        let expression = today.less(with);
        Some(vec![Line { result, expression }])
    }

    fn may_cost_once(&self, last: usize) -> Option<Vec<Line>> {
        let result = Term::new(Figure::MayCostOnce, self.found.may_cost?.once);
        let mut lines = vec![Line {
            result,
            expression: Figure::AheadBy(Sum::Profit, last)
                .is(self.found.profit)
                .plus(Figure::LeversCost.is(self.found.own_costs))
                .without_nothing(),
        }];
        lines.extend(self.profit_by(last)?);
        Some(lines)
    }

    fn may_cost_per_month(&self, last: usize) -> Option<Vec<Line>> {
        let most = self.found.may_cost?;
        let months = Figure::MonthsActing.is(self.found.months_acting);
        let mut lines = vec![Line {
            result: Term::new(Figure::MayCostPerMonth, most.per_month),
            expression: Figure::MayCostOnce.is(most.once).over(months),
        }];
        lines.extend(self.may_cost_once(last)?);
        Some(lines)
    }

    /// One sum with the change less the same without it.
    fn ahead(&self, sum: Sum, month: usize, ahead: f64) -> Line {
        Line {
            result: Term::new(Figure::AheadBy(sum, month), ahead),
            expression: self.by(sum, month, false).less(self.by(sum, month, true)),
        }
    }

    fn net_cash(&self, month: usize, today: bool) -> Expression {
        self.by(Sum::Cash, month, today)
            .less(self.by(Sum::Cost, month, today))
    }

    /// A sum by the end of a month, as things are or with the change.
    fn by(&self, sum: Sum, month: usize, today: bool) -> Expression {
        figure(sum, month, today).is(self.sum(sum, month, today))
    }

    fn sum(&self, sum: Sum, month: usize, today: bool) -> f64 {
        let run = if today { &self.today } else { &self.with };
        sum_by(self.document, run, sum, month)
    }
}

fn figure(sum: Sum, month: usize, today: bool) -> Figure {
    if today {
        Figure::TodayBy(sum, month)
    } else {
        Figure::PlannedBy(sum, month)
    }
}

/// A sum of a run by the end of a month.
pub(super) fn sum_by(document: &Document, run: &ExpectedRun, sum: Sum, month: usize) -> f64 {
    let margin = document.deal.gross_margin.get();
    let months = run.months.iter().take(month + 1);
    months
        .map(|month| match sum {
            Sum::Leads => month.leads,
            Sum::Won => month.won,
            Sum::Bookings => month.bookings,
            Sum::Cash => month.cash,
            Sum::Cost => month.cost,
            Sum::Profit => margin * month.cash - month.cost,
            Sum::Value => month.value,
        })
        .sum()
}
