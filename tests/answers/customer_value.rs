//! What a customer is worth and costs, when it has paid for itself, and what changes are worth.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    ChangeGain, CustomerChange, CustomerValue, CustomerValueRuns, Question, closing_stage,
};
use pipeline_lever::model::{BillingKind, DealField, Document, Field};
use proptest::prelude::*;

use super::support::arbitrary::shared;
use super::support::presets::preset;
use super::support::{close, document};

fn value_of(document: &Document) -> CustomerValue {
    CustomerValueRuns::new(document).answer(&mut Simulator::new())
}

fn gain(found: &CustomerValue, change: CustomerChange) -> ChangeGain {
    let mut gains = found.changes.iter();
    *gains.find(|gain| gain.change == change).expect("made")
}

/// 100 leads a month at 12, a tenth won; 30 a deal for the closing. 50 a month at half margin, 5 of it to serve,
/// 10 % churn, no expansion; paid 15 days after onboarding of 5.
fn on_paper() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":12,"opening":"empty",
        "channels":[{"leadsPerMonth":100,"costPerLead":12}],
        "stages":[{"conversion":0.2},{"conversion":0.5,"costPerUnit":15}],
        "deal":{"size":50,"grossMargin":0.5,"billing":{"kind":"recurring","onboardingDays":5,"paymentDays":15,
            "contractMonths":12,"monthlyChurn":0.1,"costToServePerMonth":5}}}"#,
    )
}

#[test]
fn a_customer_as_on_paper() {
    let found = value_of(&on_paper());
    assert!(found.is_recurring);
    // 60 terms of a geometric series: (1 − 0.9^60) ÷ 0.1 = 9.98203.
    let invoices = (1.0 - libm::pow(0.9, 60.0)) / 0.1;
    close(found.lifetime_margin, 25.0 * invoices, 1e-9);
    close(found.lifetime_serving, 5.0 * invoices, 1e-9);
    close(found.lifetime_value, 20.0 * invoices, 1e-9);
    close(found.margin_to_serving.expect("served"), 5.0, 1e-12);
    close(
        found.annual_retention.expect("recurring"),
        libm::pow(0.9, 12.0),
        1e-12,
    );
    // 120 wins of 1,200 leads: 14,400 for the leads, 240 × 15 for the closing.
    close(found.acquisition_cost.expect("won"), 150.0, 1e-9);
    close(found.cost_per_lead.expect("leads"), 12.0, 1e-12);
    close(found.leads_per_contract.expect("won"), 10.0, 1e-9);
    close(found.cost_per_contract.expect("won"), 120.0, 1e-9);
    close(
        found.value_to_cost.expect("won"),
        20.0 * invoices / 150.0,
        1e-9,
    );
    close(
        found.programme_share.expect("booked"),
        14_400.0 / 72_000.0,
        1e-12,
    );
    // 20 × (1 − 0.9^n) ÷ 0.1 ≥ 150 from 0.9^n ≤ 0.25 on: n = 13.2, so with the 14th invoice, 13 months after the first.
    assert_eq!(found.payback_invoice, Some(13));
    // 13 × 30.436875 = 395.7 days later, after 5 days of onboarding, paid 15 days on.
    close(found.payback_days.expect("paid back"), 396.0 + 20.0, 1e-9);
    assert_eq!(found.cumulated.len(), 60);
}

#[test]
fn naive_lifetime_value_is_wrong() {
    // Margin × price ÷ churn: right on paper for customers who stay for ever, cost nothing and never grow.
    let naive = |document: &Document| {
        let price = Field::Deal(DealField::Size).get(document).expect("a size");
        let margin = Field::Deal(DealField::GrossMargin)
            .get(document)
            .expect("a margin");
        let churn = Field::Deal(DealField::MonthlyChurn)
            .get(document)
            .expect("a churn");
        margin * price / churn
    };
    let mut document = on_paper();
    // 25 ÷ 0.1 = 250 says nothing of the 5 a month to serve: it is 200, less what lies beyond five years.
    close(naive(&document), 250.0, 1e-12);
    close(value_of(&document).lifetime_value, 199.64, 0.01);
    // A customer of 1 % churn: the naive tool counts 100 months, we count 60: 45.3 of them are to be expected.
    let set = |document: &mut Document, field, value| {
        Field::Deal(field)
            .set(document, Some(value))
            .expect("allowed");
    };
    set(&mut document, DealField::CostToServePerMonth, 0.0);
    set(&mut document, DealField::MonthlyChurn, 0.01);
    close(naive(&document), 2500.0, 1e-9);
    close(value_of(&document).lifetime_value, 25.0 * 45.284, 0.1);
    // With 1 % expansion the customer pays nearly the same for ever: 60 invoices.
    set(&mut document, DealField::MonthlyExpansion, 0.01);
    close(value_of(&document).lifetime_value, 25.0 * 59.82, 0.1);
}

