//! The map of leads × conversion: what each point of it brings, and where leads or the stage win.

use super::comparison::{Verdict, channel_leads_per_month};
use super::contour::{Grid, Line};
use super::equivalent::{MOST_TIMES, more_leads_of};
use super::leaks::one_step_up;
use super::map_axis::{axis, up_to_all};
use super::objective::measure;
use super::outward::Outward;
use super::question::Question;
use crate::engine::Simulator;
use crate::model::{Change, Document, Number, Objective, Pair};

/// How wide the map is where the pair moves nothing: a tenth.
const DEFAULT_WIDTH: f64 = 0.1;
/// A conversion of the line of equal value is found to a millionth of itself, near 0 of this.
const FLOOR: f64 = 1e-3;

/// A point of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MapPoint {
    /// What the leads are multiplied by.
    pub times: f64,
    /// The conversion of the pair's stage.
    pub conversion: f64,
    /// The objective over the horizon.
    pub objective: f64,
}

/// The points of the map that bring as much as one of its points.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// The objective over the horizon.
    pub level: f64,
    /// Lines through points [times, conversion], straight between the nodes of the map; none where the map
    /// does not reach the level.
    pub lines: Vec<Line>,
}

/// The conversion that does alone what a number of leads does alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EqualConversion {
    /// This one: the smallest from the present one on, to a millionth. Above it the stage wins, below it
    /// the leads. It may lie above the map.
    At(f64),
    /// The leads alone gain nothing, so that any conversion that gains wins.
    LeadsGainNothing,
    /// No conversion up to 1 does: the leads win.
    Never,
}

/// The map of leads × conversion of a pair's stage.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadRateMap {
    /// The leads a month that are multiplied, mean over the months: of the pair's channel, or of all.
    pub leads_per_month: f64,
    /// What the leads are multiplied by at each column, growing; 1 and the pair's factor are among them.
    pub times: Vec<f64>,
    /// The conversion of the pair's stage at each row, growing; the present one and the pair's are among them.
    pub conversions: Vec<f64>,
    /// The objective over the horizon with both, a list a column.
    pub objective: Vec<Vec<f64>>,
    /// Which gains more: raising the conversion to that of the row alone, or multiplying the leads as in
    /// the column alone. A list a column.
    pub better: Vec<Vec<Verdict>>,
    /// The pipeline as it is.
    pub today: MapPoint,
    /// The pair's better stage.
    pub fix: MapPoint,
    /// The pair's leads.
    pub leads: MapPoint,
    /// What brings as much as the pipeline as it is.
    pub like_today: Contour,
    /// What brings as much as the pair's better stage.
    pub like_fix: Contour,
    /// What brings as much as the pair's leads.
    pub like_leads: Contour,
    /// The line of equal value: for each column of 1 and more, its factor and the conversion that alone does
    /// as much as those leads alone.
    pub equal: Vec<(f64, EqualConversion)>,
}

/// The runs behind a [`LeadRateMap`], one a step, about 500 of them.
///
/// The map has up to 17 × 17 nodes: 4 steps below the present value, 6 from it to the pair's, 6 beyond.
/// Leads are priced as the document says, elasticities included.
#[derive(Clone, Debug)]
pub struct LeadRateRuns {
    document: Document,
    pair: Pair,
    objective: Objective,
    present: f64,
    times: Vec<f64>,
    conversions: Vec<f64>,
    nodes: Vec<Vec<f64>>,
    /// The objective at conversions from the present one up to 1, leads as they are.
    raised: Vec<(f64, f64)>,
    beyond: std::vec::IntoIter<f64>,
    search: Option<Outward<()>>,
    equal: Vec<(f64, EqualConversion)>,
}

impl LeadRateRuns {
    /// Of `pair` in `document`, by `objective`.
    #[must_use]
    pub fn new(document: &Document, pair: Pair, objective: Objective) -> Self {
        let stage = document.stages.get(pair.stage);
        let present = stage.map_or(0.0, |stage| stage.conversion.middle());
        let step = one_step_up(present).get() - present;
        let width = if step > 0.0 { step } else { DEFAULT_WIDTH };
        let conversions = axis(present, pair.to.get(), width, 1.0);
        let highest = conversions.last().copied().unwrap_or(present);
        Self {
            document: document.clone(),
            pair,
            objective,
            present,
            times: axis(1.0, pair.leads_times.get(), DEFAULT_WIDTH, MOST_TIMES),
            conversions,
            nodes: Vec::new(),
            raised: Vec::new(),
            beyond: up_to_all(highest).into_iter(),
            search: None,
            equal: Vec::new(),
        }
    }

    fn run(&self, simulator: &mut Simulator, times: f64, conversion: f64) -> f64 {
        let raised = Change::Conversion {
            stage: self.pair.stage,
            to: Number::nearest(conversion),
        };
        let mut levers = more_leads_of(&self.document, self.pair.channel, times);
        levers.push(raised.at_once());
        measure(self.objective, &simulator.totals(&self.document, &levers))
    }

