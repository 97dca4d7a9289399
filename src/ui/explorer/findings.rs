//! What has been found out for the present state: asked for when the first screen tells of it, found in slices.

use std::rc::Rc;

use super::*;
use crate::insights::{
    BreakEven, Budget, Combinations, ComparedScenarios, CustomerValue, FlipAnswer, GoalAnswer,
    LeadRateMap, Note, OpenDeals, PlannedChange, ScaleRanking, StageFacts, Steps, TimeToRevenue,
    Tornado, TornadoStep, Why,
};
use crate::model::{Objective, Pair};
use crate::runner::{Finding, HeldStage};

/// How long a slice takes at most, in milliseconds.
const SLICE: f64 = 8.0;

/// Something that was found out about a document and the pair compared.
#[derive(Clone)]
pub(super) struct Found<T> {
    pub document: Rc<Document>,
    pub pair: Pair,
    pub objective: Objective,
    pub value: Rc<T>,
}

impl<T> PartialEq for Found<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document) && Rc::ptr_eq(&self.value, &other.value)
    }
}

/// The newest findings; those of an earlier state stay until there are others.
#[derive(Default)]
pub(super) struct Findings {
    pub notes: Option<Found<Vec<Note>>>,
    pub all_pairs: Option<Found<Combinations>>,
    pub why: Option<Found<[Why; 2]>>,
    pub leaks: Option<Found<Leaks>>,
    pub held: Option<Found<Vec<HeldStage>>>,
    pub flips: Option<Found<FlipAnswer>>,
    pub break_even: Option<Found<BreakEven>>,
    pub map: Option<Found<LeadRateMap>>,
    pub same_step: Option<Found<Tornado>>,
    pub own_uncertainty: Option<Found<Tornado>>,
    pub open_deals: Option<Found<OpenDeals>>,
    pub customer_value: Option<Found<CustomerValue>>,
    pub goal: Option<Found<GoalAnswer>>,
    pub planned: Option<Found<PlannedChange>>,
    pub budget: Option<Found<Budget>>,
    pub time_to_revenue: Option<Found<TimeToRevenue>>,
    pub steps: Option<Found<Steps>>,
    pub scenarios: Option<Found<ComparedScenarios>>,
    /// The state of which everything has been found out.
    pub complete_for: Option<f64>,
    /// How many sections show so far, see `sections.rs`.
    pub sections: usize,
}

impl Findings {
    fn take(&mut self, of: &Of, finding: Finding) {
        match finding {
            Finding::Notes(notes) => self.notes = found(of, notes),
            Finding::AllPairs(all) => self.all_pairs = found(of, all),
            Finding::Why(why) => self.why = found(of, why),
            Finding::Leaks(rankings, stages) => {
                self.leaks = found(of, Leaks { rankings, stages });
            }
            Finding::Benchmarks(held) => self.held = found(of, held),
            Finding::Flips(flips) => self.flips = found(of, flips),
            Finding::BreakEven(curve) => self.break_even = found(of, curve),
            Finding::Map(map) => self.map = found(of, map),
            Finding::OpenDeals(open) => self.open_deals = found(of, open),
            Finding::CustomerValue(value) => self.customer_value = found(of, value),
            Finding::Goal(goal) => self.goal = found(of, *goal),
            Finding::Planned(planned) => self.planned = found(of, *planned),
            Finding::Budget(budget) => self.budget = found(of, budget),
            Finding::TimeToRevenue(way) => self.time_to_revenue = found(of, way),
            Finding::Steps(steps) => self.steps = found(of, steps),
            Finding::Scenarios(compared) => self.scenarios = found(of, *compared),
            Finding::Tornado(tornado) => {
                let place = match tornado.step {
                    TornadoStep::Same(_) => &mut self.same_step,
                    TornadoStep::OwnUncertainty => &mut self.own_uncertainty,
                };
                *place = found(of, tornado);
            }
        }
    }
}

/// Where it leaks.
#[derive(Clone)]
pub(super) struct Leaks {
    pub rankings: Vec<ScaleRanking>,
    pub stages: Vec<StageFacts>,
}

/// What findings are of.
struct Of {
    document: Rc<Document>,
    pair: Pair,
    objective: Objective,
}

fn found<T>(of: &Of, value: T) -> Option<Found<T>> {
    Some(Found {
        document: of.document.clone(),
        pair: of.pair,
        objective: of.objective,
        value: Rc::new(value),
    })
}

impl Explorer {
    /// Asks everything anew for the present state.
    pub(super) fn explore(&mut self, context: &Context<Self>) {
        if let Some(state) = &self.state {
            self.findings.complete_for = None;
            self.exploration
                .ask(&state.document, state.view(), state.pair);
            self.work_later(context);
        }
    }

    fn work_later(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        self.slice = Some(platform::after(0, move || link.send_message(Msg::Slice)));
    }

    pub(super) fn work(&mut self, context: &Context<Self>) -> bool {
        let until = platform::now() + SLICE;
        let (found, more) = self.exploration.slice(|| platform::now() < until);
        let Some(state) = &self.state else {
            return false;
        };
        let generation = state.generation;
        let mut changed = !found.is_empty();
        let of = Of {
            document: state.document.clone(),
            pair: state.pair,
            objective: state.view().objective,
        };
        for finding in found {
            self.findings.take(&of, finding);
        }
        changed |= self.findings.show_next(more);
        if more || !self.findings.show_all() {
            self.work_later(context);
        } else {
            changed = true;
            self.findings.complete_for = Some(generation);
        }
        changed
    }
}
