//! The whole page by keyboard alone.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;
use crate::widget::{slider, text_box};

in_every_engine!(tab_reaches_everything, keys_move_rename_and_rearrange);

/// The focused control by its field or action, before it what kind of control it is.
const FOCUSED: &str = "(() => {
    const control = root.activeElement;
    if (control === null) return 'nothing';
    const name = control.dataset.action ?? control.dataset.opens ?? control.closest('[data-field]')?.dataset.field ?? control.id;
    return `${control.localName === 'input' ? control.type : control.localName} ${name}`;
})()";

/// Whether one sees what is focused: an outline or a shadow on it or on its box.
const FOCUS_IS_SEEN: &str =
    "[root.activeElement, root.activeElement.closest('.box')].some((element) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
})";

async fn tab_reaches_everything(page: &Page) {
    page.visit("").await;
    page.start_from("own").await;
    page.run("root.querySelector('#preset').blur();", vec![])
        .await;
    let expected = [
        "select preset",
        "button undo",
        "button redo",
        "button link",
        "select language",
        "button headline",
        "button leads.baseline",
        "button more",
        "range channels[0].leadsPerMonth",
        "text channels[0].leadsPerMonth",
        "range channels[0].costPerLead",
        "text channels[0].costPerLead",
        "button started[0]",
        "button lost[0]",
        "button more",
        "range stages[0].conversion",
        "text stages[0].conversion",
        "button started[1]",
        "button lost[1]",
        "button more",
        "range stages[1].conversion",
        "text stages[1].conversion",
        "button started[2]",
        "button lost[2]",
        "button more",
        "range stages[2].conversion",
        "text stages[2].conversion",
        "button won.baseline",
        "button revenue.baseline",
        "button more",
        "range deal.size",
        "text deal.size",
        "button add-stage",
        "button add-channel",
        "select pair.stage",
        "range pair.to",
        "text pair.to",
        "button won.fix",
        "button revenue.fix",
        "button cost.fix",
        "button firstEffect.fix",
        "button asManyLeadsAs",
        "range pair.leadsTimes",
        "text pair.leadsTimes",
        "button won.leads",
        "button revenue.leads",
        "button cost.leads",
        "button firstEffect.leads",
        "select objective",
        "button choose",
    ];
    for control in expected {
        page.press(&[Key::Tab]).await;
        assert_eq!(page.value(FOCUSED).await, control);
        assert_eq!(page.value(FOCUS_IS_SEEN).await, true, "{control}");
    }
    for control in expected.iter().rev().skip(1) {
        page.press_with(&[Key::Shift], Key::Tab).await;
        assert_eq!(page.value(FOCUSED).await, *control);
    }
}

async fn keys_move_rename_and_rearrange(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.start_from("own").await;
    a_slider_moves(page).await;
    details_open_and_close(page).await;
    stages_are_rearranged(page).await;
    steps_are_taken_back(page).await;
    assert_eq!(page.problems().await, [""; 0]);
}

async fn a_slider_moves(page: &Page) {
    let (range, text) = (
        slider("stages[1].conversion"),
        text_box("stages[1].conversion"),
    );
    tab_to(page, "range stages[1].conversion").await;
    let mut won = page.fact("won.baseline").await;
    for (key, shown, more) in [
        (Key::Right, "40.1", true),
        (Key::Left, "40", false),
        (Key::PageUp, "41", true),
        (Key::PageDown, "40", false),
        (Key::Up, "40.1", true),
    ] {
        page.press(&[key]).await;
        page.wait_for(&format!(
            "root.querySelector(\"{text}\").value === '{shown}'"
        ))
        .await;
        let said = format!("root.querySelector(\"{range}\").ariaValueText");
        assert_eq!(page.value(&said).await, format!("{shown}%"));
        let now = page.fact("won.baseline").await;
        assert_eq!(now > won, more, "{key:?}: {now} after {won}");
        won = now;
    }
    // A tap that is over before anything of it is drawn, and two of them.
    for (taps, shown) in [(1, "40.2"), (2, "40.4")] {
        let script = "for (let tap = 0; tap < arguments[0]; tap += 1) {
            for (const type of ['keydown', 'keyup']) {
                root.activeElement.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowRight', bubbles: true, cancelable: true }));
            }
        }";
        page.run(script, vec![json!(taps)]).await;
        page.wait_for(&format!(
            "root.querySelector(\"{text}\").value === '{shown}'"
        ))
        .await;
    }
    for (key, more) in [(Key::Home, false), (Key::End, true)] {
        let before = page.fact("won.baseline").await;
        page.press(&[key]).await;
        page.wait_for(&format!(
            "Number(root.querySelector(\"[data-fact='won.baseline']\").dataset.value) !== {before}"
        ))
        .await;
        let now = page.fact("won.baseline").await;
        assert_eq!(now > before, more, "{now} after {before}");
    }
}

