//! What is in the pipeline now: the wins and the money to expect of the open deals, month by month.

use super::chance_by_age::ChanceByAge;
use super::contradictions::steady_stages;
use super::cycle::CycleDistribution;
use super::equivalent::more_leads;
use super::question::Question;
use crate::engine::arrivals::{advancing, steady_daily};
use crate::engine::opening::split_over_channels;
use crate::engine::{Flows, Simulator, count};
use crate::model::kinds::{HorizonMonths, WholeDays};
use crate::model::{Billing, Document, Month, Number, Opening, Range};

/// What the open deals bring. They have just started their stage, as the opening "counts" has it, and nothing new
/// comes after them, so that no new lead stands in line before them.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenDeals {
    /// Whether the counts are not the visitor's, but what a steady pipeline holds: where the opening is not "counts",
    /// or counts nothing.
    pub is_default: bool,
    /// One entry a stage.
    pub stages: Vec<OpenStage>,
    /// Deals to expect of all of them: Σ open × chance.
    pub wins: f64,
    /// What those are worth on paper.
    pub bookings: f64,
    /// One entry a month of the horizon.
    pub months: Vec<OpenMonth>,
    /// Deals won after the horizon, within five years of its start.
    pub later: f64,
    /// Deals that waiting for full stages takes: gone cold, stale, thrown away, or not even won in five years.
    pub taken_by_waiting: f64,
    /// The days N of the two shares below, 0 to 3650.
    pub within_days: usize,
    /// Deals won on day N or before, counted from the first day of the horizon; of five years at most.
    pub won_within: f64,
    /// Their share of [`wins`](Self::wins), 0 to 1; none where no win is to be expected.
    pub open_within: Option<f64>,
    /// Of all deals that are won of leads, the share that is won within N days of first contact, 0 to 1.
    pub leads_within: f64,
}

/// The open deals of one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenStage {
    /// How many there are, whole.
    pub open: f64,
    /// Deals to expect of them: open × this conversion × the later ones, waiting left out.
    pub wins: f64,
    /// What those are worth on paper.
    pub bookings: f64,
    /// The chance of one of them, by how long it has been there.
    pub ages: ChanceByAge,
}

/// What the open deals bring in one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenMonth {
    /// Which month.
    pub month: Month,
    /// Deals won.
    pub won: f64,
    /// What they are worth on paper.
    pub bookings: f64,
    /// What the deals won by then pay in it. What earlier wins and customers owe is left out.
    pub cash: f64,
}

/// Asks what the open deals bring: one run of the pipeline without new leads, and one of it as it is.
#[derive(Clone, Debug)]
pub struct OpenDealsRuns {
    document: Document,
    within_days: usize,
    leads_within: Option<f64>,
}

impl OpenDealsRuns {
    /// Of `document`, with the wins within so many days, 0 to 3650; of 90 where it is not said.
    #[must_use]
    pub fn new(document: &Document, within_days: Option<f64>) -> Self {
        let within = within_days.unwrap_or(CycleDistribution::DEFAULT_WITHIN_DAYS);
        let within: Number<WholeDays> = Number::nearest(within);
        Self {
            document: document.clone(),
            within_days: usize::try_from(within.whole()).unwrap_or_default(),
            leads_within: None,
        }
    }
}

impl Question for OpenDealsRuns {
    type Answer = OpenDeals;

    fn step(&mut self, simulator: &mut Simulator) -> Option<OpenDeals> {
        let Some(leads_within) = self.leads_within else {
            let cycle = CycleDistribution::of(simulator, &self.document);
            self.leads_within = Some(cycle.share_within(count(self.within_days)));
            return None;
        };
        Some(OpenDeals {
            leads_within,
            ..open_deals(simulator, &self.document, self.within_days)
        })
    }
}

