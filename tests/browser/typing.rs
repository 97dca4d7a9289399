//! Numbers as people type and paste them, and the sliders that are tied to the boxes.

use fantoccini::key::Key;
use pipeline_lever::i18n::{Entry, Locale, editable};
use pipeline_lever::model::{ChannelField, Field, StageField};
use serde_json::json;

use crate::page::Page;
use crate::widget::{slider, text_box};

in_every_engine!(
    numbers_are_read_in_every_language,
    box_and_slider_are_one,
    keys_that_come_at_once_are_all_kept
);

const LEADS: &str = "channels[0].leadsPerMonth";
const NEGOTIATION: &str = "stages[2].conversion";

/// What is typed, what it means, and what is said where that is not plain.
type Typed = (&'static str, f64, &'static str);

/// Into the box of the leads.
const LEADS_TYPED: [(Locale, &[Typed]); 5] = [
    (
        Locale::En,
        &[
            ("1,234.56", 1234.56, ""),
            ("1.234", 1.234, ""),
            ("1,234", 1234.0, ""),
            ("0,125", 0.125, "= 0.125"),
            ("0.125", 0.125, ""),
            ("400k", 400_000.0, "= 400,000"),
            ("400 bin", 400_000.0, "= 400,000"),
            ("€1.234.567,50", 1_234_567.5, "= 1,234,568"),
        ],
    ),
    (
        Locale::Ka,
        &[
            ("1 234,56", 1234.56, ""),
            ("1'234,56", 1234.56, ""),
            ("0,125", 0.125, ""),
            ("0.125", 0.125, "= 0,125"),
            ("400 ათ.", 400_000.0, "= 400 000"),
        ],
    ),
    (
        Locale::Lt,
        &[
            ("1 234,56", 1234.56, ""),
            ("1\u{a0}234,56", 1234.56, ""),
            ("1\u{202f}234,56", 1234.56, ""),
            ("1,234", 1.234, ""),
            ("1.234", 1.234, "= 1,234"),
            ("1.234.567", 1_234_567.0, "= 1 234 567"),
            ("0.125", 0.125, "= 0,125"),
            ("400 tūkst.", 400_000.0, "= 400 000"),
        ],
    ),
    (
        Locale::Tr,
        &[
            ("1.234,56", 1234.56, ""),
            ("1.234", 1234.0, ""),
            ("1.5", 1.5, "= 1,5"),
            ("0,125", 0.125, ""),
            ("400 bin", 400_000.0, "= 400.000"),
            ("€1.234.567,50", 1_234_567.5, "= 1.234.568"),
        ],
    ),
    (
        Locale::Ru,
        &[
            ("1 234,56", 1234.56, ""),
            ("1\u{2009}234,56", 1234.56, ""),
            ("0.125", 0.125, "= 0,125"),
            ("400 тыс.", 400_000.0, "= 400 000"),
            ("400к", 400_000.0, "= 400 000"),
        ],
    ),
];

/// Into the box of a conversion, which asks for percent.
const CONVERSION_TYPED: [(Locale, &[Typed]); 5] = [
    (
        Locale::En,
        &[
            ("2.4%", 0.024, ""),
            ("2", 0.02, ""),
            ("0.02", 0.0002, "Read as 0.02%. Did you mean 2%?"),
        ],
    ),
    (Locale::Ka, &[("2,4%", 0.024, ""), ("2.4", 0.024, "= 2,4%")]),
    (Locale::Lt, &[("2 %", 0.02, ""), ("2,4 %", 0.024, "")]),
    (Locale::Tr, &[("%2,4", 0.024, ""), ("2,4", 0.024, "")]),
    (
        Locale::Ru,
        &[("2,4 %", 0.024, ""), ("2.4 %", 0.024, "= 2,4 %")],
    ),
];

