//! How long the expected run and a search take natively: medians, printed, not asserted.

use std::hint::black_box;
use std::time::Instant;

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::leaks;
use pipeline_lever::model::{Document, Month, Objective};

const RUNS: usize = 301;

fn six_stages(limited: bool) -> Document {
    let limit = if limited {
        r#","capacityPerMonth":1500"#
    } else {
        ""
    };
    let stage = |conversion: f64, limit: &str| {
        format!(r#"{{"conversion":{conversion},"days":{{"mean":7}}{limit}}}"#)
    };
    let stages = [
        stage(0.75, ""),
        stage(0.6, limit),
        stage(0.5, ""),
        stage(0.4, ""),
        stage(0.5, ""),
        stage(0.8, ""),
    ];
    let json = format!(
        r#"{{"version":1,"start":"2026-01","channels":[{{"leadsPerMonth":2000,"costPerLead":20}}],"stages":[{}],"deal":{{"size":1000}}}}"#,
        stages.join(",")
    );
    Document::read(json.as_bytes(), Month::default()).expect("a valid document")
}

fn median_microseconds(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn main() {
    for limited in [false, true] {
        let name = if limited {
            "one of them full"
        } else {
            "none full"
        };
        let document = six_stages(limited);
        let cold = median_microseconds(|| {
            black_box(Simulator::new().expected(&document, &[]));
        });
        let mut simulator = Simulator::new();
        let mut other = document.clone();
        let mut leads = 2000.0;
        let warm = median_microseconds(|| {
            leads += 1.0;
            let field = pipeline_lever::model::Field::Channel(
                0,
                pipeline_lever::model::ChannelField::LeadsPerMonth,
            );
            let _ = field.set(&mut other, Some(leads));
            black_box(simulator.expected(&other, &[]));
        });
        let start = Instant::now();
        black_box(leaks(&mut simulator, &document, Objective::Won));
        let search = start.elapsed().as_secs_f64() * 1e3;
        println!(
            "expected run, 12 months, 6 stages, {name}: first {cold:.0} µs, next {warm:.0} µs; all leaks with their searches {search:.1} ms"
        );
    }
}
