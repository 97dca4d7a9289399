//! What a stage does in each month, with the levers on it.

use std::rc::Rc;

use super::calendar::{Calendar, DAYS_PER_YEAR};
use super::duration::{Duration, Durations};
use super::timing::{approach, factor_in};
use crate::model::{Change, Lever, Number, Stage, Waiting, WaitingOrder};

/// A stage's parameters over the horizon.
#[derive(Clone, Debug)]
pub struct StagePlan {
    /// One entry a month.
    pub months: Vec<StageMonth>,
    /// What waiting costs; the order is that of the month.
    pub waiting: Waiting,
}

/// A stage's parameters in one month.
#[derive(Clone, Debug)]
pub struct StageMonth {
    /// Probability that a unit of quality 1 which starts now advances.
    pub conversion: f64,
    /// Mean days of an advancing unit.
    pub mean_days: f64,
    /// How long an advancing unit takes.
    pub days: Rc<Duration>,
    /// How long a lost unit takes.
    pub lost_days: Rc<Duration>,
    /// Units that can start a day; no limit when absent.
    pub capacity_per_day: Option<f64>,
    /// Who is next.
    pub order: WaitingOrder,
}

impl PartialEq for StageMonth {
    /// Durations are shared, so the same one is the same pointer.
    fn eq(&self, other: &Self) -> bool {
        self.conversion == other.conversion
            && Rc::ptr_eq(&self.days, &other.days)
            && Rc::ptr_eq(&self.lost_days, &other.lost_days)
            && self.capacity_per_day == other.capacity_per_day
            && self.order == other.order
    }
}

impl PartialEq for StagePlan {
    fn eq(&self, other: &Self) -> bool {
        self.waiting == other.waiting && self.months == other.months
    }
}

impl StagePlan {
    /// The stage at `position` with the `levers` that act on it.
    #[must_use]
    pub fn new(
        stage: &Stage,
        position: usize,
        levers: &[Lever],
        calendar: &Calendar,
        durations: &mut Durations,
    ) -> Self {
        let own: Vec<&Lever> = levers
            .iter()
            .filter(|lever| stage_of(&lever.change) == Some(position))
            .collect();
        let months = calendar.months().iter().enumerate();
        Self {
            months: months
                .map(|(index, span)| {
                    let values = MonthValues::new(stage, &own, index);
                    values.into_month(stage, span.length(), calendar.days(), durations)
                })
                .collect(),
            waiting: stage.waiting,
        }
    }

    /// Whether any month has a limit.
    #[must_use]
    pub fn is_limited(&self) -> bool {
        self.months
            .iter()
            .any(|month| month.capacity_per_day.is_some())
    }
}

/// The stage a change acts on.
fn stage_of(change: &Change) -> Option<usize> {
    match *change {
        Change::Conversion { stage, .. }
        | Change::Days { stage, .. }
        | Change::Capacity { stage, .. }
        | Change::WaitingOrder { stage, .. } => Some(stage),
        Change::Leads { .. }
        | Change::DealSize { .. }
        | Change::Churn { .. }
        | Change::PaymentDays { .. } => None,
    }
}

/// A month's plain numbers, lever after lever.
struct MonthValues {
    conversion: f64,
    days_factor: f64,
    capacity_per_month: Option<f64>,
    order: WaitingOrder,
}

impl MonthValues {
    fn new(stage: &Stage, levers: &[&Lever], index: usize) -> Self {
        let mut values = Self {
            conversion: stage.conversion.middle(),
            days_factor: 1.0,
            capacity_per_month: stage.capacity_per_month.map(Number::get),
            order: stage.waiting.order,
        };
        for lever in levers {
            let started = super::count(index) >= lever.start_month.get();
            match lever.change {
                Change::Conversion { to, .. } => {
                    values.conversion = approach(lever, index, values.conversion, to.get());
                }
                Change::Days { times, .. } => {
                    values.days_factor *= factor_in(lever, index, times.get());
                }
                Change::Capacity { to, .. } => {
                    values.capacity_per_month = match values.capacity_per_month {
                        Some(before) => Some(approach(lever, index, before, to.get())),
                        None => started.then_some(to.get()),
                    };
                }
                Change::WaitingOrder { to, .. } if started => values.order = to,
                _ => {}
            }
        }
        values
    }

    fn into_month(
        self,
        stage: &Stage,
        days_in_month: f64,
        horizon: usize,
        durations: &mut Durations,
    ) -> StageMonth {
        let mean_days = stage.days.mean.middle() * self.days_factor;
        let days = durations.get(mean_days, stage.days.variation.get(), horizon);
        let lost_days = match stage.lost_days {
            Some(own) => durations.get(own.mean.middle(), own.variation.get(), horizon),
            None => Rc::clone(&days),
        };
        StageMonth {
            conversion: self.conversion,
            mean_days,
            days,
            lost_days,
            capacity_per_day: self
                .capacity_per_month
                .map(|capacity| capacity / days_in_month),
            order: self.order,
        }
    }
}

/// Units that can start a day before the horizon, where all days are alike.
#[must_use]
pub fn steady_capacity_per_day(stage: &Stage) -> Option<f64> {
    stage
        .capacity_per_month
        .map(|capacity| capacity.get() * 12.0 / DAYS_PER_YEAR)
}
