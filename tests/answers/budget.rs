//! How to split money between leads and stages.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Assumption, Budget, BudgetSearch, Changed, Item, Opened, Prices, Question, SLICES, Situation,
    Spending, formula, measure,
};
use pipeline_lever::model::{Month, Number, Objective, Pair, PlanField};
use pipeline_lever::share::Shared;
use proptest::prelude::*;

use super::formula::holds;
use super::support::arbitrary::shared;
use super::support::is_close;

fn file(document: &str, view: &str) -> Shared {
    let text = format!(r#"{{"version":1,"document":{document},"view":{view}}}"#);
    Shared::read(text.as_bytes(), Month::default()).expect("a file")
}

fn budget(shared: &Shared) -> Budget {
    BudgetSearch::new(&shared.document, &shared.view).answer(&mut Simulator::new())
}

fn money(spending: &Spending, item: Item) -> f64 {
    let mut items = spending.items.iter();
    items
        .find(|(other, _)| *other == item)
        .map_or(0.0, |(_, money)| *money)
}

/// 100 leads in a January of one month, nothing takes time and leads cost nothing: 25 are won.
const EVEN: &str = r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":100}],
    "stages":[{"name":"a","conversion":0.5},{"name":"b","conversion":0.5}],"deal":{"size":100}}"#;

#[test]
fn equal_stages_get_the_same() {
    let view = r#"{"objective":"won","stages":[{"price":100},{"price":100}],"plans":{"budgetPerMonth":950}}"#;
    let found = budget(&file(EVEN, view));
    assert_eq!(found.best.items.len(), 2);
    for stage in 0..2 {
        assert!(is_close(money(&found.best, Item::Stage(stage)), 475.0));
    }
    // 475 are three steps at 100, 150 and 225: the odds of 1 become 1.331.
    let conversion: f64 = 1.331 / 2.331;
    let won = 100.0 * conversion * conversion;
    assert!(
        is_close(found.best.totals.won, won),
        "{}",
        found.best.totals.won
    );
    assert_eq!(found.all_leads, None);
    assert!(found.curve.is_empty());
}

