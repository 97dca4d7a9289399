//! Every number opens to its formula, and closes again.

use fantoccini::key::Key;
use pipeline_lever::i18n::Locale;
use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::Page;

in_every_engine!(
    every_number_opens_to_itself,
    formulas_are_read_by_keyboard_in_every_language
);

const IS_OPEN: &str = "root.querySelector('dialog.formula')?.open === true";
/// The words and numbers that the formula's lines are made of.
const PARTS: &str = "[...root.querySelectorAll('.formula-lines :is(span, u)')].map((part) => part.textContent.trim())";

/// Presses one number after the other, `every` so many, and reads what opens: its name, its value, the value of the
/// formula, the parts.
const OPEN_ALL: &str = "const done = arguments[0];
    const root = document.querySelector('#pipeline-lever').shadowRoot;
    const until = async (found) => { while (!found()) await new Promise((resume) => setTimeout(resume)); };
    const dialog = () => root.querySelector('dialog.formula');
    const open = async (number) => {
        const { opens, value } = number.dataset;
        number.click();
        await until(() => dialog()?.open);
        const parts = [...dialog().querySelectorAll('.formula-lines :is(span, u)')].map((part) => part.textContent.trim());
        const read = [opens, value ?? null, dialog().dataset.value, parts];
        dialog().querySelector('[data-action=close-formula]').click();
        await until(() => !dialog());
        return read;
    };
    const all = async () => {
        const read = [];
        const seen = new Set();
        for (const number of root.querySelectorAll('[data-opens]')) {
            const { opens, value } = number.dataset;
            if (seen.has(opens + value)) continue;
            seen.add(opens + value);
            if (seen.size % every) continue;
            read.push(await open(number));
        }
        return read;
    };
    all().then(done);";

async fn every_number_opens_to_itself(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    // Each takes up to half a second, and the numbers are the same in every engine: one of them opens all.
    let every = if page.engine == Engine::Chromium {
        1
    } else {
        7
    };
    // One with chance in its answer, one with limits, and one that is paid for every month.
    for preset in ["talk-full", "stale", "slow-cash"] {
        page.start_from(preset).await;
        page.wait_for_trials(1000).await;
        if preset == "slow-cash" {
            // With everything open that can be.
            let reveal = "root.querySelectorAll('[data-reveals]:not([data-open])').forEach((button) => button.click());";
            page.run(reveal, vec![]).await;
            page.wait_for("!root.querySelector('[data-reveals]:not([data-open])')")
                .await;
        }
        page.wait_for_findings().await;
        let read = page
            .run_until_done(&format!("const every = {every};\n{OPEN_ALL}"))
            .await;
        let read = read.as_array().expect("numbers");
        let least = if preset == "slow-cash" { 150 } else { 30 };
        assert!(read.len() > least / every, "{} can be opened", read.len());
        for number in read {
            opens_to_itself(number, preset);
        }
    }
    assert_eq!(page.problems().await, [""; 0]);
}

fn opens_to_itself(read: &Value, preset: &str) {
    let name = read[0].as_str().expect("a name");
    let number = |at: usize| {
        read[at]
            .as_str()
            .and_then(|value| value.parse::<f64>().ok())
    };
    // A date opens to what is felt in that month, where the answer flips to the answer there.
    let is_itself = !name.starts_with("firstEffect") && !name.starts_with("headline");
    if let Some(value) = number(1).filter(|_| is_itself) {
        let shown = number(2).expect("a number");
        let off = (shown - value).abs();
        assert!(
            off <= 1e-9 * value.abs(),
            "{name} of {preset} is {value} and opens to {shown}"
        );
    }
    is_complete(&read[3], &[name, " of ", preset].concat());
}

/// A number, by the name that it opens by, opens to itself; no more is asked of one that does not stand as a number.
pub async fn opens(page: &Page, name: &str) {
    let button = format!("[data-opens='{name}']");
    let pressed = "const button = root.querySelector(arguments[0]); button.click(); return button.dataset.value ?? null;";
    let value = page.run(pressed, vec![json!(button)]).await;
    page.wait_for(IS_OPEN).await;
    let shown = page
        .value("root.querySelector('dialog.formula').dataset.value")
        .await;
    opens_to_itself(
        &json!([name, value, shown, page.value(PARTS).await]),
        "what is open",
    );
    page.click("[data-action=close-formula]").await;
    page.wait_for("!root.querySelector('dialog.formula')").await;
}

/// Every part of a formula has a name and a number.
fn is_complete(parts: &Value, of: &str) {
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
        is_complete(&page.value(PARTS).await, locale.tag());
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
