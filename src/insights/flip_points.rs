//! What a pair gains, and how that depends on the price of a lead.

use super::comparison::{Verdict, better_stage, leads_instead};
use super::objective::measure;
use crate::engine::calendar::DAYS_PER_YEAR;
use crate::engine::{Flows, Simulator};
use crate::model::{Document, Lever, Objective, Pair, Range, kinds};

/// The objective of a pair's runs over the horizon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gains {
    baseline: f64,
    fix: f64,
    leads: f64,
    /// Leads more than in the baseline over the horizon, and what they cost.
    extra: f64,
    extra_cost: f64,
    /// Whether the objective is less by what leads cost.
    counts_cost: bool,
}

impl Gains {
    /// Of `pair` in `document`: three runs.
    pub(super) fn of(
        simulator: &mut Simulator,
        document: &Document,
        pair: Pair,
        objective: Objective,
    ) -> Self {
        let mut run = |levers: &[Lever]| simulator.totals(document, levers);
        let baseline = run(&[]);
        let fix = run(&[better_stage(pair)]);
        let leads = run(&leads_instead(document, pair));
        Self {
            baseline: measure(objective, &baseline),
            fix: measure(objective, &fix),
            leads: measure(objective, &leads),
            extra: leads.leads - baseline.leads,
            extra_cost: leads.leads_cost - baseline.leads_cost,
            counts_cost: matches!(objective, Objective::Profit | Objective::Value),
        }
    }

    pub(super) fn verdict(&self) -> Verdict {
        Verdict::of(
            self.fix - self.baseline,
            self.leads - self.baseline,
            self.baseline.abs(),
        )
    }

    /// With another objective of the better stage.
    pub(super) fn with_fix(self, fix: f64) -> Self {
        Self { fix, ..self }
    }

    /// The mean price of the extra leads, where there are some.
    pub(super) fn lead_price(&self) -> Option<f64> {
        (self.extra > 0.0).then(|| (self.extra_cost / self.extra).max(0.0))
    }

    /// With another price for each of the extra leads: what is won stays, only their cost is another one.
    pub(super) fn at_lead_price(self, price: f64) -> Self {
        if !self.counts_cost {
            return self;
        }
        let extra_cost = self.extra * price;
        Self {
            leads: self.leads + self.extra_cost - extra_cost,
            extra_cost,
            ..self
        }
    }
}

/// The capacity a month from which on a stage's limit changes nothing, as things are and on both ways of
/// `pair`: the most that comes to it in a day, times the days of that day's month. At most what may be
/// entered.
pub(super) fn binding_capacity(
    simulator: &mut Simulator,
    document: &Document,
    pair: Pair,
    stage: usize,
) -> f64 {
    let mut unlimited = document.clone();
    if let Some(stage) = unlimited.stages.get_mut(stage) {
        stage.capacity_per_month = None;
    }
    let ways = [
        Vec::new(),
        vec![better_stage(pair)],
        leads_instead(document, pair),
    ];
    let most = ways
        .iter()
        .map(|levers| most_asked_for(&simulator.flows(&unlimited, levers), stage))
        .fold(0.0, f64::max);
    most.min(kinds::UnitsPerMonth::LIMITS.max)
}

fn most_asked_for(flows: &Flows, stage: usize) -> f64 {
    let Some(flow) = flows.stages.get(stage) else {
        return 0.0;
    };
    let arrivals = &flow.input.arrivals;
    let months = flows.calendar.months().iter().map(|span| {
        let days = arrivals.get(span.range()).unwrap_or_default();
        days.iter().fold(0.0, |most: f64, day| most.max(*day)) * span.length()
    });
    // What ran before the horizon, over days of mean length.
    let before = flow.input.open.steady_per_day;
    let steady = (before.advancing + before.lost) * DAYS_PER_YEAR / 12.0;
    months.fold(steady, f64::max)
}
