//! What happened in a stage, month by month.

use super::stage_flow::StageFlow;

/// A stage's series by month.
#[derive(Clone, Debug)]
pub struct StageMonths {
    /// Units that started, those of the opening left out.
    pub started: Vec<f64>,
    /// Units that left forward.
    pub advanced: Vec<f64>,
    /// Units that were lost, the cold ones left out.
    pub lost: Vec<f64>,
    /// Units that went cold or were thrown away.
    pub went_cold: Vec<f64>,
    /// Units in work at the end of the month's last day.
    pub in_work: Vec<f64>,
    /// Units that wait at the end of the month's last day.
    pub waiting: Vec<f64>,
}

impl StageMonths {
    /// Sums and month ends of a stage's days.
    #[must_use]
    pub fn of(flow: &StageFlow) -> Self {
        let calendar = &flow.input.calendar;
        let months = calendar.months().iter();
        let last_days = months.filter_map(|span| span.range().last());
        Self {
            started: calendar.monthly_sums(&flow.started),
            advanced: calendar.monthly_sums(&flow.advanced),
            lost: calendar.monthly_sums(&flow.lost()),
            went_cold: calendar.monthly_sums(&flow.went_cold),
            in_work: last_days.map(|day| flow.in_work(day)).collect(),
            waiting: calendar.month_ends(&flow.waiting),
        }
    }
}
