//! What a visitor plans, as levers.

use super::comparison::{better_stage, leads_instead};
use super::payback::{Payback, payback};
use super::question::Question;
use super::shorter_cycle::{ShorterCycle, shorter_cycle};
use crate::engine::Simulator;
use crate::model::{
    Billing, Change, Document, Lever, Number, Pair, PlanField, PlannedLever, Range, View,
};

/// By which share a planned change moves what it moves, unless the visitor says so.
pub const PLANNED_EFFECT: f64 = 0.2;

/// What the answers take for a number of the planned change that the visitor leaves empty: an effect of
/// [`PLANNED_EFFECT`]; for a better stage the price that is noted beside it; 0 for everything else.
#[must_use]
pub fn planned_default(view: &View, pair: Pair, field: PlanField) -> f64 {
    match field {
        PlanField::Effect => PLANNED_EFFECT,
        PlanField::CostPerMonth if view.plans.lever == PlannedLever::Fix => {
            view.stages.price(pair.stage).unwrap_or_default()
        }
        _ => 0.0,
    }
}

/// The levers of the planned change, with what it costs; `pair` is the one compared. None where there is nothing to
/// move: a stage without a limit cannot start more.
#[must_use]
pub fn planned(document: &Document, view: &View, pair: Pair) -> Vec<Lever> {
    let terms = Terms { view, pair };
    let mut levers: Vec<Lever> = match view.plans.lever {
        PlannedLever::Fix => vec![better_stage(pair)],
        PlannedLever::Leads => leads_instead(document, pair),
        _ => terms
            .moved(document)
            .map(Change::at_once)
            .into_iter()
            .collect(),
    };
    for lever in &mut levers {
        lever.start_month = terms.number(PlanField::StartMonth);
        lever.ramp_months = terms.number(PlanField::RampMonths);
    }
    // It is paid once, however many channels' leads are more.
    if let Some(first) = levers.first_mut() {
        first.one_off_cost = terms.number(PlanField::OneOffCost);
        first.cost_per_month = terms.number(PlanField::CostPerMonth);
    }
    levers
}

/// The numbers of the planned change.
struct Terms<'a> {
    view: &'a View,
    pair: Pair,
}

impl Terms<'_> {
    fn get(&self, field: PlanField) -> f64 {
        let default = || planned_default(self.view, self.pair, field);
        self.view.plans.get(field).unwrap_or_else(default)
    }

    fn number<R: Range>(&self, field: PlanField) -> Number<R> {
        Number::nearest(self.get(field))
    }

    /// What changes where it is not one of the pair's ways.
    fn moved(&self, document: &Document) -> Option<Change> {
        let stage = self.view.plans.stage;
        let effect = self.get(PlanField::Effect);
        let (smaller, larger) = (1.0 - effect, 1.0 + effect);
        match self.view.plans.lever {
            PlannedLever::Fix | PlannedLever::Leads => None,
            PlannedLever::Days => Some(Change::Days {
                stage,
                times: Number::nearest(smaller),
            }),
            PlannedLever::Capacity => {
                let limit = document.stages.get(stage)?.capacity_per_month?;
                let to = Number::nearest(limit.get() * larger);
                Some(Change::Capacity { stage, to })
            }
            PlannedLever::DealSize => Some(Change::DealSize {
                times: Number::nearest(larger),
            }),
            PlannedLever::PaymentDays => {
                let days = match &document.deal.billing {
                    Billing::OneOff(billing) => billing.payment_days,
                    Billing::Recurring(billing) => billing.payment_days,
                };
                let to = Number::nearest(days.get() * smaller);
                Some(Change::PaymentDays { to })
            }
        }
    }
}

/// Everything about a planned change.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedChange {
    /// What it moves.
    pub lever: PlannedLever,
    /// The stage, where it is the days or the capacity of one.
    pub stage: usize,
    /// The change itself.
    pub levers: Vec<Lever>,
    /// When it has paid back.
    pub payback: Payback,
    /// What it brings once and for good, where it makes the cycle shorter.
    pub shorter: Option<ShorterCycle>,
}

/// Finds it: the payback first, what a shorter cycle brings then.
#[derive(Clone, Debug)]
pub struct PlannedRuns {
    document: Document,
    lever: PlannedLever,
    stage: usize,
    levers: Vec<Lever>,
    payback: Option<Payback>,
}

impl PlannedRuns {
    /// For the change that `view` plans; `pair` is the one compared.
    #[must_use]
    pub fn new(document: &Document, view: &View, pair: Pair) -> Self {
        Self {
            document: document.clone(),
            lever: view.plans.lever,
            stage: view.plans.stage,
            levers: planned(document, view, pair),
            payback: None,
        }
    }
}

impl Question for PlannedRuns {
    type Answer = PlannedChange;

    fn step(&mut self, simulator: &mut Simulator) -> Option<PlannedChange> {
        let Some(payback) = self.payback.take() else {
            self.payback = Some(payback(simulator, &self.document, &self.levers));
            return None;
        };
        let is_shorter = self.lever == PlannedLever::Days;
        let shorter = is_shorter.then(|| shorter_cycle(simulator, &self.document, &self.levers));
        Some(PlannedChange {
            lever: self.lever,
            stage: self.stage,
            levers: std::mem::take(&mut self.levers),
            payback,
            shorter,
        })
    }
}
