//! What chance does to the comparison: the same trials, with the same luck, on both sides.

use super::comparison::{Comparison, Verdict, better_stage, leads_instead};
use super::reach::Reach;
use crate::engine::{Outcomes, Stochastic, StochasticReport, Summary, is_uncertain};
use crate::model::{Document, Lever, Number, Objective, Pair, View};

/// The three runs of a comparison, trial by trial.
#[derive(Debug)]
pub struct Trials {
    document: Document,
    seed: u64,
    objective: Objective,
    target: Option<f64>,
    sides: [Side; 3],
}

#[derive(Debug)]
struct Side {
    levers: Vec<Lever>,
    /// The run and what came of it, once its tables are laid.
    run: Option<(Stochastic, Outcomes)>,
}

impl Side {
    fn new(levers: Vec<Lever>) -> Self {
        Self { levers, run: None }
    }

    fn outcomes(&self) -> Option<&Outcomes> {
        self.run.as_ref().map(|(_, outcomes)| outcomes)
    }

    fn played(&self) -> u32 {
        let trials = self.outcomes().map_or(0, Outcomes::trials);
        u32::try_from(trials).unwrap_or(u32::MAX)
    }

    /// Lays the tables; the next time, plays until so many trials have been played.
    fn step(&mut self, document: &Document, seed: u64, up_to: u32) {
        let from = self.played();
        if let Some((run, outcomes)) = &mut self.run {
            outcomes.append(&run.run(from..up_to));
        } else {
            let mut run = Stochastic::new(document, &self.levers, seed);
            let nothing = run.run(0..0);
            self.run = Some((run, nothing));
        }
    }
}

/// What so many trials say about a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Certainty {
    /// The pipeline as it is.
    pub baseline: StochasticReport,
    /// The two ways and the pipeline as it is: what a month brings on average.
    pub means: [Means; 3],
    /// What the better stage gains in the objective over the horizon, trial by trial.
    pub fix_gain: Summary,
    /// The same of more leads.
    pub leads_gain: Summary,
    /// The share of trials, 0 to 1, in which the better stage brings more than the leads.
    pub fix_wins_in: f64,
    /// The share of trials in which the leads bring more.
    pub leads_win_in: f64,
    /// The share of trials in which the pipeline as it is reaches the target, where there is one.
    pub target_reached_in: Option<f64>,
    /// How far the pipeline as it is reaches in the objective.
    pub reach: Reach,
}

/// Means over the trials, of a mean month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Means {
    /// Units won.
    pub won: f64,
    /// Value of the deals won.
    pub bookings: f64,
    /// All costs.
    pub cost: f64,
    /// Value, less costs: what the month's work is worth.
    pub value: f64,
}

/// The places of the sides.
const BASELINE: usize = 0;
const FIX: usize = 1;
const LEADS: usize = 2;

impl Trials {
    /// Of `pair` in `document`, by the view's objective, target and seed; nothing is played yet.
    #[must_use]
    pub fn new(document: &Document, view: &View, pair: Pair) -> Self {
        let levers = [
            Vec::new(),
            vec![better_stage(pair)],
            leads_instead(document, pair),
        ];
        Self {
            document: document.clone(),
            seed: view.seed.seed(),
            objective: view.objective,
            target: view.target.map(Number::get),
            sides: levers.map(Side::new),
        }
    }

    /// How many trials all three runs have played.
    #[must_use]
    pub fn played(&self) -> u32 {
        let trials = self.sides.iter().map(Side::played);
        trials.min().unwrap_or_default()
    }

    /// Plays the next `trials` of all three runs.
    pub fn play(&mut self, trials: u32) {
        let wanted = self.played().saturating_add(trials);
        while self.played() < wanted {
            self.step(trials);
        }
    }

