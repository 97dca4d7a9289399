//! What scenarios come to, side by side.

use super::{Expression, Figure, Line, Metric, Run, Situation, Sum, Term, Way, payback, total};
use crate::engine::{MonthReport, Simulator};
use crate::insights::PaybackFact;

/// What is compared of scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// A sum over the horizon.
    Sum(Sum),
    /// A ratio or a duration.
    Metric(Metric),
}

/// A number of scenarios side by side. They and months are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScenarioFact {
    /// How much more a scenario comes to than the pipeline as it is.
    More(usize, Compared),
    /// How much more the first scenario brings than the second.
    Ahead(usize, usize, Sum),
    /// When a scenario's costs have come back.
    RepaidIn(usize),
    /// The objective of one of the runs, summed up to the end of a month.
    SummedUp(Way, usize),
}

impl Compared {
    /// What is compared under a name such as "won" or "cycle".
    pub(super) fn from_id(id: &str) -> Option<Self> {
        let metric = || Metric::from_id(id).map(Self::Metric);
        total(id).map(Self::Sum).or_else(metric)
    }

    fn of(self, run: &Run<'_>) -> Option<f64> {
        let metrics = &run.run.metrics;
        match self {
            Self::Sum(sum) => Some(sum.of(&run.run.totals)),
            Self::Metric(metric) => metric.of(metrics),
        }
    }

    fn lines(self, run: &Run<'_>, simulator: &mut Simulator) -> Vec<Line> {
        match self {
            Self::Sum(sum) => run.sum(simulator, sum),
            Self::Metric(metric) => run.metric(metric).unwrap_or_default(),
        }
    }
}

impl ScenarioFact {
    /// The fact of a scenario by its name, such as "more.won", "ahead[1].cash", "repaidIn" or "summedUp[3]".
    pub(super) fn from_id(way: Way, id: &str) -> Option<Self> {
        if let Some(month) = id.strip_prefix("summedUp[") {
            return Some(Self::SummedUp(way, month.strip_suffix(']')?.parse().ok()?));
        }
        let Way::Scenario(place) = way else {
            return None;
        };
        if let Some(compared) = id.strip_prefix("more.") {
            return Some(Self::More(place, Compared::from_id(compared)?));
        }
        if let Some(ahead) = id.strip_prefix("ahead[") {
            let (other, sum) = ahead.split_once("].")?;
            return Some(Self::Ahead(place, other.parse().ok()?, total(sum)?));
        }
        (id == "repaidIn").then_some(Self::RepaidIn(place))
    }
}

/// A number of scenarios; none where there is no such scenario or nothing to say.
pub(super) fn fact(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    fact: ScenarioFact,
) -> Option<Vec<Line>> {
    match fact {
        ScenarioFact::More(place, compared) => {
            let [today, with] = sides(simulator, situation, place)?;
            let mut lines = vec![more(place, compared, &today, &with)?];
            lines.extend(compared.lines(&with, simulator));
            Some(lines)
        }
        ScenarioFact::Ahead(place, other, sum) => {
            let compared = Compared::Sum(sum);
            let [today, with] = sides(simulator, situation, place)?;
            let [_, against] = sides(simulator, situation, other)?;
            let lines = [
                more(place, compared, &today, &with)?,
                more(other, compared, &today, &against)?,
            ];
            let [first, second] = lines.each_ref().map(|line| line.result);
            let ahead = Line {
                result: Term::new(Figure::ScenarioAhead(sum), first.value - second.value),
                expression: Expression::Term(first).less(Expression::Term(second)),
            };
            Some(std::iter::once(ahead).chain(lines).collect())
        }
        ScenarioFact::RepaidIn(place) => {
            let scenario = situation.document.scenarios.get(place)?;
            let planned = Situation {
                planned: &scenario.levers,
                ..situation
            };
            payback::fact(simulator, planned, PaybackFact::Month)
        }
        ScenarioFact::SummedUp(way, month) => {
            let run = Run::of(simulator, situation, way)?;
            summed_up(&run, Sum::from(situation.view.objective), month)
        }
    }
}

/// The pipeline as it is, and with a scenario.
fn sides<'a>(
    simulator: &mut Simulator,
    situation: Situation<'a>,
    place: usize,
) -> Option<[Run<'a>; 2]> {
    let with = Run::of(simulator, situation, Way::Scenario(place))?;
    Some([Run::new(simulator, situation, Way::Today), with])
}

fn more(place: usize, compared: Compared, today: &Run<'_>, with: &Run<'_>) -> Option<Line> {
    let (before, after) = (compared.of(today)?, compared.of(with)?);
    let before_it = Figure::ComparedToday(compared).is(before);
    Some(Line {
        result: Term::new(Figure::ScenarioMore(place, compared), after - before),
        expression: Figure::Scenario(place, compared).is(after).less(before_it),
    })
}

/// What there was by the end of the month before, and what the month brings.
fn summed_up(run: &Run<'_>, sum: Sum, month: usize) -> Option<Vec<Line>> {
    let report = run.run.months.get(month)?;
    let margin = run.document.deal.gross_margin.get();
    let of = |report: &MonthReport| match sum {
        Sum::Leads => report.leads,
        Sum::Won => report.won,
        Sum::Bookings => report.bookings,
        Sum::Cash => report.cash,
        Sum::Cost => report.cost,
        Sum::Profit => margin * report.cash - report.cost,
        Sum::Value => report.value,
    };
    let by = |months: usize| run.run.months.iter().take(months).map(of).sum::<f64>();
    let in_month = Figure::InMonth(sum, month).is(of(report));
    let expression = match month.checked_sub(1) {
        Some(before) => Figure::SummedUp(sum, before).is(by(month)).plus(in_month),
        None => in_month,
    };
    let mut lines = vec![Line {
        result: Term::new(Figure::SummedUp(sum, month), by(month + 1)),
        expression,
    }];
    if sum == Sum::Profit {
        let earned = Figure::GrossMargin.is(margin);
        let earned = earned.times(Figure::InMonth(Sum::Cash, month).is(report.cash));
        lines.push(Line {
            result: Term::new(Figure::InMonth(sum, month), of(report)),
            expression: earned.less(Figure::InMonth(Sum::Cost, month).is(report.cost)),
        });
    }
    Some(lines)
}
