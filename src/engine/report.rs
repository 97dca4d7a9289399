//! What a run tells: months, totals and metrics, as plain numbers.

use crate::model::Month;

/// The expected run of a document with a list of levers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExpectedRun {
    /// One entry a month.
    pub months: Vec<MonthReport>,
    /// Over the horizon.
    pub totals: Totals,
    /// Over the horizon, with the last month's parameters.
    pub metrics: Metrics,
}

/// One month of a run. Lists have one entry a stage; units unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonthReport {
    /// Which month.
    pub month: Month,
    /// Leads that came in.
    pub leads: f64,
    /// Units that started the stage.
    pub started: Vec<f64>,
    /// Units that left the stage forward.
    pub advanced: Vec<f64>,
    /// Units that were lost in the stage, the cold ones left out.
    pub lost: Vec<f64>,
    /// Units that went cold or were thrown away while waiting for the stage.
    pub went_cold: Vec<f64>,
    /// Units in work at the end of the month.
    pub in_work: Vec<f64>,
    /// Units that wait for the stage at the end of the month.
    pub waiting: Vec<f64>,
    /// Units won.
    pub won: f64,
    /// Value of the deals won.
    pub bookings: f64,
    /// Payments received.
    pub cash: f64,
    /// All costs: channels, stages, levers, serving customers.
    pub cost: f64,
    /// Lifetime value of the month's wins − the month's channel, stage and lever costs. The months add up
    /// to the horizon's value.
    pub value: f64,
}

/// Sums over the horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Leads that came in.
    pub leads: f64,
    /// Units won.
    pub won: f64,
    /// Value of the deals won.
    pub bookings: f64,
    /// Payments received.
    pub cash: f64,
    /// All costs.
    pub cost: f64,
    /// Gross margin × cash − cost.
    pub profit: f64,
    /// Lifetime value of the wins − channel, stage and lever costs.
    pub value: f64,
    /// The part of the cost that channels take a lead, fixed costs left out.
    pub leads_cost: f64,
    /// The part of the cost that the levers themselves take.
    pub levers_cost: f64,
}

/// Ratios and durations. `None` where there is nothing to divide by.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    /// Product of the stages' conversions, the first weighted by the channels' leads.
    pub conversion: Option<f64>,
    /// Mean days of an advancing unit in all stages, waiting included.
    pub cycle_days: f64,
    /// Mean days from a won unit's arrival to its first cash.
    pub time_to_revenue_days: f64,
    /// Channel costs ÷ leads.
    pub cost_per_lead: Option<f64>,
    /// Customer acquisition cost: channel and stage costs ÷ won.
    pub acquisition_cost: Option<f64>,
    /// Worth of one customer.
    pub lifetime_value: f64,
    /// Channel costs ÷ bookings.
    pub programme_share: Option<f64>,
    /// ((1 − churn)(1 + expansion))^12 of a recurring deal.
    pub annual_net_revenue_retention: Option<f64>,
}
