//! The numbers of a lever by name.

use super::document::{Change, Lever};
use super::number::kinds::{
    DaysFactor, Factor, LeadsFactor, Money, RampMonths, Share, StartMonth, UnitsPerMonth, WholeDays,
};
use super::number::{Limits, Number, Range};

/// One number of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeverField {
    /// What the lever brings its number to, or multiplies it by.
    Value,
    /// The quality of extra leads; optional.
    Quality,
    /// The price of an extra lead; optional.
    CostPerLead,
    /// The month, counted from 0, from which it acts.
    StartMonth,
    /// Months over which it comes into force.
    RampMonths,
    /// What it costs once.
    OneOffCost,
    /// What it costs a month from its start on.
    CostPerMonth,
}

impl LeverField {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Value,
        Self::Quality,
        Self::CostPerLead,
        Self::StartMonth,
        Self::RampMonths,
        Self::OneOffCost,
        Self::CostPerMonth,
    ];

    /// Its name in ids, such as "rampMonths".
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Quality => "quality",
            Self::CostPerLead => "costPerLead",
            Self::StartMonth => "startMonth",
            Self::RampMonths => "rampMonths",
            Self::OneOffCost => "oneOffCost",
            Self::CostPerMonth => "costPerMonth",
        }
    }

    /// Whether it may be left empty.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Quality | Self::CostPerLead)
    }

    /// What it may hold; none where such a change has no such number.
    #[must_use]
    pub const fn limits(self, change: Change) -> Option<Limits> {
        Some(match (self, change) {
            (Self::Value, Change::Conversion { .. } | Change::Churn { .. }) => Share::LIMITS,
            (Self::Value, Change::Leads { .. }) => LeadsFactor::LIMITS,
            (Self::Value, Change::Days { .. }) => DaysFactor::LIMITS,
            (Self::Value, Change::Capacity { .. }) => UnitsPerMonth::LIMITS,
            (Self::Value, Change::DealSize { .. }) => Factor::LIMITS,
            (Self::Value, Change::PaymentDays { .. }) => WholeDays::LIMITS,
            (Self::Value, Change::WaitingOrder { .. }) => return None,
            (Self::Quality, Change::Leads { .. }) => Factor::LIMITS,
            (Self::CostPerLead, Change::Leads { .. }) => Money::LIMITS,
            (Self::Quality | Self::CostPerLead, _) => return None,
            (Self::StartMonth, _) => StartMonth::LIMITS,
            (Self::RampMonths, _) => RampMonths::LIMITS,
            (Self::OneOffCost | Self::CostPerMonth, _) => Money::LIMITS,
        })
    }

    /// Its number, if the lever has one.
    #[must_use]
    pub fn get(self, lever: &Lever) -> Option<f64> {
        match self {
            Self::StartMonth => return Some(lever.start_month.get()),
            Self::RampMonths => return Some(lever.ramp_months.get()),
            Self::OneOffCost => return Some(lever.one_off_cost.get()),
            Self::CostPerMonth => return Some(lever.cost_per_month.get()),
            Self::Value | Self::Quality | Self::CostPerLead => {}
        }
        match (self, lever.change) {
            (Self::Value, Change::Conversion { to, .. } | Change::Churn { to }) => Some(to.get()),
            (Self::Value, Change::Leads { times, .. }) => Some(times.get()),
            (Self::Value, Change::Days { times, .. }) => Some(times.get()),
            (Self::Value, Change::Capacity { to, .. }) => Some(to.get()),
            (Self::Value, Change::DealSize { times }) => Some(times.get()),
            (Self::Value, Change::PaymentDays { to }) => Some(to.get()),
            (Self::Quality, Change::Leads { quality, .. }) => quality.map(Number::get),
            (Self::CostPerLead, Change::Leads { cost_per_lead, .. }) => {
                cost_per_lead.map(Number::get)
            }
            _ => None,
        }
    }

    /// The lever with another number there, or with none where that is allowed; none where it is not taken.
    #[must_use]
    pub fn put(self, mut lever: Lever, value: Option<f64>) -> Option<Lever> {
        let limits = self.limits(lever.change)?;
        let is_allowed = match value {
            Some(value) => limits.allow(value),
            None => self.is_optional(),
        };
        if !is_allowed {
            return None;
        }
        match (self, &mut lever.change) {
            (Self::Value, Change::Conversion { to, .. } | Change::Churn { to }) => set(to, value),
            (Self::Value, Change::Leads { times, .. }) => set(times, value),
            (Self::Value, Change::Days { times, .. }) => set(times, value),
            (Self::Value, Change::Capacity { to, .. }) => set(to, value),
            (Self::Value, Change::DealSize { times }) => set(times, value),
            (Self::Value, Change::PaymentDays { to }) => set(to, value),
            (Self::Quality, Change::Leads { quality, .. }) => *quality = value.map(Number::nearest),
            (Self::CostPerLead, Change::Leads { cost_per_lead, .. }) => {
                *cost_per_lead = value.map(Number::nearest);
            }
            (Self::Value | Self::Quality | Self::CostPerLead, _) => return None,
            (Self::StartMonth, _) => set(&mut lever.start_month, value),
            (Self::RampMonths, _) => set(&mut lever.ramp_months, value),
            (Self::OneOffCost, _) => set(&mut lever.one_off_cost, value),
            (Self::CostPerMonth, _) => set(&mut lever.cost_per_month, value),
        }
        Some(lever)
    }
}

fn set<R: Range>(place: &mut Number<R>, value: Option<f64>) {
    *place = value.map_or(*place, Number::nearest);
}