#[test]
fn deals_paid_once_pay_back_at_once_or_never() {
    let mut document = on_paper();
    document.set_billing_kind(BillingKind::OneOff);
    let found = value_of(&document);
    assert!(!found.is_recurring);
    // 25 of margin against 150.
    assert_eq!((found.lifetime_value, found.payback_invoice), (25.0, None));
    assert_eq!(
        (found.annual_retention, found.margin_to_serving),
        (None, None)
    );
    assert_eq!(found.cumulated, [25.0]);
    let size = Field::Deal(DealField::Size);
    size.set(&mut document, Some(400.0)).expect("allowed");
    let found = value_of(&document);
    assert_eq!(
        (found.lifetime_value, found.payback_invoice),
        (200.0, Some(0))
    );
    let changes: Vec<CustomerChange> = found.changes.iter().map(|gain| gain.change).collect();
    for recurring in [
        CustomerChange::Churn,
        CustomerChange::Expansion,
        CustomerChange::CostToServe,
    ] {
        assert!(!changes.contains(&recurring));
    }
    // By value: a tenth more leads are 10 wins more each month: 12 × 200 − 1,440 − 12 × 2 × 15;
    // larger deals are 120 × 20, and nothing has to be bought.
    close(gain(&found, CustomerChange::MoreLeads).value, 600.0, 1e-9);
    close(gain(&found, CustomerChange::DealSize).value, 2400.0, 1e-9);
    // At the close the odds of 0.5 are 1: 1.1 of them are 0.5238.
    let rate = gain(&found, CustomerChange::WinRate);
    close(rate.to, 1.1 / 2.1, 1e-12);
    close(rate.won, 240.0 * (1.1 / 2.1 - 0.5), 1e-9);
    assert_eq!(changes.last(), Some(&CustomerChange::MoreLeads));
}

#[test]
fn changes_as_on_paper() {
    let found = value_of(&on_paper());
    let series = |factor: f64| (1.0 - libm::pow(factor, 60.0)) / (1.0 - factor);
    let value = 120.0 * 20.0 * series(0.9);
    // 120 customers whose churn is 9 %.
    let churn = gain(&found, CustomerChange::Churn);
    close(churn.value, 120.0 * 20.0 * series(0.91) - value, 1e-6);
    assert_eq!(churn.won, 0.0);
    close(churn.to, 0.09, 1e-12);
    // 0.5 % more from invoice to invoice, of the price and not of what serving costs.
    let expansion = gain(&found, CustomerChange::Expansion);
    let grown = 120.0 * (25.0 * series(0.9 * 1.005) - 5.0 * series(0.9));
    close(expansion.value, grown - value, 1e-6);
    // 0.5 less to serve.
    let serving = gain(&found, CustomerChange::CostToServe);
    close(serving.value, 120.0 * 0.5 * series(0.9), 1e-6);
    // 12 customers more, for 1,440 of leads and 24 × 15 of closing.
    let leads = gain(&found, CustomerChange::MoreLeads);
    close(
        leads.value,
        12.0 * 20.0 * series(0.9) - 1440.0 - 360.0,
        1e-6,
    );
    close(leads.won, 12.0, 1e-9);
    let ranked: Vec<f64> = found.changes.iter().map(|gain| gain.value).collect();
    assert!(ranked.is_sorted_by(|left, right| left >= right));
    assert_eq!(found.changes.len(), 6);
}