/// All of it but what concerns leads.
fn open_deals(simulator: &mut Simulator, document: &Document, within_days: usize) -> OpenDeals {
    let is_default = !counts_something(document);
    let alone = only_open(document);
    let flows = simulator.flows(&alone, &more_leads(&alone, 0.0));
    let run = flows.report(&alone, &[]);
    let stages = stages(&alone, &flows);
    let (wins, bookings) = stages.iter().fold((0.0, 0.0), |(wins, bookings), stage| {
        (wins + stage.wins, bookings + stage.bookings)
    });
    let (within, later) = run
        .months
        .split_at(run.months.len().min(months_of(document)));
    let months: Vec<OpenMonth> = within
        .iter()
        .map(|month| OpenMonth {
            month: month.month,
            won: month.won,
            bookings: month.bookings,
            cash: month.cash,
        })
        .collect();
    let later: f64 = later.iter().map(|month| month.won).sum();
    let soon: f64 = months.iter().map(|month| month.won).sum();
    let missing = wins - soon - later;
    let won_within: f64 = flows.won().iter().take(within_days + 1).sum();
    OpenDeals {
        is_default,
        stages,
        wins,
        bookings,
        months,
        later,
        taken_by_waiting: if missing > wins * ROUNDING {
            missing
        } else {
            0.0
        },
        within_days,
        won_within,
        open_within: (wins > 0.0).then(|| (won_within / wins).min(1.0)),
        leads_within: 0.0,
    }
}

/// Wins that differ by less than this share are the same.
const ROUNDING: f64 = 1e-9;

/// Whether the document says what is open.
fn counts_something(document: &Document) -> bool {
    let mut stages = document.stages.iter();
    document.opening == Opening::Counts && stages.any(|stage| stage.open.get() > 0.0)
}

/// The open deals of each stage: those of the document, else whole ones near what a steady pipeline holds (units a
/// day × mean days).
#[must_use]
pub fn open_counts(document: &Document) -> Vec<f64> {
    if counts_something(document) {
        let stages = document.stages.iter();
        return stages.map(|stage| stage.open.get()).collect();
    }
    let steady = steady_stages(document, 1.0);
    steady
        .iter()
        .map(|stage| libm::round(stage.in_work()))
        .collect()
}

/// The document with its open deals alone for as long as can be: no customers, and no payments of earlier wins.
pub(super) fn only_open(document: &Document) -> Document {
    let counts = open_counts(document);
    let mut alone = document.clone();
    alone.opening = Opening::Counts;
    alone.months = Number::nearest(HorizonMonths::LIMITS.max);
    for (stage, open) in alone.stages.iter_mut().zip(counts) {
        stage.open = Number::nearest(open);
    }
    if let Billing::Recurring(billing) = &mut alone.deal.billing {
        billing.open_customers = Number::default();
    }
    alone
}

fn stages(alone: &Document, flows: &Flows) -> Vec<OpenStage> {
    let deal = flows.deal.booking(flows.deal.baseline);
    let mut later = 1.0;
    let mut stages: Vec<OpenStage> = Vec::with_capacity(alone.stages.len());
    for (place, stage) in alone.stages.iter().enumerate().rev() {
        let conversion = match place {
            0 => first_conversion(alone, flows),
            _ => stage.conversion.middle(),
        };
        let open = stage.open.get();
        let wins = open * conversion * later;
        stages.push(OpenStage {
            open,
            wins,
            bookings: wins * deal,
            ages: ChanceByAge::new(stage, conversion, later),
        });
        later *= conversion;
    }
    stages.reverse();
    stages
}

/// What advances from the first stage: by the channels as its open deals are split over them, or, where there are
/// none, by those of a steady pipeline.
fn first_conversion(alone: &Document, flows: &Flows) -> f64 {
    let Some(stage) = alone.stages.first() else {
        return 0.0;
    };
    let (open, conversion) = (stage.open.get(), stage.conversion.middle());
    if open == 0.0 {
        return steady_daily(alone).first_conversion(conversion);
    }
    let units = split_over_channels(alone, open, &flows.calendar);
    let channels = alone.channels.iter().zip(units);
    let advance =
        channels.map(|(channel, units)| units * advancing(conversion, channel.quality.get()));
    advance.sum::<f64>() / open
}

fn months_of(document: &Document) -> usize {
    usize::try_from(document.months.whole()).unwrap_or_default()
}
