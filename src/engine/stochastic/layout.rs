//! Where units are counted, and what passes between those places.

use std::ops::Range;
use std::rc::Rc;

use super::super::simulator::{Pipeline, Simulator};
use super::super::stage_flow::{Split, StageFlow};
use super::chances;
use super::opening::{OpenUnits, open_units};
use super::passage::Passage;
use super::station::Station;
use super::upstream::Hop;
use crate::model::Document;

/// Where the stations are.
pub struct Layout<'a> {
    pipeline: &'a Pipeline,
    stations: Vec<usize>,
    /// For each day, the cohort of a win of that day.
    cohort_of_day: Vec<usize>,
    /// Each day as a cell of its own.
    each_day: Vec<usize>,
}

/// The stages from a station, or from the first stage, to before the next one, or to the win: what of the
/// leads and the opening passes them and is Poisson.
pub struct Stretch {
    /// The stages' flows.
    pub flows: Vec<Rc<StageFlow>>,
    /// What leaves the last of them forward, by day.
    pub leaving: Rc<Vec<f64>>,
}

impl<'a> Layout<'a> {
    /// Where `document` needs them; `cohort_of_day` is the cohort of each day's wins.
    #[must_use]
    pub fn new(document: &Document, pipeline: &'a Pipeline, cohort_of_day: Vec<usize>) -> Self {
        let mut counted = false;
        let mut stations = Vec::new();
        let stages = document.stages.iter().zip(&pipeline.plans);
        let open = pipeline.open.stages.iter();
        for (position, ((stage, plan), open)) in stages.zip(open).enumerate() {
            let costs = stage.cost_per_unit.get() > 0.0;
            if plan.is_limited() || counted && costs {
                stations.push(position);
                counted = true;
            }
            counted |= open.on_first_day != Split::default();
        }
        Self {
            pipeline,
            stations,
            each_day: (0..pipeline.calendar.days()).collect(),
            cohort_of_day,
        }
    }

    /// From the leads to the first station, from each station to the next one, and to the win.
    pub fn stretches(&self, simulator: &mut Simulator) -> Vec<Stretch> {
        let nothing = Rc::new(vec![0.0; self.pipeline.calendar.days()]);
        let stages = self.pipeline.plans.len();
        let starts = std::iter::once(0).chain(self.stations.iter().copied());
        let ends = self.stations.iter().copied().chain([stages]);
        let stretch = |(index, (start, end)): (usize, (usize, usize))| {
            let mut leaving = if index == 0 {
                Rc::clone(&self.pipeline.daily_leads)
            } else {
                Rc::clone(&nothing)
            };
            let mut flows = Vec::new();
            for position in start..end {
                let Some(mut input) = self.pipeline.stage_input(position, leaving.clone()) else {
                    break;
                };
                input.open.on_first_day = Split::default();
                let flow = simulator.stage(position, input);
                leaving = Rc::clone(&flow.advanced);
                flows.push(flow);
            }
            Stretch { flows, leaving }
        };
        starts.zip(ends).enumerate().map(stretch).collect()
    }

    /// The stations, each with what comes to it from the stretch before.
    #[must_use]
    pub fn stations(&self, document: &Document, stretches: &[Stretch]) -> Vec<Station> {
        let stations = self.stations.iter().zip(stretches);
        stations
            .filter_map(|(&stage, before)| {
                let plan = self.pipeline.plans.get(stage)?;
                let price = document.stages.get(stage)?.cost_per_unit.get();
                let calendar = &self.pipeline.calendar;
                let qualities = (stage == 0).then_some(&*self.pipeline.arrivals);
                let passage = self.passage(stage, 0..calendar.days());
                let poisson = &before.leaving;
                let station = Station::new(stage, plan, poisson, qualities, calendar, passage);
                Some(station.at_cost(price))
            })
            .collect()
    }

    /// From `stage` to the next station or the win, for units that start on `days`.
    fn passage(&self, stage: usize, days: Range<usize>) -> Passage {
        let calendar = &self.pipeline.calendar;
        let plans = &self.pipeline.plans;
        let between = |end: usize| plans.get(stage..end).unwrap_or_default();
        match self.stations.iter().find(|station| **station > stage) {
            Some(&next) => {
                let chances = chances::from_first(between(next), &self.each_day, calendar, days);
                Passage::to_days(&chances, calendar.days())
            }
            None => {
                let cells = &self.cohort_of_day;
                let chances = chances::from_first(between(plans.len()), cells, calendar, days);
                Passage::to_runs(&chances, cells)
            }
        }
    }

    /// The units of the opening that are counted.
    #[must_use]
    pub fn open(&self, document: &Document) -> Vec<OpenUnits> {
        let stages = self.pipeline.open.stages.iter().enumerate();
        let counted = stages.filter(|(_, open)| open.on_first_day != Split::default());
        counted
            .map(|(stage, _)| OpenUnits {
                stage,
                units: open_units(document, stage, self.pipeline),
                passage: self.passage(stage, 0..1),
                target: self
                    .stations
                    .iter()
                    .filter(|station| **station <= stage)
                    .count(),
            })
            .collect()
    }

    /// The stages before the first station, back to the first one that costs something, or to the leads when
    /// those do.
    #[must_use]
    pub fn upstream(
        &self,
        document: &Document,
        stretches: &[Stretch],
        leads_cost: bool,
    ) -> Vec<Hop> {
        let flows = stretches.first().map_or(&[][..], |stretch| &stretch.flows);
        let price = |stage: usize| {
            let stage = document.stages.get(stage);
            stage.map_or(0.0, |stage| stage.cost_per_unit.get())
        };
        let lowest = if leads_cost {
            Some(0)
        } else {
            (0..flows.len()).find(|stage| price(*stage) > 0.0)
        };
        let hops = flows.iter().enumerate().rev();
        hops.filter(|(stage, _)| lowest.is_some_and(|lowest| *stage >= lowest))
            .map(|(stage, flow)| Hop::new(stage, flow, price(stage), &self.pipeline.calendar))
            .collect()
    }
}
