//! What the command prints.

use pipeline_lever::engine::{
    ExpectedRun, Metrics, MonthReport, Period, StochasticReport, Summary, Totals,
};
use pipeline_lever::model::Node;

/// All of it; the stochastic run where there is one.
pub fn of(expected: &ExpectedRun, chance: Option<&StochasticReport>, answers: Node) -> Node {
    let expected = Node::object([
        ("months", expected.months.iter().map(month).collect()),
        ("totals", totals(&expected.totals)),
        ("metrics", metrics(&expected.metrics)),
    ]);
    match chance {
        Some(chance) => Node::object([
            ("expected", expected),
            ("stochastic", stochastic(chance)),
            ("answers", answers),
        ]),
        None => Node::object([("expected", expected), ("answers", answers)]),
    }
}

fn stochastic(run: &StochasticReport) -> Node {
    let month = |period: &Period| {
        let name = period.first_month.to_string();
        let [won, bookings, cash, profit] = series(period);
        Node::object([("month", name.as_str().into()), won, bookings, cash, profit])
    };
    Node::object([
        ("trials", Node::index(run.trials)),
        ("seed", Node::Number(run.seed as f64)),
        ("months", run.months.iter().map(month).collect()),
        ("totals", Node::object(series(&run.totals))),
    ])
}

fn series(period: &Period) -> [(&'static str, Node); 4] {
    [
        ("won", summary(&period.won)),
        ("bookings", summary(&period.bookings)),
        ("cash", summary(&period.cash)),
        ("profit", summary(&period.profit)),
    ]
}

fn summary(summary: &Summary) -> Node {
    Node::object([
        ("mean", summary.mean.into()),
        ("p10", summary.p10.into()),
        ("p50", summary.p50.into()),
        ("p90", summary.p90.into()),
    ])
}

fn month(month: &MonthReport) -> Node {
    let list = |units: &[f64]| -> Node { units.iter().copied().collect() };
    Node::object([
        ("month", month.month.to_string().as_str().into()),
        ("leads", month.leads.into()),
        ("started", list(&month.started)),
        ("advanced", list(&month.advanced)),
        ("lost", list(&month.lost)),
        ("wentCold", list(&month.went_cold)),
        ("inWork", list(&month.in_work)),
        ("waiting", list(&month.waiting)),
        ("won", month.won.into()),
        ("bookings", month.bookings.into()),
        ("cash", month.cash.into()),
        ("cost", month.cost.into()),
    ])
}

/// Sums over the horizon.
pub fn totals(totals: &Totals) -> Node {
    Node::object([
        ("leads", totals.leads.into()),
        ("won", totals.won.into()),
        ("bookings", totals.bookings.into()),
        ("cash", totals.cash.into()),
        ("cost", totals.cost.into()),
        ("profit", totals.profit.into()),
        ("value", totals.value.into()),
    ])
}

/// Ratios and durations.
pub fn metrics(metrics: &Metrics) -> Node {
    Node::object([
        ("conversion", metrics.conversion.into()),
        ("cycleDays", metrics.cycle_days.into()),
        ("timeToRevenueDays", metrics.time_to_revenue_days.into()),
        ("costPerLead", metrics.cost_per_lead.into()),
        ("cac", metrics.acquisition_cost.into()),
        ("lifetimeValue", metrics.lifetime_value.into()),
        ("programmeShare", metrics.programme_share.into()),
        ("annualNrr", metrics.annual_net_revenue_retention.into()),
    ])
}
