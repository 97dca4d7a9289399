//! How a number comes about: its formula with the visitor's numbers in it.
//!
//! A [`Formula`] is a few lines, from the number that was opened down to what the visitor has entered. Each line
//! holds for itself: its expression has the value of its result, to rounding. What only a run can know, such as
//! the units that still wait at the end, stands in it as a [`Figure`] of its own.

mod assumption;
mod bought;
mod chance;
mod comparison;
mod counted;
mod customer;
mod expression;
mod figure;
mod leaks;
mod metrics;
mod money;
mod open_deals;
mod opened;
mod payback;
mod revenue;
mod scenarios;
mod shorter_cycle;
mod stages;
mod sum;
mod won;

pub use assumption::{Assumed, Assumption, Changed};
pub use customer::CustomerFact;
pub use expression::{Expression, Term};
pub use figure::Figure;
pub use open_deals::OpenFact;
pub use opened::{Metric, Opened, SpreadOf, StageFact, Way};
pub use payback::PaybackFact;
pub use scenarios::{Compared, ScenarioFact};
pub use shorter_cycle::ShorterFact;
pub use sum::{Counted, Sum};

use super::certainty::{Certainty, chance_moves_means};
use super::comparison::{better_stage, leads_instead};
use crate::engine::{ExpectedRun, Simulator};
use crate::model::{Change, Document, Lever, Number, Pair, View};
use opened::total;

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
    /// What the visitor looks at and plans: what is to be raised, prices, plans.
    pub view: &'a View,
    /// What the trials say, once they do.
    pub certainty: Option<&'a Certainty>,
    /// The price of an extra lead, where it is not the channel's.
    pub lead_price: Option<f64>,
    /// What is changed on the first day, whichever way.
    pub levers: &'a [Lever],
    /// The change that is planned, with its costs.
    pub planned: &'a [Lever],
}

/// Opens a number: a run or a few. None where the page shows no such number.
pub fn formula(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    opened: Opened,
) -> Option<Formula> {
    let scenarios = situation.document.scenarios.len();
    if matches!(opened.way(), Some(Way::Scenario(place)) if place >= scenarios) {
        return None;
    }
    let mut of = |way: Way| Run::new(simulator, situation, way);
    let lines = match opened {
        Opened::Answer => comparison::answer(simulator, situation),
        Opened::AsManyLeads => comparison::as_many_leads(simulator, situation)?,
        Opened::Total(way, sum) => of(way).sum(simulator, sum),
        Opened::PerMonth(way, sum) => of(way).per_month(simulator, situation, sum),
        Opened::FirstEffect(way) => {
            let with = Run::of(simulator, situation, way)?;
            let today = Run::new(simulator, situation, Way::Today);
            comparison::first_effect(&with, &today)?
        }
        Opened::Scenario(fact) => scenarios::fact(simulator, situation, fact)?,
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
        Opened::Open(fact) => open_deals::open_fact(simulator, situation.document, fact)?,
        Opened::Customer(fact) => {
            let today = of(Way::Today);
            today.customer(simulator, fact)?
        }
        Opened::TrialsReaching(reaching, trials) => chance::reached(reaching, trials)?,
        Opened::Bought(stage) => bought::conversion(situation, stage)?,
        Opened::BoughtLeads(channel) => bought::leads(situation, channel)?,
        Opened::MeanWait(stage) => {
            let today = of(Way::Today);
            revenue::mean_wait(simulator, &today, stage)?
        }
        Opened::FirstCashWithin(tenths) => {
            revenue::first_cash_within(simulator, situation.document, tenths)?
        }
        Opened::Shorter(piece) => revenue::shorter(simulator, situation, piece)?,
        Opened::Step(step) => revenue::step(simulator, situation, step)?,
        Opened::Payback(fact) => payback::fact(simulator, situation, fact)?,
        Opened::ShorterCycle(fact) => shorter_cycle::fact(simulator, situation, fact)?,
    };
    Some(Formula { lines })
}

/// A run of the pipeline one way, and what it was run on.
struct Run<'a> {
    document: &'a Document,
    way: Way,
    levers: Vec<Lever>,
    /// Mean days of an advancing unit in each stage.
    days: Vec<f64>,
    run: ExpectedRun,
}

impl<'a> Run<'a> {
    /// The run of a way; none where it is that of a scenario that there is not.
    fn of(simulator: &mut Simulator, situation: Situation<'a>, way: Way) -> Option<Self> {
        if let Way::Scenario(place) = way {
            situation.document.scenarios.get(place)?;
        }
        Some(Self::new(simulator, situation, way))
    }

    fn new(simulator: &mut Simulator, situation: Situation<'a>, way: Way) -> Self {
        let Situation { document, pair, .. } = situation;
        let mut levers = match way {
            Way::Today => Vec::new(),
            Way::Fix => vec![better_stage(pair)],
            Way::Leads => leads_instead(document, pair),
            Way::Scenario(place) => {
                let scenario = document.scenarios.get(place);
                scenario.map_or(Vec::new(), |scenario| scenario.levers.clone())
            }
        };
        levers.extend_from_slice(situation.levers);
        // What a scenario's extra leads cost it says itself.
        let is_priced = !matches!(way, Way::Scenario(_));
        for lever in levers.iter_mut().filter(|_| is_priced) {
            if let Change::Leads { cost_per_lead, .. } = &mut lever.change {
                *cost_per_lead = situation.lead_price.map(Number::nearest);
            }
        }
        Self {
            document,
            way,
            days: days(simulator, document, &levers),
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

/// Mean days of an advancing unit in each stage.
fn days(simulator: &mut Simulator, document: &Document, levers: &[Lever]) -> Vec<f64> {
    let flows = simulator.flows(document, levers);
    flows.stages.iter().map(|stage| stage.mean_days()).collect()
}
