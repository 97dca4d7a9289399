//! What the figures of formulas are counted in, and which of them are entered.

use super::figure::Figure;
use super::opened::Metric;
use super::scenarios::Compared;
use super::sum::Counted;
use crate::model::Objective;

impl Figure {
    /// What it is counted in.
    #[must_use]
    pub const fn counted(self) -> Counted {
        match self {
            Self::Sum(sum)
            | Self::WithFix(sum)
            | Self::WithLeads(sum)
            | Self::Today(sum)
            | Self::PerMonth(sum)
            | Self::Expected(sum)
            | Self::Mean(sum)
            | Self::Together(sum)
            | Self::Tenth(_, sum)
            | Self::AtPlace(sum)
            | Self::WithChange(sum)
            | Self::Changed(sum)
            | Self::TodayBy(sum, _)
            | Self::PlannedBy(sum, _)
            | Self::AheadBy(sum, _)
            | Self::ScenarioAhead(sum)
            | Self::SummedUp(sum, _)
            | Self::InMonth(sum, _)
            | Self::Chance(sum) => sum.counted(),
            Self::Scenario(_, compared)
            | Self::ComparedToday(compared)
            | Self::ScenarioMore(_, compared) => compared.counted(),
            Self::FixGain(objective)
            | Self::LeadsGain(objective)
            | Self::Gain(objective)
            | Self::Ahead(objective) => match objective {
                Objective::Won => Counted::Units,
                _ => Counted::Money,
            },
            Self::Conversion(_)
            | Self::Bought(_)
            | Self::PriceGrowth
            | Self::FirstConversion
            | Self::GrossMargin
            | Self::OverallConversion
            | Self::ProgrammeShare
            | Self::Churn
            | Self::Expansion
            | Self::Retention
            | Self::FixWinsIn
            | Self::TargetReachedIn
            | Self::Load(_)
            | Self::LastConversion(_)
            | Self::OpenWithin(_)
            | Self::LeadsWithin(_)
            | Self::LeadsBeyond(_)
            | Self::ChanceAtAge(..)
            | Self::StillAdvancing(_)
            | Self::StillLost(_)
            | Self::Improved(_) => Counted::Share,
            Self::DealSize
            | Self::MeanDealSize
            | Self::MeanLifetimeValue
            | Self::PaidLater
            | Self::LeadsCost
            | Self::LeadPrice
            | Self::FixedCost
            | Self::ChannelPrice(_)
            | Self::ChannelFixed(_)
            | Self::StageCost(_)
            | Self::UnitCost(_)
            | Self::LeversCost
            | Self::FirstStepPrice
            | Self::Money
            | Self::LeadsCostNow
            | Self::ServingCost
            | Self::AcquisitionCosts
            | Self::ChannelCosts
            | Self::StageCosts
            | Self::LifetimeValue
            | Self::ServingPerMonth
            | Self::CostPerLead
            | Self::AcquisitionCost
            | Self::WorthLost(_)
            | Self::WorthAfter(_)
            | Self::WorthHere(_)
            | Self::WorthInWork(_)
            | Self::OpenBookings(_)
            | Self::AllOpenBookings
            | Self::OpenBookedIn(_)
            | Self::OpenPaidIn(_)
            | Self::LifetimeMargin
            | Self::LifetimeServing
            | Self::CostPerContract
            | Self::CustomerAfter(_)
            | Self::StepPrice
            | Self::StepOnce
            | Self::StepPerMonth
            | Self::NetCashBy(_)
            | Self::LaidOutBy(_)
            | Self::MayCostPerMonth
            | Self::MayCostOnce
            | Self::OnceWorth
            | Self::BookingsActing
            | Self::VelocityClaims
            | Self::WorthUpTo => Counted::Money,
            Self::StageDays(_)
            | Self::LastStageDays(_)
            | Self::MeanWait(_)
            | Self::WonWithin(_)
            | Self::FirstCashWithin(_)
            | Self::FirstCashThen
            | Self::DaysLess
            | Self::DaysInLine
            | Self::Cycle
            | Self::OnboardingDays
            | Self::DeliveryDays
            | Self::PaymentDays
            | Self::PlannedCycle
            | Self::TimeToRevenue => Counted::Days,
            Self::Months
            | Self::MonthsActing
            | Self::ContractMonths
            | Self::GrowingInvoices
            | Self::Invoices
            | Self::LeadsTimes
            | Self::MeanLeadsTimes
            | Self::Odds(_)
            | Self::Steps
            | Self::Number
            | Self::TrialsWon
            | Self::TrialsReaching
            | Self::Place(_)
            | Self::ValueToCost
            | Self::MarginToServing
            | Self::LeadsPerContract
            | Self::Trials => Counted::Plain,
            _ => Counted::Units,
        }
    }

    /// Whether the visitor has entered it.
    #[must_use]
    pub const fn is_input(self) -> bool {
        matches!(
            self,
            Self::Months
                | Self::Conversion(_)
                | Self::ChannelLeads(_)
                | Self::DealSize
                | Self::ContractMonths
                | Self::ChannelPrice(_)
                | Self::ChannelFixed(_)
                | Self::UnitCost(_)
                | Self::CapacityPerMonth(_)
                | Self::GrossMargin
                | Self::ServingPerMonth
                | Self::StageDays(_)
                | Self::OnboardingDays
                | Self::DeliveryDays
                | Self::PaymentDays
                | Self::Churn
                | Self::Expansion
                | Self::LeadsTimes
                | Self::OpenUnits(_)
                | Self::StepOnce
                | Self::StepPerMonth
        )
    }
}

impl Compared {
    const fn counted(self) -> Counted {
        match self {
            Self::Sum(sum) => sum.counted(),
            Self::Metric(metric) => match metric {
                Metric::Conversion | Metric::ProgrammeShare | Metric::Retention => Counted::Share,
                Metric::Cycle | Metric::TimeToRevenue => Counted::Days,
                Metric::CostPerLead | Metric::AcquisitionCost | Metric::LifetimeValue => {
                    Counted::Money
                }
            },
        }
    }
}