#[test]
fn the_win_rate_is_that_of_the_last_stage_that_loses_anyone() {
    let mut document = on_paper();
    let last = document.stages[1].clone();
    document.stages.push(last);
    let all = Field::Stage(2, pipeline_lever::model::StageField::Conversion);
    all.set(&mut document, Some(1.0)).expect("allowed");
    assert_eq!(closing_stage(&document), Some(1));
    close(
        gain(&value_of(&document), CustomerChange::WinRate).from,
        0.5,
        0.0,
    );
}

#[test]
fn nothing_won_is_no_cost_of_a_customer() {
    let mut document = on_paper();
    let none = Field::Stage(0, pipeline_lever::model::StageField::Conversion);
    none.set(&mut document, Some(0.0)).expect("allowed");
    let found = value_of(&document);
    assert_eq!(
        (
            found.acquisition_cost,
            found.payback_invoice,
            found.value_to_cost
        ),
        (None, None, None)
    );
    assert_eq!(
        (found.leads_per_contract, found.cost_per_contract),
        (None, None)
    );
}

#[test]
fn every_preset_has_a_ranking() {
    for id in ["talk", "talk-full", "firm", "stale", "own"] {
        let found = value_of(&preset(id));
        assert!(found.changes.len() >= 3, "{id}");
        assert!(found.changes.iter().all(|gain| gain.value.is_finite()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What the engine knows of a customer is the same here, to the bit.
    #[test]
    fn a_customer_is_worth_what_the_engine_says(shared in shared()) {
        let document = &shared.document;
        let found = value_of(document);
        let run = Simulator::new().expected(document, &[]);
        let metrics = run.metrics;
        let bits = |value: Option<f64>| value.map(f64::to_bits);
        prop_assert_eq!(found.lifetime_value.to_bits(), metrics.lifetime_value.to_bits());
        prop_assert_eq!(bits(found.cumulated.last().copied()), bits(Some(metrics.lifetime_value)));
        prop_assert_eq!(bits(found.acquisition_cost), bits(metrics.acquisition_cost));
        prop_assert_eq!(bits(found.cost_per_lead), bits(metrics.cost_per_lead));
        prop_assert_eq!(bits(found.programme_share), bits(metrics.programme_share));
        prop_assert_eq!(bits(found.annual_retention), bits(metrics.annual_net_revenue_retention));
        let parts = found.lifetime_margin - found.lifetime_serving;
        let size = found.lifetime_margin.max(found.lifetime_serving);
        prop_assert!((parts - found.lifetime_value).abs() <= 1e-9 * size);
    }

    /// Nobody's customers are worth less with less churn, more expansion, cheaper service or larger deals, as long as
    /// a month of serving them pays; and what is paid back stays so.
    #[test]
    fn keeping_and_serving_better_never_hurts(shared in shared()) {
        let mut document = shared.document;
        let serving = Field::Deal(DealField::CostToServePerMonth);
        let _ = serving.set(&mut document, Some(0.0));
        let shrinks = Field::Deal(DealField::MonthlyExpansion);
        let _ = shrinks.set(&mut document, Some(0.0));
        let found = value_of(&document);
        for gain in &found.changes {
            if gain.change != CustomerChange::MoreLeads && gain.change != CustomerChange::WinRate {
                let rounding = 1e-9 * (found.baseline.won * found.lifetime_value).max(1.0);
                prop_assert!(gain.value >= -rounding, "{gain:?}");
                prop_assert!(gain.won == 0.0);
            }
        }
        if let (Some(invoice), Some(cost)) = (found.payback_invoice, found.acquisition_cost) {
            prop_assert!(found.cumulated[invoice] >= cost);
            prop_assert!(invoice == 0 || found.cumulated[invoice - 1] < cost);
        }
    }
}

#[test]
fn a_cost_that_the_first_invoice_covers_is_not_missed_by_rounding() {
    // 100 leads at 0.25, one in a hundred is won: a customer costs 25, and pays 25 a month.
    let document = document(
        r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":100,"costPerLead":0.25}],
        "stages":[{"conversion":0.1},{"conversion":0.1}],"deal":{"size":25,"billing":{"kind":"recurring"}}}"#,
    );
    assert_eq!(value_of(&document).payback_invoice, Some(0));
}
