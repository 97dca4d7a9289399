//! The run against what is known exactly.

use pipeline_lever::engine::{Simulator, Stochastic};
use pipeline_lever::model::{Document, Objective};

use super::support::document;
use super::{mean_is, totals, variance_is};

const TRIALS: u32 = 4000;

fn expected(document: &Document, objective: Objective) -> f64 {
    let totals = Simulator::new().expected(document, &[]).totals;
    match objective {
        Objective::Won => totals.won,
        Objective::Bookings => totals.bookings,
        Objective::Cash => totals.cash,
        Objective::Profit => totals.profit,
        Objective::Value => totals.value,
    }
}

/// Means must agree with the expected run where no stage is limited.
#[track_caller]
fn means_agree(document: &Document) {
    let outcomes = Stochastic::new(document, &[], 5).run(0..TRIALS);
    for objective in Objective::all() {
        mean_is(
            &outcomes.totals(*objective),
            expected(document, *objective),
            4.5,
        );
    }
    let report = outcomes.report();
    let run = Simulator::new().expected(document, &[]);
    for (period, month) in report.months.iter().zip(&run.months) {
        let error = (month.won / f64::from(TRIALS)).sqrt();
        assert!((period.won.mean - month.won).abs() <= 5.0 * error + 1e-9);
    }
}

#[test]
fn thinned_arrivals_are_poisson() {
    // 5 a day × 0.4 × 0.5 × 0.35 over a year of 365 days is Poisson with mean 127.75.
    let document = document(
        r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":152.083333333333333}],
        "stages":[{"conversion":0.4},{"conversion":0.5},{"conversion":0.35}],"deal":{"size":1}}"#,
    );
    let won = totals(&document, &[], 1, 20_000, Objective::Won);
    mean_is(&won, 127.75, 4.0);
    variance_is(&won, 127.75, 4.0);
}

#[test]
fn a_limit_that_is_never_reached_changes_no_law() {
    // The same pipeline with its middle stage counted day by day.
    let document = document(
        r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":152.083333333333333}],
        "stages":[{"conversion":0.4},{"conversion":0.5,"capacityPerMonth":1e6},{"conversion":0.35}],"deal":{"size":1}}"#,
    );
    let won = totals(&document, &[], 1, 20_000, Objective::Won);
    mean_is(&won, 127.75, 4.0);
    variance_is(&won, 127.75, 4.0);
}

const STAGES: &str = r#"[{"conversion":0.6,"days":{"mean":9},"costPerUnit":3,"open":40},
    {"conversion":0.5,"days":{"mean":20,"cv":1},"lostDays":{"mean":4},"open":20},{"conversion":0.7,"days":{"mean":12,"cv":0},"costPerUnit":20,"open":7}]"#;

fn three_stages(opening: &str, deal: &str) -> Document {
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":7,"opening":"{opening}","channels":[{{"leadsPerMonth":90,"costPerLead":4,"quality":1.2}},
        {{"leadsPerMonth":40,"growthPerMonth":0.1,"costPerLead":9,"fixedCostPerMonth":100,"quality":0.5}}],
        "stages":{STAGES},"deal":{deal}}}"#
    ))
}

#[test]
fn every_opening_has_the_means_of_the_expected_run() {
    let deal = r#"{"size":1000,"sizeCv":0.8,"grossMargin":0.6,"billing":{"kind":"oneOff","upfrontShare":0.3,"onboardingDays":10,"deliveryDays":25,"paymentDays":40}}"#;
    for opening in ["empty", "steady", "counts"] {
        means_agree(&three_stages(opening, deal));
    }
}

#[test]
fn recurring_customers_have_the_means_of_the_expected_run() {
    let deal = r#"{"size":100,"sizeCv":1.5,"billing":{"kind":"recurring","onboardingDays":10,"paymentDays":20,"monthlyChurn":0.05,
        "monthlyExpansion":0.01,"costToServePerMonth":12,"openCustomers":75}}"#;
    for opening in ["steady", "counts"] {
        means_agree(&three_stages(opening, deal));
    }
}

