//! A stage against a benchmark.

use super::{Benchmark, Quantity};
use crate::engine::{Simulator, Totals};
use crate::insights::measure;
use crate::model::{Change, Document, Number, Objective, kinds::Share};

/// What arithmetic may leave between two rates that are equal on paper.
const ROUNDING: f64 = 1e-9;

/// Where a conversion lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Below the range.
    Below,
    /// In the range, its ends included.
    Within,
    /// Above the range.
    Above,
}

/// A stage against a benchmark of the same definition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BenchmarkComparison {
    /// The stage, counted from 0.
    pub stage: usize,
    /// What it converts now; the middle of a range.
    pub conversion: f64,
    /// Where that lies.
    pub standing: Standing,
    /// What getting to the low end would bring; none where the stage is there already.
    pub to_low: Option<BenchmarkReach>,
    /// What getting to the high end would bring; none where the stage is there already.
    pub to_high: Option<BenchmarkReach>,
}

/// What getting to an end of the range would bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BenchmarkReach {
    /// The conversion to reach.
    pub to: Number<Share>,
    /// The gain in the objective over the horizon.
    pub gain: f64,
    /// What the improvement may cost a month before it stops paying, by value.
    pub worth_up_to_per_month: f64,
}

/// Holds the stage's conversion against `benchmark`, in three runs at most; none where the benchmark is no
/// conversion, or there is no such stage. Whether the two count the same is for the visitor to say.
pub fn compare_to_benchmark(
    simulator: &mut Simulator,
    document: &Document,
    objective: Objective,
    stage: usize,
    benchmark: &Benchmark,
) -> Option<BenchmarkComparison> {
    if !matches!(benchmark.quantity, Quantity::Conversion { .. }) {
        return None;
    }
    let conversion = document.stages.get(stage)?.conversion.middle();
    let baseline = simulator.totals(document, &[]);
    let mut reach = |to: f64| {
        let is_there = conversion >= to * (1.0 - ROUNDING);
        (!is_there).then(|| {
            let to = Number::nearest(to);
            let lever = Change::Conversion { stage, to }.at_once();
            let reached = simulator.totals(document, &[lever]);
            gained(document, objective, to, &reached, &baseline)
        })
    };
    Some(BenchmarkComparison {
        stage,
        conversion,
        standing: Standing::of(conversion, benchmark),
        to_low: reach(benchmark.low),
        to_high: reach(benchmark.high),
    })
}

fn gained(
    document: &Document,
    objective: Objective,
    to: Number<Share>,
    reached: &Totals,
    baseline: &Totals,
) -> BenchmarkReach {
    BenchmarkReach {
        to,
        gain: measure(objective, reached) - measure(objective, baseline),
        worth_up_to_per_month: (reached.value - baseline.value) / document.months.get(),
    }
}

impl Standing {
    fn of(conversion: f64, benchmark: &Benchmark) -> Self {
        if conversion < benchmark.low * (1.0 - ROUNDING) {
            Self::Below
        } else if conversion > benchmark.high * (1.0 + ROUNDING) {
            Self::Above
        } else {
            Self::Within
        }
    }
}
