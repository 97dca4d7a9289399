//! Which input moves the answer most: a bar for each, from its low end to its high end.

mod ends;
mod runs;

pub use ends::DEFAULT_STEP;
pub use runs::TornadoRuns;

use crate::model::{Field, Objective};

/// A swing below this share of the larger result is rounding.
const NOTHING: f64 = 1e-9;

/// How far each input is moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TornadoStep {
    /// All by the same relative step, 0 to 0.9: to input × (1 − step) and input × (1 + step), kept within
    /// what the document allows.
    ///
    /// The probabilities of advancing and of churning move by their odds instead, to odds × (1 − step) and
    /// odds × (1 + step), so that they stay between 0 and 1; 0 and 1 themselves do not move. A whole
    /// number moves by the nearest whole number, at least 1. A range or counted evidence moves about its middle.
    Same(f64),
    /// Each from its own 10th to its own 90th percentile, see [`band`](super::band()); what is known exactly
    /// does not take part.
    OwnUncertainty,
}

impl Default for TornadoStep {
    fn default() -> Self {
        Self::Same(DEFAULT_STEP)
    }
}

/// One end of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarEnd {
    /// What the input is there, in its own unit.
    pub input: f64,
    /// What the objective is there, over the horizon.
    pub result: f64,
}

/// What one input does to the objective, all others as they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The input.
    pub field: Field,
    /// What it is now; the middle of a range.
    pub input: f64,
    /// At its low end.
    pub low: BarEnd,
    /// At its high end.
    pub high: BarEnd,
    /// |result at the high end − result at the low end|; where the bar [turns](Self::turns), the largest of
    /// the three results − the smallest.
    pub swing: f64,
    /// Whether the result as it is lies outside of the two ends': both ways bring more, or both bring less.
    pub turns: bool,
    /// Whether a whole number could not take the step that all take, and took the nearest whole one.
    pub has_other_step: bool,
}

/// Why an input has no bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoBar {
    /// A relative step leads nowhere: it is 0, or a probability of 0 or 1.
    NoStep,
    /// Both ends bring what it brings now.
    NoSwing,
}

/// The bars of all inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// How far each input was moved.
    pub step: TornadoStep,
    /// What was measured.
    pub objective: Objective,
    /// The objective as it is, over the horizon: the line that the bars hang on.
    pub baseline: f64,
    /// Most swing first, ties in the document's order.
    pub bars: Vec<Bar>,
    /// The inputs that took part and have no bar, in the document's order.
    pub without_bar: Vec<(Field, NoBar)>,
}

impl Bar {
    /// None where the input makes no difference.
    fn new(field: Field, input: f64, low: BarEnd, high: BarEnd, baseline: f64) -> Option<Self> {
        let (least, most) = (low.result.min(high.result), low.result.max(high.result));
        let nothing = NOTHING * least.abs().max(most.abs()).max(baseline.abs());
        // The middle of counted evidence may lie outside of its own band: 40 of 40 does.
        let is_between = low.input <= input && input <= high.input;
        let turns = is_between && (baseline < least - nothing || baseline > most + nothing);
        let swing = if turns {
            most.max(baseline) - least.min(baseline)
        } else {
            most - least
        };
        (swing > nothing).then_some(Self {
            field,
            input,
            low,
            high,
            swing,
            turns,
            has_other_step: false,
        })
    }
}
