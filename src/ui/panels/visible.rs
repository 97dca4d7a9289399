//! Which numbers a row shows, at once and opened.

use crate::model::{BillingKind, ChannelField, DealField, Document, Field, Opening, StageField};
use crate::state::{ChannelId, StageId};

/// A row that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowId {
    Channel(ChannelId),
    Stage(StageId),
    Deal,
}

impl RowId {
    /// A text that names the row for as long as it is there.
    pub fn key(self) -> String {
        match self {
            Self::Channel(id) => ["channel-", &id.0.to_string()].concat(),
            Self::Stage(id) => ["stage-", &id.0.to_string()].concat(),
            Self::Deal => "deal".to_owned(),
        }
    }
}

/// The numbers of an opened channel.
pub(in crate::ui) fn of_channel(channel: usize) -> Vec<Field> {
    use ChannelField::{
        FixedCostPerMonth, GrowthPerMonth, PriceElasticity, Quality, QualityElasticity,
    };
    [
        GrowthPerMonth,
        Quality,
        FixedCostPerMonth,
        PriceElasticity,
        QualityElasticity,
    ]
    .map(|field| Field::Channel(channel, field))
    .into()
}

/// The numbers of an opened stage.
pub(in crate::ui) fn of_stage(document: &Document, stage: usize) -> Vec<Field> {
    use StageField::{
        CapacityPerMonth, CostPerUnit, DaysMean, DaysVariation, DiscardAfterDays, LostDaysMean,
        LostDaysVariation, Open, PatienceHalfLifeDays, StaleFloor, StaleHalfLifeDays,
    };
    let mut fields = vec![DaysMean, DaysVariation, LostDaysMean];
    if document
        .stages
        .get(stage)
        .is_some_and(|stage| stage.lost_days.is_some())
    {
        fields.push(LostDaysVariation);
    }
    fields.extend([
        CapacityPerMonth,
        PatienceHalfLifeDays,
        StaleHalfLifeDays,
        StaleFloor,
        DiscardAfterDays,
        CostPerUnit,
    ]);
    if document.opening == Opening::Counts {
        fields.push(Open);
    }
    fields
        .into_iter()
        .map(|field| Field::Stage(stage, field))
        .collect()
}

/// The numbers of the opened deal.
pub(in crate::ui) fn of_deal(document: &Document) -> Vec<Field> {
    use DealField::{
        ContractMonths, CostToServePerMonth, DeliveryDays, GrossMargin, MonthlyChurn,
        MonthlyExpansion, OnboardingDays, OpenCustomers, PaymentDays, SizeVariation, UpfrontShare,
    };
    let mut fields = vec![GrossMargin];
    match document.deal.billing.kind() {
        BillingKind::OneOff => {
            fields.extend([UpfrontShare, OnboardingDays, DeliveryDays, PaymentDays])
        }
        BillingKind::Recurring => fields.extend([
            OnboardingDays,
            PaymentDays,
            ContractMonths,
            MonthlyChurn,
            MonthlyExpansion,
            CostToServePerMonth,
            OpenCustomers,
        ]),
    }
    fields.push(SizeVariation);
    let deal = fields.into_iter().map(Field::Deal);
    [Field::Months].into_iter().chain(deal).collect()
}
