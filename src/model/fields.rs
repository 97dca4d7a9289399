//! All numbers of a document, one after the other.

use super::document::Document;
use super::field::{ChannelField, DealField, Field, StageField};

impl ChannelField {
    /// All of them, in the document's order.
    pub const ALL: [Self; 7] = [
        Self::LeadsPerMonth,
        Self::GrowthPerMonth,
        Self::Quality,
        Self::CostPerLead,
        Self::FixedCostPerMonth,
        Self::PriceElasticity,
        Self::QualityElasticity,
    ];
}

impl StageField {
    /// All of them, in the document's order.
    pub const ALL: [Self; 13] = [
        Self::Conversion,
        Self::DaysMean,
        Self::DaysVariation,
        Self::LostDaysMean,
        Self::LostDaysVariation,
        Self::CapacityPerMonth,
        Self::PatienceHalfLifeDays,
        Self::StaleHalfLifeDays,
        Self::StaleFloor,
        Self::DiscardAfterDays,
        Self::CostPerUnit,
        Self::Target,
        Self::Open,
    ];
}

impl DealField {
    /// All of them, in the document's order.
    pub const ALL: [Self; 12] = [
        Self::Size,
        Self::SizeVariation,
        Self::GrossMargin,
        Self::UpfrontShare,
        Self::OnboardingDays,
        Self::DeliveryDays,
        Self::PaymentDays,
        Self::ContractMonths,
        Self::MonthlyChurn,
        Self::MonthlyExpansion,
        Self::CostToServePerMonth,
        Self::OpenCustomers,
    ];
}

impl Document {
    /// Every field that holds a number, in the document's order: what is switched off, and what another
    /// kind of billing has, is left out.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let channels = (0..self.channels.len())
            .flat_map(|at| ChannelField::ALL.map(|field| Field::Channel(at, field)));
        let stages = (0..self.stages.len())
            .flat_map(|at| StageField::ALL.map(|field| Field::Stage(at, field)));
        let deal = DealField::ALL.map(Field::Deal);
        std::iter::once(Field::Months)
            .chain(channels)
            .chain(stages)
            .chain(deal)
            .filter(|field| field.get(self).is_some())
            .collect()
    }
}
