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

/// Extra leads on all channels in proportion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExtraLeads {
    /// What the baseline's leads are multiplied by, at least 1.
    pub times: f64,
    /// The extra leads a month, mean over the months.
    pub extra_per_month: f64,
    /// What they cost a month, fixed costs left out.
    pub cost_per_month: f64,
}

/// The levers that multiply the leads of all channels by `times`.
#[must_use]
pub fn more_leads(document: &Document, times: f64) -> Vec<Lever> {
    (0..document.channels.len())
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
///
/// With stale leads the objective can fall again as leads grow, so the curve is followed in steps to
/// its first crossing, and only then halved. Where no stage has a limit and extra leads are as good
/// and as dear as the others, every unit goes its own way and the objective is a straight line.
pub fn as_many_leads(
    simulator: &mut Simulator,
    document: &Document,
    objective: Objective,
    target: f64,
) -> Option<ExtraLeads> {
    let mut search = Search {
        simulator,
        document,
        objective,
        enough: target - target.abs() * TOLERANCE,
    };
    let baseline = search.run(1.0);
    let times = if search.reached(&baseline) {
        Some(1.0)
    } else if is_straight(document) {
        search.along_the_line(&baseline)
    } else {
        search.step_by_step()
    }?;
    let more = search.run(times);
    let months = document.months.get();
    Some(ExtraLeads {
        times,
        extra_per_month: (more.leads - baseline.leads) / months,
        cost_per_month: (more.leads_cost - baseline.leads_cost) / months,
    })
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

struct Search<'a> {
    simulator: &'a mut Simulator,
    document: &'a Document,
    objective: Objective,
    enough: f64,
}

impl Search<'_> {
    fn run(&mut self, times: f64) -> Totals {
        let levers = more_leads(self.document, times);
        self.simulator.totals(self.document, &levers)
    }

    fn reached(&self, totals: &Totals) -> bool {
        measure(self.objective, totals) >= self.enough
    }

    fn along_the_line(&mut self, baseline: &Totals) -> Option<f64> {
        let start = measure(self.objective, baseline);
        let slope = measure(self.objective, &self.run(2.0)) - start;
        let times = 1.0 + (self.enough - start) / slope;
        (slope > 0.0 && times <= MOST_TIMES).then_some(times)
    }

    fn step_by_step(&mut self) -> Option<f64> {
        let mut below = 1.0;
        for step in 1_u32.. {
            let fine = 1.0 + f64::from(step) * FINE_STEP;
            let times = if fine <= FINE_UNTIL + FINE_STEP / 2.0 {
                fine
            } else {
                (below * COARSE_FACTOR).min(MOST_TIMES)
            };
            let totals = self.run(times);
            if self.reached(&totals) {
                return Some(self.between(below, times));
            }
            if times >= MOST_TIMES {
                return None;
            }
            below = times;
        }
        None
    }

    /// Halves the step in which the objective is reached until nothing is left to halve.
    fn between(&mut self, mut below: f64, mut above: f64) -> f64 {
        while above - below > above * 1e-11 {
            let middle = f64::midpoint(below, above);
            let totals = self.run(middle);
            if self.reached(&totals) {
                above = middle;
            } else {
                below = middle;
            }
        }
        above
    }
}
