//! The page says what the native run of the same document says, for every preset and with every number changed.

use pipeline_lever::engine::Simulator;
use pipeline_lever::model::{
    ChannelField, Currency, DealField, Document, Field, Month, Preset, PresetNames, StageField,
    View,
};
use pipeline_lever::share::{Shared, to_link};
use serde_json::json;

use crate::driver::Engine;
use crate::page::Page;
use crate::widget::slider;

in_every_engine!(
    the_page_agrees_with_the_native_run,
    beside_every_number_is_its_curve,
);

const NAMES: PresetNames<'static> = PresetNames {
    title: "Title",
    channel: "Website",
    lead: "Lead",
    qualified: "Qualified",
    proposal: "Proposal",
    negotiation: "Negotiation",
    commitment: "Commitment",
    in_pipeline: "In the pipeline",
    follow_up: "Follow-up",
};

/// Every preset, as it is and with every number changed.
pub fn documents() -> Vec<Document> {
    let january = Month::parse("2026-01").expect("a month");
    let presets = Preset::ALL.iter();
    let plain: Vec<Document> = presets
        .map(|preset| preset.document(&NAMES, january, Currency::EUR))
        .collect();
    let changed = plain.iter().cloned().map(every_number_changed);
    plain.iter().cloned().chain(changed).collect()
}

/// Every number that the document holds, a little larger.
fn every_number_changed(mut document: Document) -> Document {
    let stages = 0..document.stages.len();
    let of_stages = stages.flat_map(|stage| {
        use StageField::{
            CapacityPerMonth, Conversion, CostPerUnit, DaysMean, DaysVariation, StaleHalfLifeDays,
        };
        [
            Conversion,
            DaysMean,
            DaysVariation,
            CapacityPerMonth,
            StaleHalfLifeDays,
            CostPerUnit,
        ]
        .map(|field| Field::Stage(stage, field))
    });
    let others = [
        Field::Channel(0, ChannelField::LeadsPerMonth),
        Field::Channel(0, ChannelField::CostPerLead),
        Field::Deal(DealField::Size),
        Field::Deal(DealField::PaymentDays),
        Field::Deal(DealField::OnboardingDays),
        Field::Months,
    ];
    for (position, field) in of_stages.chain(others).enumerate() {
        if let Some(value) = field.get(&document) {
            let factor = 1.05 + 0.01 * f64::from(u8::try_from(position % 7).unwrap_or_default());
            let larger = if field.limits().whole {
                value + 1.0
            } else {
                value * factor
            };
            field
                .set(&mut document, Some(larger))
                .expect("still allowed");
        }
    }
    document
}

async fn the_page_agrees_with_the_native_run(page: &Page) {
    // WebKit takes several seconds for each; every engine runs the same program.
    let every = if page.engine == Engine::WebKit { 3 } else { 1 };
    for document in documents().into_iter().step_by(every) {
        let link = to_link(&Shared {
            document: document.clone(),
            view: View::default(),
        });
        page.leave().await;
        page.open(&format!("?{}#s={link}", link.len())).await;
        page.wait_for_app().await;
        let run = Simulator::new().expected(&document, &[]);
        let expected = [
            ("total.leads", run.totals.leads),
            ("total.won", run.totals.won),
            ("total.bookings", run.totals.bookings),
            ("total.cash", run.totals.cash),
            ("total.cost", run.totals.cost),
            ("total.profit", run.totals.profit),
            ("total.value", run.totals.value),
            ("metric.timeToRevenue", run.metrics.time_to_revenue_days),
        ];
        for (fact, value) in expected {
            let cell = page.find(&format!("[data-fact='{fact}']")).await;
            let shown = cell
                .attr("data-value")
                .await
                .expect("a cell")
                .expect("a value");
            let shown: f64 = shown.parse().expect("a number");
            assert_eq!(
                shown.to_bits(),
                value.to_bits(),
                "{fact} of {}: {shown} is not {value}",
                document.title
            );
        }
    }
    assert_eq!(page.problems().await, [""; 0]);
}

/// Boxes for a number without a slider, a line of some width and a mark on it. What a visitor only notes beside the
/// pipeline, a step's price and the cycle as stated, moves no answer and has no curve.
const WITHOUT_CURVE: &str = "[...root.querySelectorAll('[data-unit]:not([data-field^=\"view.stages\"], [data-field=\"view.cycleDays\"])')].filter((number) => {
    const line = number.querySelector('.curve-line')?.getBBox();
    const mark = number.querySelector('.curve-mark')?.getBBox();
    return !number.querySelector('input[type=range]') || !line?.width || !mark;
}).map(({ dataset }) => dataset.field)";

async fn beside_every_number_is_its_curve(page: &Page) {
    page.visit("").await;
    for preset in [Preset::TalkFull, Preset::SlowCash] {
        page.start_from(preset.id()).await;
        page.open_all_rows().await;
        page.wait_for_trials(1000).await;
        page.wait_for(&format!("{WITHOUT_CURVE}.length === 0"))
            .await;
        let numbers = page.count("[data-unit]").await;
        assert!(numbers > 20, "{numbers}");
    }
    the_pair_follows_its_sliders(page).await;
    assert_eq!(page.problems().await, [""; 0]);
}

/// What the two ways' sliders are moved to is what is compared; what a box shows rounded is not rounded by it.
async fn the_pair_follows_its_sliders(page: &Page) {
    page.visit("").await;
    let value = "root.querySelector(\"[data-field='pair.to'] input[type=text]\").value";
    let before = page.facts().await;
    page.paste_into("[data-field='pair.to'] input[type=text]", "2.2")
        .await;
    page.leave_field().await;
    assert_eq!(page.value(value).await, "2.2");
    page.still_says(&before).await;

    for (field, fact) in [("pair.to", "won.fix"), ("pair.leadsTimes", "won.leads")] {
        let won = page.fact(fact).await;
        page.set_range(&slider(field), 900.0).await;
        page.wait_for(&format!(
            "Number(root.querySelector(\"[data-fact='{fact}']\").dataset.value) > 1.1 * {won}"
        ))
        .await;
        let end = "root.querySelector(arguments[0]).dispatchEvent(new Event('change', { bubbles: true }));";
        page.run(end, vec![json!(slider(field))]).await;
        page.click("[data-action=undo]").await;
        page.wait_for_fact(fact, won, 1e-9).await;
    }
}
