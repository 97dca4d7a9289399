//! Runs documents, and remembers what the next run of a sweep can use again.

use std::rc::Rc;

use super::arrivals::Arrivals;
use super::calendar::Calendar;
use super::deal_plan::DealPlan;
use super::duration::Durations;
use super::flows::Flows;
use super::opening::OpenPipeline;
use super::report::{ExpectedRun, Totals};
use super::stage_flow::{StageFlow, StageInput};
use super::stage_plan::StagePlan;
use crate::model::{Document, Lever};

/// Runs remembered for each place: the baseline, the two sides of a comparison, and one more.
const REMEMBERED: usize = 4;

/// Of those that are in a stage on the first day and would advance, only a share still does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keeps {
    /// The stage, counted from 0.
    pub stage: usize,
    /// The share, 0 to 1.
    pub share: f64,
}

/// Computes expected runs.
///
/// Units only flow forward, so a stage depends on nothing but its own parameters and what arrives. A
/// sweep over one stage's number therefore runs that stage and the later ones; the earlier ones are
/// remembered. What a run returns never depends on what ran before.
#[derive(Debug, Default)]
pub struct Simulator {
    durations: Durations,
    calendars: Recent<Rc<Calendar>>,
    arrivals: Recent<(Rc<Arrivals>, Rc<Vec<f64>>)>,
    stages: Vec<Recent<Rc<StageFlow>>>,
}

impl Simulator {
    /// One that remembers nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The expected run of `document` with `levers`; the baseline has none.
    pub fn expected(&mut self, document: &Document, levers: &[Lever]) -> ExpectedRun {
        self.flows(document, levers).report(document, levers)
    }

    /// The same run's totals alone: quicker, and to the bit the same.
    pub fn totals(&mut self, document: &Document, levers: &[Lever]) -> Totals {
        self.flows(document, levers).totals(document, levers)
    }

    /// The same run's units, day by day.
    pub fn flows(&mut self, document: &Document, levers: &[Lever]) -> Flows {
        let pipeline = self.pipeline(document, levers);
        let deal = DealPlan::new(&document.deal, levers, &pipeline.calendar);
        self.run(pipeline, deal)
    }

    /// The units of a pipeline that changes on the first day from `before` to `after`, which has as many stages.
    /// What is under way on that day, and what earlier wins still owe, is that of `before`, but for what `keeps` says.
    pub fn changed(&mut self, before: &Document, after: &Document, keeps: Option<Keeps>) -> Flows {
        let earlier = self.pipeline(before, &[]);
        let mut pipeline = self.pipeline(after, &[]);
        pipeline.open = earlier.open;
        if let Some(Keeps { stage, share }) = keeps
            && let Some(open) = pipeline.open.stages.get_mut(stage)
        {
            open.steady_per_day = open.steady_per_day.keeping(share);
            open.on_first_day = open.on_first_day.keeping(share);
        }
        let deal = |document: &Document| DealPlan::new(&document.deal, &[], &pipeline.calendar);
        let deal = deal(after).following(&deal(before));
        self.run(pipeline, deal)
    }

    fn run(&mut self, pipeline: Pipeline, deal: DealPlan) -> Flows {
        let mut reaching = Rc::clone(&pipeline.daily_leads);
        let mut stages = Vec::with_capacity(pipeline.plans.len());
        for position in 0..pipeline.plans.len() {
            let Some(input) = pipeline.stage_input(position, reaching) else {
                break;
            };
            let flow = self.stage(position, input);
            reaching = Rc::clone(&flow.advanced);
            stages.push(flow);
        }
        Flows {
            deal,
            earlier_wins_per_day: pipeline.open.earlier_wins_per_day,
            calendar: pipeline.calendar,
            arrivals: pipeline.arrivals,
            stages,
        }
    }

    /// Units that the leads of the horizon bring to be won in the end: no more leads come after it, and the pipeline
    /// runs on for so many months.
    pub fn won_in_the_end(
        &mut self,
        document: &Document,
        levers: &[Lever],
        months_more: u32,
    ) -> f64 {
        let months = document.months.whole().saturating_add(months_more);
        let calendar = Calendar::new(document.start, months);
        let pipeline = self.pipeline_over(document, levers, &calendar);
        let deal = DealPlan::new(&document.deal, levers, &pipeline.calendar);
        let flows = self.run(pipeline, deal);
        let last = flows.stages.last();
        last.map_or(0.0, |stage| stage.advanced.iter().sum())
    }