    /// The next node of the map, column by column; nothing when all are there.
    fn add_node(&mut self, simulator: &mut Simulator) -> Option<()> {
        let unfinished = |column: &&mut Vec<f64>| column.len() < self.conversions.len();
        if self.nodes.last_mut().filter(unfinished).is_none() {
            self.times.get(self.nodes.len())?;
            self.nodes.push(Vec::new());
        }
        let times = *self.times.get(self.nodes.len().checked_sub(1)?)?;
        let row = self.nodes.last()?.len();
        let value = self.run(simulator, times, *self.conversions.get(row)?);
        self.nodes.last_mut()?.push(value);
        Some(())
    }

    /// The objective at a node.
    fn node(&self, times: f64, conversion: f64) -> f64 {
        let column = place(&self.times, times).and_then(|column| self.nodes.get(column));
        let row = place(&self.conversions, conversion);
        let node = column.zip(row).and_then(|(column, row)| column.get(row));
        node.copied().unwrap_or_default()
    }

    fn point(&self, times: f64, conversion: f64) -> MapPoint {
        MapPoint {
            times,
            conversion,
            objective: self.node(times, conversion),
        }
    }

    /// One more point of the objective against the conversion; nothing when all are there.
    fn add_raised(&mut self, simulator: &mut Simulator) -> Option<()> {
        if self.raised.is_empty() {
            let rows = self.conversions.iter().copied();
            let rows = rows.filter(|conversion| *conversion >= self.present);
            self.raised = rows.map(|to| (to, self.node(1.0, to))).collect();
            return Some(());
        }
        let conversion = self.beyond.next()?;
        let value = self.run(simulator, 1.0, conversion);
        self.raised.push((conversion, value));
        Some(())
    }

    /// A run for the line of equal value; nothing when it is complete.
    fn add_equal(&mut self, simulator: &mut Simulator) -> Option<()> {
        let mut columns = self.times.iter().filter(|times| **times >= 1.0);
        let times = *columns.nth(self.equal.len())?;
        let target = self.node(times, self.present);
        let Some(mut search) = self.search.take() else {
            match self.bracket(times, target) {
                Ok(search) => self.search = Some(search),
                Err(known) => self.equal.push((times, known)),
            }
            return Some(());
        };
        let Some(conversion) = search.next_value() else {
            let found = search.found();
            let equal = found.map_or(EqualConversion::Never, |(at, ())| EqualConversion::At(at));
            self.equal.push((times, equal));
            return Some(());
        };
        let value = self.run(simulator, 1.0, conversion);
        search.tell(conversion, (value >= target).then_some(()));
        self.search = Some(search);
        Some(())
    }

    /// Between which conversions the objective first reaches `target`, or what is known without a search.
    fn bracket(&self, times: f64, target: f64) -> Result<Outward<()>, EqualConversion> {
        let today = self.node(1.0, self.present);
        if times == 1.0 {
            return Err(EqualConversion::At(self.present));
        }
        if Verdict::of(target - today, target - today, today.abs()) == Verdict::NeitherHelps {
            return Err(EqualConversion::LeadsGainNothing);
        }
        let reached = self.raised.iter().position(|(_, value)| *value >= target);
        let below = reached.and_then(|at| self.raised.get(at.checked_sub(1)?));
        let above = reached.and_then(|at| self.raised.get(at));
        let ((below, _), (above, _)) = below.zip(above).ok_or(EqualConversion::Never)?;
        let mut search = Outward::new(*below, Vec::new(), FLOOR);
        search.tell(*above, Some(()));
        Ok(search)
    }

    fn leads_per_month(&self) -> f64 {
        let channels = match self.pair.channel {
            Some(channel) => channel..channel + 1,
            None => 0..self.document.channels.len(),
        };
        channels
            .map(|channel| channel_leads_per_month(&self.document, channel))
            .sum()
    }

    fn finish(&mut self) -> LeadRateMap {
        let today = self.point(1.0, self.present);
        let fix = self.point(1.0, self.pair.to.get());
        let leads = self.point(self.pair.leads_times.get(), self.present);
        let grid = Grid {
            columns: &self.times,
            rows: &self.conversions,
            heights: &self.nodes,
        };
        let contour = |point: &MapPoint| Contour {
            level: point.objective,
            lines: grid.contour(point.objective),
        };
        let better = |times: &f64| -> Vec<Verdict> {
            let alone = self.node(*times, self.present) - today.objective;
            let rows = self.conversions.iter();
            let gains = rows.map(|to| self.node(1.0, *to) - today.objective);
            gains
                .map(|gain| Verdict::of(gain, alone, today.objective.abs()))
                .collect()
        };
        LeadRateMap {
            leads_per_month: self.leads_per_month(),
            better: self.times.iter().map(better).collect(),
            like_today: contour(&today),
            like_fix: contour(&fix),
            like_leads: contour(&leads),
            today,
            fix,
            leads,
            equal: std::mem::take(&mut self.equal),
            times: self.times.clone(),
            conversions: self.conversions.clone(),
            objective: self.nodes.clone(),
        }
    }
}

impl Question for LeadRateRuns {
    type Answer = LeadRateMap;

    fn step(&mut self, simulator: &mut Simulator) -> Option<LeadRateMap> {
        let worked = self
            .add_node(simulator)
            .or_else(|| self.add_raised(simulator))
            .or_else(|| self.add_equal(simulator));
        worked.is_none().then(|| self.finish())
    }
}

/// Where a value stands that is there to the bit.
#[allow(clippy::float_cmp)]
fn place(values: &[f64], value: f64) -> Option<usize> {
    values.iter().position(|known| *known == value)
}
