//! When a change has paid back what it costs, and what has to be laid out until then.

mod costs;

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Payback, Repaid, default_pair, payback, planned};
use pipeline_lever::model::{Change, Document, Lever, Number, Objective};
use pipeline_lever::share::Shared;
use proptest::prelude::*;

use crate::support::arbitrary::shared;
use crate::support::{close, document, is_close};

/// 100 leads a month, a fifth of them won on the day they come, 100 each, of which half is left.
pub fn even() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":6,"opening":"empty","channels":[{"leadsPerMonth":100}],
        "stages":[{"conversion":0.2}],"deal":{"size":100,"grossMargin":0.5}}"#,
    )
}

/// Three wins of ten instead of two: 10 wins more a month, 1,000 of cash and 500 of profit.
pub fn better(once: f64, per_month: f64, start: f64, ramp: f64) -> Lever {
    let to = Number::nearest(0.3);
    Lever {
        one_off_cost: Number::nearest(once),
        cost_per_month: Number::nearest(per_month),
        start_month: Number::nearest(start),
        ramp_months: Number::nearest(ramp),
        ..Change::Conversion { stage: 0, to }.at_once()
    }
}

fn of(document: &Document, levers: &[Lever]) -> Payback {
    payback(&mut Simulator::new(), document, levers)
}

fn profits(found: &Payback) -> Vec<f64> {
    let months = found.months.iter();
    months.map(|month| month.cumulated_profit).collect()
}

#[track_caller]
fn all_close(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        close(*found, *wanted, 1e-9);
    }
}

#[test]
fn as_on_paper() {
    // 1,200 in the first month and 100 each month against 500 of profit: 400 a month.
    let found = of(&even(), &[better(1200.0, 100.0, 0.0, 0.0)]);
    all_close(
        &profits(&found),
        &[-800.0, -400.0, 0.0, 400.0, 800.0, 1200.0],
    );
    assert_eq!(found.repaid, Repaid::In(2));
    // By cash 900 a month come in: 300 are laid out in January and are back in February.
    close(found.peak_cash_need, 300.0, 1e-9);
    assert_eq!(found.peak_month, Some(0));
    close(found.profit, 1200.0, 1e-9);
    close(found.value, 1200.0, 1e-9);
    close(found.own_costs, 1800.0, 1e-9);
    // 3,000 come back: 500 a month, or 3,000 once.
    let most = found.may_cost.expect("it brings something back");
    close(most.per_month, 500.0, 1e-9);
    close(most.once, 3000.0, 1e-9);
}

#[test]
fn a_late_and_slow_start_pays_back_later() {
    // From March on a third, two thirds, all of it: 167, 333, 500, 500 of profit for 1,000 once.
    let found = of(&even(), &[better(1000.0, 0.0, 2.0, 3.0)]);
    let thousand = 1000.0;
    all_close(
        &profits(&found),
        &[
            0.0,
            0.0,
            500.0 / 3.0 - thousand,
            500.0 - thousand,
            0.0,
            500.0,
        ],
    );
    assert_eq!(found.repaid, Repaid::In(4));
    assert_eq!(found.peak_month, Some(2));
    close(found.peak_cash_need, 1000.0 - 1000.0 / 3.0, 1e-9);
    close(found.months_acting, 4.0, 0.0);
    let most = found.may_cost.expect("it brings something back");
    close(most.per_month, 1500.0 / 4.0, 1e-9);
}

#[test]
fn what_never_pays_what_costs_nothing_and_what_changes_nothing() {
    let dear = of(&even(), &[better(0.0, 501.0, 0.0, 0.0)]);
    assert_eq!(dear.repaid, Repaid::Never);
    close(dear.peak_cash_need, 0.0, 0.0);
    assert_eq!(dear.peak_month, None);
    let free = of(&even(), &[better(0.0, 0.0, 3.0, 0.0)]);
    assert_eq!(free.repaid, Repaid::In(0));
    close(free.peak_cash_need, 0.0, 0.0);
    for levers in [
        vec![],
        vec![better(9.0, 9.0, 6.0, 0.0)],
        vec![
            Change::Days {
                stage: 0,
                times: Number::nearest(0.5),
            }
            .at_once(),
        ],
    ] {
        let nothing = of(&even(), &levers);
        assert_eq!(nothing.repaid, Repaid::ChangesNothing);
        assert_eq!(nothing.may_cost, None);
    }
    // What only costs money does change something.
    let idle = Change::Days {
        stage: 0,
        times: Number::nearest(0.5),
    }
    .at_once();
    let idle = of(
        &even(),
        &[Lever {
            one_off_cost: Number::nearest(5.0),
            ..idle
        }],
    );
    assert_eq!(idle.repaid, Repaid::Never);
    close(idle.peak_cash_need, 5.0, 0.0);
}

