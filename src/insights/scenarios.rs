//! Scenarios side by side, each against the pipeline as it is.

use super::comparison::{NOTHING, TIE, first_effect};
use super::objective::{cumulated, gained, measure};
use super::payback::{Repaid, differences, repaid, turnover};
use super::question::Question;
use crate::engine::{ExpectedRun, Metrics, Simulator, Totals};
use crate::model::{Document, Lever, Objective, View};

/// What a run comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioRun {
    /// Sums over the horizon.
    pub totals: Totals,
    /// Ratios and durations.
    pub metrics: Metrics,
    /// The objective summed up to the end of each month.
    pub cumulated: Vec<f64>,
}

/// A scenario against the pipeline as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedScenario {
    /// Its place among the document's scenarios, counted from 0.
    pub place: usize,
    /// What it comes to.
    pub run: ScenarioRun,
    /// What the objective gains over the horizon; 0 where that is rounding.
    pub gain: f64,
    /// The first month, counted from 0, whose extra wins are at least a tenth of the largest month's.
    pub first_effect: Option<usize>,
    /// When its costs have come back.
    pub repaid: Repaid,
}

/// Which of the compared scenarios is best by the objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Best {
    /// None is compared.
    NoneCompared,
    /// None brings more than the pipeline as it is.
    NothingGains,
    /// One, by its place among the document's scenarios; its gain is ahead of the next one's by 1 % or more.
    One(usize),
    /// These bring the same, within 1 % of the best of them.
    Tie(Vec<usize>),
}

/// Scenarios side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedScenarios {
    /// The pipeline as it is.
    pub today: ScenarioRun,
    /// The scenarios that are compared, in the document's order.
    pub compared: Vec<ComparedScenario>,
    /// Which is best.
    pub best: Best,
}

impl ComparedScenarios {
    /// The scenario at a place of the document's, if it is compared.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&ComparedScenario> {
        self.compared.iter().find(|one| one.place == place)
    }

    /// The scenario that gains most, and how much more than the next one, or than the pipeline as it is where there is no
    /// other that gains; none where it is not one alone.
    #[must_use]
    pub fn ahead(&self) -> Option<(&ComparedScenario, Option<&ComparedScenario>)> {
        let Best::One(place) = self.best else {
            return None;
        };
        let others = self.compared.iter().filter(|one| one.place != place);
        let next = others.max_by(|one, other| one.gain.total_cmp(&other.gain));
        Some((self.at(place)?, next))
    }
}

/// Sums that differ by less than this share of the larger one lie on each other.
const SAME: f64 = 1e-9;

impl ComparedScenarios {
    /// Whose objective is the same in every month, where that are several: `None` is the pipeline as it is, a scenario is
    /// told by its place among the document's.
    #[must_use]
    pub fn same_lines(&self) -> Vec<Vec<Option<usize>>> {
        let scenarios = self.compared.iter();
        let scenarios = scenarios.map(|one| (Some(one.place), &one.run.cumulated));
        let mut groups: Vec<(&Vec<f64>, Vec<Option<usize>>)> = Vec::new();
        for (place, line) in std::iter::once((None, &self.today.cumulated)).chain(scenarios) {
            match groups.iter_mut().find(|(known, _)| are_same(known, line)) {
                Some((_, places)) => places.push(place),
                None => groups.push((line, vec![place])),
            }
        }
        let groups = groups.into_iter().map(|(_, places)| places);
        groups.filter(|places| places.len() > 1).collect()
    }
}

fn are_same(one: &[f64], other: &[f64]) -> bool {
    let mut pairs = one.iter().zip(other);
    pairs.all(|(one, other)| (one - other).abs() <= SAME * one.abs().max(other.abs()))
}

/// Runs one scenario after the other.
#[derive(Clone, Debug)]
pub struct ScenarioRuns {
    document: Document,
    objective: Objective,
    /// Places that are still to be run, the last one next.
    waiting: Vec<usize>,
    baseline: Option<ExpectedRun>,
    compared: Vec<ComparedScenario>,
}

impl ScenarioRuns {
    /// For the scenarios of `document` that `view` compares, by its objective.
    #[must_use]
    pub fn new(document: &Document, view: &View) -> Self {
        let mut waiting = view.compared(document.scenarios.len());
        waiting.reverse();
        Self {
            document: document.clone(),
            objective: view.objective,
            waiting,
            baseline: None,
            compared: Vec::new(),
        }
    }

    fn facts(&self, run: &ExpectedRun) -> ScenarioRun {
        let margin = self.document.deal.gross_margin.get();
        ScenarioRun {
            totals: run.totals,
            metrics: run.metrics,
            cumulated: cumulated(self.objective, &run.months, margin).collect(),
        }
    }

    fn compare(&self, place: usize, before: &ExpectedRun, after: &ExpectedRun) -> ComparedScenario {
        let margin = self.document.deal.gross_margin.get();
        let rounding = NOTHING * turnover(before).max(turnover(after));
        let months = differences(&before.months, &after.months, margin);
        let of = |run: &ExpectedRun| measure(self.objective, &run.totals);
        let size = of(before)
            .abs()
            .max(of(after).abs())
            .max(match self.objective {
                Objective::Won => 0.0,
                _ => turnover(before).max(turnover(after)),
            });
        ComparedScenario {
            place,
            run: self.facts(after),
            gain: gained(of(after), of(before), size),
            first_effect: first_effect(&after.months, &before.months),
            repaid: repaid(&months, rounding),
        }
    }
}

impl Question for ScenarioRuns {
    type Answer = ComparedScenarios;

    fn step(&mut self, simulator: &mut Simulator) -> Option<ComparedScenarios> {
        let Some(baseline) = self.baseline.take() else {
            self.baseline = Some(simulator.expected(&self.document, &[]));
            return None;
        };
        let Some(place) = self.waiting.pop() else {
            let compared = std::mem::take(&mut self.compared);
            return Some(ComparedScenarios {
                today: self.facts(&baseline),
                best: best(&compared),
                compared,
            });
        };
        let scenario = self.document.scenarios.get(place);
        let levers: &[Lever] = scenario.map_or(&[], |scenario| &scenario.levers);
        let run = simulator.expected(&self.document, levers);
        self.compared.push(self.compare(place, &baseline, &run));
        self.baseline = Some(baseline);
        None
    }
}

fn best(compared: &[ComparedScenario]) -> Best {
    if compared.is_empty() {
        return Best::NoneCompared;
    }
    let most = compared.iter().map(|one| one.gain).fold(0.0, f64::max);
    if most <= 0.0 {
        return Best::NothingGains;
    }
    let near = compared.iter().filter(|one| most - one.gain < TIE * most);
    match *near.map(|one| one.place).collect::<Vec<_>>() {
        [only] => Best::One(only),
        ref several => Best::Tie(several.to_vec()),
    }
}
