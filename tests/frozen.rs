//! Numbers that must not change unnoticed. A change of one is marked "value-breaking" in the CHANGELOG.

mod support;

use pipeline_lever::engine::Simulator;
use support::close;
use support::presets::preset;

/// Won, cash and value over the horizon.
const FROZEN: [(&str, [f64; 3]); 4] = [
    (
        "talk",
        [36044.810927048435, 28835848.741638746, 19235848.741638746],
    ),
    (
        "firm",
        [24.025017751952095, 2402501.7751952102, 2342501.77519521],
    ),
    (
        "slow-cash",
        [60.15340086690848, 902687.250446636, 878301.0130036272],
    ),
    (
        "stale",
        [242.7483484679117, 242748.34846791165, -159011.65153208832],
    ),
];

#[test]
fn presets_give_the_numbers_they_always_gave() {
    for (id, expected) in FROZEN {
        let totals = Simulator::new().expected(&preset(id), &[]).totals;
        for (value, expected) in [totals.won, totals.cash, totals.value]
            .into_iter()
            .zip(expected)
        {
            close(value, expected, 1e-12 * expected.abs().max(1.0));
        }
    }
}
