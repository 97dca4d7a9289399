//! The numbers of a document by name: what an input edits, a curve sweeps and an error points to.
//!
//! [`super::slot`] reads and writes them.

use super::number::{Limits, Range, kinds};
use super::problem::Path;

/// One number of the document. Channels and stages are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The months that are simulated.
    Months,
    /// A number of a channel.
    Channel(usize, ChannelField),
    /// A number of a stage.
    Stage(usize, StageField),
    /// A number of the deal.
    Deal(DealField),
}

/// A number of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChannelField {
    LeadsPerMonth,
    GrowthPerMonth,
    Quality,
    CostPerLead,
    FixedCostPerMonth,
    PriceElasticity,
    QualityElasticity,
}

/// A number of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageField {
    Conversion,
    DaysMean,
    DaysVariation,
    LostDaysMean,
    LostDaysVariation,
    CapacityPerMonth,
    PatienceHalfLifeDays,
    StaleHalfLifeDays,
    StaleFloor,
    DiscardAfterDays,
    CostPerUnit,
    Target,
    Open,
}

/// A number of the deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DealField {
    Size,
    SizeVariation,
    GrossMargin,
    UpfrontShare,
    OnboardingDays,
    DeliveryDays,
    PaymentDays,
    ContractMonths,
    MonthlyChurn,
    MonthlyExpansion,
    CostToServePerMonth,
    OpenCustomers,
}

impl Field {
    /// What the field may hold.
    #[must_use]
    pub fn limits(self) -> Limits {
        use kinds::{
            ContractMonths, Count, DaysVariation, Expansion, Factor, Growth, HalfLifeDays,
            HorizonMonths, MeanDays, Money, PriceElasticity, QualityElasticity, Share,
            SizeVariation, UnitsPerMonth, WholeDays,
        };
        match self {
            Self::Months => HorizonMonths::LIMITS,
            Self::Channel(_, field) => match field {
                ChannelField::LeadsPerMonth => UnitsPerMonth::LIMITS,
                ChannelField::GrowthPerMonth => Growth::LIMITS,
                ChannelField::Quality => Factor::LIMITS,
                ChannelField::CostPerLead | ChannelField::FixedCostPerMonth => Money::LIMITS,
                ChannelField::PriceElasticity => PriceElasticity::LIMITS,
                ChannelField::QualityElasticity => QualityElasticity::LIMITS,
            },
            Self::Stage(_, field) => match field {
                StageField::Conversion | StageField::StaleFloor | StageField::Target => {
                    Share::LIMITS
                }
                StageField::DaysMean | StageField::LostDaysMean => MeanDays::LIMITS,
                StageField::DaysVariation | StageField::LostDaysVariation => DaysVariation::LIMITS,
                StageField::CapacityPerMonth => UnitsPerMonth::LIMITS,
                StageField::PatienceHalfLifeDays | StageField::StaleHalfLifeDays => {
                    HalfLifeDays::LIMITS
                }
                StageField::DiscardAfterDays => WholeDays::LIMITS,
                StageField::CostPerUnit => Money::LIMITS,
                StageField::Open => Count::LIMITS,
            },
            Self::Deal(field) => match field {
                DealField::Size | DealField::CostToServePerMonth => Money::LIMITS,
                DealField::SizeVariation => SizeVariation::LIMITS,
                DealField::GrossMargin | DealField::UpfrontShare | DealField::MonthlyChurn => {
                    Share::LIMITS
                }
                DealField::OnboardingDays | DealField::DeliveryDays | DealField::PaymentDays => {
                    WholeDays::LIMITS
                }
                DealField::ContractMonths => ContractMonths::LIMITS,
                DealField::MonthlyExpansion => Expansion::LIMITS,
                DealField::OpenCustomers => Count::LIMITS,
            },
        }
    }

    /// Where the field stands in the document.
    #[must_use]
    pub fn path(self) -> Path {
        let root = Path::default();
        match self {
            Self::Months => root.key("months"),
            Self::Channel(channel, field) => root.key("channels").index(channel).key(match field {
                ChannelField::LeadsPerMonth => "leadsPerMonth",
                ChannelField::GrowthPerMonth => "growthPerMonth",
                ChannelField::Quality => "quality",
                ChannelField::CostPerLead => "costPerLead",
                ChannelField::FixedCostPerMonth => "fixedCostPerMonth",
                ChannelField::PriceElasticity => "priceElasticity",
                ChannelField::QualityElasticity => "qualityElasticity",
            }),
            Self::Stage(stage, field) => {
                let stage = root.key("stages").index(stage);
                match field {
                    StageField::Conversion => stage.key("conversion"),
                    StageField::DaysMean => stage.key("days").key("mean"),
                    StageField::DaysVariation => stage.key("days").key("cv"),
                    StageField::LostDaysMean => stage.key("lostDays").key("mean"),
                    StageField::LostDaysVariation => stage.key("lostDays").key("cv"),
                    StageField::CapacityPerMonth => stage.key("capacityPerMonth"),
                    StageField::PatienceHalfLifeDays => {
                        stage.key("waiting").key("patienceHalfLifeDays")
                    }
                    StageField::StaleHalfLifeDays => stage.key("waiting").key("staleHalfLifeDays"),
                    StageField::StaleFloor => stage.key("waiting").key("staleFloor"),
                    StageField::DiscardAfterDays => stage.key("waiting").key("discardAfterDays"),
                    StageField::CostPerUnit => stage.key("costPerUnit"),
                    StageField::Target => stage.key("target"),
                    StageField::Open => stage.key("open"),
                }
            }
            Self::Deal(field) => {
                let deal = root.key("deal");
                let billing = deal.key("billing");
                match field {
                    DealField::Size => deal.key("size"),
                    DealField::SizeVariation => deal.key("sizeCv"),
                    DealField::GrossMargin => deal.key("grossMargin"),
                    DealField::UpfrontShare => billing.key("upfrontShare"),
                    DealField::OnboardingDays => billing.key("onboardingDays"),
                    DealField::DeliveryDays => billing.key("deliveryDays"),
                    DealField::PaymentDays => billing.key("paymentDays"),
                    DealField::ContractMonths => billing.key("contractMonths"),
                    DealField::MonthlyChurn => billing.key("monthlyChurn"),
                    DealField::MonthlyExpansion => billing.key("monthlyExpansion"),
                    DealField::CostToServePerMonth => billing.key("costToServePerMonth"),
                    DealField::OpenCustomers => billing.key("openCustomers"),
                }
            }
        }
    }
}