#[test]
fn levers_that_come_on_slowly_have_the_means_of_the_expected_run() {
    let document = document(&format!(
        r#"{{"version":1,"start":"2026-01","months":7,"channels":[{{"leadsPerMonth":90,"priceElasticity":0.5,"qualityElasticity":0.3,"costPerLead":5}}],
        "stages":{STAGES},"deal":{{"size":10}},"scenarios":[{{"name":"A","levers":[
        {{"kind":"leads","channel":0,"times":2.5,"startMonth":1,"rampMonths":3,"oneOffCost":100}},{{"kind":"days","stage":1,"times":0.5,"startMonth":2,"rampMonths":3}},
        {{"kind":"conversion","stage":2,"to":0.9,"startMonth":3}},{{"kind":"dealSize","times":1.3,"startMonth":2,"costPerMonth":7}},{{"kind":"paymentDays","to":20,"rampMonths":4}}]}}]}}"#
    ));
    let levers = &document.scenarios[0].levers;
    let run = Simulator::new().expected(&document, levers).totals;
    let outcomes = Stochastic::new(&document, levers, 3).run(0..TRIALS);
    mean_is(&outcomes.totals(Objective::Won), run.won, 4.5);
    mean_is(&outcomes.totals(Objective::Cash), run.cash, 4.5);
    mean_is(&outcomes.totals(Objective::Profit), run.profit, 4.5);
    mean_is(&outcomes.totals(Objective::Value), run.value, 4.5);
}

#[test]
fn counts_of_a_fixed_opening_are_binomial() {
    // 1000 open units and no leads: 0.3 × 0.5 of them are won, all on day 0.
    let document = document(
        r#"{"version":1,"start":"2026-01","months":2,"opening":"counts","channels":[{"leadsPerMonth":0}],
        "stages":[{"conversion":0.3,"open":1000},{"conversion":0.5}],"deal":{"size":1}}"#,
    );
    let won = totals(&document, &[], 2, 10_000, Objective::Won);
    mean_is(&won, 150.0, 4.0);
    variance_is(&won, 1000.0 * 0.15 * 0.85, 4.0);
}

#[test]
fn bookings_are_a_compound_poisson_sum() {
    // 50 wins a month of size 10 ± 20: mean 500, variance 50 × (10² + 20²).
    let document = document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":100}],
        "stages":[{"conversion":0.5}],"deal":{"size":10,"sizeCv":2}}"#,
    );
    let bookings = totals(&document, &[], 4, 40_000, Objective::Bookings);
    mean_is(&bookings, 500.0, 4.0);
    variance_is(&bookings, 50.0 * 500.0, 4.0);
}

#[test]
fn costs_vary_with_what_they_are_paid_for() {
    // Nothing is sold: the profit is −(leads × 4 + starts of stage 2 × 10). A lead that goes on costs 14, one
    // that does not 4: variance 31 a day × (0.4 × 14² + 0.6 × 4²) without days between.
    let document = document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":3100,"costPerLead":4}],
        "stages":[{"conversion":0.4},{"conversion":0.5,"costPerUnit":10}],"deal":{"size":0}}"#,
    );
    let profit = totals(&document, &[], 4, 20_000, Objective::Profit);
    mean_is(&profit, -3100.0 * 8.0, 4.0);
    variance_is(&profit, 3100.0 * (0.4 * 196.0 + 0.6 * 16.0), 4.0);
}

#[test]
fn customers_leave_one_by_one() {
    // 1000 customers at 1 a month, all first invoiced in January; invoice j has (1 − 0.1)^j of them, and
    // the cash of month m is binomial: the variance of a month is n·s·(1 − s).
    let document = document(
        r#"{"version":1,"start":"2026-01","months":3,"opening":"empty","channels":[{"leadsPerMonth":0}],"stages":[{"conversion":1}],
        "deal":{"size":1,"billing":{"kind":"recurring","monthlyChurn":0.1,"openCustomers":31000}}}"#,
    );
    let outcomes = Stochastic::new(&document, &[], 9).run(0..4000);
    let run = Simulator::new().expected(&document, &[]);
    mean_is(&outcomes.totals(Objective::Cash), run.totals.cash, 4.0);
    // Invoice 0 on day d, 1 on d + 30, 2 on d + 61, none later than day 89: of day d's customers, those of
    // d ≤ 28 have three invoices, the others two.
    let s = 0.9_f64;
    let two = s * (1.0 - s);
    let three = s * (1.0 - s) + s * s * (1.0 - s * s) + 2.0 * s * s * (1.0 - s);
    let variance = 1000.0 * (29.0 * three + 2.0 * two);
    variance_is(&outcomes.totals(Objective::Cash), variance, 4.0);
}
