//! Every number opens to its formula, and closes again.

use fantoccini::key::Key;
use pipeline_lever::i18n::Locale;
use pipeline_lever::model::Preset;
use serde_json::{Value, json};

use crate::page::Page;

in_every_engine!(
    every_number_opens_to_itself,
    formulas_are_read_by_keyboard_in_every_language
);

/// Numbers that can be pressed, with their exact values.
const NUMBERS: &str = "[...root.querySelectorAll('[data-opens]')].map(({ dataset }) => [dataset.opens, dataset.value ?? null])";
const IS_OPEN: &str = "root.querySelector('dialog.formula')?.open === true";
/// The words and numbers that the formula's lines are made of.
const PARTS: &str = "[...root.querySelectorAll('.formula-lines :is(span, u)')].map((part) => part.textContent.trim())";

async fn every_number_opens_to_itself(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    for preset in Preset::ALL {
        page.start_from(preset.id()).await;
        page.wait_for_trials(1000).await;
        page.wait_for_findings().await;
        let numbers = page.value(NUMBERS).await;
        let numbers = numbers.as_array().expect("numbers");
        assert!(numbers.len() > 30, "{} can be opened", numbers.len());
        for number in numbers {
            let (name, value) = (&number[0], &number[1]);
            open(page, name).await;
            let of = format!("{name} of {}", preset.id());
            let shown = page
                .value("root.querySelector('dialog.formula').dataset.value")
                .await;
            // A date is opened to what is felt in that month, the answer to all of it.
            let is_itself = !value.is_null()
                && !name
                    .as_str()
                    .is_some_and(|name| name.starts_with("firstEffect"));
            if is_itself {
                let [shown, value] = [&shown, value]
                    .map(|value| value.as_str().and_then(|value| value.parse::<f64>().ok()));
                let (shown, value) = (shown.expect("a number"), value.expect("a number"));
                assert!(
                    (shown - value).abs() <= 1e-9 * value.abs(),
                    "{of} is {value} and opens to {shown}"
                );
            }
            is_complete(page, &of).await;
            page.click("[data-action=close-formula]").await;
            page.wait_for("!root.querySelector('dialog.formula')").await;
        }
    }
    assert_eq!(page.problems().await, [""; 0]);
}

async fn open(page: &Page, name: &Value) {
    let script = "root.querySelector(`[data-opens='${arguments[0]}']`).click();";
    page.run(script, vec![name.clone()]).await;
    page.wait_for(IS_OPEN).await;
}

/// Every part of the formula has a name and a number.
async fn is_complete(page: &Page, of: &str) {
    let parts = page.value(PARTS).await;
    let parts = parts.as_array().expect("parts");
    assert!(parts.len() >= 4, "{of} has no lines");
    for part in parts {
        let part = part.as_str().expect("a text");
        let wrong = ["", "–", "NaN", "∞"];
        assert!(!wrong.contains(&part), "{of}: {part:?} in {parts:?}");
    }
}

async fn formulas_are_read_by_keyboard_in_every_language(page: &Page) {
    page.visit("").await;
    page.start_from("talk-full").await;
    page.set_viewport(320, 700).await;
    for locale in Locale::ALL {
        page.speak(locale.tag()).await;
        page.wait_for_trials(1000).await;
        let script = "root.querySelector(\"[data-opens='won.fix']\").focus();";
        page.run(script, vec![]).await;
        page.press(&[Key::Enter]).await;
        page.wait_for(IS_OPEN).await;
        is_complete(page, locale.tag()).await;
        let inside = "(({ left, right }) => left >= 0 && right <= innerWidth)(root.querySelector('dialog.formula').getBoundingClientRect())";
        assert_eq!(page.value(inside).await, true, "{locale:?}");
        let scrolled = "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(root.querySelector('dialog.formula'))";
        assert_eq!(page.value(scrolled).await, json!(0), "{locale:?}");
        let found = page.accessibility_violations().await;
        assert!(found.is_empty(), "{locale:?}: {found:#?}");

        // The same of another run, and back to where the focus was.
        page.choose("formula.way", "leads").await;
        let of_leads = "root.querySelector('dialog.formula').dataset.value === root.querySelector(\"[data-fact='won.leads']\").dataset.value";
        page.wait_for(of_leads).await;
        page.press(&[Key::Escape]).await;
        page.wait_for("!root.querySelector('dialog.formula') && root.activeElement?.dataset.opens === 'won.fix'").await;
    }
    assert_eq!(page.problems().await, [""; 0]);
}
