//! The scenario document: everything that a run needs, and nothing that it computes.
//!
//! Every value is checked by its type; what concerns several values at once (a lever's stage must be
//! there, names of scenarios must differ) is checked where a document is [read](super::read) or
//! [edited](super::edit).

use super::currency::Currency;
use super::month::Month;
use super::number::Number;
use super::number::kinds::{
    ContractMonths, Count, DaysFactor, DaysVariation, Expansion, Factor, Growth, HalfLifeDays,
    HorizonMonths, LeadsFactor, MeanDays, Money, PriceElasticity, QualityElasticity, RampMonths,
    Share, SizeVariation, StartMonth, UnitsPerMonth, WholeDays,
};
use super::uncertain::{Conversion, Uncertain};

/// The version that this code reads and writes.
pub const VERSION: f64 = 1.0;
/// Most channels, stages, scenarios, and levers in one scenario.
pub const MOST_CHANNELS: usize = 20;
/// Most stages of a pipeline.
pub const MOST_STAGES: usize = 12;
/// Most scenarios of a document.
pub const MOST_SCENARIOS: usize = 20;
/// Most levers of a scenario.
pub const MOST_LEVERS: usize = 40;
/// Longest title or name, in characters.
pub const LONGEST_NAME: usize = 200;

/// A pipeline, its money, and the scenarios to compare.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What the document is called.
    pub title: String,
    /// The one currency of every amount.
    pub currency: Currency,
    /// The first month that is simulated.
    pub start: Month,
    /// How many months are simulated.
    pub months: Number<HorizonMonths>,
    /// What is in the pipeline on the first day.
    pub opening: Opening,
    /// Where leads come from, 1 to 20.
    pub channels: Vec<Channel>,
    /// The steps of the pipeline in order, 1 to 12.
    pub stages: Vec<Stage>,
    /// What a won deal brings, and when.
    pub deal: Deal,
    /// Named lists of changes to compare with the baseline.
    pub scenarios: Vec<Scenario>,
}

/// What is in the pipeline on the first day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// It has been running for ever at month 0's volume.
    #[default]
    Steady,
    /// Nothing.
    Empty,
    /// The `open` units of each stage, which have just started it.
    Counts,
}

/// A source of leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    /// What it is called.
    pub name: String,
    /// Leads a month in month 0, before seasonality.
    pub leads_per_month: Uncertain<UnitsPerMonth>,
    /// Relative growth of the leads from month to month.
    pub growth_per_month: Number<Growth>,
    /// A factor for each calendar month, January first.
    pub seasonality: Option<[Number<Factor>; 12]>,
    /// Factor on the first stage's conversion.
    pub quality: Number<Factor>,
    /// Price of one lead.
    pub cost_per_lead: Number<Money>,
    /// What the channel costs a month whatever it brings.
    pub fixed_cost_per_month: Number<Money>,
    /// γ: the k-fold volume's last lead costs k^γ as much.
    pub price_elasticity: Number<PriceElasticity>,
    /// δ: the k-fold volume's last lead is k^−δ as good.
    pub quality_elasticity: Number<QualityElasticity>,
}

/// A step of the pipeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// What it is called.
    pub name: String,
    /// Probability that a unit which starts the stage advances.
    pub conversion: Conversion,
    /// How long an advancing unit takes.
    pub days: Days,
    /// How long a lost unit takes; as `days` when absent.
    pub lost_days: Option<Days>,
    /// Units that can start a month; no limit when absent.
    pub capacity_per_month: Option<Number<UnitsPerMonth>>,
    /// What happens to units that cannot start yet.
    pub waiting: Waiting,
    /// Cost of each unit that starts.
    pub cost_per_unit: Number<Money>,
    /// The conversion that the user holds for reachable.
    pub target: Option<Number<Share>>,
    /// Units that are in the stage on the first day (read with [`Opening::Counts`]).
    pub open: Number<Count>,
}

/// A gamma-distributed duration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Days {
    /// Mean, in days.
    pub mean: Uncertain<MeanDays>,
    /// Standard deviation ÷ mean: 0 is exact, 1 is exponential.
    pub variation: Number<DaysVariation>,
}

