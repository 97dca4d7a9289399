//! The usual steps of shortening the time to revenue, side by side: what each brings, net of its price.

use super::comparison::NOTHING;
use super::leaks::top_leak;
use super::objective::gained;
use super::payback::{Repaid, differences, repaid, turnover};
use super::question::Question;
use super::step_moves::{Idle, Moved, Taken, take};
use crate::engine::{ExpectedRun, Simulator};
use crate::model::{Document, Objective, PlanField, Plans, Step, StepField};

/// A step moves what it moves by this share where the visitor has not said by how much. No one knows it of a
/// business: it is a number to start from.
pub const DEFAULT_EFFECT: f64 = 0.1;
/// Gains closer to each other than this share of the larger one are a tie.
const TIE: f64 = 0.01;

/// What a step brings when it is taken on the first day, against the pipeline as it is. What is under way by then
/// goes on as it would have.
#[derive(Clone, Debug, PartialEq)]
pub struct StepGain {
    /// The step.
    pub step: Step,
    /// By which share it moves what it moves, 0 to 1.
    pub effect: f64,
    /// What it costs over the horizon.
    pub price: f64,
    /// The numbers of the document that it moves; none where it is idle.
    pub moved: Vec<Moved>,
    /// Why it moves nothing.
    pub idle: Option<Idle>,
    /// Deals won more over the horizon.
    pub won: f64,
    /// Cash received more over the horizon; what the step costs is not in it.
    pub cash: f64,
    /// Profit more over the horizon, the step's price taken off.
    pub profit: f64,
    /// Value more over the horizon, the step's price taken off.
    pub value: f64,
    /// Days less from first contact to first cash, mean.
    pub days: f64,
    /// The first month, counted from 0, at whose end its profit so far is not below that of the pipeline as it is,
    /// and stays so. None where it never is, or nothing changes.
    pub payback: Option<usize>,
}

/// All steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Most profit over the horizon first, ties in the order of the steps.
    pub gains: Vec<StepGain>,
}

impl Steps {
    /// The step that brings most profit, and those that bring the same within 1 %. Nothing where none brings any.
    #[must_use]
    pub fn first(&self) -> &[StepGain] {
        let most = self.gains.first().map_or(0.0, |gain| gain.profit);
        let ties = self.gains.iter();
        let ties =
            ties.take_while(|gain| most - gain.profit < TIE * most && gain.payback.is_some());
        self.gains.get(..ties.count()).unwrap_or_default()
    }
}

/// Runs one step after the other, a run each.
#[derive(Clone, Debug)]
pub struct StepRuns {
    document: Document,
    plans: Plans,
    baseline: Option<(ExpectedRun, usize)>,
    gains: Vec<StepGain>,
}

impl StepRuns {
    /// Of the baseline of `document`, with the effects and prices that are planned.
    #[must_use]
    pub fn new(document: &Document, plans: &Plans) -> Self {
        Self {
            document: document.clone(),
            plans: plans.clone(),
            baseline: None,
            gains: Vec::new(),
        }
    }

    fn gain(
        &self,
        simulator: &mut Simulator,
        before: &ExpectedRun,
        top_leak: usize,
        step: Step,
    ) -> StepGain {
        let (effect, cost) = planned(&self.plans, step);
        let price = cost.over(self.document.months.get());
        let nothing = StepGain {
            step,
            effect,
            price,
            moved: Vec::new(),
            idle: None,
            won: 0.0,
            cash: 0.0,
            profit: -price,
            value: -price,
            days: 0.0,
            payback: None,
        };
        match take(step, &self.document, effect, top_leak) {
            Err(idle) => StepGain {
                idle: Some(idle),
                ..nothing
            },
            Ok(taken) => self.taken(simulator, before, taken, cost, nothing),
        }
    }

    fn taken(
        &self,
        simulator: &mut Simulator,
        before: &ExpectedRun,
        taken: Taken,
        cost: Cost,
        nothing: StepGain,
    ) -> StepGain {
        let flows = simulator.changed(&self.document, &taken.after, taken.keeps);
        let run = flows.report(&taken.after, &[]);
        let (now, then) = (&run.totals, &before.totals);
        let days = before.metrics.time_to_revenue_days;
        let worth = then.value.abs() + then.cost;
        StepGain {
            won: gained(now.won, then.won, then.won),
            cash: gained(now.cash, then.cash, then.cash),
            profit: gained(now.profit, then.profit, then.cash + then.cost) - nothing.price,
            value: gained(now.value, then.value, worth) - nothing.price,
            days: gained(days, run.metrics.time_to_revenue_days, days),
            payback: self.payback(before, &run, cost),
            moved: taken.moved,
            ..nothing
        }
    }

    /// See [`StepGain::payback`].
    fn payback(&self, before: &ExpectedRun, after: &ExpectedRun, cost: Cost) -> Option<usize> {
        let mut paid = after.months.clone();
        for month in &mut paid {
            month.cost += cost.per_month;
        }
        if let Some(first) = paid.first_mut() {
            first.cost += cost.once;
        }
        let margin = self.document.deal.gross_margin.get();
        let months = differences(&before.months, &paid, margin);
        let rounding = NOTHING * turnover(before).max(turnover(after));
        match repaid(&months, rounding) {
            Repaid::In(month) => Some(month),
            Repaid::Never | Repaid::ChangesNothing => None,
        }
    }
}

/// What a step costs.
#[derive(Clone, Copy)]
pub(super) struct Cost {
    /// In the first month.
    pub once: f64,
    /// In every month.
    pub per_month: f64,
}

impl Cost {
    /// All of it over a horizon.
    pub(super) fn over(self, months: f64) -> f64 {
        self.once + self.per_month * months
    }
}

/// The effect and the cost of a step, as planned or by default.
pub(super) fn planned(plans: &Plans, step: Step) -> (f64, Cost) {
    let planned = |field| plans.get(PlanField::Step(step, field));
    let cost = Cost {
        once: planned(StepField::OneOffCost).unwrap_or_default(),
        per_month: planned(StepField::CostPerMonth).unwrap_or_default(),
    };
    let effect = planned(StepField::Effect).unwrap_or(DEFAULT_EFFECT);
    (effect, cost)
}

impl Question for StepRuns {
    type Answer = Steps;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Steps> {
        let Some((before, leak)) = self.baseline.take() else {
            let leak = top_leak(simulator, &self.document, Objective::Won);
            let run = simulator.expected(&self.document, &[]);
            self.baseline = Some((run, leak.map_or(0, |leak| leak.stage)));
            return None;
        };
        if let Some(step) = Step::all().get(self.gains.len()) {
            let gain = self.gain(simulator, &before, leak, *step);
            self.gains.push(gain);
            self.baseline = Some((before, leak));
            return None;
        }
        let mut gains = std::mem::take(&mut self.gains);
        // A stable sort, so that ties stay in the order of the steps.
        gains.sort_by(|left, right| right.profit.total_cmp(&left.profit));
        Some(Steps { gains })
    }
}
