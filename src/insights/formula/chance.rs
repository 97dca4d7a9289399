//! What is counted over the trials.

use super::{Expression, Figure, Line, Situation, Sum, Term};
use crate::engine::{Period, count};
use crate::model::Objective;

/// Where the tenths of the trials lie among the sorted ones (type 7 of Hyndman & Fan 1996, doi 10.2307/2684934), and
/// the mean; none before the trials are played.
pub(super) fn spread(situation: Situation<'_>) -> Option<Vec<Line>> {
    let report = &situation.certainty?.baseline;
    let trials = count(report.trials);
    if trials < 1.0 {
        return None;
    }
    let place = |figure, share: f64| {
        let steps = Figure::Trials.is(trials).less(Figure::Number.is(1.0));
        let expression = Expression::product([steps, Figure::Number.is(share)]);
        Line {
            result: Term::new(figure, expression.value() + 1.0),
            expression: expression.plus(Figure::Number.is(1.0)),
        }
    };
    let (sum, mean) = shown(situation.objective, &report.totals);
    Some(vec![
        Line {
            result: Term::new(Figure::Mean(sum), mean),
            expression: Figure::Together(sum)
                .is(mean * trials)
                .over(Figure::Trials.is(trials)),
        },
        place(Figure::PlaceBelow, 0.1),
        place(Figure::PlaceAbove, 0.9),
    ])
}

/// What is drawn of the trials: won deals where the value is to be raised, which no month has.
const fn shown(objective: Objective, totals: &Period) -> (Sum, f64) {
    match objective {
        Objective::Won | Objective::Value => (Sum::Won, totals.won.mean),
        Objective::Bookings => (Sum::Bookings, totals.bookings.mean),
        Objective::Cash => (Sum::Cash, totals.cash.mean),
        Objective::Profit => (Sum::Profit, totals.profit.mean),
    }
}

/// In how many of the trials the target is reached; none without a target.
pub(super) fn target_reached(situation: Situation<'_>) -> Option<Vec<Line>> {
    let certainty = situation.certainty?;
    let share = certainty.target_reached_in?;
    let trials = count(certainty.baseline.trials);
    Some(vec![Line {
        result: Term::new(Figure::TargetReachedIn, share),
        expression: Figure::TrialsReaching
            .is(share * trials)
            .over(Figure::Trials.is(trials)),
    }])
}
