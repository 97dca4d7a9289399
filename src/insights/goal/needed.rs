//! What each lever alone would have to be for a goal.

use libm::{exp, log, pow};

use super::{Goal, TOLERANCE};
use crate::engine::{Simulator, Totals, count};
use crate::insights::objective::measure;
use crate::insights::question::Question;
use crate::insights::spending::Prices;
use crate::insights::{MOST_TIMES, more_leads};
use crate::model::{Change, DealField, Document, Field, Lever, Number, Objective};

/// Points of a lever's way that are tried before the place between two of them is narrowed down.
const POINTS: usize = 16;
/// Runs that narrowing it down may take.
const ROUNDS: u32 = 40;
/// The most that limits and deals are multiplied by.
const MOST_LARGER: f64 = 100.0;
/// The largest conversion below 100 % that is tried.
const NEARLY_ALL: f64 = 0.999;

/// A lever that may lead to a goal alone. Stages are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GoalLever {
    /// The conversion of a stage.
    Conversion(usize),
    /// The leads of all channels in proportion.
    Leads,
    /// The mean days of a stage.
    Days(usize),
    /// How many a stage can start a month.
    Capacity(usize),
    /// The size of deals; for goals in money.
    DealSize,
    /// The days until invoices are paid; for goals in cash.
    PaymentDays,
}

/// What a lever would have to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needed {
    /// The lever.
    pub lever: GoalLever,
    /// What it is: a share, leads a month, days, units a month, money or days.
    pub present: f64,
    /// What it would have to be from the first day on; none where it cannot reach the goal alone.
    pub value: Option<f64>,
    /// The most that it comes to on its way, by the goal's measure.
    pub best: f64,
    /// What that costs a month, where the price is known.
    pub cost_per_month: Option<f64>,
}

/// Searches one lever after the other, one run a step.
#[derive(Clone, Debug)]
pub(super) struct NeededSearch {
    document: Document,
    objective: Objective,
    amount: f64,
    prices: Prices,
    baseline: Option<Totals>,
    waiting: Vec<GoalLever>,
    way: Option<Way>,
    found: Vec<Needed>,
}

/// The way of one lever, from how it is to as far as it can go.
#[derive(Clone, Debug)]
struct Way {
    lever: GoalLever,
    points: Vec<f64>,
    /// How many of them have been tried.
    tried: usize,
    /// The last point that is not enough, and by how much.
    below: (f64, f64),
    /// The first one that is, and by how much.
    above: Option<(f64, f64)>,
    /// Which of the two came last, and what the other one weighs since it stands still.
    is_above_last: bool,
    weight: f64,
    best: f64,
    rounds: u32,
}

impl NeededSearch {
    /// For `goal` in `document`, which ends with the goal's month.
    pub fn new(document: &Document, goal: &Goal, prices: &Prices) -> Self {
        let mut waiting = levers(document, goal.objective());
        waiting.reverse();
        Self {
            document: document.clone(),
            objective: goal.objective(),
            amount: goal.amount,
            prices: prices.clone(),
            baseline: None,
            waiting,
            way: None,
            found: Vec::new(),
        }
    }

    fn begin(&self, lever: GoalLever, baseline: f64) -> Way {
        let (present, points) = way(&self.document, lever);
        Way {
            lever,
            points,
            tried: 0,
            below: (present, baseline - self.amount),
            above: None,
            is_above_last: true,
            weight: 1.0,
            best: baseline,
            rounds: 0,
        }
    }

    /// Whether what is left over, or missing, is enough.
    fn is_enough(&self, over: f64) -> bool {
        over >= -TOLERANCE * self.amount
    }

    fn finish(&self, simulator: &mut Simulator, way: &Way, baseline: &Totals) -> Needed {
        let (present, _) = self::way(&self.document, way.lever);
        let said = |value: f64| in_unit(&self.document, way.lever, value, baseline);
        let cost = way.above.and_then(|(value, _)| match way.lever {
            GoalLever::Conversion(stage) => self.prices.of_conversion(stage, value),
            GoalLever::Leads => {
                let more =
                    simulator.totals(&self.document, &lever_of(&self.document, way.lever, value));
                let cost = more.leads_cost - baseline.leads_cost;
                Some(cost / self.document.months.get())
            }
            _ => None,
        });
        Needed {
            lever: way.lever,
            present: said(present),
            value: way.above.map(|(value, _)| said(value)),
            best: way.best,
            cost_per_month: cost,
        }
    }
}

impl Question for NeededSearch {
    type Answer = Vec<Needed>;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Vec<Needed>> {
        let Some(baseline) = self.baseline else {
            self.baseline = Some(simulator.totals(&self.document, &[]));
            return None;
        };
        let as_it_is = measure(self.objective, &baseline);
        let Some(mut way) = self.way.take() else {
            let Some(lever) = self.waiting.pop() else {
                return Some(std::mem::take(&mut self.found));
            };
            let mut way = self.begin(lever, as_it_is);
            if self.is_enough(way.below.1) {
                way.above = Some(way.below);
                let found = self.finish(simulator, &way, &baseline);
                self.found.push(found);
            } else {
                self.way = Some(way);
            }
            return None;
        };
        let Some(value) = way.next(self.amount) else {
            let found = self.finish(simulator, &way, &baseline);
            self.found.push(found);
            return None;
        };
        let levers = lever_of(&self.document, way.lever, value);
        let result = measure(self.objective, &simulator.totals(&self.document, &levers));
        let over = result - self.amount;
        way.take(value, result, over, self.is_enough(over));
        self.way = Some(way);
        None
    }
}