#[test]
fn money_that_does_not_pay_is_kept() {
    // A step of 100 brings some 2.4 wins of 100 at a margin of 10 %: 24.
    let document = EVEN.replace(r#""size":100"#, r#""size":100,"grossMargin":0.1"#);
    let view = r#"{"objective":"profit","stages":[{"price":100},{"price":100}],"plans":{"budgetPerMonth":950}}"#;
    let found = budget(&file(&document, view));
    assert_eq!(found.best.items, [(Item::Kept, 950.0)]);
    assert!(is_close(found.gain(Objective::Profit, &found.best), 0.0));
    let stages = found.all_stages.as_ref().expect("stages have prices");
    assert!(found.gain(Objective::Profit, stages) < -800.0);
}

#[test]
fn without_a_price_nothing_can_be_bought() {
    let found = budget(&file(EVEN, "{}"));
    assert_eq!((found.per_month, found.is_default), (0.0, true));
    assert_eq!((found.all_leads, found.all_stages), (None, None));
    assert!(found.prices.items().is_empty());
}

/// All splits of the slices between three items.
fn all_splits() -> impl Iterator<Item = [usize; 3]> {
    (0..=SLICES).flat_map(|first| {
        (0..=SLICES - first).map(move |second| [first, second, SLICES - first - second])
    })
}

#[test]
fn nothing_is_better_than_the_best_where_nothing_is_limited() {
    let document = EVEN.replace(
        r#""leadsPerMonth":100"#,
        r#""leadsPerMonth":100,"costPerLead":5"#,
    );
    for (first, second, per_month) in [(100, 60, 500.0), (40, 400, 2000.0), (250, 250, 900.0)] {
        let view = format!(
            r#"{{"objective":"won","stages":[{{"price":{first}}},{{"price":{second}}}],"plans":{{"budgetPerMonth":{per_month}}}}}"#
        );
        let shared = file(&document, &view);
        let found = budget(&shared);
        let prices = Prices::new(&shared.document, &shared.view);
        let items = prices.items();
        assert_eq!(items.len(), 3);
        let mut simulator = Simulator::new();
        for split in all_splits() {
            let levers: Vec<_> = items
                .iter()
                .zip(split)
                .filter_map(|(item, slices)| {
                    let slices = f64::from(u32::try_from(slices).expect("few"));
                    prices.lever(*item, per_month / 20.0 * slices)
                })
                .collect();
            let won = simulator.totals(&shared.document, &levers).won;
            assert!(found.best.totals.won >= won * (1.0 - 1e-9), "{split:?}");
        }
    }
}

#[test]
fn leads_into_a_full_stage_are_money_thrown_away() {
    // The product of rates says that a tenth more leads and a tenth more of either rate bring the same, so that the
    // naive tool buys leads at the same price. But b cannot start more than 50.
    let document = EVEN
        .replace(
            r#""leadsPerMonth":100"#,
            r#""leadsPerMonth":100,"costPerLead":5"#,
        )
        .replace(r#""name":"b""#, r#""name":"b","capacityPerMonth":50"#);
    let found = budget(&file(
        &document,
        r#"{"objective":"value","plans":{"budgetPerMonth":500}}"#,
    ));
    let leads = found.all_leads.as_ref().expect("leads have a price");
    assert!(is_close(found.gain(Objective::Value, leads), -500.0));
    assert!(is_close(money(&found.best, Item::Channel(0)), 0.0));
    assert!(is_close(money(&found.best, Item::Stage(0)), 0.0));
    assert!(money(&found.best, Item::Stage(1)) > 0.0);
    assert!(found.gain(Objective::Value, &found.best) > 0.0);
    // Without the limit they are worth something.
    let found = budget(&file(
        &document.replace(r#","capacityPerMonth":50"#, ""),
        r#"{"objective":"value","plans":{"budgetPerMonth":500}}"#,
    ));
    assert!(money(&found.best, Item::Channel(0)) > 0.0);
}

#[test]
fn money_that_would_flood_a_stale_line_is_kept_whatever_is_counted() {
    let document = r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":300,"costPerLead":10}],
        "stages":[{"conversion":0.5},{"conversion":1,"capacityPerMonth":150,"waiting":{"staleHalfLifeDays":1}}],
        "deal":{"size":1000}}"#;
    let view = r#"{"objective":"won","stages":[{"price":10}],"plans":{"budgetPerMonth":3000}}"#;
    let found = budget(&file(document, view));
    assert!(is_close(found.gain(Objective::Won, &found.best), 0.0));
    assert!(is_close(money(&found.best, Item::Kept), 3000.0));
    // Nor is money spent on more leads than can be had.
    let document = r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":10,"costPerLead":1}],
        "stages":[{"conversion":1}],"deal":{"size":1000}}"#;
    let found = budget(&file(document, r#"{"plans":{"budgetPerMonth":1000000}}"#));
    assert!(
        money(&found.best, Item::Kept) >= 900_000.0,
        "{:?}",
        found.best
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_best_is_at_least_as_good_as_anything_shown(mut shared in shared(), per_month in 1.0..1e6) {
        shared.document.months = Number::nearest(shared.document.months.get().min(6.0));
        shared.document.stages.truncate(4);
        shared.document.channels.truncate(3);
        shared.view.keep_first_stages(4);
        shared.view.plans.set(PlanField::BudgetPerMonth, Some(per_month));
        let found = budget(&shared);
        let objective = shared.view.objective;
        let best = measure(objective, &found.best.totals);
        let slack = best.abs() * 1e-9 + 1e-9;
        let ways = [&found.all_leads, &found.all_stages];
        for way in ways.into_iter().flatten() {
            prop_assert!(best >= measure(objective, &way.totals) - slack);
            let spent: f64 = way.items.iter().map(|(_, money)| money).sum();
            prop_assert!(is_close(spent, per_month));
        }
        for (share, result) in &found.curve {
            prop_assert!((0.0..=1.0).contains(share) && best >= result - slack);
        }
        if let [(_, all_stages), .., (_, all_leads)] = &*found.curve {
            let ends = ways.map(|way| way.as_ref().map(|way| measure(objective, &way.totals)));
            prop_assert!(ends[0].is_some_and(|leads| is_close(leads, *all_leads)));
            prop_assert!(ends[1].is_some_and(|stages| is_close(stages, *all_stages)));
        }
        // Keeping everything is a way too.
        prop_assert!(found.gain(objective, &found.best) >= -slack);
    }
}

/// What the money buys opens down to the price of a step, and every line of that holds.
#[test]
fn what_is_bought_opens_to_its_price() {
    let document = EVEN.replace(
        r#""leadsPerMonth":100"#,
        r#""leadsPerMonth":100,"costPerLead":5,"priceElasticity":0.4"#,
    );
    let view = r#"{"objective":"won","stages":[{"price":100}],"plans":{"budgetPerMonth":475}}"#;
    for growth in [0.0, 0.5] {
        let mut shared = file(&document, view);
        shared.view.plans.set(PlanField::BudgetGrowth, Some(growth));
        let prices = Prices::new(&shared.document, &shared.view);
        let open = |name: &str| {
            let assumed = Assumption::Changed(Changed::CostPerMonth, 475.0);
            let assumed = Assumption::assume(&[assumed], &shared.document, Pair::default());
            let situation = Situation {
                document: &assumed.document,
                pair: assumed.pair,
                view: &shared.view,
                certainty: None,
                lead_price: None,
                levers: &assumed.levers,
                planned: &[],
            };
            let opened = Opened::from_id(name).expect("a name");
            formula(&mut Simulator::new(), situation, opened)
        };
        let bought = open("bought[0]").expect("a formula");
        for line in &bought.lines {
            holds(line).expect("every line holds");
        }
        let conversion = prices.conversion(0, 475.0).expect("a price");
        assert!(is_close(bought.lines[0].result.value, conversion));
        assert!(is_close(bought.lines[2].result.value, 475.0));
        let leads = open("boughtLeads[0]").expect("a formula");
        for line in &leads.lines {
            holds(line).expect("every line holds");
        }
        assert!(is_close(leads.lines[1].result.value, 475.0));
        // 500 × (k^1.4 − 1) ÷ 1.4 = 475.
        assert!(is_close(
            leads.lines[0].result.value,
            100.0 * libm::pow(2.33, 1.0 / 1.4)
        ));
        assert_eq!(open("bought[2]"), None);
        assert_eq!(open("boughtLeads[1]"), None);
    }
}
