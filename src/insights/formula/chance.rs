//! What is counted over the trials.

use super::{Expression, Figure, Line, Situation, SpreadOf, Sum, Term};
use crate::engine::{Period, Summary, count};
use crate::model::Objective;

/// Where the trials' tenths and their middle lie among the sorted ones (type 7 of Hyndman & Fan 1996,
/// doi 10.2307/2684934), and the mean; none before the trials are played, or of no such months.
pub(super) fn spread(situation: Situation<'_>, of: SpreadOf) -> Option<Vec<Line>> {
    let report = &situation.certainty?.baseline;
    let trials = count(report.trials);
    let period = match of {
        SpreadOf::Horizon => &report.totals,
        SpreadOf::Month(at) => report.months.get(at)?,
        SpreadOf::Quarter(at) => report.quarters.get(at)?,
        SpreadOf::Year(at) => report.years.get(at)?,
    };
    if trials < 1.0 {
        return None;
    }
    let (sum, summary) = shown(situation.view.objective, period);
    let mean = Line {
        result: Term::new(Figure::Mean(sum), summary.mean),
        expression: Figure::Together(sum)
            .is(summary.mean * trials)
            .over(Figure::Trials.is(trials)),
    };
    let tenths = [(1, summary.p10), (5, summary.p50), (9, summary.p90)];
    let tenths = tenths.into_iter().flat_map(|(tenth, value)| {
        let steps = Figure::Trials.is(trials).less(Figure::Number.is(1.0));
        let share = Figure::Number.is(f64::from(tenth) / 10.0);
        let place = Expression::product([steps, share]).plus(Figure::Number.is(1.0));
        let at = Line {
            result: Term::new(Figure::Tenth(tenth, sum), value),
            expression: Figure::AtPlace(sum).is(value),
        };
        let place = Line {
            result: Term::new(Figure::Place(tenth), place.value()),
            expression: place,
        };
        [at, place]
    });
    Some(std::iter::once(mean).chain(tenths).collect())
}

/// What is drawn of the trials: won deals where the value is to be raised, which no month has.
const fn shown(objective: Objective, period: &Period) -> (Sum, Summary) {
    match objective {
        Objective::Won | Objective::Value => (Sum::Won, period.won),
        Objective::Bookings => (Sum::Bookings, period.bookings),
        Objective::Cash => (Sum::Cash, period.cash),
        Objective::Profit => (Sum::Profit, period.profit),
    }
}

/// In how many of the trials the target is reached; none without a target.
pub(super) fn target_reached(situation: Situation<'_>) -> Option<Vec<Line>> {
    let certainty = situation.certainty?;
    let share = certainty.target_reached_in?;
    let trials = count(certainty.baseline.trials);
    Some(vec![share_reaching(share * trials, trials)])
}

/// So many of so many trials; none of no trials.
pub(super) fn reached(reaching: u32, trials: u32) -> Option<Vec<Line>> {
    (trials > 0).then(|| vec![share_reaching(f64::from(reaching), f64::from(trials))])
}

fn share_reaching(reaching: f64, trials: f64) -> Line {
    Line {
        result: Term::new(Figure::TargetReachedIn, reaching / trials),
        expression: Figure::TrialsReaching
            .is(reaching)
            .over(Figure::Trials.is(trials)),
    }
}
