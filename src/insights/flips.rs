//! When the answer flips: the nearest values of an input at which the other way wins.

use std::collections::VecDeque;

use super::comparison::{Verdict, better_stage, leads_instead};
use super::flip_points::{Gains, binding_capacity};
use super::objective::{cumulated, measure};
use super::outward::{Outward, even, geometric};
use super::question::Question;
use crate::engine::Simulator;
use crate::model::{Document, Field, Number, Objective, Pair, Range, StageField, kinds};

/// Steps of the grid to the end of the range that is nearer as a rule, and to the farther one.
const FEW_STEPS: usize = 16;
const MANY_STEPS: usize = 24;
/// The smallest capacity that is tried above 0, as a share of the largest.
const SMALLEST_SHARE: f64 = 1e-3;

/// An input whose value may decide the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FlipInput {
    /// What one of the extra leads costs, the same for all of them. Tried: 0 to 1e12.
    LeadPrice,
    /// The capacity a month of the stage, counted from 0, which has a limit. Tried: 0, and from a thousandth
    /// of the most that the stage is ever asked for up to that most; above it the limit changes nothing.
    Capacity(usize),
    /// The conversion that the stage is raised to. Tried: from the present one up to 1.
    Conversion,
    /// The months that are looked at. Tried: each of 1 to 60.
    Horizon,
}

/// A value at which the answer is another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// The value of the input: the nearest one found, to a millionth of it, on the side where `to` holds.
    pub at: f64,
    /// Who wins there: never a tie, and never that neither helps.
    pub to: Verdict,
}

/// The flips of one input, everything else as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flips {
    /// Which input.
    pub input: FlipInput,
    /// Its value now; for the lead price, the mean price of the extra leads.
    pub present: f64,
    /// The nearest flip at a smaller value; none where no smaller one tried flips the answer.
    pub below: Option<Flip>,
    /// The nearest flip at a larger value; none where no larger one tried flips the answer.
    pub above: Option<Flip>,
}

/// When the answer flips.
#[derive(Clone, Debug, PartialEq)]
pub struct FlipAnswer {
    /// The answer as things are.
    pub verdict: Verdict,
    /// The lead price (where there are extra leads), each limited stage's capacity, the conversion, the
    /// horizon: in this order.
    pub inputs: Vec<Flips>,
}

/// The search for all flips of a pair: three runs a step at most, but for the horizon's, which are longer.
///
/// A flip is to a way that does not win now and then does, by 1 % of the larger gain or more; from a tie or
/// from "neither helps" it is to either way. The lead price moves the gain of the leads in a straight line,
/// so that it needs no runs; the horizon is read off one run of 60 months a way, since what comes later
/// changes nothing before. The others are followed outward from the present value over a grid, then halved:
/// a capacity in equal ratios, 24 down and 16 up; a conversion in 16 even steps down and 24 up that grow
/// with their distance.
#[derive(Clone, Debug)]
pub struct FlipSearch {
    document: Document,
    pair: Pair,
    objective: Objective,
    present: Option<Gains>,
    waiting: VecDeque<FlipInput>,
    current: Option<Search>,
    done: Vec<Flips>,
}

/// The search over one input, both ways.
#[derive(Clone, Debug)]
struct Search {
    input: FlipInput,
    present: f64,
    below: Outward<Verdict>,
    above: Outward<Verdict>,
    /// Whether the value tried last is one below.
    is_below: bool,
}

impl Search {
    fn new(
        input: FlipInput,
        present: f64,
        below: Outward<Verdict>,
        above: Outward<Verdict>,
    ) -> Self {
        Self {
            input,
            present,
            below,
            above,
            is_below: true,
        }
    }

    /// The value to try next: first below the present one, then above it.
    fn next_value(&mut self) -> Option<f64> {
        let below = self.below.next_value();
        self.is_below = below.is_some();
        below.or_else(|| self.above.next_value())
    }

    fn tell(&mut self, value: f64, flip: Option<Verdict>) {
        if self.is_below {
            self.below.tell(value, flip);
        } else {
            self.above.tell(value, flip);
        }
    }
}

impl FlipSearch {
    /// Of `pair` in `document`, by `objective`.
    #[must_use]
    pub fn new(document: &Document, pair: Pair, objective: Objective) -> Self {
        let stages = document.stages.iter().enumerate();
        let limited = stages.filter(|(_, stage)| stage.capacity_per_month.is_some());
        let capacities = limited.map(|(stage, _)| FlipInput::Capacity(stage));
        let others = [FlipInput::Conversion, FlipInput::Horizon];
        Self {
            document: document.clone(),
            pair,
            objective,
            present: None,
            waiting: [FlipInput::LeadPrice]
                .into_iter()
                .chain(capacities)
                .chain(others)
                .collect(),
            current: None,
            done: Vec::new(),
        }
    }

    /// Begins with the next input; nothing where it has no value to change, or is answered at once.
    fn begin(
        &mut self,
        simulator: &mut Simulator,
        input: FlipInput,
        gains: &Gains,
    ) -> Option<Search> {
        match input {
            FlipInput::LeadPrice => {
                let present = gains.lead_price()?;
                let most = kinds::Money::LIMITS.max;
                // Leads that get dearer with their number may cost more than can be entered.
                let ends = [
                    (present > 0.0).then_some(0.0),
                    (present < most).then_some(most),
                ];
                let [below, above] =
                    ends.map(|end| Outward::new(present, end.into_iter().collect(), 0.0));
                Some(Search::new(input, present, below, above))
            }
            FlipInput::Capacity(stage) => {
                let present = self.document.stages.get(stage)?.capacity_per_month?.get();
                let most = binding_capacity(simulator, &self.document, self.pair, stage);
                Some(capacity_search(input, present, most))
            }
            FlipInput::Conversion => {
                let stage = self.document.stages.get(self.pair.stage)?;
                let (least, present) = (stage.conversion.middle(), self.pair.to.get());
                Some(conversion_search(input, least, present))
            }
            FlipInput::Horizon => {
                let flips = self.horizon(simulator, gains.verdict());
                self.done.push(flips);
                None
            }
        }
    }

