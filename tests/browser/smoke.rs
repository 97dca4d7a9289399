//! The page starts, under the content security policy and from a sub-folder.

use crate::page::Page;

in_every_engine!(
    starts_without_problems,
    starts_where_compiling_never_ends,
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

/// A worker or an explorer whose program has stopped for good is replaced, and tells what the first one would have.
async fn what_has_stopped_begins_anew(page: &Page) {
    page.open("?first-worker-stops").await;
    page.wait_for_app().await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    let facts = page.facts().await;

    // As the browser tells of a program that has stopped; what it has drawn is of no use any more.
    let script = "const { href } = new URL(document.querySelector('link[data-explorer]').dataset.explorer, document.baseURI);
        root.querySelector('.explorer').dataset.found = 'nothing';
        const error = Object.assign(new Error('stopped'), { stack: `somewhere@${href}:1:1` });
        window.dispatchEvent(new ErrorEvent('error', { error }));";
    page.run(script, vec![]).await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    assert_eq!(page.facts().await, facts);
    page.choose("view.trials", "100").await;
    page.wait_for_trials(100).await;
    assert_eq!(page.count(".explorer").await, 1);
}
