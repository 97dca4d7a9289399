//! How fast the page follows a slider: reported, never asserted.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::default_pair;
use pipeline_lever::model::View;
use pipeline_lever::runner::request;
use serde_json::json;

#[path = "../../benches/cases/mod.rs"]
mod cases;

use cases::{six_stages, twelve_stages};

use crate::driver::Engine;
use crate::figures::report;
use crate::page::{self, Page};
use crate::server::Server;

/// Moves one slider 200 times and returns the milliseconds from each move to its frame.
const MOVES: &str = "
    const [name, done] = arguments;
    const root = document.querySelector('#pipeline-lever').shadowRoot;
    const range = root.querySelector(`[data-field='${name}'] input[type=range]`);
    const [low, high] = [Number(range.min || 0), Number(range.max || 100)];
    const painted = () => new Promise((then) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(0);
    }));
    (async () => {
        const times = [];
        for (let move = 0; move < 200; move += 1) {
            await painted();
            range.value = low + (high - low) * (0.3 + 0.4 * ((move * 37) % 200) / 200);
            const start = performance.now();
            range.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            await painted();
            times.push(performance.now() - start);
        }
        done(times);
    })();
";

/// Times expected runs of a year of six stages, and returns the median of eleven times in microseconds a run.
const RUNS: &str = "
    const [limited, done] = arguments;
    const RUNS = 200;
    import('./in_browser.js').then(async (measured) => {
        await measured.default();
        const times = [];
        for (let round = 0; round < 11; round += 1) {
            const start = performance.now();
            measured.expected_runs(limited, RUNS);
            times.push((performance.now() - start) * 1000 / RUNS);
        }
        done(times.sort((left, right) => left - right)[5]);
    });
";

/// Has a worker of the page's play the trials of a request, twice, and returns the milliseconds of the second time.
const TRIALS: &str = "
    const [request, done] = arguments;
  (async () => {
    const link = document.querySelector('link[data-player]');
    const address = new URL(link.dataset.player, document.baseURI);
    const worker = new Worker(new URL('player.js', address), { type: 'module' });
    const module = await WebAssembly.compileStreaming(fetch(new URL('worker_bg.wasm', address)));
    worker.postMessage({ module });
    const play = (generation) => new Promise((then) => {
        const start = performance.now();
        worker.onmessage = ({ data: { report, played, wanted } }) => {
            if (report && played === wanted) then(performance.now() - start);
        };
        worker.postMessage({ generation, request });
    });
    await play(1);
    done(await play(2));
    worker.terminate();
  })();
";

#[test]
fn trials_in_chromium() {
    page::run(Engine::Chromium, trials);
}

async fn trials(page: &Page) {
    page.visit("").await;
    page.wait_for_trials(1000).await;
    for (name, document) in [
        (
            "12 months, 6 stages, one full, 400 leads a month",
            six_stages(400.0, true, 0.0),
        ),
        (
            "12 months, 6 stages, one full, 400,000 leads a month",
            six_stages(400_000.0, true, 0.0),
        ),
        (
            "60 months, 12 stages, three full, 20 channels of 1,000 leads",
            twelve_stages(1000.0),
        ),
    ] {
        let pair = default_pair(&mut Simulator::new(), &document);
        let request = request(&document, &View::default(), pair);
        let time = page
            .client()
            .execute_async(TRIALS, vec![json!(request)])
            .await;
        let time = time.expect("a time").as_f64().expect("a number");
        report(&format!(
            "1,000 trials, {name}, a worker in Chromium: {:.0} ms a run (three runs a comparison)",
            time / 3.0
        ));
    }
}

#[test]
fn a_slider_in_chromium() {
    page::run(Engine::Chromium, follows_a_slider);
}

#[test]
fn an_expected_run_in_chromium() {
    page::run(Engine::Chromium, runs);
}

async fn runs(page: &Page) {
    let server = Server::of("target/measured", &[]);
    page.client().goto(server.address()).await.expect("a page");
    for (limited, name) in [(false, "none full"), (true, "one of them full")] {
        let time = page
            .client()
            .execute_async(RUNS, vec![json!(limited)])
            .await;
        let time = time.expect("a time").as_f64().expect("a number");
        report(&format!(
            "expected run, 12 months, 6 stages, {name}, Chromium: {:.2} ms",
            time / 1000.0
        ));
    }
}

async fn follows_a_slider(page: &Page) {
    for (preset, field) in [
        ("a leaking pipeline", "stages[2].conversion"),
        ("the same, leads a month", "channels[0].leadsPerMonth"),
    ] {
        page.open("").await;
        page.wait_for_app().await;
        page.slow_down(4).await;
        let times = page.client().execute_async(MOVES, vec![json!(field)]).await;
        let times = times.expect("200 moves");
        let mut times: Vec<f64> = times
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(serde_json::Value::as_f64)
            .collect();
        assert_eq!(times.len(), 200);
        times.sort_by(f64::total_cmp);
        report(&format!(
            "slider to frame, processor slowed 4 times, {preset}: median {:.0} ms, 95th percentile {:.0} ms of 200 moves",
            times[100], times[190]
        ));
        page.slow_down(1).await;
    }
}
