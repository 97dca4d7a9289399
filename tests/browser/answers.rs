//! The page says what the native run of the same document says, for every preset and with every number changed.

use pipeline_lever::engine::Simulator;
use pipeline_lever::model::{
    ChannelField, Currency, DealField, Document, Field, Month, Preset, PresetNames, StageField,
    View,
};
use pipeline_lever::share::{Shared, to_link};

use crate::page::Page;

in_every_engine!(the_page_agrees_with_the_native_run);

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

fn documents() -> Vec<Document> {
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
    for document in documents() {
        let link = to_link(&Shared {
            document: document.clone(),
            view: View::default(),
        });
        page.open("?fresh").await;
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
