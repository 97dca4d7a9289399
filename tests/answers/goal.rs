//! What a target takes: each lever alone, the chance, and the cheapest plan.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{GoalAnswer, GoalLever, GoalSearch, Item, Needed, Question, SURE};
use pipeline_lever::model::{
    Document, Field, GoalMeasure, Month, Number, PlanField, StageField, View,
};
use pipeline_lever::share::Shared;
use proptest::prelude::*;

use super::support::arbitrary::shared;
use super::support::is_close;

fn file(document: &str, view: &str) -> Shared {
    let text = format!(r#"{{"version":1,"document":{document},"view":{view}}}"#);
    Shared::read(text.as_bytes(), Month::default()).expect("a file")
}

fn answer(shared: &Shared) -> GoalAnswer {
    GoalSearch::new(&shared.document, &shared.view).answer(&mut Simulator::new())
}

fn of(answer: &GoalAnswer, lever: GoalLever) -> Needed {
    let mut levers = answer.levers.iter();
    *levers
        .find(|needed| needed.lever == lever)
        .expect("searched")
}

/// 100 leads in a January of one month, nothing takes time: 5 are won, worth 10 each.
const TWO: &str = r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":100,"costPerLead":3}],
    "stages":[{"name":"a","conversion":0.5},{"name":"b","conversion":0.1}],"deal":{"size":10,"billing":{"kind":"oneOff","paymentDays":0}}}"#;