async fn numbers_are_read_in_every_language(page: &Page) {
    page.visit("").await;
    for ((locale, leads), (_, conversions)) in LEADS_TYPED.into_iter().zip(CONVERSION_TYPED) {
        page.speak(locale.tag()).await;
        for &typed in leads {
            reads(page, LEADS, typed, &editable(locale, typed.1, Entry::Plain)).await;
        }
        for &typed in conversions {
            let plain = editable(locale, typed.1, Entry::Percent);
            reads(page, NEGOTIATION, typed, &plain).await;
        }
        // The document holds the last of each, to the last bit.
        let document = page.document().await;
        let last = |typed: &[Typed]| typed.last().map(|&(_, value, _)| value);
        let field = Field::Channel(0, ChannelField::LeadsPerMonth);
        assert_eq!(field.get(&document), last(leads));
        let field = Field::Stage(2, StageField::Conversion);
        assert_eq!(field.get(&document), last(conversions));
    }

    // A number below zero, where there may be one.
    page.speak("lt").await;
    page.open_all_rows().await;
    let growth = ("\u{2212}5", -0.05, "");
    reads(page, "channels[0].growthPerMonth", growth, "\u{2212}5").await;
    let field = Field::Channel(0, ChannelField::GrowthPerMonth);
    assert_eq!(field.get(&page.document().await), Some(-0.05));
    assert_eq!(page.problems().await, [""; 0]);
}

/// A text stays as it is while it is typed, with its reading said below; left alone, the box shows the number plainly.
async fn reads(page: &Page, field: &str, typed: Typed, plain: &str) {
    let (text, _, said) = typed;
    page.paste_into(&text_box(field), text).await;
    page.wait_for_message(field, said).await;
    page.wait_for_invalid(field, false).await;
    page.wait_for_text(field, text).await;
    page.leave_field().await;
    page.wait_for_text(field, plain).await;
}

async fn box_and_slider_are_one(page: &Page) {
    page.visit("").await;
    page.speak("ru").await;
    for (field, text, said) in [
        (NEGOTIATION, "3,3", "3,3\u{a0}%"),
        (LEADS, "123456", "123\u{a0}456"),
        ("deal.size", "999", "999\u{a0}"),
    ] {
        let (text_box, slider) = (text_box(field), slider(field));
        page.type_into(&text_box, text).await;
        let box_and_slider = format!(
            "[root.querySelector({}).value, root.querySelector({}).ariaValueText]",
            json!(text_box),
            json!(slider)
        );
        page.wait_for(&format!("{box_and_slider}[1].startsWith('{said}')"))
            .await;
        page.press(&[Key::Tab]).await;

        let digits = format!("{box_and_slider}.map((text) => text.replace(/[^\\d,]/g, ''))");
        let mut before = page.value(&digits).await;
        for position in [250.0, 750.0] {
            page.set_range(&slider, position).await;
            page.wait_for(&format!("{digits}[0] !== {}", before[0]))
                .await;
            before = page.value(&digits).await;
            assert_eq!(before[0], before[1], "{field} at {position}");
        }
        let script = "root.querySelector(arguments[0]).dispatchEvent(new Event('change', { bubbles: true }));";
        page.run(script, vec![json!(slider)]).await;
    }
    // Each movement was one step: three texts and three slides.
    for _ in 0..5 {
        page.click("[data-action=undo]").await;
    }
    page.wait_for_text(NEGOTIATION, "3,3").await;
    page.click("[data-action=undo]").await;
    page.wait_for("root.querySelector('#preset').value === 'talk'")
        .await;
    assert_eq!(page.problems().await, [""; 0]);
}

/// A page that is held up hands over many keys at once: what cannot be used yet stays, though a number from before it
/// comes back only then.
async fn keys_that_come_at_once_are_all_kept(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.wait_for_findings().await;
    page.click("[data-reveals=scenarios]").await;
    page.click("[data-begin=leads]").await;
    page.click("[data-scenario='0'] [data-action=edit-change]")
        .await;
    let scenario = "[data-field='scenarios[0].levers[0].value'] input";
    for (selector, texts, goes_on, held) in [
        (
            text_box(LEADS),
            json!(["3", "30", "300", "300-"]),
            "500k",
            "300,000–500,000",
        ),
        (
            text_box(NEGOTIATION),
            json!(["3", "3 ", "3 o"]),
            "f 40",
            "3 of 40",
        ),
        (scenario.to_owned(), json!(["7", "7."]), "5", "7.5"),
    ] {
        page.find(&selector).await;
        let script = "const field = root.querySelector(arguments[0]); field.focus(); \
                      for (const text of arguments[1]) { \
                          field.value = text; \
                          field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); \
                      }";
        page.run(script, vec![json!(selector), texts]).await;
        page.wait_for_paint().await;
        page.type_keys(goes_on).await;
        page.press(&[Key::Tab]).await;
        let value = format!("root.querySelector({}).value", json!(selector));
        page.wait_for(&format!("{value} === {}", json!(held))).await;
    }
    assert_eq!(page.problems().await, [""; 0]);
}