    fn verdict_at(
        &self,
        simulator: &mut Simulator,
        input: FlipInput,
        value: f64,
        gains: &Gains,
    ) -> Verdict {
        match input {
            FlipInput::LeadPrice => gains.at_lead_price(value).verdict(),
            FlipInput::Capacity(stage) => {
                let field = Field::Stage(stage, StageField::CapacityPerMonth);
                let mut changed = self.document.clone();
                // A value that the field refuses leaves the answer as it is.
                let _ = field.set(&mut changed, Some(value));
                Gains::of(simulator, &changed, self.pair, self.objective).verdict()
            }
            FlipInput::Conversion => {
                let pair = Pair {
                    to: Number::nearest(value),
                    ..self.pair
                };
                let totals = simulator.totals(&self.document, &[better_stage(pair)]);
                gains.with_fix(measure(self.objective, &totals)).verdict()
            }
            // Answered at once.
            FlipInput::Horizon => gains.verdict(),
        }
    }

    /// The answer over each number of months, read off the longest run of each way.
    fn horizon(&self, simulator: &mut Simulator, now: Verdict) -> Flips {
        let mut longest = self.document.clone();
        longest.months = Number::nearest(kinds::HorizonMonths::LIMITS.max);
        let margin = longest.deal.gross_margin.get();
        let mut sums = |levers: &[_]| -> Vec<f64> {
            let run = simulator.expected(&longest, levers);
            cumulated(self.objective, &run.months, margin).collect()
        };
        let baseline = sums(&[]);
        let fix = sums(&[better_stage(self.pair)]);
        let leads = sums(&leads_instead(&self.document, self.pair));
        let present = self.document.months.get();
        let (mut below, mut above) = (None, None);
        let ways = baseline.iter().zip(fix.iter().zip(&leads));
        for (month, (baseline, (fix, leads))) in ways.enumerate() {
            let at = crate::engine::count(month + 1);
            let verdict = Verdict::of(fix - baseline, leads - baseline, baseline.abs());
            let flip = flipped(now, verdict).map(|to| Flip { at, to });
            if at < present {
                below = flip.or(below);
            } else if at > present {
                above = above.or(flip);
            }
        }
        Flips {
            input: FlipInput::Horizon,
            present,
            below,
            above,
        }
    }
}

impl Question for FlipSearch {
    type Answer = FlipAnswer;

    fn step(&mut self, simulator: &mut Simulator) -> Option<FlipAnswer> {
        let Some(gains) = self.present else {
            let gains = Gains::of(simulator, &self.document, self.pair, self.objective);
            self.present = Some(gains);
            return None;
        };
        let Some(mut search) = self.current.take() else {
            let Some(input) = self.waiting.pop_front() else {
                let inputs = std::mem::take(&mut self.done);
                let verdict = gains.verdict();
                return Some(FlipAnswer { verdict, inputs });
            };
            self.current = self.begin(simulator, input, &gains);
            return None;
        };
        if let Some(value) = search.next_value() {
            let verdict = self.verdict_at(simulator, search.input, value, &gains);
            search.tell(value, flipped(gains.verdict(), verdict));
            self.current = Some(search);
            return None;
        }
        let flip = |side: &Outward<Verdict>| side.found().map(|(at, to)| Flip { at, to });
        self.done.push(Flips {
            input: search.input,
            present: search.present,
            below: flip(&search.below),
            above: flip(&search.above),
        });
        None
    }
}

/// The verdict, where a way wins that did not.
fn flipped(now: Verdict, verdict: Verdict) -> Option<Verdict> {
    let somebody_wins = matches!(verdict, Verdict::FixWins | Verdict::LeadsWin);
    (somebody_wins && verdict != now).then_some(verdict)
}

/// Below what is asked for at most, a limit matters; the search begins at the end of that range where the
/// present limit lies above it.
fn capacity_search(input: FlipInput, present: f64, most: f64) -> Search {
    let least = most * SMALLEST_SHARE;
    let start = present.min(most);
    let mut down = Vec::new();
    if start > least && least > 0.0 {
        down = geometric(start, least, MANY_STEPS);
    }
    if start > 0.0 {
        down.push(0.0);
    }
    let mut up = Vec::new();
    if present < most {
        let from = present.max(least);
        up = geometric(from, most, FEW_STEPS);
    }
    Search::new(
        input,
        present,
        Outward::new(start, down, least),
        Outward::new(present, up, least),
    )
}

fn conversion_search(input: FlipInput, least: f64, present: f64) -> Search {
    let down = if present > least {
        even(present, least, FEW_STEPS)
    } else {
        Vec::new()
    };
    let shares = even(0.0, 1.0, MANY_STEPS).into_iter();
    let up = shares.map(|share| present + (1.0 - present) * share * share);
    Search::new(
        input,
        present,
        Outward::new(present, down, SMALLEST_SHARE),
        Outward::new(
            present,
            up.filter(|to| *to > present).collect(),
            SMALLEST_SHARE,
        ),
    )
}
