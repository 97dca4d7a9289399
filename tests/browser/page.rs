//! The page under test, as a user and a developer would touch it. Whatever fails, panics with the reason.

use std::{fs, panic, time::Duration};

use fantoccini::{Client, Locator, elements::Element};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};

use crate::{
    axe, cdp,
    driver::{Browser, Engine},
    process::{LIMIT, LONGEST_PAUSE, PAUSE, target_folder, test_name},
    server::Server,
};

mod device;
mod hands;

/// The element that the app lives in; its open shadow root holds everything.
const HOST: &str = "#pipeline-lever";

/// No test may hang longer than this, whatever a driver does.
const TEST_LIMIT: Duration = Duration::from_secs(1200);

/// Runs the body of a test on a page of its own, and ends the browser whether it passes or not.
pub fn run(engine: Engine, body: impl AsyncFnOnce(&Page)) {
    if !engine.wanted() {
        println!("left out: BROWSERS does not name {}", engine.name());
        return;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let page = runtime.block_on(Page::start(engine));
    let outcome = panic::catch_unwind(panic::AssertUnwindSafe(|| {
        runtime.block_on(async {
            timeout(TEST_LIMIT, body(&page))
                .await
                .expect("the test ends in time")
        });
    }));
    runtime.block_on(async {
        if outcome.is_err() {
            let _ = timeout(
                LIMIT,
                page.take_screenshot(&format!("failed-{}", test_name())),
            )
            .await;
        }
        // A session that cannot be closed is ended with its driver.
        let _ = timeout(LIMIT, page.browser.client.clone().close()).await;
    });
    drop(page);
    if let Err(reason) = outcome {
        panic::resume_unwind(reason);
    }
}

pub struct Page {
    pub engine: Engine,
    pub server: Server,
    browser: Browser,
}

#[allow(
    dead_code,
    reason = "a tool box: not every tool is in use at every time"
)]
impl Page {
    async fn start(engine: Engine) -> Self {
        let page = Self {
            engine,
            server: Server::start(),
            browser: Browser::start(engine).await,
        };
        if engine == Engine::Chromium {
            // Without it, a page of a headless window is told nothing of its focus.
            let enabled = json!({ "enabled": true });
            page.cdp("Emulation.setFocusEmulationEnabled", enabled)
                .await;
        }
        page
    }

    /// What this type does not offer, the driver's client does.
    pub fn client(&self) -> &Client {
        &self.browser.client
    }

    /// Opens the page; `rest` is what follows its address, such as a fragment. Does not wait for the app.
    pub async fn open(&self, rest: &str) {
        let address = format!("{}{rest}", self.server.address());
        self.go_to(&address).await;
    }

    /// Opens any address. Does not wait for the app.
    pub async fn go_to(&self, address: &str) {
        self.client()
            .goto(address)
            .await
            .unwrap_or_else(|error| panic!("cannot open {address}: {error}"));
    }

    /// Has the page go to an address by itself, and waits until it has gone: not every driver takes a page for open whose
    /// script is held back.
    pub async fn send_to(&self, address: &str) {
        let args = vec![json!(address)];
        self.run("location = arguments[0];", args.clone()).await;
        let deadline = Instant::now() + LIMIT;
        let is_there = "return location.href === arguments[0];";
        // While one document takes the place of another, a script can be lost with the one that goes.
        while self.client().execute(is_there, args.clone()).await.ok() != Some(json!(true)) {
            assert!(
                Instant::now() < deadline,
                "waited {LIMIT:?} in vain for {address}"
            );
            sleep(PAUSE).await;
        }
    }

    /// Visits the page as if for the first time, and waits for the app: nothing is there that an earlier visit kept.
    pub async fn visit(&self, rest: &str) {
        self.leave().await;
        self.open(rest).await;
        self.wait_for_app().await;
    }

    /// Goes to an empty page.
    pub async fn leave(&self) {
        let left = self.client().goto("about:blank").await;
        left.expect("an empty page");
    }

