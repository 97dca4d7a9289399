//! The runs that the bars are read off.

use std::vec::IntoIter;

use super::ends::{ends, has_other_step, takes_part};
use super::{Bar, BarEnd, NOTHING, NoBar, Tornado, TornadoStep};
use crate::engine::Simulator;
use crate::insights::{Question, measure};
use crate::model::{Document, Field, Objective};

/// The runs of a tornado: two for each input, one input a step.
///
/// An input is moved as if it had always been so: a steady opening, too, is the one of the moved input. What
/// does nothing in an expected run without levers has no part: the horizon (no estimate, but a choice),
/// targets, the elasticities (extra leads only), the variation of the deal size, open units that the
/// opening does not read, and what waiting does at a stage without a limit. Seasons are no single number.
#[derive(Clone, Debug)]
pub struct TornadoRuns {
    document: Document,
    objective: Objective,
    step: TornadoStep,
    left: IntoIter<Field>,
    /// The objective as it is, once it is known.
    baseline: Option<f64>,
    bars: Vec<Bar>,
    without_bar: Vec<(Field, NoBar)>,
}

impl TornadoRuns {
    /// Of `objective` in `document`.
    #[must_use]
    pub fn new(document: &Document, objective: Objective, step: TornadoStep) -> Self {
        let mut fields = document.fields();
        fields.retain(|field| takes_part(*field, document, step));
        Self {
            document: document.clone(),
            objective,
            step,
            left: fields.into_iter(),
            baseline: None,
            bars: Vec::new(),
            without_bar: Vec::new(),
        }
    }

    fn bar(&self, simulator: &mut Simulator, field: Field, baseline: f64) -> Result<Bar, NoBar> {
        let input = field.get(&self.document).ok_or(NoBar::NoStep)?;
        let [low, high] = ends(field, &self.document, self.step).ok_or(NoBar::NoStep)?;
        let low = self.end(simulator, field, low).ok_or(NoBar::NoStep)?;
        let high = self.end(simulator, field, high).ok_or(NoBar::NoStep)?;
        let has_other_step = has_other_step(field, input, high.input, self.step);
        Bar::new(field, input, low, high, baseline)
            .map(|bar| Bar {
                has_other_step,
                ..bar
            })
            .ok_or(NoBar::NoSwing)
    }

    fn end(&self, simulator: &mut Simulator, field: Field, input: f64) -> Option<BarEnd> {
        let mut moved = self.document.clone();
        field.set(&mut moved, Some(input)).ok()?;
        let totals = simulator.totals(&moved, &[]);
        Some(BarEnd {
            input,
            result: measure(self.objective, &totals),
        })
    }

    fn tornado(&mut self, baseline: f64) -> Tornado {
        let mut bars = std::mem::take(&mut self.bars);
        sort(&mut bars, baseline);
        Tornado {
            step: self.step,
            objective: self.objective,
            baseline,
            bars,
            without_bar: std::mem::take(&mut self.without_bar),
        }
    }
}

/// Most swing first. In steps of what is rounding, so that ties are ties, and with a stable sort, so that
/// they stay in the document's order.
fn sort(bars: &mut [Bar], baseline: f64) {
    let largest = bars
        .iter()
        .fold(baseline.abs(), |largest, bar| largest.max(bar.swing));
    let steps = |bar: &Bar| libm::round(bar.swing / largest / NOTHING);
    bars.sort_by(|left, right| steps(right).total_cmp(&steps(left)));
}

impl Question for TornadoRuns {
    type Answer = Tornado;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Tornado> {
        let Some(baseline) = self.baseline else {
            let totals = simulator.totals(&self.document, &[]);
            self.baseline = Some(measure(self.objective, &totals));
            return None;
        };
        let Some(field) = self.left.next() else {
            return Some(self.tornado(baseline));
        };
        match self.bar(simulator, field, baseline) {
            Ok(bar) => self.bars.push(bar),
            Err(reason) => self.without_bar.push((field, reason)),
        }
        None
    }
}
