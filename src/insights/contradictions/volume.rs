//! Volume against capacity, days against a cycle, seasons against a year.

use super::steady::{cycle_days, steady_stages};
use super::{Contradiction, Note, leads_of_all_channels};
use crate::engine::calendar::Calendar;
use crate::model::{ChannelField, Document, Field, Number, StageField};

/// A stated cycle may be this many times the stages' days, or as many times shorter. Cycles are said in whole
/// months, and 45 days become one month or two; what is further away starts or ends elsewhere.
const CYCLE_FACTOR: f64 = 1.5;
/// Factors rounded to one decimal may sum to 12 × 0.05 more or less than 12.
const SEASONS_TOLERANCE: f64 = 0.6;
const MONTHS: f64 = 12.0;

/// Stages that more come to than can start. A full stage keeps the later ones from being full.
pub fn demand(document: &Document) -> Vec<Note> {
    let steady = steady_stages(document, 1.0);
    let stages = document.stages.iter().zip(steady).enumerate();
    stages
        .filter(|(_, (_, steady))| steady.is_overloaded())
        .filter_map(|(stage, (parameters, steady))| {
            let capacity = parameters.capacity_per_month.map(Number::get)?;
            let waiting = parameters.waiting;
            let is_kept_short =
                waiting.patience_half_life_days.is_some() || waiting.discard_after_days.is_some();
            Some(Note {
                contradiction: Contradiction::DemandAboveCapacity {
                    stage,
                    arriving_per_month: steady.arriving,
                    capacity_per_month: capacity,
                    excess_per_month: steady.arriving - capacity,
                    line_grows: !is_kept_short,
                },
                check: std::iter::once(Field::Stage(stage, StageField::CapacityPerMonth))
                    .chain(leads_of_all_channels(document))
                    .collect(),
            })
        })
        .collect()
}

/// A stated cycle that the stages' days do not add up to.
pub fn stated_cycle(document: &Document, stated: Option<f64>) -> Option<Note> {
    let stated_days = stated.filter(|days| days.is_finite() && *days > 0.0)?;
    let stages_days = cycle_days(document);
    let is_off =
        stages_days > stated_days * CYCLE_FACTOR || stages_days * CYCLE_FACTOR < stated_days;
    is_off.then(|| Note {
        contradiction: Contradiction::StatedCycle {
            stated_days,
            stages_days,
        },
        check: days_of_all_stages(document),
    })
}

/// Stages that take as long as the horizon.
pub fn horizon(document: &Document) -> Option<Note> {
    let stages_days = cycle_days(document);
    let days = Calendar::new(document.start, document.months.whole()).days();
    let horizon_days = crate::engine::count(days);
    (stages_days >= horizon_days).then(|| Note {
        contradiction: Contradiction::CycleBeyondHorizon {
            stages_days,
            horizon_days,
        },
        check: std::iter::once(Field::Months)
            .chain(days_of_all_stages(document))
            .collect(),
    })
}

fn days_of_all_stages(document: &Document) -> Vec<Field> {
    (0..document.stages.len())
        .map(|stage| Field::Stage(stage, StageField::DaysMean))
        .collect()
}

/// Seasons that make a year's leads more or fewer than twelve months' leads.
pub fn seasons(document: &Document) -> Vec<Note> {
    let channels = document.channels.iter().enumerate();
    channels
        .filter_map(|(channel, parameters)| {
            let factors = parameters.seasonality.as_ref()?;
            let sum: f64 = factors.iter().map(|factor| factor.get()).sum();
            ((sum - MONTHS).abs() > SEASONS_TOLERANCE).then(|| Note {
                contradiction: Contradiction::Seasons { channel, sum },
                check: vec![Field::Channel(channel, ChannelField::LeadsPerMonth)],
            })
        })
        .collect()
}
