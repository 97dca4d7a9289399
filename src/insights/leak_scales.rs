//! Where the pipeline leaks, by what one calls the same effort at each stage.

use super::leaks::one_step_up;
use super::objective::measure;
use super::question::Question;
use crate::engine::{Simulator, Totals};
use crate::model::{Change, Document, Number, Objective, Stage, kinds::Share};

/// One percentage point.
const POINT: f64 = 0.01;
/// The relative step.
const RELATIVE: f64 = 1.1;
/// Gains closer to each other than this share of the largest are the same.
const TIE: f64 = 0.01;
/// A gain below this share of the objective is rounding.
const NOTHING: f64 = 1e-9;

/// What counts as the same effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeakScale {
    /// Odds × 1.1, see [`one_step_up`].
    Odds,
    /// One percentage point more, 100 % at most.
    Point,
    /// × 1.1, 100 % at most.
    Relative,
    /// Up to the stage's target; where it is met or there is none, nothing is gained.
    Target,
}

/// Whether a scale tells the stages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Distinction {
    /// It does.
    Ranked,
    /// All stages that can be improved gain the same, within 1 % of the largest gain; there are two at least.
    Tie,
    /// No stage gains anything.
    NothingGains,
}

/// What the effort gains at one stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleGain {
    /// The stage, counted from 0.
    pub stage: usize,
    /// Its conversion after the effort; the present one where there is nothing to improve.
    pub improved: Number<Share>,
    /// The gain in the objective over the horizon.
    pub gain: f64,
}

/// The stages on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleRanking {
    /// The scale.
    pub scale: LeakScale,
    /// The stages by their gain, most first; ties in the order of the pipeline.
    pub stages: Vec<ScaleGain>,
    /// Whether that order means anything.
    pub distinction: Distinction,
}

impl LeakScale {
    /// All scales, the default first.
    pub const ALL: [Self; 4] = [Self::Odds, Self::Point, Self::Relative, Self::Target];

    /// Its name for reports and choices.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Odds => "odds",
            Self::Point => "point",
            Self::Relative => "relative",
            Self::Target => "target",
        }
    }

    /// The stage's conversion after the effort, which never makes it worse.
    fn improved(self, stage: &Stage) -> Number<Share> {
        let conversion = stage.conversion.middle();
        match self {
            Self::Odds => one_step_up(conversion),
            Self::Point => Number::nearest(conversion + POINT),
            Self::Relative => Number::nearest(conversion * RELATIVE),
            Self::Target => {
                let target = stage.target.map_or(conversion, Number::get);
                Number::nearest(target.max(conversion))
            }
        }
    }
}

/// Ranks the stages on every scale, one run a step. The scale of targets is left out where no stage has one.
#[derive(Clone, Debug)]
pub struct LeakScales {
    document: Document,
    objective: Objective,
    baseline: Option<Totals>,
    /// What is still to be run: scale and stage, the last one next.
    waiting: Vec<(LeakScale, usize)>,
    rankings: Vec<ScaleRanking>,
}

impl LeakScales {
    /// Of `document`, by `objective`.
    #[must_use]
    pub fn new(document: &Document, objective: Objective) -> Self {
        let has_target = document.stages.iter().any(|stage| stage.target.is_some());
        let scales = LeakScale::ALL
            .into_iter()
            .filter(|scale| *scale != LeakScale::Target || has_target);
        let rankings: Vec<ScaleRanking> = scales
            .map(|scale| ScaleRanking {
                scale,
                stages: Vec::new(),
                distinction: Distinction::NothingGains,
            })
            .collect();
        let stages = 0..document.stages.len();
        let all = rankings
            .iter()
            .flat_map(|ranking| stages.clone().map(|stage| (ranking.scale, stage)));
        let mut waiting: Vec<_> = all.collect();
        waiting.reverse();
        Self {
            document: document.clone(),
            objective,
            baseline: None,
            waiting,
            rankings,
        }
    }

    fn gain(
        &self,
        simulator: &mut Simulator,
        baseline: &Totals,
        stage: usize,
        improved: Number<Share>,
    ) -> f64 {
        let lever = Change::Conversion {
            stage,
            to: improved,
        };
        let totals = simulator.totals(&self.document, &[lever.at_once()]);
        measure(self.objective, &totals) - measure(self.objective, baseline)
    }

    fn finish(&mut self, baseline: &Totals) -> Vec<ScaleRanking> {
        let nothing = measure(self.objective, baseline).abs() * NOTHING;
        let mut rankings = std::mem::take(&mut self.rankings);
        for ranking in &mut rankings {
            ranking.distinction = distinction(&self.document, &ranking.stages, nothing);
            // A stable sort, so that ties stay in the order of the pipeline.
            ranking
                .stages
                .sort_by(|left, right| right.gain.total_cmp(&left.gain));
        }
        rankings
    }
}

impl Question for LeakScales {
    type Answer = Vec<ScaleRanking>;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Vec<ScaleRanking>> {
        let Some(baseline) = self.baseline else {
            self.baseline = Some(simulator.totals(&self.document, &[]));
            return None;
        };
        let Some((scale, place)) = self.waiting.pop() else {
            return Some(self.finish(&baseline));
        };
        let stage = self.document.stages.get(place)?;
        let improved = scale.improved(stage);
        let has_room = improved.get() > stage.conversion.middle();
        let gain = if has_room {
            self.gain(simulator, &baseline, place, improved)
        } else {
            0.0
        };
        let ranking = self
            .rankings
            .iter_mut()
            .find(|ranking| ranking.scale == scale);
        ranking?.stages.push(ScaleGain {
            stage: place,
            improved,
            gain,
        });
        None
    }
}

/// Only stages with something left to improve are compared: one of 100 % does not break a tie of the others.
fn distinction(document: &Document, stages: &[ScaleGain], nothing: f64) -> Distinction {
    let has_room = |gain: &&ScaleGain| {
        let stage = document.stages.get(gain.stage);
        stage.is_some_and(|stage| gain.improved.get() > stage.conversion.middle())
    };
    let gains: Vec<f64> = stages
        .iter()
        .filter(has_room)
        .map(|stage| stage.gain)
        .collect();
    let most = gains.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let least = gains.iter().copied().fold(f64::INFINITY, f64::min);
    if gains.is_empty() || most <= nothing {
        Distinction::NothingGains
    } else if gains.len() > 1 && most - least < TIE * most {
        Distinction::Tie
    } else {
        Distinction::Ranked
    }
}
