//! Numbers that are not known exactly: typed as a range or as counts, drawn as a band, kept in the link.

use fantoccini::key::Key;
use pipeline_lever::i18n::Locale;
use pipeline_lever::i18n::arguments::errors::Inside;
use pipeline_lever::model::{ChannelField, DealField, Field, Spread, StageField};
use serde_json::json;

use crate::page::Page;
use crate::widget::{slider, text_box};

in_every_engine!(
    what_is_not_known_exactly_can_be_typed,
    ranges_that_cannot_be_used_stay
);

const LEADS: &str = "channels[0].leadsPerMonth";
const NEGOTIATION: &str = "stages[2].conversion";
const SIZE: &str = "deal.size";

async fn what_is_not_known_exactly_can_be_typed(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    let conversion = Field::Stage(2, StageField::Conversion);

    // Counts, key by key: nothing is called wrong on the way, and all of it is one step.
    page.type_into(&text_box(NEGOTIATION), "3 o").await;
    page.wait_for_paint().await;
    page.wait_for_invalid(NEGOTIATION, false).await;
    page.type_keys("f 40").await;
    let said = "With 8 chances in 10 between 3.6% and 14.4%";
    page.wait_for_message(NEGOTIATION, said).await;
    wait_for_band(page, NEGOTIATION, 1).await;
    page.press(&[Key::Tab]).await;
    page.wait_for_text(NEGOTIATION, "3 of 40").await;
    holds(page, conversion, counts(3.0, 40.0)).await;
    let slider_says = page.property(&slider(NEGOTIATION), "ariaValueText").await;
    assert_eq!(slider_says, ["7.5%. ", said].concat());

    // A range, and both as another language writes them.
    page.type_into(&text_box(LEADS), "300-500k").await;
    page.press(&[Key::Tab]).await;
    page.wait_for_text(LEADS, "300,000–500,000").await;
    let leads = Field::Channel(0, ChannelField::LeadsPerMonth);
    holds(page, leads, between(300_000.0, 500_000.0)).await;
    page.speak("lt").await;
    page.wait_for_text(NEGOTIATION, "3 iš 40").await;
    page.wait_for_message(NEGOTIATION, "Tikimybė 8 iš 10: nuo 3,6 % iki 14,4 %")
        .await;
    page.type_into(&text_box(NEGOTIATION), "2,5 – 5 %").await;
    page.press(&[Key::Tab]).await;
    page.wait_for_text(NEGOTIATION, "2,5–5").await;
    holds(page, conversion, between(0.025, 0.05)).await;
    page.paste_into(&text_box(SIZE), "400–800 €").await;
    page.leave_field().await;
    holds(page, Field::Deal(DealField::Size), between(400.0, 800.0)).await;
    page.paste_into(&text_box(NEGOTIATION), "4 iš 50").await;
    page.leave_field().await;
    holds(page, conversion, counts(4.0, 50.0)).await;

    // The slider makes it exact again, and that can be taken back.
    page.set_range(&slider(NEGOTIATION), 250.0).await;
    wait_for_band(page, NEGOTIATION, 0).await;
    let script =
        "root.querySelector(arguments[0]).dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(script, vec![json!(slider(NEGOTIATION))]).await;
    page.click("[data-action=undo]").await;
    page.wait_for_text(NEGOTIATION, "4 iš 50").await;
    wait_for_band(page, NEGOTIATION, 1).await;

    // The link opens with the same.
    let link = page.link().await;
    let (_, fragment) = link.split_once('#').expect("a link");
    page.visit(&["?lang=en#", fragment].concat()).await;
    page.wait_for_text(NEGOTIATION, "4 of 50").await;
    page.wait_for_text(LEADS, "300,000–500,000").await;

    page.open_all_rows().await;
    page.set_viewport(320, 700).await;
    page.wait_for_paint().await;
    let width = "document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(page.value(width).await, true);
    let found = page.accessibility_violations().await;
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(page.problems().await, [""; 0]);
}

async fn ranges_that_cannot_be_used_stay(page: &Page) {
    page.visit("").await;
    for locale in [Locale::En, Locale::Ru] {
        page.speak(locale.tag()).await;
        let errors = &locale.catalogue().errors;
        let before = page.link().await;
        let shares = if locale == Locale::En {
            ["0%", "100%"]
        } else {
            ["0\u{a0}%", "100\u{a0}%"]
        };
        let inside = errors.inside(Inside {
            min: shares[0],
            max: shares[1],
        });
        for (field, text, reason) in [
            (NEGOTIATION, "5-2", errors.empty_interval),
            (NEGOTIATION, "5–5", errors.empty_interval),
            (NEGOTIATION, "0–5", inside.as_str()),
            (NEGOTIATION, "50–100", inside.as_str()),
            (NEGOTIATION, "41/40", errors.more_than_counted),
            (NEGOTIATION, "3.5/40", errors.counts),
            (NEGOTIATION, "2–", errors.not_a_number),
            (SIZE, "3/40", errors.not_a_number),
            ("channels[0].costPerLead", "2–5", errors.not_a_number),
        ] {
            let held = page.property(&text_box(field), "value").await;
            page.paste_into(&text_box(field), text).await;
            page.leave_field().await;
            page.wait_for_invalid(field, true).await;
            page.wait_for_message(field, reason).await;
            page.wait_for_text(field, text).await;
            assert_eq!(page.link().await, before, "{text}");
            page.paste_into(&text_box(field), &held).await;
            page.leave_field().await;
            page.wait_for_invalid(field, false).await;
        }
    }
    assert_eq!(page.problems().await, [""; 0]);
}

fn between(low: f64, high: f64) -> Spread {
    Spread::Between { low, high }
}

fn counts(advanced: f64, of: f64) -> Spread {
    Spread::Counted { advanced, of }
}

/// What the page's link says of a field.
async fn holds(page: &Page, field: Field, spread: Spread) {
    assert_eq!(field.spread(&page.document().await), Some(spread));
}

/// Waits until the curve of a field has so many bands, and that they have a width.
async fn wait_for_band(page: &Page, field: &str, bands: usize) {
    let selector = json!(format!("[data-field='{field}'] .curve-band"));
    page.wait_for(&format!(
        "(() => {{
            const bands = [...root.querySelectorAll({selector})];
            return bands.length === {bands} && bands.every((band) => band.getBoundingClientRect().width > 5);
        }})()"
    ))
    .await;
}
