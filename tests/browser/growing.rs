//! `<pipeline-lever>` grows while what can be explored comes, and nothing moves that the visitor looks at: neither for who
//! is at its upper edge nor for who has gone on to what is under it.

use serde_json::json;

use crate::contract::{ELEMENT, server};
use crate::driver::Engine;
use crate::page::Page;

in_every_engine!(
    what_is_under_it_stays_in_sight,
    what_is_under_it_stays_in_sight_in_a_part_that_scrolls,
    what_is_over_it_stays_in_sight,
);

/// Puts the element and what is after it into a part of the page that scrolls by itself.
const INTO_A_BOX: &str = "
    const box = document.createElement('div');
    box.style.cssText = 'height: 500px; overflow: auto; margin-top: 100px';
    document.body.append(box);
    box.append(...document.querySelectorAll('pipeline-lever, #after'));";

/// Opens the page with what is explored held back, and waits for the place that is kept for it.
async fn open_held(page: &Page, address: &str) {
    page.leave().await;
    page.send_to(&format!("{address}contract.html?comes-when-near"))
        .await;
    page.wait_for_app().await;
    page.wait_for(&format!("{ELEMENT}.offsetHeight > 1.5 * innerHeight"))
        .await;
}

/// Scrolls as far as `top` says, lets what is explored come, and answers with all the heights on the screen at which an
/// element has been until then, frame by frame.
async fn heights_while_it_comes(
    page: &Page,
    scroller: &str,
    looked_at: &str,
    top: &str,
) -> Vec<i64> {
    let go = format!(
        "const scroller = {scroller};
        scroller.scrollTop = {top};
        const looked = {looked_at};
        window.heights = new Set();
        const note = () => {{
            heights.add(Math.round(looked.getBoundingClientRect().top));
            requestAnimationFrame(note);
        }};
        requestAnimationFrame(note);"
    );
    page.run(&go, vec![]).await;
    page.wait_for_paint().await;
    page.run_until_done("const done = arguments[0]; fetch('__release').then(() => done());")
        .await;
    page.find(".way-back").await;
    page.wait_for_findings().await;
    page.wait_for_paint().await;
    let heights = page.value("[...heights]").await;
    serde_json::from_value(heights).expect("heights")
}

/// Browsers round where they have scrolled to.
fn is_still(heights: &[i64]) -> bool {
    heights
        .iter()
        .all(|height| (height - heights[0]).abs() <= 2)
}

async fn what_is_under_it_stays_in_sight(page: &Page) {
    goes_to_the_end(page, "", "document.scrollingElement").await;
    if page.engine == Engine::Chromium {
        assert_eq!(page.value("shifts").await, json!([]));
    }
}

async fn what_is_under_it_stays_in_sight_in_a_part_that_scrolls(page: &Page) {
    goes_to_the_end(
        page,
        INTO_A_BOX,
        "document.getElementById('after').parentElement",
    )
    .await;
}

async fn goes_to_the_end(page: &Page, arrange: &str, scroller: &str) {
    let server = server(&["--hold", "explorer_bg.wasm"]);
    open_held(page, server.address()).await;
    page.run(arrange, vec![]).await;
    page.wait_for_app().await;
    let after = "document.getElementById('after')";
    let heights = heights_while_it_comes(page, scroller, after, "scroller.scrollHeight").await;
    // In WebKit, which scrolls in a process of its own, one of some sixty runs lost a step of it.
    if page.engine != Engine::WebKit {
        assert!(is_still(&heights), "{heights:?}");
    }
    let grown = format!("{scroller}.scrollHeight > 5 * innerHeight");
    assert_eq!(page.value(&grown).await, true);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn what_is_over_it_stays_in_sight(page: &Page) {
    let server = server(&["--hold", "explorer_bg.wasm"]);
    open_held(page, server.address()).await;
    let heights = heights_while_it_comes(
        page,
        "document.scrollingElement",
        "root.querySelector('.headline')",
        "200",
    )
    .await;
    assert!(is_still(&heights), "{heights:?}");
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}
