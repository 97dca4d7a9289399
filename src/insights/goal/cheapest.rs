//! The cheapest plan for a goal under the visitor's prices.

use super::{Goal, GoalAnswer, TOLERANCE};
use crate::engine::{Simulator, count};
use crate::insights::objective::measure;
use crate::insights::question::Question;
use crate::insights::spending::{Item, Prices, levers};
use crate::insights::split_search::{Exchange, Greedy, Split};
use crate::model::Document;

/// A plan is put together of at most so many slices of money.
const SLICES: usize = 24;
/// How often slices are made twice as large.
const DOUBLED: u32 = 16;
/// Money that is as good as any: a thousand steps, or leads.
const ANY_MONEY: f64 = 1e12;
/// Runs that cutting a plan down to what it needs may take.
const ROUNDS: u32 = 40;

/// By how many times of what the leads cost now more leads are tried, with all stages at their best.
const LEADS_TRIED: [f64; 4] = [0.0, 1.0, 10.0, 1e6];

/// Searches it, one run a step: slice after slice to the item that gains most until the goal is reached, then
/// exchanges between the items, then all of them cut down in proportion to what is just enough.
#[derive(Clone, Debug)]
pub(super) struct PlanSearch {
    document: Document,
    goal: Goal,
    prices: Prices,
    /// What is to be reached.
    amount: f64,
    baseline: f64,
    items: Vec<Item>,
    /// What the cheapest lever costs a month that reaches the goal alone.
    alone: Option<f64>,
    phase: Phase,
}

#[derive(Clone, Debug)]
enum Phase {
    /// Whether anything gets there at all: all stages, then with so many times the leads.
    Possible {
        tried: usize,
    },
    Grow {
        greedy: Greedy,
        slice: f64,
        doubled: u32,
    },
    Exchange(Exchange),
    Cut {
        spent: Vec<(Item, f64)>,
        below: f64,
        above: f64,
        rounds: u32,
    },
}

impl PlanSearch {
    /// For what comes to `amount` on average in `document`, which ends with the goal's month.
    pub fn new(document: &Document, answer: &GoalAnswer, amount: f64) -> Self {
        Self {
            document: document.clone(),
            goal: answer.goal,
            amount,
            baseline: answer.expected,
            items: answer.prices.items(),
            alone: cheapest_alone(answer),
            prices: answer.prices.clone(),
            phase: Phase::Possible { tried: 0 },
        }
    }

    /// Where some lever alone gets there, it is possible.
    fn is_known_to_be_possible(&self) -> bool {
        self.alone.is_some() && self.amount <= self.goal.amount
    }

    fn run(&self, simulator: &mut Simulator, spent: &[(Item, f64)]) -> f64 {
        let totals = simulator.totals(&self.document, &levers(&self.prices, spent));
        measure(self.goal.objective(), &totals)
    }

    fn is_enough(&self, result: f64) -> bool {
        result >= self.amount * (1.0 - TOLERANCE)
    }

    /// Money without end: for all stages, then with more and more leads, then for each item alone, since a better stage
    /// may flood the next one.
    fn without_end(&self, tried: usize) -> Option<Vec<(Item, f64)>> {
        let stages = self.items.iter().filter(|item| is_stage(**item));
        let all_stages = stages.map(|item| (*item, ANY_MONEY));
        let leads = self.items.iter().filter(|item| !is_stage(**item));
        let present = self.prices.present_leads_cost();
        let Some(times) = LEADS_TRIED.get(tried) else {
            let item = self.items.get(tried - LEADS_TRIED.len())?;
            return Some(vec![(*item, ANY_MONEY)]);
        };
        let leads = leads.map(|item| (*item, present * times));
        Some(all_stages.chain(leads).collect())
    }