    /// A part of that, so that a page can do other things in between: one run lays its tables or plays.
    pub fn step(&mut self, trials: u32) {
        let least = self.played();
        let most = self
            .sides
            .iter()
            .map(Side::played)
            .max()
            .unwrap_or_default();
        let up_to = if least == most {
            least.saturating_add(trials)
        } else {
            most
        };
        let is_behind = |side: &&mut Side| side.run.is_none() || side.played() < up_to;
        if let Some(side) = self.sides.iter_mut().find(is_behind) {
            side.step(&self.document, self.seed, up_to);
        }
    }

    /// What the trials played so far say.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        let of = |place: usize| {
            let outcomes = self.sides.get(place).and_then(Side::outcomes);
            outcomes.map_or_else(Vec::new, |outcomes| outcomes.totals(self.objective))
        };
        let (baseline, fix, leads) = (of(BASELINE), of(FIX), of(LEADS));
        let gains = |way: &[f64]| Summary::of(differences(way, &baseline));
        let better = differences(&fix, &leads);
        let share = |wins: fn(&f64) -> bool| {
            let count = better.iter().filter(|difference| wins(difference)).count();
            count_of(count) / count_of(better.len().max(1))
        };
        let [as_it_is, ..] = &self.sides;
        let outcomes = as_it_is.outcomes();
        Certainty {
            baseline: outcomes.map_or_else(StochasticReport::default, Outcomes::report),
            means: self.sides.each_ref().map(|side| self.means(side)),
            fix_gain: gains(&fix),
            leads_gain: gains(&leads),
            fix_wins_in: share(|difference| *difference > 0.0),
            leads_win_in: share(|difference| *difference < 0.0),
            target_reached_in: self
                .target
                .and_then(|target| outcomes?.chance_to_reach(self.objective, target)),
            reach: Reach::of(baseline),
        }
    }

    fn means(&self, side: &Side) -> Means {
        let Some(outcomes) = side.outcomes() else {
            return Means::default();
        };
        let months = self.document.months.get();
        let mean = |objective| Summary::of(outcomes.totals(objective)).mean / months;
        let profit = mean(Objective::Profit);
        Means {
            won: mean(Objective::Won),
            bookings: mean(Objective::Bookings),
            // Profit is margin × cash − cost.
            cost: self.document.deal.gross_margin.get() * mean(Objective::Cash) - profit,
            value: mean(Objective::Value),
        }
    }
}

/// Trial by trial, with the same luck on both sides.
fn differences(left: &[f64], right: &[f64]) -> Vec<f64> {
    let pairs = left.iter().zip(right);
    pairs.map(|(left, right)| left - right).collect()
}

fn count_of(trials: usize) -> f64 {
    crate::engine::count(trials)
}

/// Whether chance moves the means of `document` away from the expected run: where a stage has a limit, or
/// a value is not known exactly.
#[must_use]
pub fn chance_moves_means(document: &Document) -> bool {
    let mut stages = document.stages.iter();
    stages.any(|stage| stage.capacity_per_month.is_some()) || is_uncertain(document)
}

impl Comparison {
    /// Takes over what the trials say, where chance moves the means of `document`: there the expected run is
    /// the optimist.
    pub fn settle(&mut self, document: &Document, certainty: &Certainty) {
        if !chance_moves_means(document) {
            return;
        }
        let [baseline, fix, leads] = certainty.means;
        let ways = [
            (&mut self.baseline, baseline),
            (&mut self.fix, fix),
            (&mut self.leads, leads),
        ];
        for (outcome, means) in ways {
            outcome.won_per_month = means.won;
            outcome.bookings_per_month = means.bookings;
            outcome.cost_per_month = means.cost;
        }
        self.fix.gain = certainty.fix_gain.mean;
        self.leads.gain = certainty.leads_gain.mean;
        self.worth_up_to_per_month = fix.value - baseline.value;
        self.leads_hurt =
            leads.won < baseline.won && self.leads.totals.won < self.baseline.totals.won;
        self.verdict = Verdict::of(
            self.fix.gain,
            self.leads.gain,
            super::measure(self.objective, &self.baseline.totals).abs(),
        );
    }
}
