//! Chance: the page shows what the native run draws, in a worker and without one.

use fantoccini::key::Key;
use pipeline_lever::engine::{Period, Simulator};
use pipeline_lever::insights::{Certainty, Trials, default_pair};
use pipeline_lever::model::{Document, Month, Number, Pair, View};
use pipeline_lever::share::{Shared, from_link, to_link};

use crate::page::Page;
use crate::server::Server;
use crate::widget::{slider, text_box};

in_every_engine!(
    trials_are_those_of_the_native_run,
    a_target_has_its_chance,
    without_workers_all_is_the_same
);

/// A stage near its limit, where leads go stale, and values that are not known exactly.
const UNCERTAIN: &str = r#"{"version":1,"start":"2026-01","months":18,
    "channels":[{"leadsPerMonth":{"low":300,"high":500},"costPerLead":20}],
    "stages":[{"conversion":0.5,"days":{"mean":{"low":5,"high":12}},"capacityPerMonth":400,
        "waiting":{"patienceHalfLifeDays":20,"staleHalfLifeDays":10,"staleFloor":0.1}},
        {"conversion":{"advanced":3,"of":40}},{"conversion":{"low":0.2,"high":0.4},"days":{"mean":20}}],
    "deal":{"size":{"low":800,"high":1500},"sizeCv":0.5,
        "billing":{"kind":"recurring","monthlyChurn":0.05,"contractMonths":12}}}"#;

/// What the page's trials must say: of the pair that it compares, which is the default one where there is none.
fn certainty(shared: &Shared) -> Certainty {
    let Shared { document, view } = shared;
    let pair: Pair = view
        .pair
        .unwrap_or_else(|| default_pair(&mut Simulator::new(), document));
    let mut trials = Trials::new(document, view, pair);
    trials.play(view.trials.whole());
    trials.certainty()
}

/// The rows of the page's table that belong to these periods: P10, median, P90 and mean of the wins.
fn rows(periods: &[Period]) -> Vec<[f64; 4]> {
    let wins = periods.iter().map(|period| period.won);
    wins.map(|won| [won.p10, won.p50, won.p90, won.mean])
        .collect()
}

async fn shown(page: &Page) -> Vec<Vec<f64>> {
    // As texts: not every driver brings a number over to the last bit.
    let rows = "[...root.querySelectorAll('.forecast-table tbody tr')]
        .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.dataset.value))";
    let rows: Vec<Vec<String>> =
        serde_json::from_value(page.value(rows).await).expect("rows of texts");
    let numbers = |row: &Vec<String>| {
        row.iter()
            .map(|text| text.parse().expect("a number"))
            .collect()
    };
    rows.iter().map(numbers).collect()
}

async fn agrees(page: &Page, shared: &Shared) {
    page.wait_for_trials(shared.view.trials.whole()).await;
    let expected = certainty(shared);
    let report = &expected.baseline;
    let mut periods = rows(&report.months);
    for more in [&report.quarters, &report.years] {
        periods.extend(rows(more));
    }
    assert_eq!(shown(page).await, periods);
    assert_eq!(page.fact("howSure").await, expected.fix_wins_in);
}

/// The document and the view as the page passes them on.
async fn passed_on(page: &Page) -> Shared {
    let link = page.link().await;
    let (_, link) = link.split_once("#s=").expect("a link");
    from_link(link, Month::default()).expect("a good link")
}

async fn trials_are_those_of_the_native_run(page: &Page) {
    let document = Document::read(UNCERTAIN.as_bytes(), Month::default()).expect("a document");
    let view = View {
        seed: Number::nearest(20_261_125.0),
        trials: Number::nearest(300.0),
        ..View::default()
    };
    let shared = Shared { document, view };
    page.visit(&format!("#s={}", to_link(&shared))).await;
    agrees(page, &shared).await;

    page.visit("").await;
    for preset in ["talk", "talk-full", "stale", "slow-cash"] {
        page.start_from(preset).await;
        agrees(page, &passed_on(page).await).await;
    }

    // A newer request replaces those that are under way.
    for position in [200.0, 700.0, 300.0, 611.0] {
        page.set_range(&slider("stages[1].conversion"), position)
            .await;
    }
    page.run(
        "root.querySelector('[data-field=\"stages[1].conversion\"] input[type=range]').dispatchEvent(new Event('change'));",
        vec![],
    )
    .await;
    agrees(page, &passed_on(page).await).await;
    assert_eq!(page.problems().await, [""; 0]);
}

async fn a_target_has_its_chance(page: &Page) {
    page.visit("").await;
    page.start_from("firm").await;
    page.choose("objective", "won").await;
    page.wait_for_trials(1000).await;
    page.choose("view.trials", "100").await;
    page.wait_for_trials(100).await;
    page.click("[data-action=again]").await;
    page.wait_for_fact("seed", 2.0, 0.0).await;
    page.paste_into(&text_box("view.target"), "26").await;
    page.leave_field().await;
    page.wait_for_trials(100).await;
    page.wait_for("root.querySelector('[data-fact=targetReached]').dataset.value")
        .await;
    let shared = passed_on(page).await;
    assert_eq!(shared.view.seed.get(), 2.0);
    assert_eq!(shared.view.trials.whole(), 100);
    assert_eq!(shared.view.target.map(Number::get), Some(26.0));
    let chance = certainty(&shared).target_reached_in.expect("a chance");
    assert!((0.2..0.8).contains(&chance), "{chance}");
    assert_eq!(page.fact("targetReached").await, chance);
    agrees(page, &shared).await;
    the_curve_is_of_the_chance(page, chance).await;

    // What is changed under the answer is a step like any other.
    page.click("[data-action=undo]").await;
    page.wait_for("root.querySelector('[data-fact=targetReached]').textContent === ''")
        .await;
    page.press_with(&[Key::Control, Key::Shift], 'z').await;
    page.wait_for("root.querySelector('[data-fact=targetReached]').dataset.value")
        .await;
    assert_eq!(page.fact("targetReached").await, chance);
}

/// The curve beside the target falls from certain to impossible, and its mark is at the chance that is said.
async fn the_curve_is_of_the_chance(page: &Page, chance: f64) {
    let label = "root.querySelector(\"[data-field='view.target'] .curve\").ariaLabel";
    let label = page.value(label).await;
    let label = label.as_str().expect("what is read out for the curve");
    assert!(label.starts_with("Chance to reach the target"), "{label}");
    assert!(label.contains("100%") && label.contains("0%"), "{label}");
    let mark = "root.querySelector(\"[data-field='view.target'] .curve-mark\").getAttribute('d')";
    let mark = page.value(mark).await;
    let height: f64 = mark
        .as_str()
        .and_then(|mark| mark.split([' ', 'h']).nth(1)?.parse().ok())
        .expect("where the mark is");
    let known = 24.0 * (1.0 - chance);
    assert!(
        (height - known).abs() < 0.06,
        "{height} for {chance}: {known}"
    );
}

async fn without_workers_all_is_the_same(page: &Page) {
    let server = Server::of("dist", &["--no-workers"]);
    let address = server.address();
    page.client().goto(address).await.expect("the page");
    page.wait_for_app().await;
    page.start_from("stale").await;
    agrees(page, &passed_on(page).await).await;
    // The page answers in between.
    page.set_range(&slider("stages[0].conversion"), 700.0).await;
    page.wait_for_results().await;
    page.wait_for_trials(1000).await;
}
