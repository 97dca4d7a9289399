//! Each language from the first paint on, and how the page does without a file of texts.

use std::fs;
use std::path::{Path, PathBuf};

use pipeline_lever::i18n::Locale;
use serde_json::json;

use crate::driver::Engine;
use crate::page::Page;
use crate::process::Scratch;
use crate::server::Server;

in_every_engine!(
    a_visitor_never_sees_another_language,
    languages_change_without_the_server,
    a_missing_file_leaves_english,
    who_speaks_first,
);

/// The files of texts: two for each language but English.
const FILES: usize = 2 * (Locale::ALL.len() - 1);
const SPOKEN: &str = "root?.querySelector('.pl')?.lang";
const QUESTION: &str = "root.querySelector('.question').textContent";
const CHOSEN: &str = "root.querySelector(\"[data-field='language'] select\").value";

/// Opens an address as a visitor does whose last visit of the page ended in this language.
async fn open_in(page: &Page, address: &str, language: Locale) {
    page.go_to(address).await;
    page.wait_for_app().await;
    page.run(
        "history.replaceState({ pipelineLever: arguments[0] }, '');",
        vec![json!(language.tag())],
    )
    .await;
    page.client().refresh().await.expect("the page again");
    page.wait_for_app().await;
}

/// Chooses a language in the page's own list.
async fn choose(page: &Page, language: Locale) {
    let script = "const select = root.querySelector(\"[data-field='language'] select\"); \
                  select.value = arguments[0]; \
                  select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(script, vec![json!(language.tag())]).await;
}

async fn wait_until_spoken(page: &Page, language: Locale) {
    page.wait_for(&format!("{SPOKEN} === '{}'", language.tag()))
        .await;
    assert_eq!(
        page.value(QUESTION).await,
        language.catalogue().page.question
    );
    assert_eq!(page.value(CHOSEN).await, language.tag());
}

/// Waits until the page has asked for all files of texts and has them.
async fn wait_for_all_texts(page: &Page) {
    let loaded = "performance.getEntriesByType('resource').filter(file => \
                  file.name.includes('/texts-') && file.responseEnd > 0).length";
    page.wait_for(&format!("{loaded} === {FILES}")).await;
}

async fn a_visitor_never_sees_another_language(page: &Page) {
    let address = page.server.address().to_owned();
    for language in Locale::ALL {
        open_in(page, &address, language).await;
        wait_until_spoken(page, language).await;
        page.wait_for("root.querySelector('.headline')").await;

        // Of all that has ever stood on the page since it was opened.
        let asked = page.value("window.observedQuestions").await;
        assert_eq!(asked, json!([language.catalogue().page.question]));
        let headline = page.text(".headline").await;
        let english = ["Raising", "Neither", "A tie", "Buy the leads", "More leads"];
        let is_english = english.iter().any(|start| headline.starts_with(start));
        assert_eq!(is_english, language == Locale::En, "{headline}");
    }
    assert_eq!(page.problems().await, [""; 0]);
}

async fn languages_change_without_the_server(page: &Page) {
    let server = Server::start();
    open_in(page, server.address(), Locale::Lt).await;
    wait_for_all_texts(page).await;
    let requests = server.requests();
    drop(server);
    for language in Locale::ALL {
        choose(page, language).await;
        wait_until_spoken(page, language).await;
    }
    assert_eq!(page.value("window.observedProblems").await, json!([]));

    // No file was asked for twice: not for the first paint, and not for those that follow.
    let texts = |visit: &[String]| visit.iter().filter(|line| line.contains("/texts-")).count();
    assert!(texts(&requests) <= 2 * FILES, "{requests:?}");
}

fn copy(files: &[PathBuf], to: &Path) {
    for from in files {
        let to = to.join(from.file_name().expect("its name"));
        fs::copy(from, to).expect("a copy");
    }
}

async fn a_missing_file_leaves_english(page: &Page) {
    let folder = Scratch::new();
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let entries = fs::read_dir(dist).expect("the built page").flatten();
    let (folders, files): (Vec<_>, Vec<_>) = entries
        .map(|entry| entry.path())
        .partition(|path| path.is_dir());
    copy(&files, folder.path());
    let texts = folders
        .iter()
        .find(|path| path.to_string_lossy().contains("/texts-"));
    let texts = texts.expect("the texts");
    let server = Server::of(&folder.path().to_string_lossy(), &[]);
    open_in(page, server.address(), Locale::Ka).await;
    wait_until_spoken(page, Locale::En).await;
    assert_eq!(page.count("[data-fact='notice']").await, 0);

    // Chosen again in vain, the list goes back to what is spoken.
    choose(page, Locale::Ka).await;
    page.wait_for(&format!("{CHOSEN} === 'en'")).await;
    // Chosen once more when the file is there, it is spoken.
    let to = folder.path().join(texts.file_name().expect("its name"));
    fs::create_dir(&to).expect("a folder");
    let files = fs::read_dir(texts).expect("the texts").flatten();
    copy(&files.map(|entry| entry.path()).collect::<Vec<_>>(), &to);
    choose(page, Locale::Ka).await;
    wait_until_spoken(page, Locale::Ka).await;
}

/// The element before the link, the link before the page, the page before the browser, and English after all of them.
async fn who_speaks_first(page: &Page) {
    let element = ("<div id=\"pipeline-lever\"", " lang=\"ka\"");
    let around = ("<html", " lang=\"ru\" data-was");
    let named = |(tag, more): (&str, &str)| {
        let (tag, more) = (tag.to_owned(), more.to_owned());
        Server::altered(move |name, text| {
            (name == "index.html").then(|| text.replace(&tag, &(tag.clone() + &more)))
        })
    };
    let (of_element, of_page) = (named(element), named(around));
    let spoken_by_browser = page.engine == Engine::Chromium;
    if spoken_by_browser {
        page.prefer_language("de-DE,tr-TR").await;
    }
    for (server, rest, language) in [
        (&of_element, "?lang=lt", Some(Locale::Ka)),
        (&of_page, "?lang=lt", Some(Locale::Lt)),
        (&of_page, "?lang=xx", Some(Locale::Ru)),
        (&page.server, "?lang=lt-LT", Some(Locale::Lt)),
        (&page.server, "?lang=en", Some(Locale::En)),
        (&page.server, "", spoken_by_browser.then_some(Locale::Tr)),
    ] {
        page.leave().await;
        page.go_to(&[server.address(), rest].concat()).await;
        page.wait_for_app().await;
        if let Some(language) = language {
            wait_until_spoken(page, language).await;
        }
    }
    if spoken_by_browser {
        page.prefer_language("de-DE,fr").await;
        page.visit("?no-one").await;
        wait_until_spoken(page, Locale::En).await;
    }
}
