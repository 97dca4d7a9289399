//! What can be explored under the answer, found in slices that leave the page free in between.

use std::collections::VecDeque;

use crate::engine::Simulator;
use crate::insights::{
    Known, Note, Question, Tornado, TornadoRuns, TornadoStep, contradictions, top_leak,
};
use crate::model::{Document, Objective, View};

/// Something that was found.
#[derive(Clone, Debug)]
pub enum Finding {
    /// What in the document does not go together.
    Notes(Vec<Note>),
    /// What each input alone does.
    Tornado(Tornado),
}

/// Finds one thing after the other for a document and its view.
#[derive(Default)]
pub struct Exploration {
    simulator: Simulator,
    asked: VecDeque<Box<dyn Asked>>,
}

impl Exploration {
    /// Puts the questions for a document and its view in place of those that are still open.
    pub fn ask(&mut self, document: &Document, view: &View) {
        let objective = view.objective;
        let tornado = |step| TornadoRuns::new(document, objective, step);
        self.asked = VecDeque::from([
            boxed(Notes(document.clone()), Finding::Notes),
            boxed(tornado(TornadoStep::default()), Finding::Tornado),
            boxed(tornado(TornadoStep::OwnUncertainty), Finding::Tornado),
        ]);
    }

    /// Works while there is time, a run or a few at least. Returns what is found, and whether there is more to do.
    pub fn slice(&mut self, has_time: impl Fn() -> bool) -> (Vec<Finding>, bool) {
        let mut found = Vec::new();
        while let Some(first) = self.asked.front_mut() {
            if let Some(finding) = first.step(&mut self.simulator) {
                found.push(finding);
                self.asked.pop_front();
            }
            if !has_time() {
                break;
            }
        }
        (found, !self.asked.is_empty())
    }
}

/// A question of whatever kind.
trait Asked {
    fn step(&mut self, simulator: &mut Simulator) -> Option<Finding>;
}

struct Wrapped<Q: Question> {
    question: Q,
    finding: fn(Q::Answer) -> Finding,
}

impl<Q: Question> Asked for Wrapped<Q> {
    fn step(&mut self, simulator: &mut Simulator) -> Option<Finding> {
        self.question.step(simulator).map(self.finding)
    }
}

fn boxed<Q: Question + 'static>(question: Q, finding: fn(Q::Answer) -> Finding) -> Box<dyn Asked> {
    Box::new(Wrapped { question, finding })
}

/// The notes, which have to know the top leak.
struct Notes(Document);

impl Question for Notes {
    type Answer = Vec<Note>;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Vec<Note>> {
        let top_leak = top_leak(simulator, &self.0, Objective::Won).map(|leak| leak.stage);
        let known = Known {
            top_leak,
            ..Known::default()
        };
        Some(contradictions(&self.0, known))
    }
}
