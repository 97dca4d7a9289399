//! Where the pipeline leaks: what the same effort at each stage would bring.

use super::equivalent::{ExtraLeads, as_many_leads};
use super::objective::measure;
use crate::engine::{Simulator, Totals};
use crate::model::{Change, Document, Number, Objective, kinds::Share};

/// One step of improvement multiplies the odds of advancing by this.
pub(super) const ODDS_STEP: f64 = 1.1;

/// What one step of improvement at a stage would bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leak {
    /// The stage, counted from 0.
    pub stage: usize,
    /// Its conversion one step better.
    pub improved: Number<Share>,
    /// The gain in the objective over the horizon.
    pub gain: f64,
    /// What the improvement may cost a month before it stops paying, by value.
    pub worth_up_to_per_month: f64,
    /// The leads that would do the same, if any number does.
    pub as_many_leads_as: Option<ExtraLeads>,
}

/// One step up for a conversion p: odds × 1.1, which is 1.1·p ÷ (1 + 0.1·p). It cannot pass 100 % and
/// is worth less where little is left to win.
#[must_use]
pub fn one_step_up(conversion: f64) -> Number<Share> {
    Number::nearest(ODDS_STEP * conversion / (1.0 + (ODDS_STEP - 1.0) * conversion))
}

/// The stages of the baseline by the gain of one step, most first; ties in the order of the pipeline.
pub fn leaks(simulator: &mut Simulator, document: &Document, objective: Objective) -> Vec<Leak> {
    let mut leaks = ranking(simulator, document, objective);
    let baseline = simulator.totals(document, &[]);
    for leak in &mut leaks {
        let target = measure(objective, &baseline) + leak.gain;
        leak.as_many_leads_as = as_many_leads(simulator, document, objective, target);
    }
    leaks
}

/// The stage with the most to gain from one step, if any stage has something to gain.
pub fn top_leak(
    simulator: &mut Simulator,
    document: &Document,
    objective: Objective,
) -> Option<Leak> {
    ranking(simulator, document, objective).into_iter().next()
}

/// As [`leaks`], without the search for leads.
fn ranking(simulator: &mut Simulator, document: &Document, objective: Objective) -> Vec<Leak> {
    let baseline = simulator.totals(document, &[]);
    let mut ranking: Vec<Leak> = (0..document.stages.len())
        .filter_map(|stage| improve(simulator, document, objective, stage, &baseline))
        .collect();
    // A stable sort, so that ties stay in the order of the pipeline.
    ranking.sort_by(|left, right| right.gain.total_cmp(&left.gain));
    ranking
}

fn improve(
    simulator: &mut Simulator,
    document: &Document,
    objective: Objective,
    stage: usize,
    baseline: &Totals,
) -> Option<Leak> {
    let conversion = document.stages.get(stage)?.conversion.middle();
    let improved = one_step_up(conversion);
    let lever = Change::Conversion {
        stage,
        to: improved,
    };
    let totals = simulator.totals(document, &[lever.at_once()]);
    Some(Leak {
        stage,
        improved,
        gain: measure(objective, &totals) - measure(objective, baseline),
        worth_up_to_per_month: (totals.value - baseline.value) / document.months.get(),
        as_many_leads_as: None,
    })
}
