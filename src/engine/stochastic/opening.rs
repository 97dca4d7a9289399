//! Units that have just started their stage on the first day, as the opening "counts" says.

use super::super::arrivals::advancing;
use super::super::opening::split_over_channels;
use super::super::simulator::Pipeline;
use super::binomial;
use super::passage::Passage;
use super::random::{Luck, Purpose};
use crate::model::Document;

/// So many units that start a stage on day 0: a fixed number, so their ways are multinomial.
#[derive(Clone, Debug)]
pub struct OpenUnits {
    /// The stage, counted from 0.
    pub stage: usize,
    /// Units with the same chance to advance, and that chance.
    pub units: Vec<(f64, f64)>,
    /// Their way to the next station, or to the win.
    pub passage: Passage,
    /// Which station that is; their number for the win.
    pub target: usize,
}

impl OpenUnits {
    /// Lets them arrive in cells of `target`.
    pub fn play(&self, luck: Luck, target: &mut [f64]) {
        let mut outcomes = luck.stream(Purpose::Opening, self.stage, 0);
        let arriving = self.passage.arriving(0);
        let mut going_on = 0.0;
        for (units, chance) in &self.units {
            going_on += binomial::quantile(*units, chance * arriving, outcomes.uniform());
        }
        let delays = luck.stream(Purpose::Opening, self.stage, 1);
        self.passage.send(0, going_on, delays, target);
    }
}

/// The open units of `stage` with their chances to advance: by channel in the first stage.
#[must_use]
pub fn open_units(document: &Document, stage: usize, pipeline: &Pipeline) -> Vec<(f64, f64)> {
    let first_month = pipeline
        .plans
        .get(stage)
        .and_then(|plan| plan.months.first());
    let conversion = first_month.map_or(0.0, |month| month.conversion);
    let open = document
        .stages
        .get(stage)
        .map_or(0.0, |stage| stage.open.get());
    if stage > 0 {
        return vec![(open, conversion)];
    }
    let units = split_over_channels(document, open, &pipeline.calendar);
    let qualities = document
        .channels
        .iter()
        .map(|channel| channel.quality.get());
    units
        .into_iter()
        .zip(qualities)
        .map(|(units, quality)| (units, advancing(conversion, quality)))
        .collect()
}
