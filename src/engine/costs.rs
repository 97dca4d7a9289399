//! What a run costs, month by month.

use std::rc::Rc;

use super::arrivals::Arrivals;
use super::calendar::Calendar;
use super::stage_flow::StageFlow;
use super::timing::cost_in;
use crate::model::{Document, Lever};

/// Costs by month, those of serving customers left out.
pub(super) struct Costs {
    /// Price of the leads.
    pub leads: Vec<f64>,
    /// Fixed costs of the channels.
    fixed: Vec<f64>,
    /// Price of the units that started each stage.
    pub stages: Vec<f64>,
    /// What the levers themselves cost.
    pub levers: Vec<f64>,
}

impl Costs {
    pub(super) fn new(
        document: &Document,
        arrivals: &Arrivals,
        flows: &[Rc<StageFlow>],
        calendar: &Calendar,
        levers: &[Lever],
    ) -> Self {
        let months = || arrivals.months.iter();
        let mut stages = vec![0.0; arrivals.months.len()];
        for (stage, flow) in document.stages.iter().zip(flows) {
            let price = stage.cost_per_unit.get();
            if price > 0.0 {
                let started = calendar.monthly_sums(&flow.started);
                for (cost, units) in stages.iter_mut().zip(started) {
                    *cost += units * price;
                }
            }
        }
        Self {
            leads: months().map(|month| month.leads_cost).collect(),
            fixed: months().map(|month| month.fixed_cost).collect(),
            stages,
            levers: (0..arrivals.months.len())
                .map(|index| cost_in(levers, index))
                .collect(),
        }
    }

    pub(super) fn of_month(&self, index: usize) -> f64 {
        let of = |series: &[f64]| series.get(index).copied().unwrap_or_default();
        of(&self.leads) + of(&self.fixed) + of(&self.stages) + of(&self.levers)
    }

    /// What all channels cost over the horizon.
    pub(super) fn channels(&self) -> f64 {
        self.leads.iter().chain(&self.fixed).sum()
    }

    /// All costs of the horizon but those of serving customers.
    pub(super) fn total(&self) -> f64 {
        self.channels() + self.stages.iter().chain(&self.levers).sum::<f64>()
    }
}
