//! Fix the stage, or add leads: the two ways side by side.

use super::ceiling::ceiling;
use super::equivalent::{ExtraLeads, LeadSearch, more_leads_of};
use super::leaks::top_leak;
use super::objective::measure;
use super::overload::{Overload, overload};
use crate::engine::arrivals::baseline_leads;
use crate::engine::calendar::Calendar;
use crate::engine::{ExpectedRun, MonthReport, Simulator, Totals};
use crate::model::{Change, Document, Lever, Number, Objective, Pair, View};

/// Leads are multiplied by this where the visitor has not said how many more: the step of the leaks.
pub(super) const LEADS_STEP: f64 = 1.1;
/// Gains closer to each other than this share of the larger one are a tie.
pub(super) const TIE: f64 = 0.01;
/// A gain below this share of the baseline is rounding.
pub(super) const NOTHING: f64 = 1e-9;
/// A change is felt in the first month with this share of its largest month's extra wins.
pub(super) const FELT: f64 = 0.1;

/// Which of the two ways gains more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The better stage.
    FixWins,
    /// More leads.
    LeadsWin,
    /// Both gain the same, within 1 % of the larger gain.
    Tie,
    /// Neither gains anything.
    NeitherHelps,
}

/// What is known of the leads that would do the same as the better stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Equivalent {
    /// The search for them is not over.
    Searching,
    /// So many.
    Leads(ExtraLeads),
    /// No number of leads does.
    None,
}

impl From<Option<ExtraLeads>> for Equivalent {
    fn from(found: Option<ExtraLeads>) -> Self {
        found.map_or(Self::None, Self::Leads)
    }
}

/// One way over the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Over the horizon.
    pub totals: Totals,
    /// What the objective gains on the baseline over the horizon.
    pub gain: f64,
    /// Units won, mean over the months.
    pub won_per_month: f64,
    /// Value of the deals won, mean over the months.
    pub bookings_per_month: f64,
    /// Payments received, mean over the months.
    pub cash_per_month: f64,
    /// All costs, mean over the months.
    pub cost_per_month: f64,
    /// The first month, counted from 0, whose extra wins are at least a tenth of the largest month's.
    pub first_effect: Option<usize>,
    /// One entry a month.
    pub months: Vec<MonthReport>,
}

/// The two ways side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What is compared.
    pub pair: Pair,
    /// Whether the visitor chose it.
    pub chosen_by_visitor: bool,
    /// What is to be raised.
    pub objective: Objective,
    /// The pipeline as it is.
    pub baseline: Outcome,
    /// With the better stage.
    pub fix: Outcome,
    /// With more leads.
    pub leads: Outcome,
    /// Which gains more.
    pub verdict: Verdict,
    /// The leads a month, mean over the months, that the pair multiplies: of its channel, or of all.
    pub leads_per_month: f64,
    /// The leads that would do the same as the better stage, on the pair's channel where it has one.
    pub as_many_leads_as: Equivalent,
    /// What the better stage may cost a month before it stops paying, by value.
    pub worth_up_to_per_month: f64,
    /// The same by profit: what comes back within the horizon.
    pub returned_per_month: f64,
    /// Where no number of leads may do the same: the stage that is full first.
    pub blocked_by: Option<usize>,
    /// Whether more leads win less than there is now.
    pub leads_hurt: bool,
    /// The first stage that gets more than it can start, as the pipeline is.
    pub waiting: Option<Overload>,
}

/// What is compared where the visitor has not chosen: the top leak for won deals, one step better,
/// against a tenth more leads.
pub fn default_pair(simulator: &mut Simulator, document: &Document) -> Pair {
    let leak = top_leak(simulator, document, Objective::Won);
    let (stage, to) = leak.map_or_else(Default::default, |leak| (leak.stage, leak.improved));
    Pair {
        stage,
        to,
        channel: None,
        leads_times: Number::nearest(LEADS_STEP),
    }
}

/// The lever of a pair's first way.
#[must_use]
pub fn better_stage(pair: Pair) -> Lever {
    let Pair { stage, to, .. } = pair;
    Change::Conversion { stage, to }.at_once()
}

/// The levers of a pair's second way.
#[must_use]
pub fn leads_instead(document: &Document, pair: Pair) -> Vec<Lever> {
    more_leads_of(document, pair.channel, pair.leads_times.get())
}

