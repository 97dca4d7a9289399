//! Who runs the engine: the answer at once, searches and curves in slices that leave the page free in
//! between. Chance is played out elsewhere, in a worker if there can be one: [`request`](request()) says what is
//! wanted, [`trials`] is what plays it, [`to_numbers`] and [`from_numbers`] carry what comes of it.

mod exploration;
mod held_stages;
mod request;
mod wire;

/// A count as a number, to be shown.
pub use crate::engine::count;
pub use exploration::{Exploration, Finding};
pub use held_stages::HeldStage;
pub use request::{request, trials};
pub use wire::{from_numbers, to_numbers};

use std::collections::VecDeque;
use std::rc::Rc;

pub use crate::engine::{Metrics, MonthReport, Period, StochasticReport, Summary, Totals};

use crate::engine::Simulator;
use crate::insights::{
    Comparison, Equivalent, Formula, Input, LeadSearch, Opened, Situation, better_stage,
    compare_at_once, curve, formula, leads_instead,
};
use crate::model::{Document, Lever, Pair, View};

/// Everything that is computed at once from a document and its view.
#[derive(Debug)]
pub struct Answer {
    /// The two ways side by side.
    pub comparison: Comparison,
}

/// What can wait until a slider rests: sums, ratios and durations of the three runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Details {
    /// The pipeline as it is.
    pub today: (Totals, Metrics),
    /// With the better stage.
    pub fix: (Totals, Metrics),
    /// With more leads.
    pub leads: (Totals, Metrics),
}

/// A curve that is wanted.
#[derive(Clone, Debug)]
pub struct CurveRequest {
    /// Over which input.
    pub input: Input,
    /// At which of its values.
    pub values: Vec<f64>,
}

/// A finished curve.
#[derive(Clone, Debug)]
pub struct CurveResult {
    /// Over which input.
    pub input: Input,
    /// The answer at each value; nothing where the field refuses it.
    pub answers: Rc<[Option<f64>]>,
}

/// Something that came of the work in slices.
#[derive(Clone, Debug)]
pub enum Finished {
    /// How many leads do the same as the better stage.
    Equivalent(Equivalent),
    /// A curve.
    Curve(CurveResult),
}

/// Runs that the answer may take at once: what the search for as many leads needs on a straight line.
const AT_ONCE: usize = 3;

/// Runs the engine on the same thread.
#[derive(Debug, Default)]
pub struct Runner {
    simulator: Simulator,
    /// The work's own, so that neither disturbs what the other remembers.
    sweeps: Simulator,
    work: Option<Work>,
}

/// What is still to be done for a state, in this order.
#[derive(Debug)]
struct Work {
    document: Document,
    view: View,
    pair: Pair,
    search: Option<LeadSearch>,
    curves: VecDeque<CurveRequest>,
    done: Vec<Option<f64>>,
}

impl Runner {
    /// The answer to a document and its view, but for a search that takes long: that is left to the slices.
    pub fn answer(&mut self, document: &Document, view: &View) -> Answer {
        let mut comparison = compare_at_once(&mut self.simulator, document, view);
        let mut search = comparison.search(document);
        let mut steps = (0..AT_ONCE).map(|_| search.step(&mut self.simulator, document));
        let found = steps.find_map(|step| step);
        if let Some(found) = found {
            comparison.as_many_leads_as = found.into();
        }
        self.work = Some(Work {
            document: document.clone(),
            view: view.clone(),
            pair: comparison.pair,
            search: found.is_none().then_some(search),
            curves: VecDeque::new(),
            done: Vec::new(),
        });
        Answer { comparison }
    }

    /// The numbers behind a comparison.
    pub fn details(&mut self, document: &Document, pair: Pair) -> Details {
        let mut run = |levers: &[Lever]| {
            let run = self.simulator.expected(document, levers);
            (run.totals, run.metrics)
        };
        Details {
            today: run(&[]),
            fix: run(&[better_stage(pair)]),
            leads: run(&leads_instead(document, pair)),
        }
    }

    /// How a number comes about; none where there is no such number.
    pub fn formula(&mut self, situation: Situation<'_>, opened: Opened) -> Option<Formula> {
        formula(&mut self.simulator, situation, opened)
    }

    /// Puts other curves in place of those that are still wanted of the last answer's document.
    pub fn want(&mut self, curves: Vec<CurveRequest>) {
        if let Some(work) = &mut self.work {
            work.curves = curves.into();
            work.done.clear();
        }
    }

    /// Works while there is time, one run at least. Returns what is finished, and whether there is more to do.
    pub fn slice(&mut self, has_time: impl Fn() -> bool) -> (Vec<Finished>, bool) {
        let mut finished = Vec::new();
        let Some(work) = &mut self.work else {
            return (finished, false);
        };
        while work.is_waiting() {
            finished.extend(work.step(&mut self.sweeps));
            if !has_time() {
                break;
            }
        }
        (finished, work.is_waiting())
    }
}

impl Work {
    fn is_waiting(&self) -> bool {
        self.search.is_some() || !self.curves.is_empty()
    }

    /// One run, and what it finishes.
    fn step(&mut self, simulator: &mut Simulator) -> Option<Finished> {
        if let Some(search) = &mut self.search {
            let found = search.step(simulator, &self.document)?;
            self.search = None;
            return Some(Finished::Equivalent(found.into()));
        }
        let request = self.curves.front()?;
        if let Some(value) = request.values.get(self.done.len()) {
            let (pair, objective) = (self.pair, self.view.objective);
            let answer = curve(
                simulator,
                &self.document,
                pair,
                request.input,
                *value,
                objective,
            );
            self.done.push(answer);
            return None;
        }
        let request = self.curves.pop_front()?;
        Some(Finished::Curve(CurveResult {
            input: request.input,
            answers: std::mem::take(&mut self.done).into(),
        }))
    }
}
