//! What a visitor does with the page.

use fantoccini::key::Key;

use crate::page::Page;

in_every_engine!(a_typed_number_changes_the_answer, nothing_is_found_by_axe);

const NEGOTIATION: &str = "[data-field='stages[2].conversion'] input[type=text]";
const WON: &str = "root.querySelector(\"[data-fact='won.baseline']\").dataset.value";

async fn a_typed_number_changes_the_answer(page: &Page) {
    page.open("?lang=en").await;
    page.wait_for_app().await;
    let before = page.value(WON).await;

    page.type_into(NEGOTIATION, "5").await;
    page.press(&[Key::Tab]).await;
    page.wait_for(&format!("{WON} !== {before}")).await;
    let after = page.value(WON).await;

    // What cannot be read stays in the field, is said beside it, and the last good answer stays.
    page.type_into(NEGOTIATION, "abc").await;
    page.press(&[Key::Tab]).await;
    page.wait_for(&format!(
        "root.querySelector(\"{NEGOTIATION}\").getAttribute('aria-invalid') === 'true'"
    ))
    .await;
    assert_eq!(
        page.value(&format!("root.querySelector(\"{NEGOTIATION}\").value"))
            .await,
        "abc"
    );
    page.wait_for("!root.querySelector(\"[data-fact='lastValid']\").hidden")
        .await;
    assert_eq!(page.value(WON).await, after);

    // A reload loses nothing that was accepted; undo brings back the first answer.
    page.type_into(NEGOTIATION, "4").await;
    page.press(&[Key::Tab]).await;
    page.wait_for(&format!("{WON} !== {after}")).await;
    let last = page.value(WON).await;
    page.wait_for("Object.values(history.state ?? {}).length > 0")
        .await;
    page.click("[data-action=undo]").await;
    page.wait_for(&format!("{WON} === {after}")).await;
    page.click("[data-action=redo]").await;
    page.wait_for(&format!("{WON} === {last}")).await;
    assert_eq!(page.problems().await, [""; 0]);
}

async fn nothing_is_found_by_axe(page: &Page) {
    for dark in [false, true] {
        page.open("").await;
        page.wait_for_app().await;
        if page.engine == crate::driver::Engine::Chromium {
            page.prefer_dark(dark).await;
        }
        page.wait_for_paint().await;
        let found = page.accessibility_violations().await;
        assert!(found.is_empty(), "{found:#?}");
    }
}
