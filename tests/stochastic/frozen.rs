//! Numbers that must not change unnoticed. A change of one is marked "value-breaking" in the CHANGELOG.

use pipeline_lever::engine::{Stochastic, Summary};

use super::support::close;
use super::support::presets::preset;

/// Of 100 trials of seed 1: the mean of the wins, then mean and percentiles of the profit.
const FROZEN: [(&str, [f64; 5]); 5] = [
    (
        "talk",
        [36053.09, 19241921.34, 18997195.6, 19273366.0, 19423592.4],
    ),
    (
        "talk-full",
        [36051.64, 19240829.22, 19069071.0, 19237260.0, 19452553.6],
    ),
    ("firm", [24.16, 2355818.5, 1641275.0, 2389875.0, 2940120.0]),
    (
        "slow-cash",
        [60.46, 883739.6, 711356.0, 891050.0, 1028574.0],
    ),
    (
        "stale",
        [249.35, -152397.45, -192815.0, -151420.0, -116695.0],
    ),
];

#[test]
fn presets_give_the_numbers_they_always_gave() {
    for (id, expected) in FROZEN {
        let report = Stochastic::new(&preset(id), &[], 1).run(0..100).report();
        let Summary {
            mean,
            p10,
            p50,
            p90,
            ..
        } = report.totals.profit;
        let found = [report.totals.won.mean, mean, p10, p50, p90];
        for (found, expected) in found.into_iter().zip(expected) {
            close(found, expected, 1e-12 * expected.abs());
        }
    }
}