/// The waiting line of a stage with a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Waiting {
    /// Who is next.
    pub order: WaitingOrder,
    /// Days after which half of those still waiting have gone cold.
    pub patience_half_life_days: Option<Number<HalfLifeDays>>,
    /// Days of waiting after which a unit converts half as well.
    pub stale_half_life_days: Option<Number<HalfLifeDays>>,
    /// The share of its conversion that a unit keeps however long it waits.
    pub stale_floor: Number<Share>,
    /// Whole days of waiting after which a unit is thrown away.
    pub discard_after_days: Option<Number<WholeDays>>,
}

/// The order in which a waiting line is worked, by day of arrival.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WaitingOrder {
    /// First come, first served.
    #[default]
    OldestFirst,
    /// The freshest unit first.
    NewestFirst,
}

/// What a won deal brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Deal {
    /// One-off: the deal's price. Recurring: the price of one month.
    pub size: Uncertain<Money>,
    /// Coefficient of variation of the size.
    pub size_variation: Number<SizeVariation>,
    /// Share of cash that is left after the direct cost of delivering.
    pub gross_margin: Number<Share>,
    /// When the money comes.
    pub billing: Billing,
}

/// When a won deal turns into invoices and cash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Billing {
    /// Paid once, in one or two parts.
    OneOff(OneOff),
    /// Paid monthly for as long as the customer stays.
    Recurring(Recurring),
}

/// A deal that is paid once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneOff {
    /// Share invoiced after onboarding; the rest follows after delivery.
    pub upfront_share: Number<Share>,
    /// Days from won to the first invoice.
    pub onboarding_days: Number<WholeDays>,
    /// Days from the first invoice to the second.
    pub delivery_days: Number<WholeDays>,
    /// Days from an invoice to its cash.
    pub payment_days: Number<WholeDays>,
}

/// A customer that pays every month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recurring {
    /// Days from won to the first invoice.
    pub onboarding_days: Number<WholeDays>,
    /// Days from an invoice to its cash.
    pub payment_days: Number<WholeDays>,
    /// Months that count as bookings when a deal is won.
    pub contract_months: Number<ContractMonths>,
    /// Share of customers lost from one invoice to the next.
    pub monthly_churn: Number<Share>,
    /// Relative growth of a customer's price from one invoice to the next.
    pub monthly_expansion: Number<Expansion>,
    /// What serving one invoiced customer costs a month.
    pub cost_to_serve_per_month: Number<Money>,
    /// Customers there on the first day.
    pub open_customers: Number<Count>,
}

/// A named list of changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What it is called; names differ within a document.
    pub name: String,
    /// The changes, in the order in which they act.
    pub levers: Vec<Lever>,
}

/// One change, with its timing and its price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// What changes.
    pub change: Change,
    /// The month, counted from 0, from which it acts.
    pub start_month: Number<StartMonth>,
    /// Months over which it comes into force; 0 is at once.
    pub ramp_months: Number<RampMonths>,
    /// Cost in the starting month.
    pub one_off_cost: Number<Money>,
    /// Cost of every month from the starting one to the end.
    pub cost_per_month: Number<Money>,
}

/// What a lever changes. Stages and channels are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// The conversion of units that start the stage from then on.
    Conversion { stage: usize, to: Number<Share> },
    /// A channel's volume; quality and price are those of the extra leads.
    Leads {
        channel: usize,
        times: Number<LeadsFactor>,
        quality: Option<Number<Factor>>,
        cost_per_lead: Option<Number<Money>>,
    },
    /// The duration of units that start the stage from then on.
    Days {
        stage: usize,
        times: Number<DaysFactor>,
    },
    /// How many units can start the stage a month.
    Capacity {
        stage: usize,
        to: Number<UnitsPerMonth>,
    },
    /// The order of the stage's waiting line.
    WaitingOrder { stage: usize, to: WaitingOrder },
    /// The size of deals won from then on.
    DealSize { times: Number<Factor> },
    /// The churn of every invoice from then on.
    Churn { to: Number<Share> },
    /// The payment days of every invoice from then on.
    PaymentDays { to: Number<WholeDays> },
}

impl Change {
    /// The change as a lever that acts from the first day and costs nothing.
    #[must_use]
    pub fn at_once(self) -> Lever {
        Lever {
            change: self,
            start_month: Number::default(),
            ramp_months: Number::default(),
            one_off_cost: Number::default(),
            cost_per_month: Number::default(),
        }
    }
}
