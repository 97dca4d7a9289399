//! The page starts, under the content security policy and from a sub-folder.

use crate::page::Page;

in_every_engine!(starts_without_problems, starts_where_compiling_never_ends);

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
