//! Values that are not known exactly.

use libm::log;
use pipeline_lever::engine::stochastic::normal;
use pipeline_lever::engine::stochastic::random::Luck;
use pipeline_lever::engine::stochastic::uncertain::draw;
use pipeline_lever::model::{Document, Objective};

use super::support::document;
use super::{distance, mean_is, moments, totals, variance_is};

const DRAWS: u32 = 20_000;
/// As in the laws.
const KOLMOGOROV: f64 = 2.694;

fn drawn(document: &Document, value: impl Fn(&Document) -> f64) -> Vec<f64> {
    let mut known = document.clone();
    (0..DRAWS)
        .map(|trial| {
            draw(document, Luck::new(3, trial), &mut known);
            value(&known)
        })
        .collect()
}

fn uncertain(conversion: &str) -> Document {
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{{"leadsPerMonth":{{"low":100,"high":400}}}}],
        "stages":[{{"conversion":{conversion},"days":{{"mean":{{"low":2,"high":8}}}}}}],"deal":{{"size":{{"low":10,"high":1000}}}}}}"#
    ))
}

#[test]
fn an_interval_is_from_the_10th_to_the_90th_percentile() {
    let document = uncertain(r#"{"low":0.2,"high":0.5}"#);
    let logit = |p: f64| log(p / (1.0 - p));
    let z90 = normal::quantile(0.9);
    let standard =
        |value: f64, low: f64, high: f64| (2.0 * value - low - high) / (high - low) * z90;
    let samples = [
        drawn(&document, |known| {
            standard(
                logit(known.stages[0].conversion.middle()),
                logit(0.2),
                logit(0.5),
            )
        }),
        drawn(&document, |known| {
            standard(
                log(known.channels[0].leads_per_month.middle()),
                log(100.0),
                log(400.0),
            )
        }),
        drawn(&document, |known| {
            standard(log(known.stages[0].days.mean.middle()), log(2.0), log(8.0))
        }),
        drawn(&document, |known| {
            standard(log(known.deal.size.middle()), log(10.0), log(1000.0))
        }),
    ];
    for sample in samples {
        assert!(distance(sample, normal::chance_up_to) * f64::from(DRAWS).sqrt() < KOLMOGOROV);
    }
}

#[test]
fn counted_evidence_is_beta() {
    // Jeffreys: Beta(a + ½, b + ½) with mean a′/(a′ + b′) and variance a′b′/((a′ + b′)²(a′ + b′ + 1)).
    for (advanced, of) in [(3.0, 40.0), (0.0, 5.0), (2.0, 2.0), (5e8, 1e9)] {
        let document = uncertain(&format!(r#"{{"advanced":{advanced},"of":{of}}}"#));
        let rates = drawn(&document, |known| known.stages[0].conversion.middle());
        let (a, b) = (advanced + 0.5, of - advanced + 0.5);
        mean_is(&rates, a / (a + b), 4.5);
        variance_is(&rates, a * b / ((a + b) * (a + b) * (a + b + 1.0)), 4.5);
    }
}

#[test]
fn a_small_sample_shows_as_a_wide_band() {
    let counted = |counts: &str| {
        let document = document(&format!(
            r#"{{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{{"leadsPerMonth":1e6}}],"stages":[{{"conversion":{counts}}}],"deal":{{"size":1}}}}"#
        ));
        let won = totals(&document, &[], 1, 2000, Objective::Won);
        moments(&won).1.sqrt() / 75_000.0
    };
    // The relative width of Beta(3.5, 37.5) is 0.54, of a hundred times the evidence about a tenth of it.
    assert!((0.45..0.60).contains(&counted(r#"{"advanced":3,"of":40}"#)));
    assert!((0.045..0.065).contains(&counted(r#"{"advanced":300,"of":4000}"#)));
}
