//! What cannot be used stays where it was typed, with the reason beside it, and the last good answer stays.

use pipeline_lever::i18n::Locale;
use pipeline_lever::model::{DealField, Field, StageField};
use serde_json::json;

use crate::page::Page;
use crate::widget::text_box;

in_every_engine!(what_cannot_be_used_stays);

const LEADS: &str = "channels[0].leadsPerMonth";
const NEGOTIATION: &str = "stages[2].conversion";
const LIMIT: &str = "stages[2].capacityPerMonth";
const SIZE: &str = "deal.size";
const NAME: &str = "stages[0].name";

async fn what_cannot_be_used_stays(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.start_from("talk-full").await;
    page.open_all_rows().await;
    page.compare("4", "600,000").await;
    numbers_are_refused(page).await;
    a_limit_is_switched_off(page).await;
    a_long_name_is_refused(page).await;
    languages_change_under_drafts(page).await;
    assert_eq!(page.problems().await, [""; 0]);
}

async fn numbers_are_refused(page: &Page) {
    page.wait_for_results().await;
    let facts = page.facts().await;
    for (field, text, reason) in [
        (SIZE, "12,34,56", "The points and commas are unclear."),
        (SIZE, "1.2.3", "The points and commas are unclear."),
        (SIZE, "abc", "This is not a number."),
        (SIZE, "", "Please type a number."),
        (SIZE, "-5", "Allowed: $0 to $1,000,000,000,000."),
        (NEGOTIATION, "101", "Allowed: 0% to 100%."),
        ("months", "1.5", "Allowed: whole numbers, 1 to 60."),
        ("pair.to", "120 %", "Allowed: 0% to 100%."),
        ("pair.leadsTimes", "many", "This is not a number."),
    ] {
        let before = page.property(&text_box(field), "value").await;
        page.paste_into(&text_box(field), text).await;
        page.leave_field().await;
        page.wait_for_invalid(field, true).await;
        page.wait_for_message(field, reason).await;
        page.wait_for_text(field, text).await;
        let of_document = !field.starts_with("pair");
        page.wait_for(&format!(
            "root.querySelector('[data-fact=lastValid]').hidden !== {of_document}"
        ))
        .await;
        page.still_says(&facts).await;

        page.paste_into(&text_box(field), &before).await;
        page.leave_field().await;
        page.wait_for_invalid(field, false).await;
        page.wait_for_message(field, "").await;
        page.wait_for("root.querySelector('[data-fact=lastValid]').hidden")
            .await;
    }
    page.wait_for_results().await;
    page.still_says(&facts).await;
}

async fn a_limit_is_switched_off(page: &Page) {
    page.paste_into(&text_box(LEADS), "1,000,000").await;
    page.wait_for_fact("won.baseline", 3040.0, 0.01).await;
    page.paste_into(&text_box(LIMIT), "").await;
    page.leave_field().await;
    page.wait_for_fact("won.baseline", 7500.0, 0.01).await;
    page.wait_for_invalid(LIMIT, false).await;
    page.wait_for_message(LIMIT, "Empty: off").await;
    let limit = Field::Stage(2, StageField::CapacityPerMonth);
    assert_eq!(limit.get(&page.document().await), None);
}

async fn a_long_name_is_refused(page: &Page) {
    let (short, too_long) = ("ქ".repeat(199), "ქ".repeat(200) + "!");
    page.paste_into(&text_box(NAME), &"ქ".repeat(200)).await;
    page.type_keys("!").await;
    page.leave_field().await;
    page.wait_for_invalid(NAME, true).await;
    page.wait_for_message(NAME, "At most 200 characters.").await;
    page.wait_for_text(NAME, &too_long).await;
    let document = page.document().await;
    assert_eq!(document.stages.first().expect("a stage").name, "Lead");

    page.paste_into(&text_box(NAME), &short).await;
    page.type_keys("!").await;
    page.leave_field().await;
    page.wait_for_invalid(NAME, false).await;
    first_stage_is(page, &(short + "!")).await;
    nothing_is_focused(page).await;
    page.type_into(&text_box(NAME), "First").await;
    page.click(".headline").await;
    first_stage_is(page, "First").await;
    nothing_is_focused(page).await;
}

/// A box that was left does not take the focus back when the page is drawn anew.
async fn nothing_is_focused(page: &Page) {
    page.wait_for_paint().await;
    assert_eq!(page.value("root.activeElement").await, json!(null));
}

async fn first_stage_is(page: &Page, name: &str) {
    let shown = "root.querySelector('.rows:nth-of-type(2) h3').textContent";
    page.wait_for(&format!("{shown} === {}", json!(name))).await;
}

async fn languages_change_under_drafts(page: &Page) {
    page.paste_into(&text_box(SIZE), "12,34,56").await;
    page.paste_into(&text_box(LEADS), "1,234.5").await;
    page.speak("lt").await;
    page.wait_for_text(LEADS, "1\u{a0}234,5").await;
    page.wait_for_text(SIZE, "12,34,56").await;
    page.wait_for_invalid(SIZE, true).await;
    let reason = Locale::Lt.catalogue().errors.grouping;
    page.wait_for_message(SIZE, reason).await;
    let size = Field::Deal(DealField::Size);
    assert_eq!(size.get(&page.document().await), Some(800.0));
}
