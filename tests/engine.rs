//! The expected run against closed forms, and the four cases of the README by number.

mod support;

use pipeline_lever::engine::{ExpectedRun, Simulator};
use pipeline_lever::insights::more_leads;
use pipeline_lever::model::{ChannelField, Document, Field, Lever, Number, StageField};
use support::presets::preset;
use support::{close, document};

fn run(document: &Document, levers: &[Lever]) -> ExpectedRun {
    Simulator::new().expected(document, levers)
}

fn won_per_month(document: &Document, levers: &[Lever]) -> f64 {
    let run = run(document, levers);
    run.totals.won / document.months.get()
}

#[test]
fn a_product_of_rates_without_days_is_exact() {
    let document = document(
        r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":1000}],
        "stages":[{"conversion":0.5},{"conversion":0.2},{"conversion":0.1}],"deal":{"size":300}}"#,
    );
    let run = run(&document, &[]);
    for month in &run.months {
        close(month.won, 10.0, 1e-9);
        close(month.bookings, 3000.0, 1e-6);
        close(month.cash, 3000.0, 1e-6);
    }
    close(run.metrics.conversion.unwrap_or_default(), 0.01, 1e-15);
}

#[test]
fn littles_law_holds_in_a_steady_stage() {
    // Units in work = starts a day × mean days; 10 starts a day, 23 days, whatever the spread.
    let document = document(
        r#"{"version":1,"start":"2026-01","channels":[{"leadsPerMonth":304.375}],
        "stages":[{"conversion":0.3,"days":{"mean":23,"cv":0.8},"lostDays":{"mean":4,"cv":1}}],"deal":{"size":1}}"#,
    );
    let flows = Simulator::new().flows(&document, &[]);
    let stage = &flows.stages[0];
    close(stage.open_units(), 10.0 * (0.3 * 23.0 + 0.7 * 4.0), 1e-5);
}

#[test]
fn churn_is_geometric() {
    let document = document(
        r#"{"version":1,"start":"2026-01","months":12,"opening":"empty","channels":[{"leadsPerMonth":0}],
        "stages":[{"conversion":1}],"deal":{"size":100,"billing":{"kind":"recurring","monthlyChurn":0.1,
        "monthlyExpansion":0.02,"openCustomers":31}}}"#,
    );
    let run = run(&document, &[]);
    // One customer a day of January, each invoiced every 30.436875 days: 12 invoices at most.
    close(run.months[0].cash, 3100.0 + 100.0 * 0.9 * 1.02, 1e-9);
    let monthly: f64 = 0.9 * 1.02;
    let nrr = run.metrics.annual_net_revenue_retention.unwrap_or_default();
    close(nrr, libm::pow(monthly, 12.0), 1e-12);
    let lifetime: f64 = (0..60)
        .map(|j| 100.0 * libm::pow(monthly, f64::from(j)))
        .sum();
    close(run.metrics.lifetime_value, lifetime, 1e-9);
}

#[test]
fn extra_leads_get_dearer_and_poorer_as_they_grow() {
    let document = document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":100,
        "costPerLead":10,"priceElasticity":1,"qualityElasticity":0.5}],"stages":[{"conversion":0.1}],"deal":{"size":1}}"#,
    );
    let run = run(&document, &more_leads(&document, 4.0));
    // Price: 100 × 10 × (1 + (4² − 1)/2); quality of the extra 300: (4^½ − 1)/(½ × 3) = 2/3.
    close(run.totals.cost, 8500.0, 1e-9);
    close(run.totals.won, 100.0 * 0.1 + 300.0 * 0.1 * 2.0 / 3.0, 1e-9);
}

#[test]
fn a_ramped_lever_goes_its_way_evenly() {
    let document = document(
        r#"{"version":1,"start":"2026-01","months":6,"opening":"empty","channels":[{"leadsPerMonth":1000}],
        "stages":[{"conversion":0.1}],"deal":{"size":1},"scenarios":[{"name":"A","levers":[{"kind":"conversion",
        "stage":0,"to":0.2,"startMonth":1,"rampMonths":4,"oneOffCost":50,"costPerMonth":7}]}]}"#,
    );
    let run = run(&document, &document.scenarios[0].levers);
    let won: Vec<f64> = run.months.iter().map(|month| month.won).collect();
    for (won, expected) in won.iter().zip([100.0, 125.0, 150.0, 175.0, 200.0, 200.0]) {
        close(*won, expected, 1e-9);
    }
    let cost: Vec<f64> = run.months.iter().map(|month| month.cost).collect();
    assert_eq!(cost, [0.0, 57.0, 7.0, 7.0, 7.0, 7.0]);
}

#[test]
fn earlier_wins_still_pay_in_a_steady_pipeline() {
    // 1 win a day for ever, paid after 45 days: every day of the year brings one payment.
    let document = document(
        r#"{"version":1,"start":"2026-01","channels":[{"leadsPerMonth":30.4375}],"stages":[{"conversion":1}],
        "deal":{"size":10,"billing":{"kind":"oneOff","upfrontShare":0.4,"onboardingDays":7,"deliveryDays":20,"paymentDays":45}}}"#,
    );
    let run = run(&document, &[]);
    close(run.months[0].cash, 310.0, 1e-9);
    close(run.months[1].cash, 280.0, 4.0);
    close(run.totals.cash, 3650.0, 10.0);
}

