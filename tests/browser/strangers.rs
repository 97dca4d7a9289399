//! What strangers set on `<pipeline-lever>`: any text as any attribute, anything as its value, before it starts and
//! after. Nothing is thrown, no other address than https:, mailto: and tel: becomes a link, nothing becomes HTML, and the
//! calculator goes on. (`scripts/strangers.mjs` and `tests/strangers/` put in millions, without a browser.)

use serde_json::{Value, json};

use crate::page::Page;
use crate::server::Server;

in_every_engine!(whatever_is_set_is_refused_or_understood);

const SET: &str = r#"
    const NAMES = ["lang", "theme", "state", "density", "persist", "readonly", "cta-url", "cta-label", "cta-target", "hide", "mode", "loading", "preset", "currency"];
    const PIECES = ["https://example.com/?a=", "mailto:a@example.com", "tel:1", "javascript:alert(1)", "JaVa\tScRiPt:alert(1)//", "data:text/html,<script>",
        "{link}", "{headline}", "{inputs}", "{constructor}", "{__proto__}", "constructor", "toString", "__proto__", "auto", "lazy", "dark", "light", "full", "compact", "result",
        "<img src=x>", "<script>", "\"'>", "\0", "\n", " ", "\ud800", "en", "ka-GE", "lt", "1.", "e30", "1.eyJ2IjoxfQ", "EUR", "firm", "bar", "a".repeat(50000)];
    const VALUES = [null, undefined, 7, "text", [], {}, { document: null }, { document: { months: 1e9 } }, { document: { stages: [{}] } }, { document: { stages: "__proto__" }, view: 5 }];
    const SCHEMES = ["https:", "mailto:", "tel:"];
    let seed = 7;
    const below = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
    const oneOf = (list) => list[below(list.length)];
    const text = () => Array.from({ length: below(4) }, () => oneOf(PIECES)).join("");
    const wrong = [];
    const look = ({ shadowRoot }) => {
        const link = shadowRoot.querySelector(".cta a");
        if (link && !SCHEMES.includes(link.protocol)) wrong.push(link.href);
        if (shadowRoot.querySelector(".cta :not(a, button)")) wrong.push(shadowRoot.querySelector(".cta").innerHTML);
    };
    const elements = [document.getElementById("pipeline-lever")];
    for (const loading of ["constructor", "__proto__", "toString", ""]) {
        const element = document.createElement("pipeline-lever");
        element.setAttribute("loading", loading);
        element.setAttribute("theme", loading);
        element.value = oneOf(VALUES);
        for (const name of NAMES.slice(2, 11)) element.setAttribute(name, text());
        document.getElementById("there").append(element);
        elements.push(element);
    }
    for (let times = 0; times < 1500; times += 1) {
        const element = oneOf(elements);
        if (below(10)) element.setAttribute(oneOf(NAMES), text());
        else element.value = oneOf(VALUES);
        look(element);
    }
    window.begun = new Set();
    for (const element of elements) element.ready.then((ready) => begun.add(ready));
    return wrong;"#;

async fn whatever_is_set_is_refused_or_understood(page: &Page) {
    let pages = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/hosts");
    let server = Server::of("dist", &["--beside", pages]);
    page.go_to(&format!("{}mounts.html?comes-when-near", server.address()))
        .await;
    page.wait_for_app().await;
    let wrong = page.run(SET, vec![]).await;
    assert_eq!(wrong, json!([]));
    // All start, whatever they were told, once they are near, and the first one has its own numbers again when it is
    // asked to.
    for place in 0..5 {
        let element = format!("document.querySelectorAll('pipeline-lever')[{place}]");
        // Those over it grow meanwhile, so that it may move away.
        page.wait_for(&format!(
            "({element}.scrollIntoView(), begun.has({element}))"
        ))
        .await;
    }
    page.run(
        "const element = document.getElementById('pipeline-lever');
        for (const name of element.getAttributeNames()) if (name !== 'id') element.removeAttribute(name);
        element.lang = 'tr';
        element.reset();",
        vec![],
    )
    .await;
    page.wait_for("root.querySelector('.pl').lang === 'tr'")
        .await;
    page.wait_for_trials(1000).await;
    let problems: Vec<Value> =
        serde_json::from_value(page.value("window.observedProblems").await).expect("problems");
    assert!(problems.is_empty(), "{problems:?}");
}
