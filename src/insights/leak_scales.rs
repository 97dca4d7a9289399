//! Where the pipeline leaks, by what one calls the same effort at each stage.

use super::leaks::one_step_up;
use super::objective::measure;
use super::question::Question;
use crate::engine::{Simulator, Totals};
use crate::model::{Change, Document, Number, Objective, Stage, View, kinds::Share};

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
    /// The step of [`Odds`](Self::Odds) by what the visitor says that it costs; stages without a price are left
    /// out.
    Money,
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
    /// On the scale of money: the gain ÷ what the step costs over the horizon, its price a month × months.
    pub per_money: Option<f64>,
}

impl ScaleGain {
    /// What the stage is ranked by.
    #[must_use]
    pub fn rank(&self) -> f64 {
        self.per_money.unwrap_or(self.gain)
    }
}

/// The stages on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleRanking {
    /// The scale.
    pub scale: LeakScale,
    /// The stages by their [rank](ScaleGain::rank), most first; ties in the order of the pipeline.
    pub stages: Vec<ScaleGain>,
    /// Whether that order means anything.
    pub distinction: Distinction,
}

impl LeakScale {
    /// All scales, the default first.
    pub const ALL: [Self; 5] = [
        Self::Odds,
        Self::Point,
        Self::Relative,
        Self::Target,
        Self::Money,
    ];

    /// Its name for reports and choices.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Odds => "odds",
            Self::Point => "point",
            Self::Relative => "relative",
            Self::Target => "target",
            Self::Money => "money",
        }
    }

    /// The stage's conversion after the effort, which never makes it worse.
    fn improved(self, stage: &Stage) -> Number<Share> {
        let conversion = stage.conversion.middle();
        match self {
            Self::Odds | Self::Money => one_step_up(conversion),
            Self::Point => Number::nearest(conversion + POINT),
            Self::Relative => Number::nearest(conversion * RELATIVE),
            Self::Target => {
                let target = stage.target.map_or(conversion, Number::get);
                Number::nearest(target.max(conversion))
            }
        }
    }
}

/// Ranks the stages on every scale, one run a step. The scales of targets and of money are left out where no
/// stage has a target, or a price.
#[derive(Clone, Debug)]
pub struct LeakScales {
    document: Document,
    objective: Objective,
    /// What a step costs over the horizon, of the stages that have a price.
    costs: Vec<Option<f64>>,
    baseline: Option<Totals>,
    /// What is still to be run: scale and stage, the last one next.
    waiting: Vec<(LeakScale, usize)>,
    rankings: Vec<ScaleRanking>,
}

impl LeakScales {
    /// Of `document`, by the objective and the prices of `view`.
    #[must_use]
    pub fn new(document: &Document, view: &View) -> Self {
        let stages = 0..document.stages.len();
        let months = document.months.get();
        let price = |stage| view.stages.price(stage).map(|price| price * months);
        let costs: Vec<Option<f64>> = stages.clone().map(price).collect();
        let has_target = document.stages.iter().any(|stage| stage.target.is_some());
        let has_price = costs.iter().any(Option::is_some);
        let scales = LeakScale::ALL.into_iter().filter(|scale| match scale {
            LeakScale::Target => has_target,
            LeakScale::Money => has_price,
            LeakScale::Odds | LeakScale::Point | LeakScale::Relative => true,
        });
        let rankings: Vec<ScaleRanking> = scales
            .map(|scale| ScaleRanking {
                scale,
                stages: Vec::new(),
                distinction: Distinction::NothingGains,
            })
            .collect();
        let all = rankings
            .iter()
            .filter(|ranking| ranking.scale != LeakScale::Money)
            .flat_map(|ranking| stages.clone().map(|stage| (ranking.scale, stage)));
        let mut waiting: Vec<_> = all.collect();
        waiting.reverse();
        Self {
            document: document.clone(),
            objective: view.objective,
            costs,
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
        let by_odds = rankings.first().map(|odds| odds.stages.clone());
        let by_money = self.by_money(by_odds.unwrap_or_default());
        if let Some(money) = rankings.last_mut()
            && money.scale == LeakScale::Money
        {
            money.stages = by_money;
        }
        for ranking in &mut rankings {
            ranking.distinction = distinction(&self.document, &ranking.stages, nothing);
            // A stable sort, so that ties stay in the order of the pipeline.
            ranking
                .stages
                .sort_by(|left, right| right.rank().total_cmp(&left.rank()));
        }
        rankings
    }

    /// The steps of the stages that have a price, by it: the same runs as those of the odds.
    fn by_money(&self, by_odds: Vec<ScaleGain>) -> Vec<ScaleGain> {
        let by_money = by_odds.into_iter().filter_map(|step| {
            let cost = self.costs.get(step.stage).copied().flatten()?;
            Some(ScaleGain {
                per_money: Some(step.gain / cost),
                ..step
            })
        });
        by_money.collect()
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
            per_money: None,
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
    let able: Vec<&ScaleGain> = stages.iter().filter(has_room).collect();
    let ranks = || able.iter().map(|stage| stage.rank());
    let most = ranks().fold(f64::NEG_INFINITY, f64::max);
    let least = ranks().fold(f64::INFINITY, f64::min);
    if able.iter().all(|stage| stage.gain <= nothing) {
        Distinction::NothingGains
    } else if able.len() > 1 && most - least < TIE * most {
        Distinction::Tie
    } else {
        Distinction::Ranked
    }
}
