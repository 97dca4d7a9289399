//! The pipeline as its numbers say it runs in a mean month.

use crate::engine::arrivals::steady_daily;
use crate::engine::calendar::DAYS_PER_YEAR;
use crate::model::{Document, Number, Stage};

/// Days of a mean month.
pub const DAYS_PER_MONTH: f64 = DAYS_PER_YEAR / 12.0;

/// More has to come than this share above the capacity: less is the unevenness of months.
const UNEVENNESS: f64 = 1e-3;

/// A stage in a mean month, by month 0's leads.
#[derive(Clone, Copy, Debug)]
pub struct SteadyStage {
    /// Units that come.
    pub arriving: f64,
    /// Units that start: no more than its capacity.
    pub started: f64,
    /// The share of them that advances, the quality of the leads included.
    pub conversion: f64,
    /// Mean days of a unit in the stage, advancing or lost.
    pub mean_days: f64,
}

impl SteadyStage {
    /// Little's law: units in work = units a day × mean days.
    pub fn in_work(&self) -> f64 {
        self.started / DAYS_PER_MONTH * self.mean_days
    }

    /// Whether more come than can start.
    pub fn is_overloaded(&self) -> bool {
        self.arriving > self.started * (1.0 + UNEVENNESS)
    }
}

/// The stages in order, with `times` the leads of month 0, seasons and waiting left out.
pub fn steady_stages(document: &Document, times: f64) -> Vec<SteadyStage> {
    let leads = steady_daily(document);
    let mut arriving = leads.leads * DAYS_PER_MONTH * times;
    let stages = document.stages.iter().enumerate();
    stages
        .map(|(position, stage)| {
            let capacity = stage.capacity_per_month.map(Number::get);
            let started = capacity.map_or(arriving, |capacity| arriving.min(capacity));
            let conversion = match position {
                0 => leads.first_conversion(stage.conversion.middle()),
                _ => stage.conversion.middle(),
            };
            let steady = SteadyStage {
                arriving,
                started,
                conversion,
                mean_days: mean_days(stage, conversion),
            };
            arriving = started * conversion;
            steady
        })
        .collect()
}

fn mean_days(stage: &Stage, conversion: f64) -> f64 {
    let advancing = stage.days.mean.middle();
    let lost = stage.lost_days.map_or(advancing, |days| days.mean.middle());
    conversion * advancing + (1.0 - conversion) * lost
}

/// Mean days of an advancing unit in all stages, waiting left out.
pub fn cycle_days(document: &Document) -> f64 {
    let stages = document.stages.iter();
    stages.map(|stage| stage.days.mean.middle()).sum()
}

/// The least and the most that a month's leads are, as a multiple of a month's without seasons.
pub fn seasonal_range(document: &Document) -> [f64; 2] {
    let leads = document.channels.iter();
    let leads: f64 = leads.map(|channel| channel.leads_per_month.middle()).sum();
    if leads <= 0.0 {
        return [1.0, 1.0];
    }
    let (mut least, mut most) = (f64::MAX, 0.0_f64);
    for month in 0..12 {
        let of_month = document.channels.iter().map(|channel| {
            let factors = channel.seasonality.as_ref();
            let factor = factors.and_then(|factors| factors.get(month));
            channel.leads_per_month.middle() * factor.map_or(1.0, |factor| factor.get())
        });
        let times = of_month.sum::<f64>() / leads;
        least = least.min(times);
        most = most.max(times);
    }
    [least, most]
}
