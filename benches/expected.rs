//! How long the expected run and a search take natively: medians, printed, not asserted.

mod cases;

use std::hint::black_box;
use std::time::Instant;

use cases::{MovingLeads, six_stages};
use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::leaks;
use pipeline_lever::model::Objective;

const RUNS: usize = 301;

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
        let document = six_stages(2000.0, limited, 0.0);
        let cold = median_microseconds(|| {
            black_box(Simulator::new().expected(&document, &[]));
        });
        let mut moving = MovingLeads::new(limited);
        let warm = median_microseconds(|| {
            black_box(moving.run());
        });
        let mut simulator = Simulator::new();
        let start = Instant::now();
        black_box(leaks(&mut simulator, &document, Objective::Won));
        let search = start.elapsed().as_secs_f64() * 1e3;
        println!(
            "expected run, 12 months, 6 stages, {name}: first {cold:.0} µs, next {warm:.0} µs; all leaks with their searches {search:.1} ms"
        );
    }
}