/// The leads a month of one channel of the baseline, mean over the months.
pub(super) fn channel_leads_per_month(document: &Document, channel: usize) -> f64 {
    let Some(channel) = document.channels.get(channel) else {
        return 0.0;
    };
    let calendar = Calendar::new(document.start, document.months.whole());
    let months = calendar.months().iter().enumerate();
    let leads: f64 = months
        .map(|(index, span)| baseline_leads(channel, index, span))
        .sum();
    leads / document.months.get()
}

/// Compares the view's pair, or the default one, by the view's objective.
pub fn compare(simulator: &mut Simulator, document: &Document, view: &View) -> Comparison {
    let mut comparison = compare_at_once(simulator, document, view);
    let mut search = comparison.search(document);
    while comparison.as_many_leads_as == Equivalent::Searching {
        if let Some(found) = search.step(simulator, document) {
            comparison.as_many_leads_as = found.into();
        }
    }
    comparison
}

/// As [`compare`], without the [search](Comparison::search) for as many leads, which may take a hundred runs.
pub fn compare_at_once(simulator: &mut Simulator, document: &Document, view: &View) -> Comparison {
    let chosen = view.pair.filter(|pair| pair.is_of(document));
    let pair = chosen.unwrap_or_else(|| default_pair(simulator, document));
    let objective = view.objective;
    let months = document.months.get();
    let baseline = simulator.expected(document, &[]);
    let fix = simulator.expected(document, &[better_stage(pair)]);
    let leads = simulator.expected(document, &leads_instead(document, pair));
    let waiting = overload(simulator, document, &baseline);
    let won_before = baseline.totals.won;
    let scale = measure(objective, &baseline.totals).abs();
    let outcome = |run| Outcome::new(run, &baseline, objective);
    let (fix, leads) = (outcome(fix), outcome(leads));
    Comparison {
        pair,
        chosen_by_visitor: chosen.is_some(),
        objective,
        verdict: Verdict::of(fix.gain, leads.gain, scale),
        leads_per_month: pair
            .channel
            .map_or(baseline.totals.leads / months, |channel| {
                channel_leads_per_month(document, channel)
            }),
        as_many_leads_as: Equivalent::Searching,
        worth_up_to_per_month: (fix.totals.value - baseline.totals.value) / months,
        returned_per_month: (fix.totals.profit - baseline.totals.profit) / months,
        blocked_by: ceiling(document).map(|ceiling| ceiling.stage),
        leads_hurt: leads.totals.won - won_before < -NOTHING * won_before,
        waiting,
        fix,
        leads,
        baseline: outcome(baseline.clone()),
    }
}

impl Comparison {
    /// The search for the leads that would do the same; `document` is the one compared.
    #[must_use]
    pub fn search(&self, document: &Document) -> LeadSearch {
        let target = measure(self.objective, &self.fix.totals);
        LeadSearch::of_channel(document, self.pair.channel, self.objective, target)
    }
}

impl Verdict {
    /// On two gains; `scale` is the size of what they are gained on.
    #[must_use]
    pub fn of(fix: f64, leads: f64, scale: f64) -> Self {
        let larger = fix.max(leads);
        if larger <= NOTHING * scale {
            Self::NeitherHelps
        } else if (fix - leads).abs() < TIE * larger {
            Self::Tie
        } else if fix > leads {
            Self::FixWins
        } else {
            Self::LeadsWin
        }
    }
}

impl Outcome {
    fn new(run: ExpectedRun, baseline: &ExpectedRun, objective: Objective) -> Self {
        let ExpectedRun { months, totals, .. } = run;
        let of_a_month = |total: f64| total / crate::engine::count(months.len().max(1));
        Self {
            gain: measure(objective, &totals) - measure(objective, &baseline.totals),
            won_per_month: of_a_month(totals.won),
            bookings_per_month: of_a_month(totals.bookings),
            cash_per_month: of_a_month(totals.cash),
            cost_per_month: of_a_month(totals.cost),
            first_effect: first_effect(&months, &baseline.months),
            totals,
            months,
        }
    }
}

/// The first month with [`FELT`] of the largest month's extra wins; none where nothing more is won.
pub(super) fn first_effect(months: &[MonthReport], baseline: &[MonthReport]) -> Option<usize> {
    let extra = || {
        let pairs = months.iter().zip(baseline);
        pairs.map(|(month, before)| month.won - before.won)
    };
    let largest = extra().fold(0.0, f64::max);
    let won = baseline.iter().map(|month| month.won).fold(0.0, f64::max);
    let felt = largest > NOTHING * won;
    felt.then(|| extra().position(|extra| extra >= FELT * largest))
        .flatten()
}
