//! Empty, zero, overloaded, absurd and huge pipelines: each part says a sentence, and nobody sees what is no number.

use pipeline_lever::i18n::Locale;
use pipeline_lever::model::{
    BillingKind, ChannelField, DealField, Document, Field, Panel, StageField, View,
};
use pipeline_lever::share::{Shared, to_link};
use serde_json::json;

use crate::answers::documents;
use crate::driver::Engine;
use crate::page::{self, Page};

/// The native tests run the same kinds of documents by the thousand; what they are said to be is the same in every
/// engine.
#[test]
fn every_pipeline_gets_its_sentences() {
    page::run(Engine::Chromium, sentences);
}

/// What is changed in every channel, in every stage and in the deal of a pipeline.
struct Change<'a> {
    channels: &'a [(ChannelField, f64)],
    stages: &'a [(StageField, f64)],
    deal: &'a [(DealField, f64)],
    months: f64,
}

const CHANGES: [(&str, Change<'static>); 8] = [
    (
        "no leads",
        Change {
            channels: &[(ChannelField::LeadsPerMonth, 0.0)],
            stages: &[],
            deal: &[],
            months: 12.0,
        },
    ),
    (
        "nothing advances",
        Change {
            channels: &[],
            stages: &[(StageField::Conversion, 0.0)],
            deal: &[],
            months: 12.0,
        },
    ),
    (
        "nobody is lost",
        Change {
            channels: &[],
            stages: &[(StageField::Conversion, 1.0)],
            deal: &[],
            months: 12.0,
        },
    ),
    (
        "worth nothing",
        Change {
            channels: &[(ChannelField::CostPerLead, 0.0)],
            stages: &[(StageField::DaysMean, 0.0)],
            deal: &[(DealField::Size, 0.0), (DealField::GrossMargin, 0.0)],
            months: 1.0,
        },
    ),
    (
        "nobody may start",
        Change {
            channels: &[],
            stages: &[(StageField::CapacityPerMonth, 0.0)],
            deal: &[],
            months: 12.0,
        },
    ),
    (
        "overloaded",
        Change {
            channels: &[(ChannelField::LeadsPerMonth, 1e6)],
            stages: &[
                (StageField::CapacityPerMonth, 3.0),
                (StageField::PatienceHalfLifeDays, 5.0),
                (StageField::StaleHalfLifeDays, 5.0),
            ],
            deal: &[],
            months: 24.0,
        },
    ),
    (
        "slower than a life",
        Change {
            channels: &[
                (ChannelField::LeadsPerMonth, 0.001),
                (ChannelField::GrowthPerMonth, -0.9),
            ],
            stages: &[
                (StageField::Conversion, 1e-9),
                (StageField::DaysMean, 3650.0),
                (StageField::DaysVariation, 3.0),
            ],
            deal: &[
                (DealField::Size, 0.01),
                (DealField::PaymentDays, 3650.0),
                (DealField::OnboardingDays, 3650.0),
            ],
            months: 60.0,
        },
    ),
    (
        "as large as may be",
        Change {
            channels: &[
                (ChannelField::LeadsPerMonth, 1e9),
                (ChannelField::GrowthPerMonth, 1.0),
                (ChannelField::CostPerLead, 1e12),
                (ChannelField::FixedCostPerMonth, 1e12),
            ],
            stages: &[
                (StageField::Conversion, 0.5),
                (StageField::CostPerUnit, 1e12),
            ],
            deal: &[(DealField::Size, 1e12), (DealField::SizeVariation, 10.0)],
            months: 60.0,
        },
    ),
];

fn changed(mut document: Document, change: &Change) -> Document {
    let channels = (0..document.channels.len()).flat_map(|at| {
        change
            .channels
            .iter()
            .map(move |&(field, value)| (Field::Channel(at, field), value))
    });
    let stages = (0..document.stages.len()).flat_map(|at| {
        change
            .stages
            .iter()
            .map(move |&(field, value)| (Field::Stage(at, field), value))
    });
    let deal = change
        .deal
        .iter()
        .map(|&(field, value)| (Field::Deal(field), value));
    for (field, value) in channels
        .chain(stages)
        .chain(deal)
        .chain([(Field::Months, change.months)])
    {
        // A number that this kind of pipeline does not have stays away.
        let _ = field.set(&mut document, Some(value));
    }
    document
}

/// Texts that are no sentences of a page, and places that should have one and have none.
const WRONG: &str = "(() => {
    const wrong = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (/NaN|Infinity|∞|undefined|null|[{}]|(^|[^0-9.,])[-−]0(?![.,0-9])/.test(data)) wrong.push(`${data} in ${parentElement.outerHTML.slice(0, 120)}`);
    }
    for (const element of root.querySelectorAll('.headline, .finding')) {
        if (element.textContent.trim().length < 15) wrong.push(element.outerHTML.slice(0, 200));
    }
    for (const element of root.querySelectorAll('[aria-label], [aria-valuetext]')) {
        const said = `${element.ariaLabel ?? ''} ${element.ariaValueText ?? ''}`;
        if (/NaN|Infinity|∞|undefined|null/.test(said)) wrong.push(said);
    }
    for (const shape of root.querySelectorAll('svg *')) {
        for (const { name, value } of shape.attributes) {
            if (/NaN|inf/i.test(value) && name !== 'class') wrong.push(`${name}=${value.slice(0, 80)}`);
        }
    }
    for (const section of root.querySelectorAll('.explorer section')) {
        if (section.textContent.trim().length < 20) wrong.push(section.outerHTML.slice(0, 200));
    }
    return wrong;
})()";

async fn sentences(page: &Page) {
    let plain = documents().into_iter().next().expect("a document");
    let mut recurring = plain.clone();
    recurring.set_billing_kind(BillingKind::Recurring);
    let kinds = [plain, recurring];
    let mut wrong = Vec::new();
    // One is paid once, the next every month.
    for ((name, change), document) in CHANGES.iter().zip(kinds.iter().cycle()) {
        let document = changed(document.clone(), change);
        let mut view = View::default();
        for panel in Panel::all() {
            view.panels.set(*panel, true);
        }
        page.visit(&format!("#s={}", to_link(&Shared { document, view })))
            .await;
        for locale in Locale::ALL {
            page.speak(locale.tag()).await;
            page.wait_for_results().await;
            page.wait_for_findings().await;
            let found = page.value(WRONG).await;
            if found != json!([]) {
                wrong.push(format!("{name}, {locale:?}: {found:#}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(page.problems().await, [""; 0]);
}
