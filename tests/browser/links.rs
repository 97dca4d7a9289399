//! The work is in links and in the browser's history, and nowhere else.

use pipeline_lever::i18n::Locale;

use crate::page::Page;
use crate::widget::{slider, text_box};

in_every_engine!(a_link_holds_everything, the_browser_keeps_the_work);

const NEGOTIATION: &str = "stages[2].conversion";

async fn a_link_holds_everything(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    let leads = page.fact("total.leads").await;
    page.set_range(&slider(NEGOTIATION), 617.0).await;
    page.paste_into(&text_box("deal.size"), "1,234.5").await;
    page.choose("objective", "profit").await;
    page.paste_into(&text_box("pair.to"), "7.3").await;
    page.paste_into(&text_box("pair.leadsTimes"), "123,456")
        .await;
    let more_leads = 12.0f64.mul_add(123_456.0, leads);
    page.wait_for_fact("total.leads.leads", more_leads, 1e-6)
        .await;
    page.wait_for_results().await;
    let facts = page.facts().await;

    let link = page.link().await;
    assert_eq!(page.value("location.href").await, link.as_str());
    let fragment = fragment_of(page, &link);
    page.visit(&fragment).await;
    page.speak("en").await;
    page.wait_for_results().await;
    page.still_says(&facts).await;
    assert_eq!(page.property("#objective", "value").await, "profit");
    assert_eq!(page.property(&text_box("pair.to"), "value").await, "7.3");
    assert_eq!(
        page.property(&text_box("pair.leadsTimes"), "value").await,
        "123,456"
    );
    assert_eq!(page.count("[data-fact=notice]").await, 0);

    // Once numbers change, the address must not name the old ones.
    page.paste_into(&text_box(NEGOTIATION), "2.5").await;
    page.wait_for("location.href.indexOf('#') < 0").await;

    // A link that is put into the address of a page that is there already.
    let script = "location.hash = arguments[0];";
    page.run(script, vec![fragment.as_str().into()]).await;
    page.wait_for_fact("total.leads.leads", more_leads, 1e-6)
        .await;
    page.wait_for_results().await;
    page.still_says(&facts).await;
    assert_eq!(page.problems().await, [""; 0]);

    for (damaged, newer) in [
        (fragment[..fragment.len() / 2].to_owned(), false),
        ("#s=1.no+base/64!".to_owned(), false),
        ("#s=1.e30".to_owned(), false),
        ("#s=".to_owned(), false),
        (fragment.replace("#s=1.", "#s=99."), true),
    ] {
        starts_after(page, &damaged, newer).await;
    }
    assert_eq!(page.problems().await, [""; 0]);
}

/// A link that cannot be opened gives a reason and a page that works.
async fn starts_after(page: &Page, damaged: &str, newer: bool) {
    page.visit(damaged).await;
    let language = page.property(".pl", "lang").await;
    let texts = &Locale::from_tag(&language)
        .expect("a language")
        .catalogue()
        .page;
    let reason = if newer {
        texts.newer_link
    } else {
        texts.broken_link
    };
    let notice = page.text("[role=alert] [data-fact=notice]").await;
    assert!(notice.starts_with(reason), "{damaged}: {notice}");
    page.wait_for_fact("won.baseline", 3000.0, 0.01).await;

    page.paste_into(&text_box(NEGOTIATION), "4").await;
    page.wait_for_fact("won.baseline", 6000.0, 0.01).await;
    page.click("[data-action=close-notice]").await;
    page.wait_for("!root.querySelector('[data-fact=notice]')")
        .await;
}

async fn the_browser_keeps_the_work(page: &Page) {
    page.visit("").await;
    page.speak("tr").await;
    page.choose("objective", "cash").await;
    page.paste_into(&text_box(NEGOTIATION), "3,7").await;
    page.wait_for_fact("won.baseline", 5550.0, 0.01).await;
    page.speak("lt").await;
    page.wait_for_results().await;
    let facts = page.facts().await;
    page.wait_for("history.state?.pipelineLever?.startsWith('lt ')")
        .await;

    page.client().refresh().await.expect("a reload");
    is_kept(page, &facts).await;
    page.leave().await;
    page.client().back().await.expect("the way back");
    is_kept(page, &facts).await;

    // What was changed after a link was opened counts more than the link.
    let link = page.link().await;
    page.visit(&fragment_of(page, &link)).await;
    page.paste_into(&text_box(NEGOTIATION), "4").await;
    page.wait_for_fact("won.baseline", 6000.0, 0.01).await;
    page.speak("ru").await;
    page.wait_for("history.state?.pipelineLever?.startsWith('ru ')")
        .await;
    page.client().refresh().await.expect("a reload");
    page.wait_for_app().await;
    page.wait_for_fact("won.baseline", 6000.0, 0.01).await;
    assert_eq!(page.property(&text_box(NEGOTIATION), "value").await, "4");

    // Nothing is lost to a reload that follows a change at once.
    let script = "window.isOld = true;
        const range = root.querySelector(arguments[0]);
        range.value = 617;
        range.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        range.dispatchEvent(new Event('change', { bubbles: true }));
        const box = root.querySelector(arguments[1]);
        const leave = () => {
            if (box.value === '4') return setTimeout(leave);
            window.name = box.value;
            location.reload();
        };
        setTimeout(leave);";
    let places = [slider(NEGOTIATION), text_box(NEGOTIATION)];
    let places = places.map(|place| serde_json::json!(place)).into();
    page.run(script, places).await;
    page.wait_for("!window.isOld && root?.textContent.trim()")
        .await;
    let moved = page.property(&text_box(NEGOTIATION), "value").await;
    assert_eq!(page.value("window.name").await, moved.as_str());
    assert_ne!(moved, "4");

    // A first visit finds nothing of all this.
    page.visit("").await;
    page.wait_for_fact("won.baseline", 3000.0, 0.01).await;
    assert_eq!(
        page.value("[localStorage.length, sessionStorage.length, document.cookie]")
            .await,
        serde_json::json!([0, 0, ""])
    );
    assert_eq!(page.problems().await, [""; 0]);
}

/// Numbers, objective and language are those that were left.
async fn is_kept(page: &Page, facts: &std::collections::BTreeMap<String, String>) {
    page.wait_for_app().await;
    page.wait_for_results().await;
    page.still_says(facts).await;
    assert_eq!(page.property(".pl", "lang").await, "lt");
    assert_eq!(page.property("#objective", "value").await, "cash");
    assert_eq!(page.property(&text_box(NEGOTIATION), "value").await, "3,7");
}

/// What of a link follows the page's address.
fn fragment_of(page: &Page, link: &str) -> String {
    let fragment = link.strip_prefix(page.server.address());
    let fragment = fragment.unwrap_or_else(|| panic!("{link} is not of this page"));
    assert!(fragment.starts_with("#s=1."), "{fragment}");
    fragment.to_owned()
}
