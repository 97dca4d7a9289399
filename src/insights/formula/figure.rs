//! What stands in formulas, and what it is counted in.

use super::sum::{Counted, Sum};
use crate::model::Objective;

/// What stands in a formula. Stages, channels and months are counted from 0; sums are over the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Months of the horizon.
    Months,
    /// A sum over the horizon.
    Sum(Sum),
    /// The same with the better stage.
    WithFix(Sum),
    /// The same with more leads.
    WithLeads(Sum),
    /// The same as things are.
    Today(Sum),
    /// A mean month.
    PerMonth(Sum),
    /// A mean month of the run without chance.
    Expected(Sum),
    /// What chance takes of that.
    Chance(Sum),
    /// What the rates alone promise to be won.
    Promised,
    /// Wins that are still on their way at the end, less those that were on their way at the start.
    Time,
    /// Wins that limits take.
    Capacity,
    /// Wins that waiting takes.
    Waiting,
    /// Wins that the poorer quality of extra leads takes.
    Quality,
    /// A stage's conversion as it is entered, or as it is raised to.
    Conversion(usize),
    /// The first stage's conversion with the quality of the channels' leads.
    FirstConversion,
    /// Leads a month of a channel, as entered.
    ChannelLeads(usize),
    /// Leads a month of a channel that grows or has seasons, mean over the months.
    ChannelMeanLeads(usize),
    /// Deal size, or the price of a month.
    DealSize,
    /// Months of a contract.
    ContractMonths,
    /// Bookings that are not paid within the horizon, less what earlier wins and customers pay.
    PaidLater,
    /// Price of all leads.
    LeadsCost,
    /// Price of a lead of a channel, as entered.
    ChannelPrice(usize),
    /// Price of a lead, mean over all of them.
    LeadPrice,
    /// Fixed costs of the channels.
    FixedCost,
    /// Those of one channel a month.
    ChannelFixed(usize),
    /// What the units that start a stage cost.
    StageCost(usize),
    /// What a unit that starts a stage costs.
    UnitCost(usize),
    /// What serving the customers costs.
    ServingCost,
    /// Share of cash that is left after the direct cost.
    GrossMargin,
    /// Costs but those of serving customers.
    AcquisitionCosts,
    /// What the channels cost.
    ChannelCosts,
    /// What the stages cost.
    StageCosts,
    /// Lifetime value of a customer.
    LifetimeValue,
    /// Invoices to expect of a customer, growing with expansion; 60 at most.
    GrowingInvoices,
    /// Invoices to expect of a customer; 60 at most.
    Invoices,
    /// What serving a customer costs a month.
    ServingPerMonth,
    /// Conversion from lead to win.
    OverallConversion,
    /// Mean days of an advancing unit in a stage.
    StageDays(usize),
    /// Mean days in line, all stages.
    DaysInLine,
    /// Sales cycle.
    Cycle,
    /// Days from the win to the first invoice.
    OnboardingDays,
    /// Days until the work is delivered.
    DeliveryDays,
    /// Days from an invoice to its payment.
    PaymentDays,
    /// Days from the first contact to the first cash.
    TimeToRevenue,
    /// What a lead costs.
    CostPerLead,
    /// What a customer costs.
    AcquisitionCost,
    /// Channel costs as a share of bookings.
    ProgrammeShare,
    /// Share of customers that leave a month.
    Churn,
    /// Growth a month of what those who stay pay.
    Expansion,
    /// Net revenue retention a year.
    Retention,
    /// Units that start a stage.
    Started(usize),
    /// Units that come to a stage.
    Arrived(usize),
    /// Units that go cold, or are thrown away, before they start a stage.
    WentCold(usize),
    /// Units in line for a stage at the end.
    InLine(usize),
    /// Units that do not advance from a stage, those gone cold before it included.
    Lost(usize),
    /// The same without those.
    NotAdvanced(usize),
    /// The same as `Started`, in a mean month.
    StartedPerMonth(usize),
    /// The same as `Lost`, in a mean month.
    LostPerMonth(usize),
    /// What the better stage gains.
    FixGain(Objective),
    /// What more leads gain.
    LeadsGain(Objective),
    /// By how much one gain is larger than the other, in a mean month.
    Ahead(Objective),
    /// What the better stage is worth a month.
    WorthUpTo,
    /// Share of the trials in which the better stage brings more than the leads.
    FixWinsIn,
    /// The trials in which it does.
    TrialsWon,
    /// All trials.
    Trials,
    /// Mean over the trials.
    Mean(Sum),
    /// All trials together.
    Together(Sum),
    /// What so many tenths of the trials lie below.
    Tenth(u8, Sum),
    /// Its place among the sorted trials, counted from 1.
    Place(u8),
    /// The value at that place.
    AtPlace(Sum),
    /// Share of the trials in which the target is reached.
    TargetReachedIn,
    /// The trials in which it is.
    TrialsReaching,
    /// Extra leads a month.
    ExtraLeads,
    /// What leads are multiplied by.
    LeadsTimes,
    /// Leads a month that are multiplied.
    LeadsPerMonth,
    /// A number that belongs to the formula itself.
    Number,
    /// What the units lost at a stage would have brought.
    WorthLost(usize),
    /// What a unit that advances from a stage brings on average.
    WorthAfter(usize),
    /// What a unit that starts a stage brings on average.
    WorthHere(usize),
    /// Units in work at a stage, mean over the ends of the months.
    InWork(usize),
    /// The same, all ends of months together.
    InWorkTogether(usize),
    /// What those in work bring on average.
    WorthInWork(usize),
    /// Units started of those that a stage's limit allows.
    Load(usize),
    /// A stage's limit.
    CapacityPerMonth(usize),
    /// A stage's conversion, one step better.
    Improved(usize),
    /// What that step gains.
    Gain(Objective),
    /// Leads a month that fill a stage.
    MostLeads(usize),
    /// Wins of a month that this way brings on top.
    ExtraWonIn(usize),
    /// Wins of a month this way.
    WonIn(usize),
    /// Wins of a month as things are.
    WonTodayIn(usize),
    /// The largest month's extra wins.
    LargestExtra,
    /// A tenth of them: from there on an effect is felt.
    Felt,
}

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
            | Self::Chance(sum) => sum.counted(),
            Self::FixGain(objective)
            | Self::LeadsGain(objective)
            | Self::Gain(objective)
            | Self::Ahead(objective) => match objective {
                Objective::Won => Counted::Units,
                _ => Counted::Money,
            },
            Self::Conversion(_)
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
            | Self::Improved(_) => Counted::Share,
            Self::DealSize
            | Self::PaidLater
            | Self::LeadsCost
            | Self::LeadPrice
            | Self::FixedCost
            | Self::ChannelPrice(_)
            | Self::ChannelFixed(_)
            | Self::StageCost(_)
            | Self::UnitCost(_)
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
            | Self::WorthUpTo => Counted::Money,
            Self::StageDays(_)
            | Self::DaysInLine
            | Self::Cycle
            | Self::OnboardingDays
            | Self::DeliveryDays
            | Self::PaymentDays
            | Self::TimeToRevenue => Counted::Days,
            Self::Months
            | Self::ContractMonths
            | Self::GrowingInvoices
            | Self::Invoices
            | Self::LeadsTimes
            | Self::Number
            | Self::TrialsWon
            | Self::TrialsReaching
            | Self::Place(_)
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
        )
    }
}
