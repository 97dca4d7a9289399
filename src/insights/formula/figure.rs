//! What stands in formulas.

use super::scenarios::Compared;
use super::sum::Sum;
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
    /// What the changes themselves cost.
    LeversCost,
    /// What serving the customers costs.
    ServingCost,
    /// The conversion that money buys at a stage.
    Bought(usize),
    /// Its odds: those that advance for each one that does not.
    Odds(usize),
    /// Steps of improvement, any number.
    Steps,
    /// The price of the first one, a month.
    FirstStepPrice,
    /// By which share each further one costs more.
    PriceGrowth,
    /// Money a month.
    Money,
    /// The leads a month that money buys of a channel.
    BoughtLeads(usize),
    /// What the leads of a channel cost a month now.
    LeadsCostNow,
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
    /// Deals open in a stage, as entered.
    OpenUnits(usize),
    /// The same, as a steady pipeline holds them.
    OpenByDefault(usize),
    /// Wins to expect of a stage's open deals.
    OpenWins(usize),
    /// What those are worth on paper.
    OpenBookings(usize),
    /// Wins to expect of all open deals.
    AllOpenWins,
    /// What those are worth on paper.
    AllOpenBookings,
    /// Those of them that come in a month.
    OpenWonIn(usize),
    /// Those that come in earlier months.
    OpenWonBefore,
    /// Those that come in later months.
    OpenWonAfter,
    /// Those that full stages take, or that take more than five years.
    OpenTaken,
    /// What a month's are worth on paper.
    OpenBookedIn(usize),
    /// What open deals pay in a month.
    OpenPaidIn(usize),
    /// Wins of open deals within so many days.
    OpenWonWithin(u32),
    /// Their share of all wins of open deals.
    OpenWithin(u32),
    /// Share of the wins of leads that come within so many days.
    LeadsWithin(u32),
    /// Share of those that take longer.
    LeadsBeyond(u32),
    /// Chance of a deal that has been in a stage, the first number, for so many days.
    ChanceAtAge(usize, usize),
    /// Share of those that advance who take more than so many days.
    StillAdvancing(usize),
    /// Share of those that are lost who take more than so many days.
    StillLost(usize),
    /// Lifetime value ÷ acquisition cost.
    ValueToCost,
    /// Margin ÷ cost to serve of a customer.
    MarginToServing,
    /// Margin of a customer over its life.
    LifetimeMargin,
    /// Cost to serve a customer over its life.
    LifetimeServing,
    /// Channel costs of a win.
    CostPerContract,
    /// Leads of a win.
    LeadsPerContract,
    /// What a customer has brought with an invoice, counted from 0.
    CustomerAfter(usize),
    /// A sum over the horizon, with the change that is asked for.
    WithChange(Sum),
    /// Mean days of waiting for a stage.
    MeanWait(usize),
    /// Days that all units together stand in line for it.
    UnitDaysInLine(usize),
    /// Days within which so many tenths of the won units are won.
    WonWithin(u8),
    /// Days within which they have brought their first cash.
    FirstCashWithin(u8),
    /// A sum over the horizon with what is changed.
    Changed(Sum),
    /// Days from the first contact to the first cash with what is changed.
    FirstCashThen,
    /// How many less they are.
    DaysLess,
    /// What a step costs over the horizon.
    StepPrice,
    /// What it costs once.
    StepOnce,
    /// What it costs a month.
    StepPerMonth,
    /// A sum by the end of a month, as things are.
    TodayBy(Sum, usize),
    /// The same with the planned change.
    PlannedBy(Sum, usize),
    /// The same with the planned change less as things are.
    AheadBy(Sum, usize),
    /// Cash less cost with the planned change less as things are, by the end of a month.
    NetCashBy(usize),
    /// What is laid out for the planned change by the end of a month.
    LaidOutBy(usize),
    /// The most that the planned change may cost a month.
    MayCostPerMonth,
    /// The most that it may cost once instead.
    MayCostOnce,
    /// Months of the horizon in which it acts.
    MonthsActing,
    /// Deals that the leads of the horizon bring in the end, as things are.
    WonInTheEnd,
    /// The same with the planned change.
    WonInTheEndPlanned,
    /// Deals that a shorter cycle wins once.
    Once,
    /// Their bookings.
    OnceWorth,
    /// Deals that a shorter cycle wins for good.
    ForGood,
    /// Sales cycle with the planned change.
    PlannedCycle,
    /// Bookings as things are in the months in which the planned change acts.
    BookingsActing,
    /// Bookings on top that the velocity formula claims.
    VelocityClaims,
    /// Wins that are missing because conversions change later or bit by bit.
    Later,
    /// What leads are multiplied by, mean over the months.
    MeanLeadsTimes,
    /// Deal size, mean over the wins.
    MeanDealSize,
    /// Lifetime value of a customer, mean over the wins.
    MeanLifetimeValue,
    /// A stage's conversion in the last month.
    LastConversion(usize),
    /// Mean days of an advancing unit in a stage in the last month.
    LastStageDays(usize),
    /// What a scenario, counted from 0, comes to.
    Scenario(usize, Compared),
    /// The same as things are.
    ComparedToday(Compared),
    /// How much more that is.
    ScenarioMore(usize, Compared),
    /// How much more one scenario brings than another.
    ScenarioAhead(Sum),
    /// A sum up to the end of a month.
    SummedUp(Sum, usize),
    /// What a month brings to it.
    InMonth(Sum, usize),
}
