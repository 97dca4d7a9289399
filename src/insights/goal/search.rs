//! Everything about a goal, found a run or a few at a time.

use std::ops::ControlFlow;

use super::chance::Chances;
use super::cheapest::PlanSearch;
use super::needed::NeededSearch;
use super::{Goal, GoalAnswer, GoalPlan, SURE, until};
use crate::engine::Simulator;
use crate::insights::objective::cumulated;
use crate::insights::payback::payback;
use crate::insights::question::Question;
use crate::insights::spending::{Item, Prices, levers};
use crate::model::{Document, Lever, View};

/// How many plans are tried for a sure one.
const TRIES: u32 = 6;
/// A plan is sure enough, and not too dear, when so many more trials at most reach the goal than have to.
const ENOUGH: f64 = 0.03;
/// The percentage of trials that may stay below the goal.
const BELOW: usize = 20;
/// By which share the next plan aims higher at least, twice as much each time: where trials stand on a lattice of whole
/// deals, the percentile does not say how far it is to the next step.
const LEAST_HIGHER: f64 = 0.03;
/// By which factor it aims higher at most.
const MOST_HIGHER: f64 = 100.0;

/// Finds it: what each lever alone would have to be, the chance as things are, a plan for what is expected, and one
/// that is mended by its own trials until four of five of them reach the goal.
#[derive(Debug)]
pub struct GoalSearch {
    document: Document,
    view: View,
    phase: Phase,
}

/// What is known so far.
#[derive(Debug)]
struct Facts {
    /// Up to the goal's month.
    within: Document,
    answer: GoalAnswer,
}

/// What a plan shall come to on average, between what was not sure enough and what was, where that is known.
#[derive(Clone, Copy, Debug)]
struct Aim {
    amount: f64,
    above: f64,
    below: Option<f64>,
    tried: u32,
}

#[derive(Debug)]
enum Phase {
    Begin,
    Levers(Box<Facts>, NeededSearch),
    /// The trials as things are.
    Chance(Box<Facts>, Chances),
    Plan(Box<Facts>, Aim, PlanSearch),
    /// The trials of a plan.
    PlanChance(Box<Facts>, Aim, GoalPlan, Chances),
}

/// Where to go on, or all that was to be found.
type Next = ControlFlow<GoalAnswer, Phase>;

impl GoalSearch {
    /// For the goal and the prices of `view`.
    #[must_use]
    pub fn new(document: &Document, view: &View) -> Self {
        Self {
            document: document.clone(),
            view: view.clone(),
            phase: Phase::Begin,
        }
    }

    fn go_on(&self, simulator: &mut Simulator, phase: Phase) -> Next {
        match phase {
            Phase::Begin => ControlFlow::Continue(self.begin(simulator)),
            Phase::Levers(mut facts, mut search) => {
                ControlFlow::Continue(match search.step(simulator) {
                    None => Phase::Levers(facts, search),
                    Some(found) => {
                        facts.answer.levers = found;
                        let chances = self.chances(&facts, &[]);
                        Phase::Chance(facts, chances)
                    }
                })
            }
            Phase::Chance(mut facts, mut chances) => {
                if !chances.step() {
                    return ControlFlow::Continue(Phase::Chance(facts, chances));
                }
                facts.answer.chance = chances.share(facts.answer.goal.amount);
                facts.answer.trials = chances.played();
                let amount = facts.answer.goal.amount;
                let aim = Aim {
                    amount,
                    above: amount,
                    below: None,
                    tried: 0,
                };
                ControlFlow::Continue(plan_for(facts, aim))
            }
            Phase::Plan(facts, aim, mut search) => match search.step(simulator) {
                None => ControlFlow::Continue(Phase::Plan(facts, aim, search)),
                // No money reaches it: what is there already is all.
                Some(None) => ControlFlow::Break(facts.answer),
                Some(Some(items)) => {
                    let plan = self.plan(simulator, &facts, items);
                    let levers = levers(&facts.answer.prices, &plan.items);
                    let chances = self.chances(&facts, &levers);
                    ControlFlow::Continue(Phase::PlanChance(facts, aim, plan, chances))
                }
            },
            Phase::PlanChance(facts, aim, plan, mut chances) => {
                if chances.step() {
                    judge(facts, aim, plan, &chances)
                } else {
                    ControlFlow::Continue(Phase::PlanChance(facts, aim, plan, chances))
                }
            }
        }
    }

