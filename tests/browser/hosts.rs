//! `<pipeline-lever>` where other things are: in a page that is itself a Yew app, with the release on another server,
//! and beside the forms that a page has. The pages are in `tests/browser/hosts/`.

use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::Page;
use crate::server::Server;
use crate::widget::text_box;

in_every_engine!(
    a_page_of_yew_and_the_element_keep_their_clicks_apart,
    the_release_may_be_on_another_server,
    forms_get_what_was_found_out,
);

const NEGOTIATION: &str = "stages[2].conversion";
const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/hosts");

async fn a_page_of_yew_and_the_element_keep_their_clicks_apart(page: &Page) {
    let programs = crate::process::target_folder("measured");
    let programs = programs.to_string_lossy();
    let server = Server::of("dist", &["--beside", PAGES, "--beside", &programs]);
    page.go_to(&format!("{}yew.html", server.address())).await;
    page.wait_for_app().await;
    let second = "document.getElementById('second')";
    page.wait_for(&format!(
        "{second}.shadowRoot?.querySelector('[data-generation]')"
    ))
    .await;
    assert_eq!(heard(page).await, "");

    // What happens inside is, for the page, an event on the element, once for each of those around it; and inside it
    // happens once.
    for text in ["4", "5"] {
        page.click(&text_box(NEGOTIATION)).await;
        page.type_into(&text_box(NEGOTIATION), text).await;
        page.press(&[fantoccini::key::Key::Tab]).await;
        page.wait_for_text(NEGOTIATION, text).await;
        page.wait_for("root.querySelector('[data-action=undo]').ariaDisabled !== 'true'")
            .await;
    }
    page.click("[data-action=undo]").await;
    page.wait_for_text(NEGOTIATION, "4").await;
    let typed = "click section, click main, key section, input section, key section";
    let expected = [typed, typed, "click section, click main"].join(", ");
    assert_eq!(heard(page).await, expected);

    // The second one has moved about with its row meanwhile.
    page.run(
        &format!("{second}.shadowRoot.querySelector('.cta button').click();"),
        vec![],
    )
    .await;
    let expected = format!("{expected}, click row, click main");
    assert_eq!(heard(page).await, expected);

    // What happens on the page's own elements is none of the element's business.
    page.run(
        "document.getElementById('own').click(); document.querySelector('li button').click();",
        vec![],
    )
    .await;
    let expected =
        format!("{expected}, click own, click main, click button of a row, click row, click main");
    assert_eq!(heard(page).await, expected);
    page.wait_for_text(NEGOTIATION, "4").await;
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

/// What the page of Yew has taken for events on its own elements, once it has shown it.
async fn heard(page: &Page) -> String {
    page.wait_for_paint().await;
    let heard = page.value("document.getElementById('heard').textContent");
    heard.await.as_str().expect("a text").to_owned()
}

async fn the_release_may_be_on_another_server(page: &Page) {
    let release = Server::start();
    let origin = release.address().trim_end_matches("/some/folder/");
    let policy = format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src 'self'; img-src 'self'"
    );
    for worker in ["; worker-src blob:", ""] {
        let server = Server::of(
            "tests/browser/hosts",
            &["--policy", &[&policy, worker].concat()],
        );
        let address = format!("{}elsewhere.html?{}", server.address(), release.address());
        page.go_to(&address).await;
        page.wait_for_app().await;
        page.wait_for_trials(1000).await;
        page.wait_for_findings().await;
        assert_eq!(page.value("root.querySelector('.pl').lang").await, "tr");
        let link = page.value("document.querySelector('pipeline-lever').shareUrl");
        let link = link.await;
        assert!(
            link.as_str()
                .is_some_and(|link| link.starts_with(release.address())),
            "{link}"
        );
        if page.engine == Engine::Chromium {
            assert_eq!(page.value("shifts").await, json!([]));
        }
        // Where no worker may be made of a blob, the policy says so, and the trials are played on the page's thread.
        let problems = page.value("window.observedProblems").await;
        let problems: Vec<String> = serde_json::from_value(problems).expect("texts");
        let is_expected = |problem: &String| {
            worker.is_empty() && problem.starts_with("policy violation: worker-src blob")
        };
        assert!(problems.iter().all(is_expected), "{problems:?}");
        assert_eq!(problems.is_empty(), !worker.is_empty(), "{problems:?}");
        page.leave().await;
    }
}

/// The pages with forms, and what arrives where a form is sent, by the parts of the outcome.
const FORMS: [(&str, &[(&str, &str)]); 7] = [
    ("plain", &[("found", "headline"), ("numbers", "link")]),
    (
        "contact-form-7",
        &[("found", "headline"), ("numbers", "link")],
    ),
    ("tilda", &[("found", "headline"), ("numbers", "link")]),
    (
        "hubspot",
        &[
            ("0-1/calculator_found", "headline"),
            ("0-1/calculator_numbers", "link"),
        ],
    ),
    (
        "hubspot-legacy",
        &[
            ("calculator_found", "headline"),
            ("calculator_numbers", "link"),
        ],
    ),
    ("typeform", &[("found", "headline"), ("numbers", "link")]),
    (
        "calendly",
        &[
            ("a1", "headline"),
            ("a2", "link"),
            ("utm_content", "answer"),
        ],
    ),
];

/// Sends a page's form, or presses the call to action that has another page's form sent; answers with the outcome.
const SEND: &str = "
    const pressed = root.querySelector('.cta:not([hidden]) button');
    const form = document.querySelector('form');
    pressed?.click();
    const { detail } = raised.findLast(({ name }) => name === (pressed ? 'cta' : 'result'));
    if (form) {
        form.querySelector('[type=email]').value = 'somebody@example.com';
        form.requestSubmit();
    }
    return detail;";

async fn forms_get_what_was_found_out(page: &Page) {
    let server = Server::of("dist", &["--beside", PAGES]);
    for (name, fields) in FORMS {
        let (outcome, sent) = sent_from(page, &server, name).await;
        for (field, part) in fields {
            assert!(outcome[part].is_string(), "{part} of {outcome}");
            assert_eq!(sent[field], outcome[part], "{field} of {name}");
        }
    }
    let (outcome, sent) = sent_from(page, &server, "tag-manager").await;
    let pushed = sent["pushed"].as_str().expect("what was pushed");
    let pushed: Value = serde_json::from_str(pushed).expect("JSON");
    for part in ["headline", "link", "answer", "stage"] {
        assert!(outcome[part].is_string(), "{part} of {outcome}");
        for event in ["calculator_cta", "calculator_result"] {
            assert_eq!(pushed[event][part], outcome[part], "{part} of {event}");
        }
    }
}

/// What the element has found out on a page, and what arrives when the page's form is sent, by field.
async fn sent_from(page: &Page, server: &Server, name: &str) -> (Value, Value) {
    page.go_to(&format!("{}forms/{name}.html", server.address()))
        .await;
    // Also the form that comes late is there.
    page.wait_for(
        "window.raised?.some(({ name, detail }) => name === 'result' && detail.fixWinsIn !== null)",
    )
    .await;
    let outcome = page.run(SEND, vec![]).await;
    let arrived = "[location, document.querySelector('iframe')?.contentWindow.location]
        .find((place) => place?.pathname.endsWith('/sent.html'))";
    page.wait_for(arrived).await;
    let sent = format!("Object.fromEntries(new URLSearchParams({arrived}.search))");
    let sent = page.value(&sent).await;
    (outcome, sent)
}
