//! The stages that the visitor holds against published ranges.

use crate::engine::Simulator;
use crate::insights::{Benchmark, BenchmarkComparison, Question, compare_to_benchmark};
use crate::model::{Document, Objective, View};

/// A stage that is held against a published range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeldStage {
    /// The range.
    pub benchmark: &'static Benchmark,
    /// Where the stage lies, and what getting to the ends would bring.
    pub comparison: BenchmarkComparison,
}

/// Compares one stage after the other, those for which a known range was picked.
pub(super) struct HeldStages {
    document: Document,
    objective: Objective,
    /// Stage and range, the last one next.
    waiting: Vec<(usize, &'static Benchmark)>,
    held: Vec<HeldStage>,
}

impl HeldStages {
    pub(super) fn new(document: &Document, view: &View) -> Self {
        let picked = (0..document.stages.len()).rev().filter_map(|stage| {
            let id = view.stages.benchmark(stage)?;
            Some((stage, Benchmark::from_id(id)?))
        });
        Self {
            document: document.clone(),
            objective: view.objective,
            waiting: picked.collect(),
            held: Vec::new(),
        }
    }
}

impl Question for HeldStages {
    type Answer = Vec<HeldStage>;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Vec<HeldStage>> {
        let Some((stage, benchmark)) = self.waiting.pop() else {
            return Some(std::mem::take(&mut self.held));
        };
        let (document, objective) = (&self.document, self.objective);
        let comparison = compare_to_benchmark(simulator, document, objective, stage, benchmark);
        self.held.extend(comparison.map(|comparison| HeldStage {
            benchmark,
            comparison,
        }));
        None
    }
}