/// The preset with one number set to another value.
fn with(id: &str, changes: &[(Field, f64)]) -> Document {
    let mut document = preset(id);
    for (field, value) in changes {
        assert_eq!(field.set(&mut document, Some(*value)), Ok(()));
    }
    document
}

#[test]
fn a_talks_leaking_pipeline() {
    let leads = Field::Channel(0, ChannelField::LeadsPerMonth);
    let negotiation = Field::Stage(2, StageField::Conversion);
    let won = |id, changes: &[(Field, f64)]| won_per_month(&with(id, changes), &[]);
    close(won("talk", &[]), 3000.0, 30.0);
    close(won("talk", &[(leads, 1e6)]), 7500.0, 75.0);
    close(won("talk", &[(negotiation, 0.05)]), 7500.0, 75.0);
    close(won("talk-full", &[]), 3000.0, 30.0);
    close(won("talk-full", &[(leads, 1e6)]), 3040.0, 30.4);
    close(won("talk-full", &[(leads, 1e7)]), 3040.0, 30.4);
    close(won("talk-full", &[(negotiation, 0.04)]), 6000.0, 60.0);
}

#[test]
fn time_to_first_cash() {
    close(
        run(&preset("fast-cash"), &[]).metrics.time_to_revenue_days,
        97.0,
        1e-9,
    );
    close(
        run(&preset("slow-cash"), &[]).metrics.time_to_revenue_days,
        232.0,
        1e-9,
    );
}

#[test]
fn a_professional_firms_goal() {
    let firm = preset("firm");
    let run = run(&firm, &[]);
    close(run.totals.won / 12.0, 2.0, 0.02);
    close(run.totals.bookings / 12.0, 200_000.0, 2000.0);
    close(run.metrics.cost_per_lead.unwrap_or_default(), 50.0, 1e-9);
}

#[test]
fn stale_leads_make_more_leads_hurt() {
    let second_year = |leads_a_day: f64, newest_first: bool| {
        let mut stale = preset("stale");
        stale.channels[0].leads_per_month =
            pipeline_lever::model::Uncertain::Known(Number::nearest(leads_a_day * 365.25 / 12.0));
        if newest_first {
            stale.stages[0].waiting.order = pipeline_lever::model::WaitingOrder::NewestFirst;
        }
        let run = run(&stale, &[]);
        run.months[12..].iter().map(|month| month.won).sum::<f64>() / 365.0
    };
    close(second_year(60.0, false), 3.0, 0.03);
    close(second_year(90.0, false), 4.5, 0.045);
    assert!(second_year(110.0, false) < 0.001);
    assert!(second_year(150.0, false) < 0.001);
    close(second_year(110.0, true), 5.0, 0.05);
    close(second_year(150.0, true), 5.0, 0.05);
}

#[test]
fn the_first_wins_of_a_long_stage_keep_their_digits() {
    // Σ P(at most k whole days), computed with 40 digits from the incomplete gamma function.
    for (mean, variation, months, exact) in [
        (3650.0, 0.4, 1, 1.231_443_824_578_4e-6),
        (100.0, 0.15, 2, 64.920_254_071_223_5),
        (365.0, 0.3, 2, 0.445_191_431_184_675),
        (30.0, 2.5, 1, 686_903.793_356_214),
    ] {
        let text = format!(
            r#"{{"version":1,"start":"2026-01","months":{months},"opening":"empty",
            "channels":[{{"leadsPerMonth":1000000,"seasonality":[1,{},1,1,1,1,1,1,1,1,1,1]}}],
            "stages":[{{"conversion":1,"days":{{"mean":{mean},"cv":{variation}}}}}],"deal":{{"size":1}}}}"#,
            28.0 / 31.0
        );
        let won = run(&document(&text), &[]).totals.won;
        close(won / exact, 1.0, 1e-13);
    }
}

#[test]
fn halves_of_whole_days_are_rounded_up() {
    // 45 days after 7 of 10 months are 31.5.
    let document = document(
        r#"{"version":1,"start":"2026-01","months":7,"channels":[{"leadsPerMonth":1}],"stages":[{"conversion":1}],
        "deal":{"size":1},"scenarios":[{"name":"x","levers":[{"kind":"paymentDays","to":45,"rampMonths":10}]}]}"#,
    );
    let run = run(&document, &document.scenarios[0].levers);
    close(run.metrics.time_to_revenue_days, 32.0, 0.0);
}

#[test]
fn equal_remainders_go_to_the_first_channel() {
    // 2 units over 0.3 : 0.1 are 1.5 and 0.5, which floats do not quite say.
    let document = document(
        r#"{"version":1,"start":"2026-01","months":1,"opening":"counts",
        "channels":[{"leadsPerMonth":0.3},{"leadsPerMonth":0.1,"quality":0}],
        "stages":[{"conversion":1,"open":2}],"deal":{"size":1}}"#,
    );
    close(run(&document, &[]).totals.won, 2.3, 1e-12);
}

#[test]
fn no_leads_cost_nothing_whatever_their_price() {
    let levers = [r#"{"kind":"leads","channel":0,"times":1000}"#; 10].join(",");
    let document = document(&format!(
        r#"{{"version":1,"start":"2026-01","months":1,
        "channels":[{{"leadsPerMonth":0,"costPerLead":1,"priceElasticity":10}}],"stages":[{{"conversion":0.5}}],
        "deal":{{"size":10}},"scenarios":[{{"name":"x","levers":[{levers}]}}]}}"#
    ));
    close(
        run(&document, &document.scenarios[0].levers).totals.cost,
        0.0,
        0.0,
    );
}
