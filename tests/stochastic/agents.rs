//! A plain simulation, unit by unit and day by day, written from the contract and nothing else, compared
//! with the run's means and percentiles.

use libm::{exp, exp2, log};
use pipeline_lever::engine::Stochastic;
use pipeline_lever::engine::stochastic::normal;
use pipeline_lever::engine::stochastic::random::{Luck, Purpose, Stream};
use pipeline_lever::model::{Document, Number, Objective, Stage, WaitingOrder};

use super::support::document;
use super::{distance_between, moments};

/// A lead on its way.
struct Unit {
    quality: f64,
    /// The day it came to its stage.
    came: usize,
}

/// A stage with everybody in it.
struct Place {
    stage: Stage,
    line: Vec<Unit>,
    /// Units on their way here, with the day they arrive.
    coming: Vec<(usize, Unit)>,
    credit: f64,
}

/// A pipeline that starts empty.
struct World<'a> {
    document: &'a Document,
    chance: Stream,
    places: Vec<Place>,
    /// The days of wins to come.
    winning: Vec<usize>,
    won: f64,
    profit: f64,
}

impl<'a> World<'a> {
    fn new(document: &'a Document, trial: u32) -> Self {
        let stages = document.stages.iter().cloned();
        Self {
            document,
            chance: Luck::new(77, trial).stream(Purpose::Uncertain, 250, 0),
            places: stages
                .map(|stage| Place {
                    stage,
                    line: Vec::new(),
                    coming: Vec::new(),
                    credit: 0.0,
                })
                .collect(),
            winning: Vec::new(),
            won: 0.0,
            profit: 0.0,
        }
    }

    fn run(mut self) -> (f64, f64) {
        let mut day = 0;
        for month in 0..self.document.months.whole() {
            let length = self.document.start.plus(month).days();
            for _ in 0..length {
                self.leads_come(day, f64::from(length));
                for position in 0..self.places.len() {
                    self.join_line(position, day);
                    for _ in 0..self.starts(position, f64::from(length)) {
                        self.start_next(position, day);
                    }
                    self.lose_the_waiting(position, day);
                }
                self.win(day);
                day += 1;
            }
        }
        (self.won, self.profit)
    }

    fn leads_come(&mut self, day: usize, length: f64) {
        for channel in &self.document.channels {
            let mean = channel.leads_per_month.middle() / length;
            for _ in 0..poisson(&mut self.chance, mean) {
                self.profit -= channel.cost_per_lead.get();
                let quality = channel.quality.get();
                self.places[0]
                    .coming
                    .push((day, Unit { quality, came: day }));
            }
        }
    }

    fn join_line(&mut self, position: usize, today: usize) {
        let place = &mut self.places[position];
        let (here, later) = std::mem::take(&mut place.coming)
            .into_iter()
            .partition(|(day, _)| *day == today);
        let here: Vec<(usize, Unit)> = here;
        place.coming = later;
        let units = here.into_iter().map(|(_, unit)| Unit {
            came: today,
            ..unit
        });
        place.line.extend(units);
    }

    fn starts(&mut self, position: usize, length: f64) -> usize {
        let place = &mut self.places[position];
        let Some(capacity) = place.stage.capacity_per_month else {
            return place.line.len();
        };
        place.credit += capacity.get() / length;
        let whole = (place.credit + 1e-9).floor();
        place.credit -= whole;
        place.line.len().min(whole as usize)
    }

    /// One of the day that is next, drawn at random, starts.
    fn start_next(&mut self, position: usize, day: usize) {
        let place = &mut self.places[position];
        let days = place.line.iter().map(|unit| unit.came);
        let next = match place.stage.waiting.order {
            WaitingOrder::OldestFirst => days.min(),
            WaitingOrder::NewestFirst => days.max(),
        };
        let same_day: Vec<usize> = (0..place.line.len())
            .filter(|index| Some(place.line[*index].came) == next)
            .collect();
        let drawn = (self.chance.uniform() * same_day.len() as f64) as usize;
        let unit = place.line.remove(same_day[drawn]);
        let stage = place.stage.clone();
        self.profit -= stage.cost_per_unit.get();
        let quality = if position == 0 { unit.quality } else { 1.0 };
        let waited = (day - unit.came) as f64;
        let chance = (stage.conversion.middle() * quality).min(1.0) * freshness(&stage, waited);
        if !happens(&mut self.chance, chance) {
            return;
        }
        let leaves = day + days_in(&mut self.chance, &stage);
        match self.places.get_mut(position + 1) {
            Some(next) => next.coming.push((leaves, unit)),
            None => self.winning.push(leaves),
        }
    }

    /// The end of the day: some go cold, then those that waited too long are thrown away.
    fn lose_the_waiting(&mut self, position: usize, day: usize) {
        let Place { stage, line, .. } = &mut self.places[position];
        if let Some(half_life) = stage.waiting.patience_half_life_days {
            let stay = exp2(-1.0 / half_life.get());
            line.retain(|_| happens(&mut self.chance, stay));
        }
        if let Some(longest) = stage.waiting.discard_after_days {
            line.retain(|unit| day - unit.came < longest.whole() as usize);
        }
    }

    fn win(&mut self, today: usize) {
        let before = self.winning.len();
        self.winning.retain(|day| *day != today);
        for _ in self.winning.len()..before {
            self.won += 1.0;
            self.profit += size(&mut self.chance, self.document);
        }
    }
}

