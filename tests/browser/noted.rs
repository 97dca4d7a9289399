//! What a visitor notes beside the stages: a price, a published range, the sales cycle; typed, shown, taken back
//! and passed on.

use fantoccini::key::Key;
use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{Benchmark, LeakScale, LeakScales, Question, compare_to_benchmark};
use pipeline_lever::model::{Month, Number};
use pipeline_lever::share::{Shared, from_link};
use serde_json::json;

use crate::driver::Engine;
use crate::page::Page;
use crate::widget::text_box;

in_every_engine!(what_is_noted_is_used_and_passed_on);

const FIRST: &str = "view.stages[0].price";
const PRICE: &str = "view.stages[2].price";
const RANGE: &str = "view.stages[2].benchmark";
const CYCLE: &str = "view.cycleDays";

async fn what_is_noted_is_used_and_passed_on(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.wait_for_findings().await;

    // A price, first one that is none: it stays where it was typed, with the reason.
    page.paste_into(&text_box(PRICE), "dear").await;
    page.leave_field().await;
    page.wait_for_invalid(PRICE, true).await;
    assert_eq!(page.property(&text_box(PRICE), "value").await, "dear");
    page.paste_into(&text_box(PRICE), "1,500").await;
    page.leave_field().await;
    page.wait_for_invalid(PRICE, false).await;
    page.paste_into(&text_box(FIRST), "2k").await;
    page.leave_field().await;
    page.wait_for("root.querySelector('[data-field=\"leaks.scale\"] [value=money]')")
        .await;
    page.choose("leaks.scale", "money").await;
    the_scale_of_money_is_that_of_the_native_run(page).await;

    // A published range, and its low end as the target.
    page.choose(RANGE, "opportunity-won-saas").await;
    page.wait_for("root.querySelector('.held [data-standing=below]')")
        .await;
    the_range_is_that_of_the_native_run(page).await;
    page.click("[data-action=target-low]").await;
    page.wait_for("root.querySelector('[data-action=target-low][aria-disabled]')")
        .await;
    page.wait_for("root.querySelector('[data-field=\"leaks.scale\"] [value=target]')")
        .await;

    // A cycle that the stages do not add up to, taken back and again.
    let noted = "root.querySelector('[data-note=statedCycle]')";
    page.paste_into(&text_box(CYCLE), "5").await;
    page.leave_field().await;
    page.wait_for(noted).await;
    page.click("[data-action=undo]").await;
    page.wait_for(&format!("!{noted}")).await;
    page.wait_for_text(CYCLE, "").await;
    page.press_with(&[Key::Control, Key::Shift], 'z').await;
    page.wait_for(noted).await;

    // All of it is in the link, also in another language.
    let link = page.link().await;
    let shared = passed_on(page).await;
    assert_eq!(shared.view.cycle_days.map(Number::get), Some(5.0));
    assert_eq!(shared.view.stages.price(2), Some(1500.0));
    let target = shared.document.stages[2].target;
    assert_eq!(target.map(Number::get), Some(0.15));
    let (_, rest) = link.split_once('#').expect("a fragment");
    page.visit(&format!("#{rest}")).await;
    page.speak("ru").await;
    page.wait_for_findings().await;
    page.wait_for_text(PRICE, "1\u{a0}500").await;
    page.wait_for_text(CYCLE, "5").await;
    page.wait_for(noted).await;
    page.wait_for("root.querySelector('.held [data-standing=below]')")
        .await;
    assert_eq!(passed_on(page).await, shared);
    assert_eq!(page.problems().await, [""; 0]);
    assert_eq!(page.accessibility_violations().await, [""; 0]);
}

/// The document and the view as the page passes them on.
async fn passed_on(page: &Page) -> Shared {
    let link = page.link().await;
    let (_, link) = link.split_once("#s=").expect("a link");
    from_link(link, Month::default()).expect("a good link")
}

async fn the_scale_of_money_is_that_of_the_native_run(page: &Page) {
    let Shared { document, view } = passed_on(page).await;
    let rankings = LeakScales::new(&document, &view).answer(&mut Simulator::new());
    let money = rankings.last().expect("a scale");
    assert_eq!((money.scale, money.stages.len()), (LeakScale::Money, 2));
    let top = money.stages[0].stage;
    page.wait_for(&format!(
        "root.querySelector('[data-fact=leaks]').dataset.value === '{top}' && root.querySelectorAll('.leaks .swing').length === 2"
    ))
    .await;
}

async fn the_range_is_that_of_the_native_run(page: &Page) {
    let Shared { document, view } = passed_on(page).await;
    let benchmark = Benchmark::from_id("opportunity-won-saas").expect("a range");
    let mut simulator = Simulator::new();
    let known = compare_to_benchmark(&mut simulator, &document, view.objective, 2, benchmark);
    let known = known.expect("a conversion");
    for (end, reach) in [("low", known.to_low), ("high", known.to_high)] {
        let shown = format!("root.querySelector('[data-reach={end}]').dataset.value");
        let gain = reach.expect("below the range").gain.to_string();
        assert_eq!(page.value(&shown).await.as_str(), Some(&*gain), "{end}");
    }
    if page.engine == Engine::Chromium {
        // The printed report has what is chosen, and no empty choices.
        page.show_as_printed(true).await;
        let printed =
            "[...root.querySelectorAll('.benchmarks li')].map((stage) => stage.checkVisibility())";
        let of_stages = document.stages.iter().enumerate();
        let chosen: Vec<bool> = of_stages.map(|(stage, _)| stage == 2).collect();
        assert_eq!(page.value(printed).await, json!(chosen));
        page.show_as_printed(false).await;
    }
}