impl Way {
    /// Where to try next; none when the place is found, or there is none.
    fn next(&self, amount: f64) -> Option<f64> {
        let Some((enough, over)) = self.above else {
            return self.points.get(self.tried).copied();
        };
        let (short, missing) = self.below;
        let width = (enough - short).abs();
        let whole = matches!(self.lever, GoalLever::PaymentDays);
        let is_narrow =
            width <= TOLERANCE * enough.abs().max(short.abs()) || (whole && width <= 1.0);
        if is_narrow || over <= TOLERANCE * amount || self.rounds >= ROUNDS {
            return None;
        }
        // Regula falsi after Illinois: the side that stands still weighs less and less, so that both close in.
        let (missing, over) = if self.is_above_last {
            (missing * self.weight, over)
        } else {
            (missing, over * self.weight)
        };
        let between = short + (enough - short) * missing / (missing - over);
        if whole {
            // Whole days only; one of the two is always left between more than a day.
            let (low, high) = (enough.min(short) + 1.0, enough.max(short) - 1.0);
            return Some(libm::round(between).clamp(low, high));
        }
        Some(between)
    }

    fn take(&mut self, value: f64, result: f64, over: f64, is_enough: bool) {
        self.best = self.best.max(result);
        if self.above.is_some() {
            self.rounds += 1;
            let stands_still = is_enough == self.is_above_last && self.rounds > 1;
            self.weight = if stands_still { self.weight / 2.0 } else { 1.0 };
            self.is_above_last = is_enough;
        }
        if is_enough {
            self.above = Some((value, over));
        } else {
            self.below = (value, over);
            self.tried += 1;
        }
    }
}

fn levers(document: &Document, objective: Objective) -> Vec<GoalLever> {
    let stages = document.stages.iter().enumerate();
    let of_stages = stages.flat_map(|(stage, parameters)| {
        let takes_days = parameters.days.mean.middle() > 0.0;
        [
            Some(GoalLever::Conversion(stage)),
            takes_days.then_some(GoalLever::Days(stage)),
            parameters
                .capacity_per_month
                .map(|_| GoalLever::Capacity(stage)),
        ]
    });
    let in_money = (objective != Objective::Won).then_some(GoalLever::DealSize);
    let payment_days = Field::Deal(DealField::PaymentDays).get(document);
    let pays_later = payment_days.is_some_and(|days| days > 0.0);
    let in_cash = (objective == Objective::Cash && pays_later).then_some(GoalLever::PaymentDays);
    let others = [Some(GoalLever::Leads), in_money, in_cash];
    of_stages.chain(others).flatten().collect()
}

/// How a lever is, and the points on its way to as far as it can go. Leads, days and deals are factors.
fn way(document: &Document, lever: GoalLever) -> (f64, Vec<f64>) {
    let stage = |stage: usize| document.stages.get(stage);
    let shares = (1..=POINTS).map(|point| count(point) / count(POINTS));
    let factors = |most: f64| shares.clone().map(move |share| pow(most, share)).collect();
    match lever {
        GoalLever::Conversion(at) => {
            let present = stage(at).map_or(0.0, |stage| stage.conversion.middle());
            let odds = |conversion: f64| log(conversion / (1.0 - conversion));
            let from = odds(present.clamp(1.0 - NEARLY_ALL, NEARLY_ALL));
            let to = odds(NEARLY_ALL);
            let below = shares.map(|share| 1.0 / (1.0 + exp(-(from + (to - from) * share))));
            let points = below.chain([1.0]).filter(|point| *point > present);
            (present, points.collect())
        }
        GoalLever::Leads => (1.0, factors(MOST_TIMES)),
        GoalLever::Days(_) => (1.0, shares.map(|share| 1.0 - share).collect()),
        GoalLever::Capacity(at) => {
            let present = stage(at).and_then(|stage| stage.capacity_per_month);
            let present = present.map_or(0.0, Number::get);
            let larger: Vec<f64> = factors(MOST_LARGER);
            let points = larger.into_iter().map(|times| present.max(1.0) * times);
            (present, points.collect())
        }
        GoalLever::DealSize => (1.0, factors(MOST_LARGER)),
        GoalLever::PaymentDays => {
            let present = Field::Deal(DealField::PaymentDays).get(document);
            let present = present.unwrap_or_default();
            let points = shares.map(|share| libm::floor(present * (1.0 - share)));
            (present, points.collect())
        }
    }
}

/// The lever at a value of its way.
fn lever_of(document: &Document, lever: GoalLever, value: f64) -> Vec<Lever> {
    let change = match lever {
        GoalLever::Leads => return more_leads(document, value),
        GoalLever::Conversion(stage) => {
            let to = Number::nearest(value);
            Change::Conversion { stage, to }
        }
        GoalLever::Days(stage) => {
            let times = Number::nearest(value);
            Change::Days { stage, times }
        }
        GoalLever::Capacity(stage) => {
            let to = Number::nearest(value);
            Change::Capacity { stage, to }
        }
        GoalLever::DealSize => Change::DealSize {
            times: Number::nearest(value),
        },
        GoalLever::PaymentDays => Change::PaymentDays {
            to: Number::nearest(value),
        },
    };
    vec![change.at_once()]
}

/// A value of a lever's way in the unit that it is said in.
fn in_unit(document: &Document, lever: GoalLever, value: f64, baseline: &Totals) -> f64 {
    match lever {
        GoalLever::Leads => value * baseline.leads / document.months.get(),
        GoalLever::Days(stage) => {
            let stage = document.stages.get(stage);
            value * stage.map_or(0.0, |stage| stage.days.mean.middle())
        }
        GoalLever::DealSize => value * document.deal.size.middle(),
        GoalLever::Conversion(_) | GoalLever::Capacity(_) | GoalLever::PaymentDays => value,
    }
}
