//! A limited stage against the exact stationary law of its queue.

use libm::{exp, lgamma, log};
use pipeline_lever::engine::Stochastic;
use pipeline_lever::engine::stochastic::station::StationDays;
use pipeline_lever::model::Document;

use super::support::document;
use super::{mean_is, moments};

/// Days of the months of 2025 to 2027, none of them a leap year.
const LENGTHS: [f64; 12] = [
    31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0,
];

/// One stage over three years to which `leads` come and where up to `starts` can start, each day; months differ
/// in length, so the leads have seasons and the limit is a list of levers.
fn same_every_day(leads: f64, starts: f64) -> Document {
    let levers: Vec<String> = (0..36)
        .map(|month| {
            let to = LENGTHS[month % 12] * starts;
            format!(r#"{{"kind":"capacity","stage":0,"to":{to},"startMonth":{month}}}"#)
        })
        .collect();
    document(&format!(
        r#"{{"version":1,"start":"2025-01","months":36,"opening":"empty","channels":[{{"leadsPerMonth":{leads},"seasonality":{LENGTHS:?}}}],
        "stages":[{{"conversion":1}}],"deal":{{"size":1}},"scenarios":[{{"name":"","levers":[{}]}}]}}"#,
        levers.join(",")
    ))
}

/// The mean number in line at the ends of days: Poisson arrivals, up to c starts a day, the rest waits.
/// The Markov chain X′ = max(0, X + A − c) is solved by iterating its law to rest.
fn mean_line(arrivals: f64, starts: usize) -> f64 {
    let chance = |count: usize| {
        let count = count as f64;
        exp(count * log(arrivals) - arrivals - lgamma(count + 1.0))
    };
    let most = 400;
    let arriving: Vec<f64> = (0..60).map(chance).collect();
    let mut law = vec![0.0; most];
    law[0] = 1.0;
    loop {
        let mut next = vec![0.0; most];
        for (waiting, share) in law.iter().enumerate().filter(|(_, share)| **share > 0.0) {
            for (coming, chance) in arriving.iter().enumerate() {
                let left = (waiting + coming).saturating_sub(starts).min(most - 1);
                next[left] += share * chance;
            }
        }
        let moved: f64 = law
            .iter()
            .zip(&next)
            .map(|(old, new)| (old - new).abs())
            .sum();
        law = next;
        if moved < 1e-9 {
            break;
        }
    }
    law.iter()
        .enumerate()
        .map(|(waiting, share)| waiting as f64 * share)
        .sum()
}

fn days_of(document: &Document, trials: u32) -> Vec<StationDays> {
    let mut run = Stochastic::new(document, &document.scenarios[0].levers, 11);
    (0..trials)
        .map(|trial| run.trace(trial).remove(0).1)
        .collect()
}

/// The mean line at the ends of days, the first hundred left out: the line starts empty.
fn mean_of_later_days(days: &StationDays) -> f64 {
    moments(&days.waiting[100..]).0
}

#[test]
fn the_line_has_its_stationary_mean_and_littles_law_holds() {
    let starts = 10;
    for (load, trials) in [(0.7, 60), (0.9, 60), (0.95, 150)] {
        let arrivals = load * starts as f64;
        let document = same_every_day(arrivals, starts as f64);
        let days = days_of(&document, trials);
        let line: Vec<f64> = days.iter().map(mean_of_later_days).collect();
        let exact = mean_line(arrivals, starts);
        mean_is(&line, exact, 4.5);
        // Little: mean line = arrivals a day × mean wait. The waits are those of units, not of days.
        let waits: Vec<f64> = days.iter().map(mean_wait).collect();
        mean_is(&waits, exact / arrivals, 4.5);
    }
}

/// The mean wait of those who start, oldest first: unit k to come is unit k to start.
fn mean_wait(days: &StationDays) -> f64 {
    let expand = |series: &[f64]| -> Vec<f64> {
        let each = series.iter().enumerate();
        each.flat_map(|(day, units)| std::iter::repeat_n(day as f64, *units as usize))
            .collect()
    };
    let (came, started) = (expand(&days.arrived), expand(&days.started));
    let waits: Vec<f64> = came
        .iter()
        .zip(&started)
        .map(|(came, started)| started - came)
        .collect();
    moments(&waits).0
}

#[test]
fn near_a_full_stage_chance_costs_wins() {
    // 100 leads a day into 100 starts, stale half-life 3 days: the expected run says 5.0 wins a day.
    let lengths = 365.25 / 12.0;
    let document = document(&format!(
        r#"{{"version":1,"start":"2026-01","months":24,"opening":"empty","channels":[{{"leadsPerMonth":{}}}],
        "stages":[{{"conversion":0.05,"capacityPerMonth":{},"waiting":{{"staleHalfLifeDays":3}}}}],"deal":{{"size":1}}}}"#,
        100.0 * lengths,
        100.0 * lengths
    ));
    let report = Stochastic::new(&document, &[], 1).run(0..300).report();
    let a_day = report.years[1].won.mean / 365.0;
    assert!((3.0..3.6).contains(&a_day), "{a_day}");
}