#[test]
fn each_lever_alone_as_on_paper() {
    let found = answer(&file(TWO, r#"{"plans":{"goalAmount":6}}"#));
    assert!(is_close(found.expected, 5.0), "{}", found.expected);
    assert_eq!((found.goal.month, found.expected_in), (0, None));
    assert!(found.goal.is_default_month && !found.goal.is_default_amount);
    for (lever, present, needed) in [
        (GoalLever::Conversion(0), 0.5, 0.6),
        (GoalLever::Conversion(1), 0.1, 0.12),
        (GoalLever::Leads, 100.0, 120.0),
    ] {
        let one = of(&found, lever);
        assert!(is_close(one.present, present), "{lever:?}: {}", one.present);
        let value = one.value.expect("reaches it");
        assert!(is_close(value, needed), "{lever:?}: {value}");
    }
    // Neither days nor limits are there, and wins do not depend on deals or payments.
    assert_eq!(found.levers.len(), 3);
    let leads = of(&found, GoalLever::Leads).cost_per_month;
    assert!(leads.is_some_and(|cost| is_close(cost, 60.0)), "{leads:?}");
    // 11 are more than all that b gets, were everybody to pass a.
    let found = answer(&file(TWO, r#"{"plans":{"goalAmount":11}}"#));
    let first = of(&found, GoalLever::Conversion(0));
    assert_eq!(first.value, None);
    assert!(is_close(first.best, 10.0), "{}", first.best);
    assert!(is_close(
        of(&found, GoalLever::Conversion(1)).value.unwrap_or(0.0),
        0.22
    ));
}

#[test]
fn money_may_be_reached_by_larger_deals_and_earlier_payment() {
    let document = TWO.replace(r#""paymentDays":0"#, r#""paymentDays":20"#);
    let view = r#"{"plans":{"measure":"bookings","goalAmount":75}}"#;
    let bookings = answer(&file(&document, view));
    let size = of(&bookings, GoalLever::DealSize);
    assert!(is_close(size.value.unwrap_or(0.0), 15.0), "{size:?}");
    // Of January's wins those of the first 11 days are paid in it: 11/31 of 50. With 10 days it is 21/31.
    let view = r#"{"plans":{"measure":"cash","goalAmount":33}}"#;
    let cash = answer(&file(&document, view));
    assert!(
        is_close(cash.expected, 50.0 * 11.0 / 31.0),
        "{}",
        cash.expected
    );
    assert_eq!(of(&cash, GoalLever::PaymentDays).value, Some(10.0));
    let view = r#"{"plans":{"measure":"cash","goalAmount":50.1}}"#;
    let cash = answer(&file(&document, view));
    assert_eq!(of(&cash, GoalLever::PaymentDays).value, None);
}

#[test]
fn what_is_there_already_needs_nothing() {
    let found = answer(&file(TWO, r#"{"plans":{"goalAmount":4}}"#));
    assert_eq!(found.expected_in, Some(0));
    for needed in &found.levers {
        assert_eq!(needed.value, Some(needed.present), "{needed:?}");
    }
    let plan = found.on_average.expect("a plan of nothing");
    assert_eq!((plan.items.len(), plan.cost_per_month), (0, 0.0));
}

#[test]
fn the_chance_is_that_of_a_poisson() {
    // 1 − P(at most 5 of 5 on average) is 0.384; the trials' own standard deviation is 0.0154.
    let found = answer(&file(TWO, r#"{"plans":{"goalAmount":6}}"#));
    assert!((found.chance - 0.384).abs() < 0.05, "{}", found.chance);
    // Then 6 on average are 0.554 likely to be 6 or more, and 8 chances of 10 need about 7.9.
    let plan = found.on_average.expect("a plan");
    assert!((plan.chance - 0.554).abs() < 0.05, "{}", plan.chance);
    let sure = found.surely.expect("a surer plan");
    assert!(sure.chance >= SURE, "{}", sure.chance);
    assert!((sure.expected - 7.9).abs() < 0.4, "{}", sure.expected);
    assert!(sure.cost_per_month > plan.cost_per_month);
}

#[test]
fn the_price_of_a_single_stage_as_on_paper() {
    // Only b has room, leads cost nothing: from 0.1 to 0.12 are log(27/22) ÷ log(1.1) steps of 10 each.
    let document = TWO
        .replace(r#""conversion":0.5"#, r#""conversion":1"#)
        .replace(r#""costPerLead":3"#, r#""costPerLead":0"#);
    let view = r#"{"stages":[{},{"price":10}],"plans":{"goalAmount":12,"budgetGrowth":0}}"#;
    let plan = answer(&file(&document, view)).on_average.expect("a plan");
    let steps = libm::log(27.0 / 22.0) / libm::log(1.1);
    assert_eq!(plan.items.len(), 1);
    assert!(
        (plan.cost_per_month - 10.0 * steps).abs() < 1e-6,
        "{}",
        plan.cost_per_month
    );
}

#[test]
fn a_multiplication_forgets_the_way_to_the_win() {
    // 100 leads, one in ten is won after 90 days, half a year from nothing. The naive tool takes 6 × 10 = 60 wins;
    // those of the last 90 days are still on their way.
    let document = r#"{"version":1,"start":"2026-01","months":6,"opening":"empty","channels":[{"leadsPerMonth":100,"costPerLead":3}],
        "stages":[{"name":"a","conversion":0.1,"days":{"mean":90,"cv":0}}],"deal":{"size":10}}"#;
    let found = answer(&file(document, r#"{"plans":{"goalAmount":60}}"#));
    // The leads of the first 91 of 181 days: all of January to March, and one day of April.
    assert!(
        is_close(found.expected, 30.0 + 10.0 / 30.0),
        "{}",
        found.expected
    );
    assert!(found.chance < 0.001);
    let leads = of(&found, GoalLever::Leads).value.expect("reaches it");
    assert!((leads - 197.8).abs() < 0.1, "{leads}");
}

/// 300 leads, 30 % of each stage; the second one cannot start more than 100, and who waits goes stale.
#[test]
fn a_plan_is_found_where_a_better_stage_would_flood_the_next() {
    let document = r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":300,"costPerLead":10}],
        "stages":[{"name":"a","conversion":0.3},
          {"name":"b","conversion":0.3,"capacityPerMonth":100,"waiting":{"staleHalfLifeDays":1}}],"deal":{"size":1000}}"#;
    let found = answer(&file(document, r#"{"plans":{"goalAmount":400}}"#));
    let alone = of(&found, GoalLever::Conversion(1));
    assert!(
        is_close(alone.value.unwrap_or(0.0), 400.0 / 1080.0),
        "{alone:?}"
    );
    let plan = found.on_average.expect("a plan");
    let cost = alone.cost_per_month.expect("a price");
    assert!(plan.cost_per_month <= cost * 1.001, "{plan:?}");
}

#[test]
fn a_cheap_stage_does_not_hide_what_leads_can_do() {
    let document = r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":100,"costPerLead":100}],
        "stages":[{"conversion":0.2},{"conversion":0.999}],"deal":{"size":1000}}"#;
    let view = r#"{"stages":[{},{"price":0.1}],"plans":{"goalAmount":480}}"#;
    let plan = answer(&file(document, view)).on_average.expect("a plan");
    assert!(plan.cost_per_month < 10_020.0, "{plan:?}");
}

#[test]
fn sums_that_miss_a_goal_by_rounding_reach_it() {
    let document = |size: f64| {
        format!(
            r#"{{"version":1,"start":"2026-01","opening":"empty","channels":[{{"leadsPerMonth":100,"costPerLead":50}}],
            "stages":[{{"conversion":0.2}},{{"conversion":0.1}}],"deal":{{"size":{size}}}}}"#
        )
    };
    for (goal, month) in [(24.0, 11), (12.0, 5), (6.0, 2), (2.0, 0)] {
        let view = format!(r#"{{"plans":{{"goalAmount":{goal}}}}}"#);
        let found = answer(&file(&document(1e5), &view));
        assert_eq!(found.expected_in, Some(month), "{goal}");
    }
    // The same deals, counted or in money.
    for size in [99.99, 0.7, 333.33] {
        let won = answer(&file(&document(size), r#"{"plans":{"goalAmount":24}}"#));
        let view = format!(
            r#"{{"plans":{{"measure":"bookings","goalAmount":{}}}}}"#,
            24.0 * size
        );
        let booked = answer(&file(&document(size), &view));
        assert_eq!(won.chance, booked.chance, "{size}");
    }
}

#[test]
fn a_sure_plan_is_found_where_deals_are_few_and_whole() {
    let document = r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":100,"costPerLead":50}],
        "stages":[{"conversion":0.2},{"conversion":0.2}],"deal":{"size":1999}}"#;
    let view = r#"{"plans":{"measure":"bookings","goalAmount":100000}}"#;
    let found = answer(&file(document, view));
    let sure = found.surely.expect("a surer plan");
    assert!(sure.chance >= SURE && sure.chance < 0.95, "{sure:?}");
}

#[test]
fn a_plan_costs_what_it_costs_until_the_goal() {
    // Out of season until May: 10 leads a month, of which 2 % more are reached for 10 a month.
    let document = r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":100,"costPerLead":50,
        "seasonality":[0.1,0.1,0.1,0.1,0.1,1.9,1.9,1.9,1.9,1.9,1.9,0.1]}],
        "stages":[{"conversion":0.2},{"conversion":0.3}],"deal":{"size":1000}}"#;
    let view = r#"{"stages":[{"price":900},{"price":900}],"plans":{"measure":"bookings","goalAmount":3060,"goalMonth":4}}"#;
    let found = answer(&file(document, view));
    let leads = of(&found, GoalLever::Leads).cost_per_month.unwrap_or(0.0);
    let plan = found.on_average.expect("a plan").cost_per_month;
    assert!(
        (leads - 10.0).abs() < 1e-6 && (plan - 10.0).abs() < 1e-5,
        "{leads} {plan}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_needed_is_enough_and_just_so(mut shared in shared(), more in 1.01..2.0) {
        let document = &mut shared.document;
        let months = document.months.get().min(8.0);
        document.months = Number::nearest(months);
        shared.view.trials = Number::nearest(20.0);
        shared.view.plans.measure = GoalMeasure::Won;
        shared.view.plans.set(PlanField::GoalMonth, None);
        shared.view.plans.set(PlanField::GoalAmount, Some(0.0));
        let expected = answer(&shared).expected;
        prop_assume!(expected > 1e-6);
        shared.view.plans.set(PlanField::GoalAmount, Some(expected * more));
        let found = answer(&shared);
        let amount = found.goal.amount;
        for needed in &found.levers {
            prop_assert!(needed.cost_per_month.is_none_or(f64::is_finite), "{needed:?}");
            let Some(value) = needed.value else {
                prop_assert!(needed.best < amount, "{needed:?}");
                continue;
            };
            prop_assert!(needed.best >= amount * (1.0 - 1e-9), "{needed:?}");
            if let GoalLever::Conversion(_) = needed.lever {
                prop_assert!(value > needed.present && value <= 1.0, "{needed:?}");
            }
        }
        if let Some(plan) = &found.on_average {
            prop_assert!(plan.expected >= amount * (1.0 - 1e-8), "{plan:?}");
            let sum: f64 = plan.items.iter().map(|(_, money)| money).sum();
            prop_assert!(is_close(sum, plan.cost_per_month));
            prop_assert!(!plan.items.iter().any(|(item, _)| *item == Item::Kept));
        }
    }

    /// Whatever is planned, every number is one.
    #[test]
    fn no_goal_breaks_anything(mut shared in shared()) {
        shared.document.months = Number::nearest(shared.document.months.get().min(5.0));
        shared.document.stages.truncate(4);
        shared.view.keep_first_stages(4);
        shared.view.trials = Number::nearest(11.0);
        let found = answer(&shared);
        prop_assert!(found.goal.amount.is_finite() && found.goal.month < shared.document.months.whole());
        prop_assert!((0.0..=1.0).contains(&found.chance));
        for needed in &found.levers {
            let numbers = [Some(needed.present), needed.value, Some(needed.best), needed.cost_per_month];
            prop_assert!(numbers.into_iter().flatten().all(f64::is_finite), "{needed:?}");
        }
        for plan in [found.on_average, found.surely].into_iter().flatten() {
            prop_assert!(plan.cost_per_month.is_finite() && plan.cost_per_month >= 0.0, "{plan:?}");
            prop_assert!(plan.expected.is_finite() && (0.0..=1.0).contains(&plan.chance), "{plan:?}");
        }
    }

    /// A dearer currency makes everything dearer, and moves nothing else.
    #[test]
    fn a_plan_is_the_same_in_any_currency(times in 2.0..50.0, goal in 5.5..20.0) {
        let at = |factor: f64| {
            let document = TWO
                .replace(r#""costPerLead":3"#, &format!(r#""costPerLead":{}"#, 3.0 * factor))
                .replace(r#""size":10"#, &format!(r#""size":{}"#, 10.0 * factor));
            let price = 40.0 * factor;
            let view = format!(r#"{{"stages":[{{"price":{price}}}],"plans":{{"goalAmount":{goal}}}}}"#);
            answer(&file(&document, &view)).on_average.expect("a plan")
        };
        let (one, other) = (at(1.0), at(times));
        prop_assert!((other.cost_per_month / one.cost_per_month / times - 1.0).abs() < 1e-6);
        prop_assert_eq!(one.items.len(), other.items.len());
    }
}

#[test]
fn a_plan_costs_no_more_than_the_cheapest_lever_alone() {
    for goal in [5.5, 6.0, 8.0, 12.0, 20.0] {
        let view = format!(
            r#"{{"stages":[{{"price":40}},{{"price":70}}],"plans":{{"goalAmount":{goal}}}}}"#
        );
        let found = answer(&file(TWO, &view));
        let single = found.levers.iter().filter_map(|needed| {
            needed.value?;
            needed.cost_per_month
        });
        let single = single.fold(f64::INFINITY, f64::min);
        let plan = found.on_average.expect("a plan").cost_per_month;
        assert!(plan <= single * 1.001, "{goal}: {plan} against {single}");
    }
}

#[test]
fn a_default_goal_is_a_round_number_above_what_is_expected() {
    let found = answer(&file(TWO, "{}"));
    assert!(found.goal.is_default_amount);
    assert!(is_close(found.goal.amount, 6.0), "{}", found.goal.amount);
    let mut document: Document = file(TWO, "{}").document;
    Field::Stage(0, StageField::Conversion)
        .set(&mut document, Some(0.0))
        .expect("allowed");
    let view = View::default();
    let found = answer(&Shared { document, view });
    assert!(is_close(found.goal.amount, 1.0), "{}", found.goal.amount);
    assert_eq!(found.expected_in, None);
}
