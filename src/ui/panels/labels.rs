//! What the inputs are called.

use crate::model::{BillingKind, ChannelField, DealField, Document, Field, StageField};
use crate::ui::words::Words;

pub(in crate::ui) fn label(words: Words, field: Field, document: &Document) -> &'static str {
    let texts = &words.texts().fields;
    match field {
        Field::Months => texts.months,
        Field::Channel(_, field) => match field {
            ChannelField::LeadsPerMonth => texts.leads_per_month,
            ChannelField::GrowthPerMonth => texts.growth,
            ChannelField::Quality => texts.quality,
            ChannelField::CostPerLead => texts.cost_per_lead,
            ChannelField::FixedCostPerMonth => texts.fixed_cost,
            ChannelField::PriceElasticity => texts.price_elasticity,
            ChannelField::QualityElasticity => texts.quality_elasticity,
        },
        Field::Stage(_, field) => match field {
            StageField::Conversion => texts.conversion,
            StageField::DaysMean => texts.days,
            StageField::DaysVariation => texts.days_variation,
            StageField::LostDaysMean => texts.lost_days,
            StageField::LostDaysVariation => texts.lost_days_variation,
            StageField::CapacityPerMonth => texts.capacity,
            StageField::PatienceHalfLifeDays => texts.patience,
            StageField::StaleHalfLifeDays => texts.stale,
            StageField::StaleFloor => texts.stale_floor,
            StageField::DiscardAfterDays => texts.discard,
            StageField::CostPerUnit => texts.cost_per_unit,
            StageField::Target => texts.target,
            StageField::Open => texts.open,
        },
        Field::Deal(field) => match field {
            DealField::Size if document.deal.billing.kind() == BillingKind::Recurring => {
                texts.price_of_month
            }
            DealField::Size => texts.deal_size,
            DealField::SizeVariation => texts.size_variation,
            DealField::GrossMargin => texts.margin,
            DealField::UpfrontShare => texts.upfront,
            DealField::OnboardingDays => texts.onboarding,
            DealField::DeliveryDays => texts.delivery,
            DealField::PaymentDays => texts.payment,
            DealField::ContractMonths => texts.contract_months,
            DealField::MonthlyChurn => texts.churn,
            DealField::MonthlyExpansion => texts.expansion,
            DealField::CostToServePerMonth => texts.cost_to_serve,
            DealField::OpenCustomers => texts.open_customers,
        },
    }
}
