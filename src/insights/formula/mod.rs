//! How a number comes about: its formula with the visitor's numbers in it.
//!
//! A [`Formula`] is a few lines, from the number that was opened down to what the visitor has entered. Each line
//! holds for itself: its expression has the value of its result, to rounding. What only a run can know, such as
//! the units that still wait at the end, stands in it as a [`Figure`] of its own.

mod assumption;
mod chance;
mod comparison;
mod expression;
mod figure;
mod leaks;
mod metrics;
mod money;
mod opened;
mod stages;
mod sum;
mod won;

pub use assumption::Assumption;
pub use expression::{Expression, Term};
pub use figure::Figure;
pub use opened::{Metric, Opened, SpreadOf, StageFact, Way};
pub use sum::{Counted, Sum};

use super::certainty::{Certainty, chance_moves_means};
use super::comparison::{better_stage, leads_instead};
use crate::engine::{ExpectedRun, Simulator};
use crate::model::{Change, Document, Lever, Number, Objective, Pair};

/// One line: a result, and the expression that it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What the line is about.
    pub result: Term,
    /// How it comes about.
    pub expression: Expression,
}

/// A number and how it comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// From the number that was opened down to what it is made of; one at least.
    pub lines: Vec<Line>,
}

/// What numbers are opened of.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The pipeline as it is.
    pub document: &'a Document,
    /// The two ways that are compared.
    pub pair: Pair,
    /// What is to be raised.
    pub objective: Objective,
    /// What the trials say, once they do.
    pub certainty: Option<&'a Certainty>,
    /// The price of an extra lead, where it is not the channel's.
    pub lead_price: Option<f64>,
}

/// Opens a number: a run or a few. None where the page shows no such number.
pub fn formula(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    opened: Opened,
) -> Option<Formula> {
    let mut of = |way: Way| Run::new(simulator, situation, way);
    let lines = match opened {
        Opened::Answer => comparison::answer(simulator, situation),
        Opened::AsManyLeads => comparison::as_many_leads(simulator, situation)?,
        Opened::Total(way, sum) => of(way).sum(simulator, sum),
        Opened::PerMonth(way, sum) => of(way).per_month(simulator, situation, sum),
        Opened::FirstEffect(way) => comparison::first_effect(&of(way), &of(Way::Today))?,
        Opened::Metric(way, metric) => of(way).metric(metric)?,
        Opened::Started(stage) => of(Way::Today).started(stage)?,
        Opened::Lost(stage) => of(Way::Today).lost(stage)?,
        Opened::StageFact(stage, fact) => {
            let today = of(Way::Today);
            leaks::fact(simulator, &today, stage, fact)?
        }
        Opened::Gain(stage) => leaks::gain(simulator, situation, stage)?,
        Opened::LeadsGain(channel) => comparison::leads_gain(simulator, situation, channel)?,
        Opened::Spread(of) => chance::spread(situation, of)?,
        Opened::TargetReached => chance::target_reached(situation)?,
        Opened::MostLeads => leaks::most_leads(simulator, situation)?,
        Opened::Waiting(stage) => of(Way::Today).waiting(stage)?,
    };
    Some(Formula { lines })
}

/// A run of the pipeline one way, and what it was run on.
struct Run<'a> {
    document: &'a Document,
    way: Way,
    levers: Vec<Lever>,
    run: ExpectedRun,
}

impl<'a> Run<'a> {
    fn new(simulator: &mut Simulator, situation: Situation<'a>, way: Way) -> Self {
        let Situation { document, pair, .. } = situation;
        let mut levers = match way {
            Way::Today => Vec::new(),
            Way::Fix => vec![better_stage(pair)],
            Way::Leads => leads_instead(document, pair),
        };
        for lever in &mut levers {
            if let Change::Leads { cost_per_lead, .. } = &mut lever.change {
                *cost_per_lead = situation.lead_price.map(Number::nearest);
            }
        }
        Self {
            document,
            way,
            run: simulator.expected(document, &levers),
            levers,
        }
    }

    /// The horizon as it stands in a formula.
    fn months(&self) -> Expression {
        Figure::Months.is(self.document.months.get())
    }

    /// A sum over the horizon, and what it is made of.
    fn sum(&self, simulator: &mut Simulator, sum: Sum) -> Vec<Line> {
        let totals = &self.run.totals;
        match sum {
            Sum::Leads => self.leads(),
            Sum::Won => self.won(simulator),
            Sum::Bookings => {
                let mut lines = self.bookings();
                lines.extend(self.won(simulator));
                lines
            }
            Sum::Cash => vec![self.cash()],
            Sum::Cost => self.cost(),
            Sum::Profit => {
                let mut lines = vec![self.profit(), self.cash()];
                lines.extend(self.cost());
                lines
            }
            Sum::Value => {
                let mut lines = self.value(totals.value);
                lines.extend(self.won(simulator));
                lines
            }
        }
    }

    /// A mean month, what chance takes of it where the trials say so, and the sum that it is a part of.
    fn per_month(
        &self,
        simulator: &mut Simulator,
        situation: Situation<'_>,
        sum: Sum,
    ) -> Vec<Line> {
        let whole = sum.of(&self.run.totals);
        let expected = whole / self.document.months.get();
        let mean = situation
            .certainty
            .filter(|_| chance_moves_means(self.document))
            .and_then(|certainty| self.way.mean(certainty, sum));
        let by_chance = mean.map(|mean| Line {
            result: Term::new(Figure::PerMonth(sum), mean),
            expression: Expression::sum([Figure::Expected(sum).is(expected)])
                .less(Figure::Chance(sum).is(expected - mean)),
        });
        let figure = if by_chance.is_some() {
            Figure::Expected(sum)
        } else {
            Figure::PerMonth(sum)
        };
        let mut lines: Vec<Line> = by_chance.into_iter().collect();
        lines.push(Line {
            result: Term::new(figure, expected),
            expression: Figure::Sum(sum).is(whole).over(self.months()),
        });
        lines.extend(self.sum(simulator, sum));
        lines
    }
}
