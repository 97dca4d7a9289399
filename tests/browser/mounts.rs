//! `<pipeline-lever>` put into a page and taken out again, many times: nothing is left behind. `make test` does it
//! a few times, `make soak` five hundred times: `MOUNTS=500`.

use std::env;
use std::time::Instant;

use serde_json::{Value, json};

use crate::cdp;
use crate::driver::Engine;
use crate::figures;
use crate::page::Page;
use crate::server::Server;

in_every_engine!(taken_out_and_put_in_it_leaves_nothing_behind);

/// After so many, everything that is had once for all is there.
const FIRST: u64 = 20;
/// So many are put in and taken out in one go, for the driver to hear of it.
const AT_ONCE: u64 = 20;

/// Puts elements in one after another, has each play its trials and find out everything, and takes it out again.
const CYCLES: &str = "
    const times = arguments[0];
    const done = arguments[1];
    (async () => {
        for (let time = 0; time < times; time += 1) {
            const element = document.createElement('pipeline-lever');
            element.setAttribute('loading', 'eager');
            const found = new Promise((resolve) => {
                element.addEventListener('pipeline-lever-result', ({ detail }) => detail.trials === 1000 && resolve());
                element.addEventListener('pipeline-lever-error', resolve);
            });
            document.getElementById('there').append(element);
            await found;
            while (!element.shadowRoot.querySelector('[data-found], .failure:not([hidden])')) await new Promise(requestAnimationFrame);
            element.remove();
            await new Promise((ended) => setTimeout(ended));
        }
    })().then(() => done());";

/// What a page holds.
#[derive(Debug)]
struct Held {
    nodes: u64,
    listeners: u64,
    /// Bytes of scripts.
    heap: u64,
    /// Bytes of WebAssembly.
    memory: u64,
}

async fn taken_out_and_put_in_it_leaves_nothing_behind(page: &Page) {
    let pages = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/hosts");
    let server = Server::of("dist", &["--beside", pages]);
    page.go_to(&format!("{}mounts.html", server.address()))
        .await;
    page.wait_for_app().await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    let mounts = env::var("MOUNTS").ok().and_then(|text| text.parse().ok());
    let mounts = mounts.unwrap_or(3 * FIRST);
    let began = Instant::now();
    put_in_and_take_out(page, FIRST).await;
    let before = held(page).await;
    // Where nothing can be counted, more tell no more.
    if before.is_some() {
        put_in_and_take_out(page, mounts - FIRST).await;
    }
    let after = held(page).await;
    assert_eq!(page.value("window.observedProblems").await, json!([]));
    // The one that has stayed goes on.
    page.wait_for_trials(1000).await;
    let (Some(before), Some(after)) = (before, after) else {
        return;
    };
    figures::report(&format!(
        "{mounts} mounts and unmounts, each with its trials played, in {:.0} s: from the {FIRST}th to the last {before:?}, {after:?}",
        began.elapsed().as_secs_f64()
    ));
    assert!(after.nodes <= before.nodes + 50, "nodes");
    assert!(after.listeners <= before.listeners + 20, "listeners");
    assert!(after.heap <= before.heap + (1 << 20), "bytes of scripts");
    assert!(
        after.memory <= before.memory + (1 << 20),
        "bytes of WebAssembly"
    );
}

async fn put_in_and_take_out(page: &Page, mut times: u64) {
    while times > 0 {
        let now = times.min(AT_ONCE);
        let done = page.client().execute_async(CYCLES, vec![json!(now)]).await;
        done.expect("elements are put in and taken out");
        times -= now;
    }
}

/// What the page holds, with all that nobody holds thrown away; only Chromium can be asked.
async fn held(page: &Page) -> Option<Held> {
    if page.engine != Engine::Chromium {
        return None;
    }
    page.run("performance.clearResourceTimings();", vec![])
        .await;
    for _ in 0..3 {
        cdp::send(page.client(), "HeapProfiler.collectGarbage", json!({})).await;
    }
    let counters = cdp::send(page.client(), "Memory.getDOMCounters", json!({})).await;
    let usage = cdp::send(page.client(), "Runtime.getHeapUsage", json!({})).await;
    let count = |of: &Value, name: &str| {
        let count = of[name]
            .as_f64()
            .unwrap_or_else(|| panic!("{name} in {of}"));
        count as u64
    };
    Some(Held {
        nodes: count(&counters, "nodes"),
        listeners: count(&counters, "jsEventListeners"),
        heap: count(&usage, "usedSize"),
        memory: memory_of_programs(page).await,
    })
}

/// The bytes of all memories of WebAssembly that the page has.
async fn memory_of_programs(page: &Page) -> u64 {
    let prototype = json!({ "expression": "WebAssembly.Memory.prototype" });
    let prototype = cdp::send(page.client(), "Runtime.evaluate", prototype).await;
    let all = json!({ "prototypeObjectId": prototype["result"]["objectId"] });
    let all = cdp::send(page.client(), "Runtime.queryObjects", all).await;
    let sum = json!({
        "objectId": all["objects"]["objectId"],
        "functionDeclaration": "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
        "returnByValue": true,
    });
    let sum = cdp::send(page.client(), "Runtime.callFunctionOn", sum).await;
    let sum = sum["result"]["value"].as_u64();
    sum.expect("a number of bytes")
}