    /// A slice to begin with: a part of what the cheapest lever alone costs, else small against everything that costs
    /// something.
    fn first_slice(&self) -> f64 {
        let steps = self.prices.steps.iter().filter_map(|step| step.per_month);
        let leads = Some(self.prices.present_leads_cost()).filter(|cost| *cost > 0.0);
        let least = steps.chain(leads).fold(f64::INFINITY, f64::min);
        self.alone.unwrap_or(least).max(f64::MIN_POSITIVE) / count(SLICES)
    }

    fn grow(&self, slice: f64, doubled: u32) -> Phase {
        let greedy = Greedy::new(&self.items, slice);
        Phase::Grow {
            greedy,
            slice,
            doubled,
        }
    }

    fn cut(split: &Split) -> Phase {
        Phase::Cut {
            spent: split.spent(),
            below: 0.0,
            above: 1.0,
            rounds: 0,
        }
    }
}

fn is_stage(item: Item) -> bool {
    matches!(item, Item::Stage(_))
}

/// What the cheapest lever costs a month that reaches the goal alone, where its price is known.
fn cheapest_alone(answer: &GoalAnswer) -> Option<f64> {
    let levers = answer.levers.iter();
    let reaching = levers.filter(|needed| needed.value.is_some());
    let costs = reaching.filter_map(|needed| needed.cost_per_month);
    let paid = costs.filter(|cost| *cost > 0.0);
    paid.min_by(f64::total_cmp)
}

impl Question for PlanSearch {
    /// What each item gets a month; none where no money reaches the goal.
    type Answer = Option<Vec<(Item, f64)>>;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Self::Answer> {
        if self.is_enough(self.baseline) {
            return Some(Some(Vec::new()));
        }
        let phase = std::mem::replace(&mut self.phase, Phase::Possible { tried: usize::MAX });
        match phase {
            Phase::Possible { tried } => {
                let Some(spent) = self.without_end(tried) else {
                    return Some(None);
                };
                let is_enough =
                    self.is_known_to_be_possible() || self.is_enough(self.run(simulator, &spent));
                self.phase = if is_enough {
                    self.grow(self.first_slice(), 0)
                } else {
                    Phase::Possible { tried: tried + 1 }
                };
                None
            }
            Phase::Grow {
                mut greedy,
                slice,
                doubled,
            } => {
                let split = greedy.wanted()?;
                let result = self.run(simulator, &split.spent());
                let given = greedy.take(result);
                self.phase = match given {
                    Some(result) if self.is_enough(result) => {
                        Phase::Exchange(Exchange::new(greedy.split().clone(), result))
                    }
                    Some(_) if greedy.path.len() >= SLICES => {
                        if doubled == DOUBLED {
                            return Some(None);
                        }
                        self.grow(slice * 2.0, doubled + 1)
                    }
                    _ => Phase::Grow {
                        greedy,
                        slice,
                        doubled,
                    },
                };
                None
            }
            Phase::Exchange(mut exchange) => {
                self.phase = match exchange.wanted() {
                    Some(split) => {
                        exchange.take(self.run(simulator, &split.spent()));
                        Phase::Exchange(exchange)
                    }
                    None => Self::cut(exchange.best().0),
                };
                None
            }
            Phase::Cut {
                spent,
                below,
                above,
                rounds,
            } => {
                let cut = |share: f64| -> Vec<(Item, f64)> {
                    let used = spent.iter().filter(|(_, money)| *money > 0.0);
                    used.map(|(item, money)| (*item, money * share)).collect()
                };
                if rounds == ROUNDS || above - below <= TOLERANCE {
                    return Some(Some(cut(above)));
                }
                let middle = f64::midpoint(below, above);
                let is_enough = self.is_enough(self.run(simulator, &cut(middle)));
                let (below, above) = if is_enough {
                    (below, middle)
                } else {
                    (middle, above)
                };
                self.phase = Phase::Cut {
                    spent,
                    below,
                    above,
                    rounds: rounds + 1,
                };
                None
            }
        }
    }
}
