//! Who runs the engine: the answer at once, the curves in slices that leave the page free in between.

use std::collections::VecDeque;
use std::rc::Rc;

pub use crate::engine::{Metrics, MonthReport, Totals};

use crate::engine::Simulator;
use crate::insights::{Comparison, compare, curve, more_leads};
use crate::model::{Change, Document, Field, Lever, Pair, View};

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
    pub field: Field,
    /// At which of its values.
    pub values: Vec<f64>,
}

/// A finished curve.
#[derive(Clone, Debug)]
pub struct CurveResult {
    /// The state that it was computed from.
    pub generation: u64,
    /// Over which input.
    pub field: Field,
    /// The answer at each value; nothing where the field refuses it.
    pub answers: Rc<[Option<f64>]>,
}

/// Runs the engine on the same thread.
#[derive(Debug, Default)]
pub struct Runner {
    simulator: Simulator,
    /// The curves' own, so that neither disturbs what the other remembers.
    sweeps: Simulator,
    work: Option<Work>,
}

#[derive(Debug)]
struct Work {
    generation: u64,
    document: Document,
    view: View,
    waiting: VecDeque<CurveRequest>,
    done: Vec<Option<f64>>,
}

impl Runner {
    /// The answer to a document and its view.
    pub fn answer(&mut self, document: &Document, view: &View) -> Answer {
        Answer {
            comparison: compare(&mut self.simulator, document, view),
        }
    }

    /// The numbers behind a comparison.
    pub fn details(&mut self, document: &Document, pair: Pair) -> Details {
        let improvement = Change::Conversion {
            stage: pair.stage,
            to: pair.to,
        };
        let more = more_leads(document, pair.leads_times.get());
        let mut run = |levers: &[Lever]| {
            let run = self.simulator.expected(document, levers);
            (run.totals, run.metrics)
        };
        Details {
            today: run(&[]),
            fix: run(&[improvement.at_once()]),
            leads: run(&more),
        }
    }

    /// Puts other curves in place of those that are still wanted.
    pub fn want(
        &mut self,
        generation: u64,
        document: &Document,
        view: &View,
        curves: Vec<CurveRequest>,
    ) {
        self.work = Some(Work {
            generation,
            document: document.clone(),
            view: *view,
            waiting: curves.into(),
            done: Vec::new(),
        });
    }

    /// Works on the curves while there is time, one run at least. Returns those that are finished, and
    /// whether there is more to do.
    pub fn slice(&mut self, has_time: impl Fn() -> bool) -> (Vec<CurveResult>, bool) {
        let mut finished = Vec::new();
        let Some(work) = &mut self.work else {
            return (finished, false);
        };
        while let Some(request) = work.waiting.front() {
            match request.values.get(work.done.len()) {
                Some(value) => {
                    let objective = work.view.objective;
                    let field = request.field;
                    let values = std::slice::from_ref(value);
                    let answers = curve(&mut self.sweeps, &work.document, field, values, objective);
                    work.done.push(answers.first().copied().flatten());
                }
                None => {
                    finished.push(CurveResult {
                        generation: work.generation,
                        field: request.field,
                        answers: std::mem::take(&mut work.done).into(),
                    });
                    work.waiting.pop_front();
                }
            }
            if !has_time() {
                break;
            }
        }
        let more = !work.waiting.is_empty();
        if !more {
            self.work = None;
        }
        (finished, more)
    }
}
