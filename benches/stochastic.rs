//! How long the stochastic run takes natively, and that its cost does not grow with the volume: printed, not asserted.

mod cases;

use std::hint::black_box;
use std::time::Instant;

use cases::{four_stages, six_stages, twelve_stages};
use pipeline_lever::engine::Stochastic;
use pipeline_lever::model::{Conversion, Document, Number, Objective, Uncertain};

const TRIALS: u32 = 1000;
const RUNS: usize = 7;

/// Conversions and days of which only intervals are known: the tables are made anew in every trial.
fn uncertain(mut document: Document) -> Document {
    for stage in &mut document.stages {
        let rate = stage.conversion.middle();
        let between = |low: f64, high: f64| Uncertain::Between {
            low: Number::nearest(low),
            high: Number::nearest(high),
        };
        stage.conversion = Conversion::Rate(between(0.8 * rate, 1.1 * rate));
        stage.days.mean = Uncertain::Between {
            low: Number::nearest(5.0),
            high: Number::nearest(10.0),
        };
    }
    document
}

/// The quickest of some runs, in milliseconds, with the mean wins and their standard error.
fn measure(name: &str, document: &Document) {
    let mut best = f64::INFINITY;
    let mut won = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        let outcomes = Stochastic::new(document, &[], 1).run(0..TRIALS);
        black_box(outcomes.report());
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
        won = outcomes.totals(Objective::Won);
    }
    let trials = f64::from(TRIALS);
    let mean = won.iter().sum::<f64>() / trials;
    let squares: f64 = won.iter().map(|won| (won - mean) * (won - mean)).sum();
    let error = (squares / (trials - 1.0) / trials).sqrt();
    println!("{TRIALS} trials, {name}: {best:.1} ms (mean wins {mean:.1} ± {error:.1})");
}

fn main() {
    for leads in [400.0, 400_000.0] {
        measure(
            &format!("12 months, 6 stages, one full, {leads} leads a month"),
            &six_stages(leads, true, 0.0),
        );
    }
    for leads in [400.0, 400_000.0] {
        measure(
            &format!("12 months, 6 stages, none full, sizes drawn, {leads} leads a month"),
            &six_stages(leads, false, 1.0),
        );
    }
    measure(
        "12 months, 6 stages, one full, rates and days uncertain",
        &uncertain(six_stages(4000.0, true, 0.0)),
    );
    measure("the year of tests/bench/simpy_pipeline.py", &four_stages());
    for leads in [50.0, 1000.0, 50_000.0] {
        measure(
            &format!("60 months, 12 stages, three full, 20 channels of {leads} leads a month"),
            &twelve_stages(leads),
        );
    }
}
