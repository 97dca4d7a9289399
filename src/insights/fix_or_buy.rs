//! Fix a stage or buy leads: by how much the winner is ahead and since when, and every stage against
//! every channel.

use super::comparison::{Comparison, LEADS_STEP, NOTHING, Verdict};
use super::equivalent::{ExtraLeads, more_leads_of};
use super::leaks::one_step_up;
use super::objective::{cumulated, measure};
use super::question::Question;
use crate::engine::{Simulator, Totals};
use crate::model::{Change, Document, Lever, Number, Objective, kinds::Share};

/// How far the winner of a comparison is ahead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advantage {
    /// Who it is.
    pub verdict: Verdict,
    /// The larger gain in the objective over the horizon − the smaller one; at least 0.
    pub ahead_by: f64,
    /// The same as a share of the larger gain, where that is above 0. Above 1 where the other way loses.
    pub ahead_by_share: Option<f64>,
    /// The first month, counted from 0, at whose end the winner's objective, summed from the first day on,
    /// is ahead of the other's and stays ahead to the end of the horizon. None where nobody wins.
    pub ahead_since: Option<usize>,
}

impl Comparison {
    /// How far the winner is ahead, without another run. `document` is the one compared.
    ///
    /// Ahead is who has more by a billionth of the objective over the horizon: less is rounding.
    #[must_use]
    pub fn advantage(&self, document: &Document) -> Advantage {
        let larger = self.fix.gain.max(self.leads.gain);
        let ahead_by = (self.fix.gain - self.leads.gain).abs();
        Advantage {
            verdict: self.verdict,
            ahead_by,
            ahead_by_share: (larger > 0.0).then(|| ahead_by / larger),
            ahead_since: self.ahead_since(document),
        }
    }

    fn ahead_since(&self, document: &Document) -> Option<usize> {
        let (winner, other) = match self.verdict {
            Verdict::FixWins => (&self.fix, &self.leads),
            Verdict::LeadsWin => (&self.leads, &self.fix),
            Verdict::Tie | Verdict::NeitherHelps => return None,
        };
        let margin = document.deal.gross_margin.get();
        let sums = |months| cumulated(self.objective, months, margin);
        let size = measure(self.objective, &self.baseline.totals).abs();
        let rounding = NOTHING * size.max(winner.gain).max(other.gain.abs());
        let mut since = None;
        let ahead = sums(&winner.months).zip(sums(&other.months));
        for (month, (winner, other)) in ahead.enumerate() {
            since = if winner - other > rounding {
                since.or(Some(month))
            } else {
                None
            };
        }
        since
    }
}

/// Every stage one step better, and every channel with a tenth more leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Combinations {
    /// The pipeline as it is, over the horizon.
    pub baseline: Totals,
    /// One entry a stage.
    pub stages: Vec<StageStep>,
    /// One entry a channel.
    pub channels: Vec<LeadsStep>,
    /// All channels in proportion.
    pub all_channels: LeadsStep,
}

/// A stage one step better: its odds of advancing × 1.1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageStep {
    /// Its conversion then.
    pub improved: Number<Share>,
    /// Over the horizon.
    pub totals: Totals,
    /// What the step may cost a month before it stops paying, by value.
    pub worth_up_to_per_month: f64,
    /// The same by profit: what comes back within the horizon.
    pub returned_per_month: f64,
}

/// A tenth more leads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LeadsStep {
    /// Over the horizon.
    pub totals: Totals,
    /// The extra leads and what they cost.
    pub extra: ExtraLeads,
}

impl Combinations {
    /// What a run gains in `objective` over the horizon.
    #[must_use]
    pub fn gain(&self, objective: Objective, totals: &Totals) -> f64 {
        measure(objective, totals) - measure(objective, &self.baseline)
    }

    /// A stage's step against a tenth more leads of a channel, or of all when it is absent; none where there
    /// is no such stage or channel.
    #[must_use]
    pub fn verdict(
        &self,
        objective: Objective,
        stage: usize,
        channel: Option<usize>,
    ) -> Option<Verdict> {
        let stage = self.stages.get(stage)?;
        let leads = match channel {
            Some(channel) => self.channels.get(channel)?,
            None => &self.all_channels,
        };
        Some(Verdict::of(
            self.gain(objective, &stage.totals),
            self.gain(objective, &leads.totals),
            measure(objective, &self.baseline).abs(),
        ))
    }
}

/// Runs each step of a stage and each channel's leads once, one run a step: the comparisons of all pairs
/// follow from their gains.
#[derive(Clone, Debug)]
pub struct AllPairs {
    document: Document,
    baseline: Option<Totals>,
    stages: Vec<StageStep>,
    channels: Vec<LeadsStep>,
}

impl AllPairs {
    /// Of `document`.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        Self {
            document: document.clone(),
            baseline: None,
            stages: Vec::new(),
            channels: Vec::new(),
        }
    }

    fn stage_step(
        &self,
        simulator: &mut Simulator,
        baseline: &Totals,
        conversion: f64,
    ) -> StageStep {
        let improved = one_step_up(conversion);
        let lever = Change::Conversion {
            stage: self.stages.len(),
            to: improved,
        };
        let totals = simulator.totals(&self.document, &[lever.at_once()]);
        let months = self.document.months.get();
        StageStep {
            improved,
            worth_up_to_per_month: (totals.value - baseline.value) / months,
            returned_per_month: (totals.profit - baseline.profit) / months,
            totals,
        }
    }

    fn leads_step(
        &self,
        simulator: &mut Simulator,
        baseline: &Totals,
        channel: Option<usize>,
    ) -> LeadsStep {
        let levers: Vec<Lever> = more_leads_of(&self.document, channel, LEADS_STEP);
        let totals = simulator.totals(&self.document, &levers);
        let months = self.document.months.get();
        LeadsStep {
            extra: ExtraLeads::between(baseline, &totals, LEADS_STEP, months),
            totals,
        }
    }
}

impl Question for AllPairs {
    type Answer = Combinations;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Combinations> {
        let Some(baseline) = self.baseline else {
            self.baseline = Some(simulator.totals(&self.document, &[]));
            return None;
        };
        if let Some(stage) = self.document.stages.get(self.stages.len()) {
            let step = self.stage_step(simulator, &baseline, stage.conversion.middle());
            self.stages.push(step);
            return None;
        }
        if self.channels.len() < self.document.channels.len() {
            let step = self.leads_step(simulator, &baseline, Some(self.channels.len()));
            self.channels.push(step);
            return None;
        }
        Some(Combinations {
            baseline,
            stages: std::mem::take(&mut self.stages),
            channels: std::mem::take(&mut self.channels),
            all_channels: self.leads_step(simulator, &baseline, None),
        })
    }
}
