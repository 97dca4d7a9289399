//! Questions whose answers take many runs.

use crate::engine::Simulator;

/// A question that is answered a few runs at a time, so that a page can do other things in between.
pub trait Question {
    /// What is wanted.
    type Answer;

    /// Does a run or a few; the answer, once it is there. Not asked again after that.
    fn step(&mut self, simulator: &mut Simulator) -> Option<Self::Answer>;

    /// The answer, however many runs it takes.
    fn answer(mut self, simulator: &mut Simulator) -> Self::Answer
    where
        Self: Sized,
    {
        loop {
            if let Some(answer) = self.step(simulator) {
                return answer;
            }
        }
    }
}
