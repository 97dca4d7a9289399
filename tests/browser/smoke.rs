//! The page starts, under the content security policy and from a sub-folder.

use pipeline_lever::i18n::Locale;
use serde_json::json;

use crate::page::Page;
use crate::widget::text_box;

const NEGOTIATION: &str = "stages[2].conversion";

in_every_engine!(
    starts_without_problems,
    starts_where_compiling_never_ends,
    starts_where_nobody_looks,
    what_has_stopped_begins_anew
);

async fn starts_without_problems(page: &Page) {
    page.open("").await;
    page.wait_for_app().await;
    assert!(
        !page
            .value("root.textContent.trim()")
            .await
            .as_str()
            .expect("text")
            .is_empty()
    );
    assert_eq!(page.problems().await, [""; 0]);

    // Nothing is asked for twice, as it would be if a preload did not fit its use.
    let mut requests = page.server.requests();
    let count = requests.len();
    requests.sort();
    requests.dedup();
    assert_eq!(requests.len(), count, "{requests:?}");
    page.screenshot("start").await;
}

/// What a browser never finishes compiling while it loads is compiled anew: the page, its explorer, its player.
async fn starts_where_compiling_never_ends(page: &Page) {
    page.open("?never-compiled").await;
    page.wait_for_app().await;
    page.wait_for_results().await;
    page.wait_for_trials(1000).await;
    assert_eq!(page.problems().await, [""; 0]);
}

/// Who opens the page in a tab in the background finds it complete.
async fn starts_where_nobody_looks(page: &Page) {
    page.open("?unseen").await;
    page.wait_for_app().await;
    page.wait_for_results().await;
    assert_eq!(page.problems().await, [""; 0]);
}

/// A worker, an explorer or a first screen whose program has stopped for good is replaced, and tells what the first one
/// would have.
async fn what_has_stopped_begins_anew(page: &Page) {
    page.open("?first-worker-stops").await;
    page.wait_for_app().await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    let facts = page.facts().await;

    // As the browser tells of a program that has stopped; what it has drawn is of no use any more.
    let stop = "const [attribute, file, drawn] = arguments;
        const { href } = new URL(document.querySelector('link[data-explorer]').getAttribute(attribute) + file, document.baseURI);
        root.querySelector(drawn).dataset.found = 'nothing';
        const error = Object.assign(new Error('stopped'), { stack: `somewhere@${href}:1:1` });
        window.dispatchEvent(new ErrorEvent('error', { error }));";
    let explorer = ["data-explorer", "explorer.js", ".explorer"].map(|text| json!(text));
    page.run(stop, explorer.to_vec()).await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    page.still_says(&facts).await;
    page.choose("view.trials", "100").await;
    page.wait_for_trials(100).await;
    assert_eq!(page.count(".explorer").await, 1);

    // What was typed and chosen is still there.
    page.choose("view.trials", "1000").await;
    page.speak("lt").await;
    page.paste_into(&text_box(NEGOTIATION), "4").await;
    page.leave_field().await;
    let facts = page.facts().await;
    let generation = "Number(root.querySelector('.pl-page').dataset.generation)";
    let last = page.value(generation).await;
    let first_screen = ["href", "", ".pl-page"].map(|text| json!(text));
    page.run(stop, first_screen.to_vec()).await;
    page.wait_for("root.querySelector('.pl-page[data-generation]:not([data-found])')?.closest('.explorer') === null")
        .await;
    page.wait_for_text(NEGOTIATION, "4").await;
    // Nothing that is still said of the states before can be taken for something of these.
    page.wait_for(&format!("{generation} > {last}")).await;
    page.still_says(&facts).await;
    let question = Locale::Lt.catalogue().page.question;
    assert_eq!(page.text(".question").await, question);
    page.click("[data-action=more]").await;
    page.wait_for("root.querySelector('[data-action=more][aria-expanded=true]')")
        .await;
}
