//! What a planned shorter cycle brings once, and what it changes for good.

use super::payback::sum_by;
use super::{Expression, Figure, Line, Situation, Sum, Term};
use crate::engine::Simulator;
use crate::insights::comparison::NOTHING;
use crate::insights::shorter_cycle::{ShorterCycle, shorter_cycle, wins_in_the_end};
use crate::model::{Billing, Document};

/// A number of a shorter cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShorterFact {
    /// Deals won once.
    Once,
    /// Their bookings.
    OnceWorth,
    /// Deals won for good.
    ForGood,
    /// Money received more.
    Cash,
    /// Days by which the first cash comes earlier.
    DaysEarlier,
    /// What the velocity formula claims.
    VelocityClaims,
}

impl ShorterFact {
    /// The fact of a name, such as "once".
    pub(super) fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "once" => Self::Once,
            "onceWorth" => Self::OnceWorth,
            "forGood" => Self::ForGood,
            "cash" => Self::Cash,
            "daysEarlier" => Self::DaysEarlier,
            "velocityClaims" => Self::VelocityClaims,
            _ => return None,
        })
    }
}

/// A number of the planned shorter cycle; none where there is no such number.
pub(super) fn fact(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    fact: ShorterFact,
) -> Option<Vec<Line>> {
    let Situation {
        document, planned, ..
    } = situation;
    let found = shorter_cycle(simulator, document, planned);
    let line = |figure, value, expression| Line {
        result: Term::new(figure, value),
        expression,
    };
    let for_good = for_good(simulator, situation, &found);
    let once = once(simulator, situation, &found);
    Some(match fact {
        ShorterFact::Once => vec![once, for_good],
        ShorterFact::OnceWorth => {
            let worth = worth(document, Figure::Once.is(found.once));
            let worth = line(Figure::OnceWorth, found.once * found.deal_worth, worth);
            vec![worth, once, for_good]
        }
        ShorterFact::ForGood => vec![for_good],
        ShorterFact::Cash => vec![more_cash(simulator, situation, &found)?],
        ShorterFact::DaysEarlier => vec![days_earlier(simulator, situation, &found)],
        ShorterFact::VelocityClaims => {
            let ratio = Figure::Cycle
                .is(found.cycle_days)
                .over(Figure::PlannedCycle.is(found.new_cycle_days));
            let more = ratio.less(Figure::Number.is(1.0));
            let bookings = Figure::BookingsActing.is(found.bookings);
            let claims = found.velocity_claims?;
            vec![line(Figure::VelocityClaims, claims, bookings.times(more))]
        }
    })
}

/// What would not have been won at all: the wins in the end, with the change and without, as far as it is part of
/// what is won more.
fn for_good(simulator: &mut Simulator, situation: Situation<'_>, found: &ShorterCycle) -> Line {
    let (document, planned) = (situation.document, situation.planned);
    let today = wins_in_the_end(simulator, document, &[]);
    let with = wins_in_the_end(simulator, document, planned);
    let in_the_end = Figure::WonInTheEndPlanned
        .is(with)
        .less(Figure::WonInTheEnd.is(today));
    let is_part = (in_the_end.value() - found.for_good).abs() <= NOTHING * with.max(today);
    let expression = if is_part {
        in_the_end
    } else if found.for_good == 0.0 {
        Figure::Number.is(0.0)
    } else {
        won_more(simulator, situation)
    };
    Line {
        result: Term::new(Figure::ForGood, found.for_good),
        expression,
    }
}

/// What is won more within the horizon, but for that.
fn once(simulator: &mut Simulator, situation: Situation<'_>, found: &ShorterCycle) -> Line {
    let more = won_more(simulator, situation);
    Line {
        result: Term::new(Figure::Once, found.once),
        expression: more
            .less(Figure::ForGood.is(found.for_good))
            .without_nothing(),
    }
}

/// Wins within the horizon, with the change and without.
fn won_more(simulator: &mut Simulator, situation: Situation<'_>) -> Expression {
    let (document, planned) = (situation.document, situation.planned);
    let last = (document.months.whole() as usize).saturating_sub(1);
    let mut won = |levers| simulator.totals(document, levers).won;
    let with = Figure::PlannedBy(Sum::Won, last).is(won(planned));
    with.less(Figure::TodayBy(Sum::Won, last).is(won(&[])))
}

/// What so many deals are worth in bookings.
fn worth(document: &Document, deals: Expression) -> Expression {
    let size = deals.times(Figure::DealSize.is(document.deal.size.middle()));
    match document.deal.billing {
        Billing::OneOff(_) => size,
        Billing::Recurring(recurring) => {
            size.times(Figure::ContractMonths.is(recurring.contract_months.get()))
        }
    }
}

fn more_cash(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    found: &ShorterCycle,
) -> Option<Line> {
    let document = situation.document;
    let last = (document.months.whole() as usize).checked_sub(1)?;
    let mut by = |levers| {
        let run = simulator.expected(document, levers);
        sum_by(document, &run, Sum::Cash, last)
    };
    let with = Figure::PlannedBy(Sum::Cash, last).is(by(situation.planned));
    let today = Figure::TodayBy(Sum::Cash, last).is(by(&[]));
    Some(Line {
        result: Term::new(Figure::AheadBy(Sum::Cash, last), found.cash),
        expression: with.less(today),
    })
}

fn days_earlier(simulator: &mut Simulator, situation: Situation<'_>, found: &ShorterCycle) -> Line {
    let mut days = |levers| {
        let run = simulator.expected(situation.document, levers);
        run.metrics.time_to_revenue_days
    };
    let today = Figure::TimeToRevenue.is(days(&[]));
    let with = Figure::FirstCashThen.is(days(situation.planned));
    Line {
        result: Term::new(Figure::DaysLess, found.days_earlier),
        expression: today.less(with),
    }
}