#[test]
fn gain_divided_by_cost_is_the_wrong_month() {
    // The naive tool divides 1,500 by 500 a month: back in March. But the deals take 59 days and are paid 31 days
    // later: nothing of January's comes before the 1st of April, and by the end of June the leads of 91 days have
    // paid, those of January to March and of a day of April.
    let mut slow = even();
    slow.months = Number::nearest(12.0);
    slow.opening = pipeline_lever::model::Opening::Steady;
    slow.stages[0].days.mean = pipeline_lever::model::Uncertain::Known(Number::nearest(59.0));
    slow.stages[0].days.variation = Number::nearest(0.0);
    if let pipeline_lever::model::Billing::OneOff(billing) = &mut slow.deal.billing {
        billing.payment_days = Number::nearest(31.0);
    }
    let found = of(&slow, &[better(1500.0, 0.0, 0.0, 0.0)]);
    let sums = profits(&found);
    all_close(sums.get(..3).unwrap_or_default(), &[-1500.0; 3]);
    close(sums[5], 500.0 / 30.0, 1e-9);
    assert_eq!(found.repaid, Repaid::In(5));
    close(found.peak_cash_need, 1500.0, 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn paid_back_is_not_behind_from_then_on(shared in shared()) {
        let Shared { mut document, view } = shared;
        document.months = Number::nearest(document.months.get().min(6.0));
        let mut simulator = Simulator::new();
        let pair = view.pair.unwrap_or_else(|| default_pair(&mut simulator, &document));
        let levers = planned(&document, &view, pair);
        let found = payback(&mut simulator, &document, &levers);
        let before = simulator.totals(&document, &[]);
        let after = simulator.totals(&document, &levers);
        let slack = 1e-8 * (before.cash + before.cost).max(after.cash + after.cost);
        let sums = profits(&found);
        prop_assert!(sums.iter().all(|sum| sum.is_finite()));
        prop_assert!((sums.last().copied().unwrap_or_default() - found.profit).abs() <= slack);
        match found.repaid {
            Repaid::In(month) => {
                prop_assert!(sums.iter().skip(month).all(|sum| *sum >= -slack));
                prop_assert!(month == 0 || sums[month - 1] < 0.0);
            }
            Repaid::Never => prop_assert!(found.profit < slack),
            Repaid::ChangesNothing => prop_assert!(found.profit.abs() <= slack),
        }
        let cash = found.months.iter().map(|month| month.cumulated_cash);
        let deepest = cash.fold(0.0, f64::min);
        prop_assert!((found.peak_cash_need + deepest).abs() <= slack && found.peak_cash_need >= 0.0);
        prop_assert_eq!(found.peak_month.is_some(), found.peak_cash_need > 0.0);
        // By value a change is worth what it gains, whichever way it is asked for.
        let value = pipeline_lever::insights::measure(Objective::Value, &after) - before.value;
        prop_assert!(is_close(found.value, value));
    }

    #[test]
    fn at_the_most_that_it_may_cost_it_is_paid_back_at_the_end(shared in shared()) {
        let Shared { mut document, view } = shared;
        document.months = Number::nearest(document.months.get().min(6.0));
        let mut simulator = Simulator::new();
        let pair = view.pair.unwrap_or_else(|| default_pair(&mut simulator, &document));
        let levers = planned(&document, &view, pair);
        let most = payback(&mut simulator, &document, &levers).may_cost;
        let Some(most) = most.filter(|most| (1.0..1e9).contains(&most.once)) else {
            return Ok(());
        };
        let mut costing = |once: f64, per_month: f64| {
            let mut levers = levers.clone();
            if let Some(first) = levers.first_mut() {
                first.one_off_cost = Number::nearest(once);
                first.cost_per_month = Number::nearest(per_month);
            }
            payback(&mut simulator, &document, &levers)
        };
        for (once, per_month) in [(most.once, 0.0), (0.0, most.per_month)] {
            let turnover = costing(0.0, 0.0).profit.abs() + 1.0;
            prop_assert!(costing(once, per_month).profit.abs() <= 1e-6 * turnover + most.once * 1e-6);
            let dearer = costing(once * 1.1, per_month * 1.1);
            prop_assert!(dearer.profit < 0.0);
        }
    }
}