    fn begin(&self, simulator: &mut Simulator) -> Phase {
        let goal = Goal::new(simulator, &self.document, &self.view);
        let within = until(&self.document, f64::from(goal.month));
        let by_month = self.by_month(simulator, &self.document, &goal, &[]);
        let prices = Prices::new(&within, &self.view);
        let search = NeededSearch::new(&within, &goal, &prices);
        let months = 0..self.document.months.whole();
        let mut sums = months.zip(&by_month);
        let expected_in = sums.find(|(_, sum)| goal.is_reached_by(**sum));
        let answer = GoalAnswer {
            goal,
            expected: by_month
                .get(goal.month as usize)
                .copied()
                .unwrap_or_default(),
            expected_in: expected_in.map(|(month, _)| month),
            by_month,
            chance: 0.0,
            trials: 0,
            levers: Vec::new(),
            on_average: None,
            surely: None,
            prices,
        };
        Phase::Levers(Box::new(Facts { within, answer }), search)
    }

    fn by_month(
        &self,
        simulator: &mut Simulator,
        document: &Document,
        goal: &Goal,
        levers: &[Lever],
    ) -> Vec<f64> {
        let margin = document.deal.gross_margin.get();
        let run = simulator.expected(document, levers);
        cumulated(goal.objective(), &run.months, margin).collect()
    }

    fn chances(&self, facts: &Facts, levers: &[Lever]) -> Chances {
        Chances::new(
            &facts.within,
            levers,
            &self.view,
            facts.answer.goal.objective(),
        )
    }

    fn plan(&self, simulator: &mut Simulator, facts: &Facts, items: Vec<(Item, f64)>) -> GoalPlan {
        let levers = levers(&facts.answer.prices, &items);
        let by_month = self.by_month(simulator, &facts.within, &facts.answer.goal, &levers);
        GoalPlan {
            cost_per_month: items.iter().map(|(_, money)| money).sum(),
            items,
            expected: by_month.last().copied().unwrap_or_default(),
            by_month,
            chance: 0.0,
            repaid: payback(simulator, &self.document, &levers).repaid,
        }
    }
}

fn plan_for(facts: Box<Facts>, aim: Aim) -> Phase {
    let search = PlanSearch::new(&facts.within, &facts.answer, aim.amount);
    Phase::Plan(facts, aim, search)
}

/// With a plan's trials played, it is sure enough, or the next one aims elsewhere: higher by as much as the trials that
/// may stay below the goal fall short of it, and once one was sure, between that and the last that was not.
fn judge(mut facts: Box<Facts>, aim: Aim, plan: GoalPlan, chances: &Chances) -> Next {
    let amount = facts.answer.goal.amount;
    let chance = chances.share(amount);
    let plan = GoalPlan { chance, ..plan };
    let is_sure = chance >= SURE;
    if facts.answer.on_average.is_none() {
        facts.answer.on_average = Some(plan);
    } else if is_sure {
        facts.answer.surely = Some(plan);
    }
    let is_just_sure = is_sure && (chance <= SURE + ENOUGH || aim.tried == 0);
    if is_just_sure || aim.tried == TRIES {
        return ControlFlow::Break(facts.answer);
    }
    let (above, below) = if is_sure {
        (aim.above, Some(aim.amount))
    } else {
        (aim.amount, aim.below)
    };
    let next = below.map_or_else(
        || {
            let short = amount / chances.below(BELOW).max(amount / MOST_HIGHER);
            let least = 1.0 + LEAST_HIGHER * f64::from(1_u32 << aim.tried.min(TRIES));
            aim.amount * short.max(least)
        },
        |below| f64::midpoint(above, below),
    );
    let aim = Aim {
        amount: next,
        above,
        below,
        tried: aim.tried + 1,
    };
    ControlFlow::Continue(plan_for(facts, aim))
}

impl Question for GoalSearch {
    type Answer = GoalAnswer;

    fn step(&mut self, simulator: &mut Simulator) -> Option<GoalAnswer> {
        let phase = std::mem::replace(&mut self.phase, Phase::Begin);
        match self.go_on(simulator, phase) {
            ControlFlow::Continue(phase) => {
                self.phase = phase;
                None
            }
            ControlFlow::Break(answer) => Some(answer),
        }
    }
}
