//! Who wants the calculator on a page of their own gets the code for it, and sees what it will look like.

use pipeline_lever::i18n::Locale;
use serde_json::json;

use crate::page::Page;
use crate::server::Server;
use crate::widget::text_box;

in_every_engine!(the_code_is_that_of_what_is_wanted);

const STAGE: &str = "stages[1].conversion";
const CODE: &str = "root.querySelector('#embedding-code')?.value";
/// The element in the frame that shows what it will look like.
const SHOWN: &str =
    "root.querySelector('.preview')?.contentDocument?.querySelector('pipeline-lever')";

async fn the_code_is_that_of_what_is_wanted(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.start_from("firm").await;
    page.wait_for_findings().await;
    page.click("[data-action=embedding]").await;
    // An example has a name.
    page.wait_for(&format!(
        "{CODE}?.includes('<pipeline-lever preset=\"firm\">')"
    ))
    .await;
    // Its amounts stay what they are in another language, and the link beside it leads to its numbers too.
    page.choose("embedding.language", "lt").await;
    let named = "<pipeline-lever lang=\"lt\" preset=\"firm\" currency=\"USD\">";
    page.wait_for(&format!(
        "{CODE}.includes({}) && {CODE}.includes('/?lang=lt#s=')",
        json!(named)
    ))
    .await;
    page.choose("embedding.language", "-").await;
    page.paste_into(&text_box(STAGE), "5").await;
    page.leave_field().await;
    let address = page.server.address().to_owned();
    let script = format!(
        "<script type=\"module\" src=\"{address}pipeline-lever.js\"></script>\n<pipeline-lever state=\""
    );
    page.wait_for(&format!("{CODE}?.startsWith({})", json!(script)))
        .await;

    // It already shows with the present numbers, in the language of the page around it. (Out of sight, a frame may stand
    // still.)
    let scroll = "root.querySelector('.preview').scrollIntoView();";
    page.run(scroll, vec![]).await;
    let shows = |part: &str| format!("{SHOWN}?.shadowRoot?.querySelector({})", json!(part));
    let first = shows(&text_box(STAGE));
    page.wait_for(&format!("{first}?.value === '5'")).await;

    assert_eq!(page.accessibility_violations().await, [""; 0]);

    // What is chosen is in the code and shows.
    page.choose("embedding.language", "lt").await;
    page.choose("embedding.mode", "result").await;
    page.choose("embedding.theme", "dark").await;
    page.paste_into(&text_box("embedding.label"), "Book \"now\"")
        .await;
    page.click("[data-part=privacy]").await;
    page.run(scroll, vec![]).await;
    for part in [
        "lang=\"lt\"",
        "mode=\"result\"",
        "theme=\"dark\"",
        "hide=\"privacy\"",
        "cta-label=\"Book &quot;now&quot;\"",
    ] {
        page.wait_for(&format!("{CODE}.includes({})", json!(part)))
            .await;
    }
    let question = Locale::Lt.catalogue().page.question;
    let asked = shows(".question");
    page.wait_for(&format!("{asked}?.textContent === {}", json!(question)))
        .await;
    let action = format!("{}?.textContent", shows(".cta button"));
    page.wait_for(&format!("{action} === 'Book \"now\"'")).await;
    let privacy = format!("getComputedStyle({}).display === 'none'", shows("footer"));
    page.wait_for(&privacy).await;

    // An address that may not be opened is said to be none, and is left out.
    page.paste_into(&text_box("embedding.action"), "javascript:alert(1)")
        .await;
    let message = "root.querySelector(\"[data-field='embedding.action'] .message\").textContent";
    let problem = Locale::En.explorer().embedding.action_problem;
    page.wait_for(&format!("{message} === {}", json!(problem)))
        .await;
    let code = page.value(CODE).await;
    assert!(!code.as_str().expect("the code").contains("javascript"));
    page.paste_into(
        &text_box("embedding.action"),
        "https://example.com/?n={link}",
    )
    .await;
    page.wait_for(&format!("{message} === ''")).await;

    // A site's plugin has its own way, and a frame takes less.
    page.choose("embedding.destination", "wordpress").await;
    let shortcode = format!("{CODE}.startsWith('[pipeline_lever lang=\"lt\" state=\"')");
    page.wait_for(&shortcode).await;
    page.choose("embedding.destination", "frame").await;
    page.wait_for(&format!("{CODE}.startsWith('<iframe data-pipeline-lever')"))
        .await;
    assert_eq!(page.count("[data-field='embedding.mode']").await, 0);
    assert_eq!(page.problems().await, [""; 0]);

    // The code does what it says on a page that has nothing else.
    page.choose("embedding.destination", "html").await;
    page.choose("embedding.mode", "full").await;
    page.wait_for(&format!("{CODE}.startsWith('<script')"))
        .await;
    let code = page.value(CODE).await;
    // Under the strict policy, a page has only scripts of its own server.
    let code = code.as_str().expect("the code").replace(&address, "./");
    let server = Server::altered(move |name, _| {
        (name == "index.html").then(|| ["<!DOCTYPE html><title>A page</title>", &code].concat())
    });
    page.go_to(server.address()).await;
    let there = "document.querySelector('pipeline-lever').shadowRoot";
    let typed = format!("{there}.querySelector({})?.value", json!(text_box(STAGE)));
    page.wait_for(&format!("{typed} === '5'")).await;
    assert_eq!(
        page.value(&format!("{there}.querySelector('.question').textContent"))
            .await,
        question
    );
}