    /// Runs a script; `root` in it is the shadow root, `arguments` are `args`.
    pub async fn run(&self, script: &str, args: Vec<Value>) -> Value {
        let script =
            format!("const root = document.querySelector('{HOST}')?.shadowRoot;\n{script}");
        self.client()
            .execute(&script, args)
            .await
            .unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    /// Runs a script that calls its last argument when it is done, and returns what it is called with.
    pub async fn run_until_done(&self, script: &str) -> Value {
        let done = self.client().execute_async(script, vec![]).await;
        done.unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    /// The value of an expression; `root` in it is the shadow root.
    pub async fn value(&self, expression: &str) -> Value {
        self.run(&format!("return {expression};"), vec![]).await
    }

    /// Waits until an expression is true; `root` in it is the shadow root, which may still be missing.
    pub async fn wait_for(&self, condition: &str) {
        let deadline = Instant::now() + LIMIT;
        let mut pause = PAUSE;
        while self.value(&format!("Boolean({condition})")).await != true {
            if Instant::now() >= deadline {
                let problems = self.value("window.observedProblems").await;
                let loaded = "performance.getEntriesByType('resource').map(({ name, duration }) => [name, duration])";
                let loaded = self.value(loaded).await;
                panic!(
                    "waited {LIMIT:?} in vain for {condition}; problems: {problems}; loaded: {loaded}"
                );
            }
            sleep(pause).await;
            // To look at the page keeps it from what is waited for.
            pause = LONGEST_PAUSE.min(pause * 3 / 2);
        }
    }

    /// Waits until the app has drawn the page, which may have been shown before as it was drawn when it was built.
    pub async fn wait_for_app(&self) {
        // Until it has taken the place of what was there before, it is drawn out of sight.
        self.wait_for(
            "root?.querySelector('div:not([aria-busy]) > div > .pl > [data-generation]')",
        )
        .await;
    }

    /// Waits until the browser has painted what was last changed.
    pub async fn wait_for_paint(&self) {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";
        self.client()
            .execute_async(script, vec![])
            .await
            .expect("two frames are painted");
    }

    /// The first element inside the shadow root that matches; waits for it.
    pub async fn find(&self, selector: &str) -> Element {
        self.wait_for(&format!("root?.querySelector({})", json!(selector)))
            .await;
        let host = self
            .client()
            .find(Locator::Css(HOST))
            .await
            .expect("the host element");
        let root = host.shadow_root().await.expect("its shadow root");
        root.find(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("no {selector}: {error}"))
    }

    /// How many elements inside the shadow root match.
    pub async fn count(&self, selector: &str) -> u64 {
        self.value(&format!(
            "root.querySelectorAll({}).length",
            json!(selector)
        ))
        .await
        .as_u64()
        .expect("a count")
    }

    /// The text inside the first element that matches, as it is rendered.
    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await;
        let text = self
            .value(&format!(
                "root.querySelector({}).innerText",
                json!(selector)
            ))
            .await;
        text.as_str().expect("text").trim().to_owned()
    }

    /// A property of the first element that matches, as text.
    pub async fn property(&self, selector: &str, name: &str) -> String {
        self.find(selector).await;
        let script = "return String(root.querySelector(arguments[0])[arguments[1]]);";
        let value = self.run(script, vec![json!(selector), json!(name)]).await;
        value.as_str().expect("text").to_owned()
    }

    /// What is focused: the tag name, and the accessible name as far as attributes and labels give it.
    pub async fn focused(&self) -> String {
        let script = "const field = root.activeElement ?? document.activeElement; \
                      const name = field.getAttribute('aria-label') ?? field.labels?.[0]?.innerText ?? field.innerText ?? ''; \
                      return `${field.localName} ${name.trim()}`;";
        self.run(script, vec![])
            .await
            .as_str()
            .expect("a name")
            .to_owned()
    }

    /// Writes `target/screenshots/NAME-ENGINE.png`.
    pub async fn screenshot(&self, name: &str) {
        self.take_screenshot(&format!("{name}-{}", self.engine.name()))
            .await;
    }

    async fn take_screenshot(&self, name: &str) {
        self.wait_for_paint().await;
        let image = self.client().screenshot().await.expect("a screenshot");
        fs::write(
            target_folder("screenshots").join(format!("{name}.png")),
            image,
        )
        .expect("a file for the screenshot");
    }

    /// Everything that went wrong on the page: uncaught errors, policy violations, files that do not load, errors
    /// written to the console. Empty when all is well.
    pub async fn problems(&self) -> Vec<String> {
        let faults = self.value("window.observedFaults").await;
        if faults != json!([]) {
            println!("the engine has stopped a program: {faults}");
        }
        let observed = self.value("window.observedProblems").await;
        let mut problems: Vec<String> =
            serde_json::from_value(observed).expect("a list of problems");
        if self.engine == Engine::Chromium {
            problems.extend(cdp::console_errors(self.client()).await);
        }
        problems.extend(
            self.server
                .requests()
                .into_iter()
                .filter(|request| !request.starts_with("GET 200 "))
                // Firefox may ask for this by itself, outside of the page's folder.
                .filter(|request| request != "GET 404 /favicon.ico"),
        );
        problems
    }

    /// Everything that the accessibility checker objects to.
    pub async fn accessibility_violations(&self) -> Vec<String> {
        // What stays in sight at the bottom is looked at where it stands: axe does not know that the page moves under it.
        let at_its_place = "
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('.way-back { position: static !important; }');
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];";
        self.run(at_its_place, vec![]).await;
        axe::violations(self.client()).await
    }
}
