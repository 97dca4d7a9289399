//! What a document means where it says nothing: the contract's defaults, in this one place.

use super::currency::Currency;
use super::document::{
    Billing, Channel, Days, Deal, Document, OneOff, Opening, Recurring, Stage, Waiting,
};
use super::month::Month;
use super::number::Number;
use super::number::kinds::{Money, UnitsPerMonth};
use super::uncertain::{Conversion, Uncertain};

impl Document {
    /// A year from `start` in US dollars, in full swing at the start, without scenarios.
    #[must_use]
    pub fn new(start: Month, channel: Channel, stage: Stage, deal: Deal) -> Self {
        Self {
            title: String::new(),
            currency: Currency::USD,
            start,
            months: Number::nearest(12.0),
            opening: Opening::default(),
            channels: vec![channel],
            stages: vec![stage],
            deal,
            scenarios: Vec::new(),
        }
    }
}

impl Channel {
    /// A channel that is free and neither grows nor changes with the season or its volume.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        leads_per_month: impl Into<Uncertain<UnitsPerMonth>>,
    ) -> Self {
        Self {
            name: name.into(),
            leads_per_month: leads_per_month.into(),
            growth_per_month: Number::default(),
            seasonality: None,
            quality: Number::nearest(1.0),
            cost_per_lead: Number::default(),
            fixed_cost_per_month: Number::default(),
            price_elasticity: Number::default(),
            quality_elasticity: Number::default(),
        }
    }
}

impl Stage {
    /// A stage that takes no time, costs nothing and has no limit.
    #[must_use]
    pub fn new(name: impl Into<String>, conversion: impl Into<Conversion>) -> Self {
        Self {
            name: name.into(),
            conversion: conversion.into(),
            days: Days::default(),
            lost_days: None,
            capacity_per_month: None,
            waiting: Waiting::default(),
            cost_per_unit: Number::default(),
            target: None,
            open: Number::default(),
        }
    }
}

impl Default for Days {
    /// No time; once a mean is given, half of it is the standard deviation.
    fn default() -> Self {
        Self {
            mean: Number::default().into(),
            variation: Number::nearest(0.5),
        }
    }
}

impl Deal {
    /// A deal of exactly this size without direct costs, paid at once.
    #[must_use]
    pub fn new(size: impl Into<Uncertain<Money>>) -> Self {
        Self {
            size: size.into(),
            size_variation: Number::default(),
            gross_margin: Number::nearest(1.0),
            billing: Billing::default(),
        }
    }
}

impl Default for Billing {
    /// Paid once, on the day that the deal is won.
    fn default() -> Self {
        Self::OneOff(OneOff::default())
    }
}

impl Default for OneOff {
    /// All of it at once.
    fn default() -> Self {
        Self {
            upfront_share: Number::nearest(1.0),
            onboarding_days: Number::default(),
            delivery_days: Number::default(),
            payment_days: Number::default(),
        }
    }
}

impl Default for Recurring {
    /// A year's contract at an unchanging price with customers who stay.
    fn default() -> Self {
        Self {
            onboarding_days: Number::default(),
            payment_days: Number::default(),
            contract_months: Number::nearest(12.0),
            monthly_churn: Number::default(),
            monthly_expansion: Number::default(),
            cost_to_serve_per_month: Number::default(),
            open_customers: Number::default(),
        }
    }
}
