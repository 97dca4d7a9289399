//! From a target by a month to what it takes: what each lever alone would have to reach, the cheapest plan, and how
//! likely it is with and without.

mod chance;
mod cheapest;
mod needed;
mod search;

use libm::{ceil, floor, log10, pow};

use super::objective::measure;
use super::payback::Repaid;
use super::spending::{Item, Prices};
use crate::engine::Simulator;
use crate::model::kinds::{self, HorizonMonths};
use crate::model::{Document, GoalMeasure, Number, Objective, PlanField, View};
pub use needed::{GoalLever, Needed};
pub use search::GoalSearch;

/// How much more than what is expected the goal is, unless the visitor gives one.
const DEFAULT_MORE: f64 = 1.1;
/// A goal is reached when this share of it, at most, is missing.
const TOLERANCE: f64 = 1e-9;
/// A plan is asked for that reaches the goal in this share of the trials.
pub const SURE: f64 = 0.8;

/// What is to be reached by when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// What is counted, from the first day on.
    pub measure: GoalMeasure,
    /// How much of it.
    pub amount: f64,
    /// Whether the visitor has not said so; it is a round number a tenth above what is expected then.
    pub is_default_amount: bool,
    /// The month, counted from 0, at whose end it shall be there; within the horizon.
    pub month: u32,
    /// Whether the visitor has not said so; it is the last month then.
    pub is_default_month: bool,
}

impl Goal {
    /// What the visitor wants, or a goal to begin with.
    pub fn new(simulator: &mut Simulator, document: &Document, view: &View) -> Self {
        let last = document.months.get() - 1.0;
        let month = view.plans.get(PlanField::GoalMonth);
        let month_number = month.unwrap_or(last).min(last);
        let within = until(document, month_number);
        let objective = objective(view.plans.measure);
        let amount = view.plans.get(PlanField::GoalAmount);
        let mut default = || {
            let expected = measure(objective, &simulator.totals(&within, &[]));
            round_up(expected * DEFAULT_MORE)
        };
        Self {
            measure: view.plans.measure,
            amount: amount.unwrap_or_else(&mut default),
            is_default_amount: amount.is_none(),
            month: within.months.whole().saturating_sub(1),
            is_default_month: month.is_none(),
        }
    }

    /// Whether so much is enough: what is missing but for rounding is not missing.
    #[must_use]
    pub fn is_reached_by(&self, amount: f64) -> bool {
        amount >= self.amount * (1.0 - TOLERANCE)
    }

    /// What it is counted in.
    #[must_use]
    pub fn objective(&self) -> Objective {
        objective(self.measure)
    }
}

fn objective(measure: GoalMeasure) -> Objective {
    match measure {
        GoalMeasure::Won => Objective::Won,
        GoalMeasure::Bookings => Objective::Bookings,
        GoalMeasure::Cash => Objective::Cash,
    }
}

/// The document up to the end of a month, counted from 0: what comes later changes nothing before.
fn until(document: &Document, month: f64) -> Document {
    Document {
        months: Number::<HorizonMonths>::nearest(month + 1.0),
        ..document.clone()
    }
}

/// Up to two digits, whole at least, and more than nothing.
fn round_up(amount: f64) -> f64 {
    if amount < 1.0 {
        return 1.0;
    }
    let unit = pow(10.0, floor(log10(amount)) - 1.0).max(1.0);
    // What is there but for rounding is not rounded up again.
    let rounded = ceil(amount / unit * (1.0 - 1e-12)) * unit;
    Number::<kinds::Goal>::nearest(rounded).get()
}

/// Everything about a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalAnswer {
    /// What is to be reached by when.
    pub goal: Goal,
    /// What is expected by then as things are.
    pub expected: f64,
    /// What is expected by the end of each month of the horizon.
    pub by_month: Vec<f64>,
    /// The first month, counted from 0, at whose end it is expected to be there; none within the horizon.
    pub expected_in: Option<u32>,
    /// The share of trials, 0 to 1, that get there as things are.
    pub chance: f64,
    /// How many trials were played.
    pub trials: u32,
    /// What each lever alone would have to be.
    pub levers: Vec<Needed>,
    /// What the cheapest plan is, where one gets there on average.
    pub on_average: Option<GoalPlan>,
    /// The same for four trials of five, where chance makes that dearer.
    pub surely: Option<GoalPlan>,
    /// What everything costs.
    pub prices: Prices,
}

/// A way to the goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalPlan {
    /// What each item gets a month.
    pub items: Vec<(Item, f64)>,
    /// What all of it costs a month.
    pub cost_per_month: f64,
    /// What is expected by the goal's month then.
    pub expected: f64,
    /// What is expected by the end of each month up to the goal's.
    pub by_month: Vec<f64>,
    /// The share of trials, 0 to 1, that reach the goal.
    pub chance: f64,
    /// When its money has come back within the horizon, see [`payback`](crate::insights::payback()).
    pub repaid: Repaid,
}