fn happens(chance: &mut Stream, probability: f64) -> bool {
    chance.uniform() < probability
}

/// Knuth's product of uniforms; means here are small.
fn poisson(chance: &mut Stream, mean: f64) -> usize {
    let mut count = 0;
    let mut product = chance.uniform();
    while product > exp(-mean) {
        count += 1;
        product *= chance.uniform();
    }
    count
}

fn freshness(stage: &Stage, waited: f64) -> f64 {
    let floor = stage.waiting.stale_floor.get();
    match stage.waiting.stale_half_life_days {
        Some(half_life) => floor + (1.0 - floor) * exp2(-waited / half_life.get()),
        None => 1.0,
    }
}

/// An advancing unit's gamma of coefficient of variation ½ (shape 4: a sum of four exponentials), 1 or 0, put on
/// one of the two whole days around it such that its mean stays.
fn days_in(chance: &mut Stream, stage: &Stage) -> usize {
    let mean = stage.days.mean.middle();
    let mut exponential = |mean: f64| -mean * log(chance.uniform());
    let exact = match stage.days.variation.get() {
        0.0 => mean,
        1.0 => exponential(mean),
        _ => (0..4).map(|_| exponential(mean / 4.0)).sum(),
    };
    exact as usize + usize::from(happens(chance, exact.fract()))
}

fn size(chance: &mut Stream, document: &Document) -> f64 {
    let variation = document.deal.size_variation.get();
    let variance = log(1.0 + variation * variation);
    let z = normal::quantile(chance.uniform());
    document.deal.size.middle() * exp(variance.sqrt() * z - variance / 2.0)
}

/// Two limited stages, of which the second is reached through one without a limit.
fn two_limits(first: &str, second: &str) -> Document {
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":5,"opening":"empty","channels":[{{"leadsPerMonth":130,"costPerLead":5}},
        {{"leadsPerMonth":60,"costPerLead":20,"quality":1.6}}],
        "stages":[{{"conversion":0.8,"days":{{"mean":2.5}}}},
        {{"conversion":0.7,"days":{{"mean":5}},"capacityPerMonth":150,"costPerUnit":6,"waiting":{{{first}}}}},
        {{"conversion":0.8,"days":{{"mean":3,"cv":1}},"lostDays":{{"mean":1}},"costPerUnit":4}},
        {{"conversion":0.6,"days":{{"mean":4,"cv":0}},"capacityPerMonth":70,"waiting":{{{second}}}}},
        {{"conversion":0.5,"days":{{"mean":6}}}}],"deal":{{"size":500,"sizeCv":0.7}}}}"#
    ))
}

#[track_caller]
fn agrees(document: &Document) {
    let units: Vec<(f64, f64)> = (0..1500)
        .map(|trial| World::new(document, trial).run())
        .collect();
    let outcomes = Stochastic::new(document, &[], 77).run(0..6000);
    let compare = |one_by_one: Vec<f64>, run: Vec<f64>| {
        let ((mean, variance), (run_mean, run_variance)) = (moments(&one_by_one), moments(&run));
        let (n, m) = (one_by_one.len() as f64, run.len() as f64);
        let error = (variance / n + run_variance / m).sqrt();
        assert!(
            (mean - run_mean).abs() < 4.0 * error,
            "means: {mean}, {run_mean} ± {error}"
        );
        // The logarithm of a ratio of variances: standard error √(2/n + 2/m) for a law near the normal one.
        let ratio = log(variance / run_variance);
        assert!(
            ratio.abs() < 4.0 * (2.0 / n + 2.0 / m).sqrt(),
            "variances: {variance}, {run_variance}"
        );
        // Two samples: 2·exp(−2x²) = 10⁻⁴ at x = 2.225 (Smirnov).
        let bound = 2.225 / (n * m / (n + m)).sqrt();
        assert!(distance_between(one_by_one, run) < bound);
    };
    compare(
        units.iter().map(|(won, _)| *won).collect(),
        outcomes.totals(Objective::Won),
    );
    compare(
        units.iter().map(|(_, profit)| *profit).collect(),
        outcomes.totals(Objective::Profit),
    );
}

const OLDEST: &str = r#""order":"oldestFirst","patienceHalfLifeDays":9,"staleHalfLifeDays":6,"staleFloor":0.3,"discardAfterDays":12"#;
const NEWEST: &str = r#""order":"newestFirst","patienceHalfLifeDays":15,"staleHalfLifeDays":4,"discardAfterDays":20"#;

#[test]
fn oldest_first_then_newest_first() {
    agrees(&two_limits(OLDEST, NEWEST));
}

#[test]
fn newest_first_then_oldest_first() {
    agrees(&two_limits(NEWEST, OLDEST));
}

#[test]
fn long_ways_between_limits() {
    let mut document = two_limits(NEWEST, OLDEST);
    for (stage, mean) in document.stages.iter_mut().zip([5.0, 16.0, 10.0, 6.0, 12.0]) {
        stage.days.mean = Number::nearest(mean).into();
    }
    document.stages[3].capacity_per_month = Some(Number::nearest(55.0));
    document.months = Number::nearest(7.0);
    agrees(&document);
}

#[test]
fn a_limit_on_the_first_stage_with_channels_of_different_quality() {
    let mut document = two_limits(r#""order":"oldestFirst""#, OLDEST);
    document.stages.remove(0);
    document.stages[0].capacity_per_month = Some(Number::nearest(175.0));
    agrees(&document);
}
