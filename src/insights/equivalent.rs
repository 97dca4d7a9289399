//! How many more leads do the same as an improvement.

use super::objective::measure;
use crate::engine::{Simulator, Totals};
use crate::model::{Change, Document, Lever, Number, Objective};

/// The most leads that are tried, as a multiple of the baseline's.
pub const MOST_TIMES: f64 = 1000.0;
/// Steps of the search: small ones first, where most answers lie.
const FINE_STEP: f64 = 0.01;
const FINE_UNTIL: f64 = 1.3;
const COARSE_FACTOR: f64 = 1.1;
/// The objective is reached when this share of it, at most, is missing.
const TOLERANCE: f64 = 1e-9;

/// Extra leads, on all channels in proportion or on one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ExtraLeads {
    /// What the leads of those channels are multiplied by, at least 1.
    pub times: f64,
    /// The extra leads a month, mean over the months.
    pub extra_per_month: f64,
    /// What they cost a month, fixed costs left out.
    pub cost_per_month: f64,
}

impl ExtraLeads {
    /// What a run with `times` the leads has more than the baseline's, over `months`.
    pub(super) fn between(baseline: &Totals, totals: &Totals, times: f64, months: f64) -> Self {
        Self {
            times,
            extra_per_month: (totals.leads - baseline.leads) / months,
            cost_per_month: (totals.leads_cost - baseline.leads_cost) / months,
        }
    }
}

/// The levers that multiply the leads of all channels by `times`.
#[must_use]
pub fn more_leads(document: &Document, times: f64) -> Vec<Lever> {
    more_leads_of(document, None, times)
}

/// The levers that multiply the leads of one channel by `times`; of all channels when it is absent.
#[must_use]
pub fn more_leads_of(document: &Document, channel: Option<usize>, times: f64) -> Vec<Lever> {
    (0..document.channels.len())
        .filter(|position| channel.is_none_or(|channel| channel == *position))
        .map(|channel| {
            Change::Leads {
                channel,
                times: Number::nearest(times),
                quality: None,
                cost_per_lead: None,
            }
            .at_once()
        })
        .collect()
}

/// The fewest extra leads that bring `objective` up to `target`, if any number of leads does.
pub fn as_many_leads(
    simulator: &mut Simulator,
    document: &Document,
    objective: Objective,
    target: f64,
) -> Option<ExtraLeads> {
    let mut search = LeadSearch::new(document, objective, target);
    loop {
        if let Some(found) = search.step(simulator, document) {
            return found;
        }
    }
}

/// The search for the fewest extra leads, one run a step, so that a page can do other things in between.
///
/// With stale leads the objective can fall again as leads grow, so the curve is followed in steps to
/// its first crossing, and only then halved. Where no stage has a limit and extra leads are as good
/// and as dear as the others, every unit goes its own way and the objective is a straight line.
#[derive(Clone, Debug)]
pub struct LeadSearch {
    objective: Objective,
    channel: Option<usize>,
    enough: f64,
    is_straight: bool,
    baseline: Option<Totals>,
    phase: Phase,
}

/// What the next run is for.
#[derive(Clone, Copy, Debug)]
enum Phase {
    /// The pipeline as it is.
    Baseline,
    /// A second point of the straight line.
    Line,
    /// The next step up from a factor that is not enough.
    Climb { below: f64, steps: u32 },
    /// The middle between a factor that is not enough and one that is.
    Halve { below: f64, above: f64 },
    /// What the answer costs.
    Price { times: f64 },
}

impl LeadSearch {
    /// For what brings `objective` up to `target` in `document`, on all channels in proportion.
    #[must_use]
    pub fn new(document: &Document, objective: Objective, target: f64) -> Self {
        Self::of_channel(document, None, objective, target)
    }

    /// As [`new`](Self::new), on one channel alone; on all of them when it is absent.
    #[must_use]
    pub fn of_channel(
        document: &Document,
        channel: Option<usize>,
        objective: Objective,
        target: f64,
    ) -> Self {
        Self {
            objective,
            channel,
            enough: target - target.abs() * TOLERANCE,
            is_straight: is_straight(document),
            baseline: None,
            phase: Phase::Baseline,
        }
    }

    /// Whether a few runs will do.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.is_straight
    }

    /// One run of `document`, the same in every step. The answer, once it is there: nothing in it when no
    /// number of leads is enough.
    pub fn step(
        &mut self,
        simulator: &mut Simulator,
        document: &Document,
    ) -> Option<Option<ExtraLeads>> {
        let times = self.next_factor();
        let totals = simulator.totals(document, &more_leads_of(document, self.channel, times));
        let reached = self.measure(&totals) >= self.enough;
        self.phase = match (self.phase, &self.baseline) {
            (Phase::Baseline, _) | (_, None) => {
                self.baseline = Some(totals);
                if reached {
                    Phase::Price { times }
                } else if self.is_straight {
                    Phase::Line
                } else {
                    Phase::Climb {
                        below: 1.0,
                        steps: 0,
                    }
                }
            }
            (Phase::Line, Some(baseline)) => {
                let start = self.measure(baseline);
                let slope = (self.measure(&totals) - start) / (times - 1.0);
                let times = 1.0 + (self.enough - start) / slope;
                if slope <= 0.0 || times > MOST_TIMES {
                    return Some(None);
                }
                Phase::Price { times }
            }
            (Phase::Climb { below, .. }, _) if reached => halve(below, times),
            (Phase::Climb { .. }, _) if times >= MOST_TIMES => return Some(None),
            (Phase::Climb { steps, .. }, _) => Phase::Climb {
                below: times,
                steps: steps + 1,
            },
            (Phase::Halve { below, .. }, _) if reached => halve(below, times),
            (Phase::Halve { above, .. }, _) => halve(times, above),
            (Phase::Price { times }, Some(baseline)) => {
                let months = document.months.get();
                let found = ExtraLeads::between(baseline, &totals, times, months);
                return Some(Some(found));
            }
        };
        None
    }

    fn measure(&self, totals: &Totals) -> f64 {
        measure(self.objective, totals)
    }

    /// What the next run multiplies leads by.
    fn next_factor(&self) -> f64 {
        match self.phase {
            Phase::Baseline => 1.0,
            Phase::Line => 2.0,
            Phase::Climb { below, steps } => {
                let fine = 1.0 + f64::from(steps + 1) * FINE_STEP;
                if fine <= FINE_UNTIL + FINE_STEP / 2.0 {
                    fine
                } else {
                    (below * COARSE_FACTOR).min(MOST_TIMES)
                }
            }
            Phase::Halve { below, above } => f64::midpoint(below, above),
            Phase::Price { times } => times,
        }
    }
}

/// Halves a step until nothing is left to halve.
fn halve(below: f64, above: f64) -> Phase {
    if above - below > above * 1e-11 {
        Phase::Halve { below, above }
    } else {
        Phase::Price { times: above }
    }
}

fn is_straight(document: &Document) -> bool {
    let unlimited = document
        .stages
        .iter()
        .all(|stage| stage.capacity_per_month.is_none());
    let proportional = document.channels.iter().all(|channel| {
        channel.price_elasticity.get() == 0.0 && channel.quality_elasticity.get() == 0.0
    });
    unlimited && proportional
}