async fn details_open_and_close(page: &Page) {
    page.press_with(&[Key::Shift], Key::Tab).await;
    assert_eq!(page.value(FOCUSED).await, "button more");
    let details = "root.getElementById(root.activeElement.getAttribute('aria-controls')).hidden";
    for (key, open) in [
        (char::from(Key::Enter), true),
        (' ', false),
        (' ', true),
        (Key::Enter.into(), false),
    ] {
        page.press_with(&[], key).await;
        page.wait_for(&format!("{details} === {}", !open)).await;
        let said = page.value("root.activeElement.ariaExpanded").await;
        assert_eq!(said, open.to_string());
    }
    page.press(&[Key::Enter]).await;
    tab_to(page, "text stages[1].days.mean").await;
}

async fn stages_are_rearranged(page: &Page) {
    back_to(page, "text stages[1].name").await;
    page.press_with(&[Key::Control], 'a').await;
    page.type_keys("Offer").await;
    page.press(&[Key::Tab]).await;
    names_are(page, &["Lead", "Offer", "Negotiation"]).await;
    assert_eq!(page.value(FOCUSED).await, "range stages[1].days.mean");

    tab_to(page, "button move-down").await;
    page.press(&[Key::Enter]).await;
    names_are(page, &["Lead", "Negotiation", "Offer"]).await;
    focus_is_kept(page, "moving down").await;
    back_to(page, "button move-up").await;
    page.press(&[Key::Enter]).await;
    names_are(page, &["Lead", "Offer", "Negotiation"]).await;
    focus_is_kept(page, "moving up").await;

    tab_to(page, "button remove-stage").await;
    page.press(&[Key::Enter]).await;
    names_are(page, &["Lead", "Negotiation"]).await;
    focus_is_kept(page, "removing").await;

    tab_to(page, "button add-stage").await;
    page.press(&[Key::Enter]).await;
    names_are(page, &["Lead", "Negotiation", "New stage"]).await;
    focus_is_kept(page, "adding").await;
}

async fn steps_are_taken_back(page: &Page) {
    page.press_with(&[Key::Control], 'z').await;
    names_are(page, &["Lead", "Negotiation"]).await;
    focus_is_kept(page, "undoing").await;
    page.press_with(&[Key::Control], 'z').await;
    names_are(page, &["Lead", "Offer", "Negotiation"]).await;
    page.press_with(&[Key::Control, Key::Shift], 'z').await;
    names_are(page, &["Lead", "Negotiation"]).await;

    // Where text is typed, the keys are the browser's.
    back_to(page, "text deal.size").await;
    page.run(
        "addEventListener('keydown', (event) => { window.taken = event.defaultPrevented; });",
        vec![],
    )
    .await;
    page.press_with(&[Key::Control], 'z').await;
    page.wait_for("window.taken === false").await;
    names_are(page, &["Lead", "Negotiation"]).await;

    // A step back with the button, as far as it goes.
    back_to(page, "button undo").await;
    for _ in 0..20 {
        page.press(&[Key::Enter]).await;
    }
    page.wait_for("root.querySelector('#preset').value === 'talk'")
        .await;
    focus_is_kept(page, "the last step back").await;
}

async fn focus_is_kept(page: &Page, after: &str) {
    page.wait_for_paint().await;
    let focused = page.value(FOCUSED).await;
    assert_ne!(focused, "nothing", "after {after}");
}

async fn names_are(page: &Page, names: &[&str]) {
    let shown =
        "[...root.querySelectorAll('.rows:nth-of-type(2) h3')].map((name) => name.textContent)";
    page.wait_for(&format!("JSON.stringify({shown}) === '{}'", json!(names)))
        .await;
}

/// Tab until the focus is there.
async fn tab_to(page: &Page, control: &str) {
    walk(page, &[], control).await;
}

/// The same backwards.
async fn back_to(page: &Page, control: &str) {
    walk(page, &[Key::Shift], control).await;
}

async fn walk(page: &Page, held: &[Key], control: &str) {
    for _ in 0..120 {
        page.press_with(held, Key::Tab).await;
        if page.value(FOCUSED).await == control {
            return;
        }
    }
    panic!("Tab does not come to {control}");
}
