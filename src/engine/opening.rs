//! What is in the pipeline when the horizon begins.

use std::rc::Rc;

use super::arrivals::{MonthArrivals, advancing, baseline_leads, steady_daily};
use super::calendar::Calendar;
use super::duration::Durations;
use super::stage_flow::{OpenUnits, Split};
use super::stage_plan::{StagePlan, steady_capacity_per_day};
use crate::model::{Document, Opening, Stage};

/// The opening of every stage, and the wins a day before the horizon.
#[derive(Clone, Debug)]
pub struct OpenPipeline {
    /// One entry a stage.
    pub stages: Vec<OpenUnits>,
    /// Units won on every day before the horizon.
    pub earlier_wins_per_day: f64,
}

impl OpenPipeline {
    /// As the document's opening says. What started before the horizon follows the baseline; the
    /// units of "counts" start on day 0, under the `plans` of that day.
    #[must_use]
    pub fn new(
        document: &Document,
        plans: &[StagePlan],
        calendar: &Calendar,
        durations: &mut Durations,
    ) -> Self {
        let mut flow = SteadyFlow::new(document);
        let stages = document.stages.iter().zip(plans).enumerate();
        let stages = stages
            .map(|(position, (stage, plan))| {
                let steady_days = durations.get(
                    stage.days.mean.middle(),
                    stage.days.variation.get(),
                    calendar.days(),
                );
                let steady_lost_days = match stage.lost_days {
                    Some(own) => {
                        durations.get(own.mean.middle(), own.variation.get(), calendar.days())
                    }
                    None => Rc::clone(&steady_days),
                };
                OpenUnits {
                    steady_per_day: flow.through(stage),
                    steady_days,
                    steady_lost_days,
                    on_first_day: counted(document, stage, position, plan, calendar),
                }
            })
            .collect();
        Self {
            stages,
            earlier_wins_per_day: flow.arriving,
        }
    }
}

/// The daily flow of a pipeline that has been running for ever, stage after stage.
struct SteadyFlow {
    arriving: f64,
    leads: Option<MonthArrivals>,
}

impl SteadyFlow {
    fn new(document: &Document) -> Self {
        match document.opening {
            Opening::Steady => {
                let leads = steady_daily(document);
                Self {
                    arriving: leads.leads,
                    leads: Some(leads),
                }
            }
            Opening::Empty | Opening::Counts => Self {
                arriving: 0.0,
                leads: None,
            },
        }
    }

    /// What starts the next stage on every day; from then on its advancing units arrive.
    fn through(&mut self, stage: &Stage) -> Split {
        let started = match steady_capacity_per_day(stage) {
            Some(capacity) => self.arriving.min(capacity),
            None => self.arriving,
        };
        let conversion = stage.conversion.middle();
        let share = match self.leads.take() {
            Some(leads) => leads.first_conversion(conversion),
            None => conversion,
        };
        let advancing = started * share;
        self.arriving = advancing;
        Split {
            advancing,
            lost: started - advancing,
        }
    }
}

/// The stage's open units of "counts".
fn counted(
    document: &Document,
    stage: &Stage,
    position: usize,
    plan: &StagePlan,
    calendar: &Calendar,
) -> Split {
    let open = stage.open.get();
    let Some(month) = plan.months.first() else {
        return Split::default();
    };
    if document.opening != Opening::Counts || open == 0.0 {
        return Split::default();
    }
    let advancing = if position == 0 {
        let qualities = document
            .channels
            .iter()
            .map(|channel| channel.quality.get());
        let units = split_over_channels(document, open, calendar);
        units
            .iter()
            .zip(qualities)
            .map(|(units, quality)| units * advancing(month.conversion, quality))
            .sum()
    } else {
        open * month.conversion
    };
    Split {
        advancing,
        lost: open - advancing,
    }
}

/// What arithmetic may leave between two remainders that are equal on paper.
const ROUNDING: f64 = 1e-9;

/// `open` whole units over the channels by month 0's leads, by largest remainder, ties to the first
/// listed; all on the first channel where no leads come.
#[must_use]
pub fn split_over_channels(document: &Document, open: f64, calendar: &Calendar) -> Vec<f64> {
    let Some(span) = calendar.months().first() else {
        return Vec::new();
    };
    let leads: Vec<f64> = document
        .channels
        .iter()
        .map(|channel| baseline_leads(channel, 0, span))
        .collect();
    let total: f64 = leads.iter().sum();
    let shares: Vec<f64> = leads
        .iter()
        .map(|leads| {
            if total > 0.0 {
                open * leads / total
            } else {
                0.0
            }
        })
        .collect();
    let mut units: Vec<f64> = shares
        .iter()
        .map(|share| libm::floor(share + ROUNDING))
        .collect();
    let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
    // In steps of the rounding, so that ties are ties.
    let remainder = |index: &usize| {
        let share = shares.get(*index).copied().unwrap_or_default();
        libm::round((share - libm::floor(share + ROUNDING)) / ROUNDING)
    };
    // A stable sort, so that ties stay in the order listed.
    by_remainder.sort_by(|left, right| remainder(right).total_cmp(&remainder(left)));
    let mut rest = open - units.iter().sum::<f64>();
    for index in by_remainder.into_iter().cycle() {
        if rest < 0.5 {
            break;
        }
        if let Some(units) = units.get_mut(index) {
            // Without any leads everything belongs to the first channel.
            let extra = if total > 0.0 { 1.0 } else { rest };
            *units += extra;
            rest -= extra;
        }
    }
    units
}