    /// What a run of `document` with `levers` starts from.
    pub(super) fn pipeline(&mut self, document: &Document, levers: &[Lever]) -> Pipeline {
        let calendar = Calendar::new(document.start, document.months.whole());
        self.pipeline_over(document, levers, &calendar)
    }

    /// The same over a calendar that may go on after the horizon.
    fn pipeline_over(
        &mut self,
        document: &Document,
        levers: &[Lever],
        calendar: &Calendar,
    ) -> Pipeline {
        let calendar = self
            .calendars
            .find_or(|known| **known == *calendar, || Rc::new(calendar.clone()));
        let (arrivals, daily_leads) = self.arrivals_of(document, levers, &calendar);
        let plans: Vec<StagePlan> = document
            .stages
            .iter()
            .enumerate()
            .map(|(position, stage)| {
                StagePlan::new(stage, position, levers, &calendar, &mut self.durations)
            })
            .collect();
        let open = OpenPipeline::new(document, &plans, &calendar, &mut self.durations);
        Pipeline {
            calendar,
            arrivals,
            daily_leads,
            plans,
            open,
        }
    }

    fn arrivals_of(
        &mut self,
        document: &Document,
        levers: &[Lever],
        calendar: &Rc<Calendar>,
    ) -> (Rc<Arrivals>, Rc<Vec<f64>>) {
        let mut arrivals = Arrivals::new(document, levers, calendar);
        arrivals.end_after(document.months.whole() as usize);
        let daily = arrivals.daily(calendar);
        self.arrivals.find_or(
            |(known, known_daily)| **known == arrivals && **known_daily == daily,
            || (Rc::new(arrivals.clone()), Rc::new(daily.clone())),
        )
    }

    /// The stage at `position` over the horizon.
    pub(super) fn stage(&mut self, position: usize, input: StageInput) -> Rc<StageFlow> {
        if self.stages.len() <= position {
            self.stages.resize_with(position + 1, Recent::default);
        }
        let Some(recent) = self.stages.get_mut(position) else {
            return Rc::new(StageFlow::run(input));
        };
        recent.find_or(
            |known| same(&known.input, &input),
            || Rc::new(StageFlow::run(input.clone())),
        )
    }
}

/// What a run starts from: the months, the leads, and the stages with the levers on them.
#[derive(Clone, Debug)]
pub struct Pipeline {
    /// The months.
    pub calendar: Rc<Calendar>,
    /// The leads by month.
    pub arrivals: Rc<Arrivals>,
    /// The leads by day.
    pub daily_leads: Rc<Vec<f64>>,
    /// The stages' parameters.
    pub plans: Vec<StagePlan>,
    /// What is there on the first day.
    pub open: OpenPipeline,
}

impl Pipeline {
    /// What the stage at `position` is run on, when `arrivals` come to it.
    pub fn stage_input(&self, position: usize, arrivals: Rc<Vec<f64>>) -> Option<StageInput> {
        Some(StageInput {
            calendar: Rc::clone(&self.calendar),
            plan: self.plans.get(position)?.clone(),
            arrivals,
            qualities: (position == 0).then(|| Rc::clone(&self.arrivals)),
            open: self.open.stages.get(position)?.clone(),
        })
    }
}

/// Whether a stage would do the same again. What is shared is compared by its place in memory.
fn same(left: &StageInput, right: &StageInput) -> bool {
    let same_qualities = match (&left.qualities, &right.qualities) {
        (Some(left), Some(right)) => Rc::ptr_eq(left, right),
        (None, None) => true,
        _ => false,
    };
    same_qualities
        && Rc::ptr_eq(&left.arrivals, &right.arrivals)
        && Rc::ptr_eq(&left.calendar, &right.calendar)
        && left.open == right.open
        && left.plan == right.plan
}

/// The values used last, most recent first.
#[derive(Debug)]
struct Recent<T>(Vec<T>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Clone> Recent<T> {
    /// The remembered value that `fits`, else the one that `make` makes.
    fn find_or(&mut self, fits: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> T {
        let found = self.0.iter().position(fits);
        let value = match found {
            Some(position) => self.0.remove(position),
            None => make(),
        };
        self.0.insert(0, value.clone());
        self.0.truncate(REMEMBERED);
        value
    }
}
