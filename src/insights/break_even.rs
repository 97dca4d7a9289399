//! The break-even curve: the objective against extra leads, and where it reaches what the better stage
//! brings.

use super::comparison::{better_stage, leads_instead};
use super::equivalent::{ExtraLeads, LeadSearch, MOST_TIMES, more_leads_of};
use super::objective::measure;
use super::outward::even;
use super::question::Question;
use crate::engine::{Simulator, Totals};
use crate::model::{Document, Objective, Pair};

/// Points of the curve after its first.
const STEPS: usize = 32;
/// The curve goes on beyond the crossing by this share of the way to it.
const BEYOND: f64 = 0.5;
/// Where the curve never crosses the level, it is drawn up to so many times the leads at least.
const WITHOUT_CROSSING: f64 = 10.0;
/// And it is never shorter than this.
const SHORTEST: f64 = 0.1;

/// The objective at a number of leads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LeadsPoint {
    /// What the leads of the pair's channel, or of all channels, are multiplied by.
    pub times: f64,
    /// The leads a month that this adds, mean over the months.
    pub extra_per_month: f64,
    /// The objective over the horizon.
    pub objective: f64,
}

/// The objective against extra leads.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// What the better stage brings, over the horizon: the level line.
    pub level: f64,
    /// 33 points, evenly spaced by `times`, from the leads as they are up to half as many extra leads again
    /// as the crossing takes, at least to the pair's own; to 10 times the leads where there is no
    /// crossing. Never beyond 1,000 times.
    pub points: Vec<LeadsPoint>,
    /// At the pair's own number of leads.
    pub chosen: LeadsPoint,
    /// The fewest leads that reach the level: the first crossing. None where no number up to 1,000 times
    /// does. Its `times` is 1 where the better stage gains nothing.
    pub crossing: Option<ExtraLeads>,
}

/// The runs behind a [`BreakEven`], one a step: the search for the crossing first, then the points.
#[derive(Clone, Debug)]
pub struct BreakEvenCurve {
    document: Document,
    pair: Pair,
    objective: Objective,
    phase: Phase,
}

#[derive(Clone, Debug)]
enum Phase {
    Level,
    Crossing {
        level: f64,
        baseline: Totals,
        chosen: LeadsPoint,
        search: LeadSearch,
    },
    Points {
        found: BreakEven,
        baseline: Totals,
        rest: std::vec::IntoIter<f64>,
    },
}

impl BreakEvenCurve {
    /// Of `pair` in `document`, by `objective`.
    #[must_use]
    pub fn new(document: &Document, pair: Pair, objective: Objective) -> Self {
        Self {
            document: document.clone(),
            pair,
            objective,
            phase: Phase::Level,
        }
    }

    fn point(&self, totals: &Totals, baseline: &Totals, times: f64) -> LeadsPoint {
        LeadsPoint {
            times,
            extra_per_month: (totals.leads - baseline.leads) / self.document.months.get(),
            objective: measure(self.objective, totals),
        }
    }

    fn begin(&self, simulator: &mut Simulator) -> Phase {
        let Self {
            document,
            pair,
            objective,
            ..
        } = self;
        let baseline = simulator.totals(document, &[]);
        let fix = simulator.totals(document, &[better_stage(*pair)]);
        let leads = simulator.totals(document, &leads_instead(document, *pair));
        let level = measure(*objective, &fix);
        Phase::Crossing {
            level,
            chosen: self.point(&leads, &baseline, pair.leads_times.get()),
            baseline,
            search: LeadSearch::of_channel(document, pair.channel, *objective, level),
        }
    }

    /// Up to where the curve goes.
    fn most(&self, crossing: Option<ExtraLeads>) -> f64 {
        let crossed = match crossing {
            Some(found) => found.times + BEYOND * (found.times - 1.0),
            None => WITHOUT_CROSSING,
        };
        let longest = crossed.max(self.pair.leads_times.get());
        longest.clamp(1.0 + SHORTEST, MOST_TIMES)
    }
}

impl Question for BreakEvenCurve {
    type Answer = BreakEven;

    fn step(&mut self, simulator: &mut Simulator) -> Option<BreakEven> {
        let phase = std::mem::replace(&mut self.phase, Phase::Level);
        self.phase = match phase {
            Phase::Level => self.begin(simulator),
            Phase::Crossing {
                level,
                baseline,
                chosen,
                mut search,
            } => match search.step(simulator, &self.document) {
                None => Phase::Crossing {
                    level,
                    baseline,
                    chosen,
                    search,
                },
                Some(crossing) => Phase::Points {
                    found: BreakEven {
                        level,
                        points: vec![self.point(&baseline, &baseline, 1.0)],
                        chosen,
                        crossing,
                    },
                    baseline,
                    rest: even(1.0, self.most(crossing), STEPS).into_iter(),
                },
            },
            Phase::Points {
                mut found,
                baseline,
                mut rest,
            } => {
                let Some(times) = rest.next() else {
                    return Some(found);
                };
                let levers = more_leads_of(&self.document, self.pair.channel, times);
                let totals = simulator.totals(&self.document, &levers);
                found.points.push(self.point(&totals, &baseline, times));
                Phase::Points {
                    found,
                    baseline,
                    rest,
                }
            }
        };
        None
    }
}
