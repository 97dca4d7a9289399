//! The planned change: what it moves by the numbers of a view, and how every number of it comes about.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Formula, Opened, Repaid, Situation, better_stage, default_pair, formula, payback, planned,
    planned_default, shorter_cycle,
};
use pipeline_lever::model::{
    Change, Document, Lever, Month, Number, Pair, PlanField, PlannedLever, View,
};
use pipeline_lever::share::Shared;
use proptest::prelude::*;

use crate::formula::holds;
use crate::payback::{better, even};
use crate::support::arbitrary::shared;
use crate::support::close;

fn opened(document: &Document, planned: &[Lever], name: &str) -> Option<Formula> {
    let situation = Situation {
        document,
        pair: Pair::default(),
        view: &View::default(),
        certainty: None,
        lead_price: None,
        levers: &[],
        planned,
    };
    let opened = Opened::from_id(name).unwrap_or_else(|| panic!("{name} has no formula"));
    formula(&mut Simulator::new(), situation, opened)
}

#[test]
fn the_plan_of_a_view_as_levers() {
    let text = r#"{"version":1,"document":{"version":1,"start":"2026-01","months":6,"opening":"empty",
        "channels":[{"leadsPerMonth":60},{"leadsPerMonth":40}],
        "stages":[{"conversion":0.2,"capacityPerMonth":50},{"conversion":0.5}],
        "deal":{"size":100,"billing":{"kind":"oneOff","paymentDays":17}}},
        "view":{"stages":[{"price":70}],"plans":{"oneOffCost":900,"startMonth":2,"rampMonths":3}}}"#;
    let Shared { document, mut view } =
        Shared::read(text.as_bytes(), Month::default()).expect("a file");
    let pair = Pair {
        stage: 0,
        to: Number::nearest(0.25),
        channel: None,
        leads_times: Number::nearest(1.1),
    };
    let mut levers = |lever, effect| {
        view.plans.lever = lever;
        view.plans.set(PlanField::Effect, effect);
        let default = planned_default(&view, pair, PlanField::CostPerMonth);
        (planned(&document, &view, pair), default)
    };
    let (fix, price) = levers(PlannedLever::Fix, None);
    assert_eq!((fix.len(), price), (1, 70.0));
    let lever = fix[0];
    assert_eq!(lever.change, better_stage(pair).change);
    let costs = (lever.one_off_cost.get(), lever.cost_per_month.get());
    assert_eq!(costs, (900.0, 70.0));
    assert_eq!(
        (lever.start_month.get(), lever.ramp_months.get()),
        (2.0, 3.0)
    );

    let (leads, price) = levers(PlannedLever::Leads, None);
    assert_eq!((leads.len(), price), (2, 0.0));
    let once: f64 = leads.iter().map(|lever| lever.one_off_cost.get()).sum();
    assert_eq!(once, 900.0);
    assert!(leads.iter().all(|lever| lever.start_month.get() == 2.0));

    let changed = |(levers, _): (Vec<Lever>, f64)| levers.first().map(|lever| lever.change);
    let days = Change::Days {
        stage: 0,
        times: Number::nearest(0.8),
    };
    assert_eq!(changed(levers(PlannedLever::Days, None)), Some(days));
    let capacity = Change::Capacity {
        stage: 0,
        to: Number::nearest(75.0),
    };
    assert_eq!(
        changed(levers(PlannedLever::Capacity, Some(0.5))),
        Some(capacity)
    );
    let size = Change::DealSize {
        times: Number::nearest(1.5),
    };
    assert_eq!(
        changed(levers(PlannedLever::DealSize, Some(0.5))),
        Some(size)
    );
    // 17 × 0.8 = 13.6.
    let paid = Change::PaymentDays {
        to: Number::nearest(14.0),
    };
    assert_eq!(changed(levers(PlannedLever::PaymentDays, None)), Some(paid));
    view.plans.lever = PlannedLever::Capacity;
    view.plans.stage = 1;
    assert_eq!(planned(&document, &view, pair), []);
}

#[test]
fn every_number_opens_to_what_it_is() {
    let levers = [better(1200.0, 100.0, 0.0, 0.0)];
    for (name, value) in [
        ("payback.month", 0.0),
        ("payback.profitBy[1]", -400.0),
        ("payback.netCashBy[0]", -300.0),
        ("payback.laidOut", 300.0),
        ("payback.value", 1200.0),
        ("payback.mayCostPerMonth", 500.0),
        ("payback.mayCostOnce", 3000.0),
    ] {
        let formula = opened(&even(), &levers, name).unwrap_or_else(|| panic!("{name} opens"));
        close(formula.lines[0].result.value, value, 1e-9);
        for line in &formula.lines {
            holds(line).expect("the line holds");
        }
    }
    for name in ["payback.profitBy[6]", "payback.netCashBy[6]"] {
        assert_eq!(opened(&even(), &levers, name), None);
    }
    for name in [
        "payback.",
        "payback.profitBy",
        "payback.profitBy[x]",
        "shorterCycle.",
        "shorterCycle",
    ] {
        assert_eq!(Opened::from_id(name), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_line_of_any_plan_holds(shared in shared(), days in any::<bool>()) {
        let Shared { mut document, mut view } = shared;
        document.months = Number::nearest(document.months.get().min(6.0));
        if days {
            view.plans.lever = PlannedLever::Days;
        }
        let mut simulator = Simulator::new();
        let pair = view.pair.unwrap_or_else(|| default_pair(&mut simulator, &document));
        let levers = planned(&document, &view, pair);
        let found = payback(&mut simulator, &document, &levers);
        let mut known = vec![("payback.value".to_owned(), Some(found.value))];
        if let Repaid::In(month) = found.repaid {
            known.push(("payback.month".to_owned(), Some(found.months[month].cumulated_profit)));
        }
        known.push(("payback.laidOut".to_owned(), found.peak_month.map(|_| found.peak_cash_need)));
        known.push(("payback.mayCostOnce".to_owned(), found.may_cost.map(|most| most.once)));
        known.push(("payback.mayCostPerMonth".to_owned(), found.may_cost.map(|most| most.per_month)));
        for (at, month) in found.months.iter().enumerate() {
            known.push((format!("payback.profitBy[{at}]"), Some(month.cumulated_profit)));
            known.push((format!("payback.netCashBy[{at}]"), Some(month.cumulated_cash)));
        }
        if days {
            let found = shorter_cycle(&mut simulator, &document, &levers);
            known.push(("shorterCycle.once".to_owned(), Some(found.once)));
            known.push(("shorterCycle.onceWorth".to_owned(), Some(found.once * found.deal_worth)));
            known.push(("shorterCycle.forGood".to_owned(), Some(found.for_good)));
            known.push(("shorterCycle.cash".to_owned(), Some(found.cash)));
            known.push(("shorterCycle.daysEarlier".to_owned(), Some(found.days_earlier)));
            known.push(("shorterCycle.velocityClaims".to_owned(), found.velocity_claims));
        }
        for (name, value) in known {
            let formula = opened(&document, &levers, &name);
            let lines = formula.map(|formula| formula.lines);
            prop_assert_eq!(lines.as_ref().map(|lines| lines[0].result.value), value, "{}", name);
            for line in lines.iter().flatten() {
                holds(line)?;
            }
        }
    }
}
