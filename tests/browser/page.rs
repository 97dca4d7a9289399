//! The page under test, as a user and a developer would touch it. Whatever fails, panics with the reason.

use std::{fs, panic, time::Duration};

use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    key::Key,
};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};

use crate::{
    axe, cdp,
    driver::{Browser, Engine},
    process::{LIMIT, PAUSE, target_folder, test_name},
    server::Server,
};

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

/// Scrolls the first element that matches into sight, answers with its middle, and lets only it be pressed until
/// `clickHasHit` says whether it was.
const AIM: &str = "
    const target = root.querySelector(arguments[0]);
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = target.getBoundingClientRect();
    const middle = [Math.floor(x + width / 2), Math.floor(y + height / 2)];
    const top = root.elementFromPoint(...middle);
    if (!target.contains(top)) return `${arguments[0]} lies under ${top?.outerHTML}`;
    const KINDS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    const was = { pressed: false, clicked: false };
    const watch = (event) => {
        // A label passes its click on.
        if (was.clicked) return;
        const hits = event.composedPath().includes(target);
        if (event.type === 'pointerdown') was.pressed = hits;
        if (event.type === 'click' && hits) was.clicked = was.pressed;
        if (was.pressed && hits) return;
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    KINDS.forEach((kind) => window.addEventListener(kind, watch, { capture: true }));
    window.clickHasHit = () => {
        KINDS.forEach((kind) => window.removeEventListener(kind, watch, { capture: true }));
        return was.clicked;
    };
    return middle;";

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
        while self.value(&format!("Boolean({condition})")).await != true {
            if Instant::now() >= deadline {
                let problems = self.value("window.observedProblems").await;
                let loaded = "performance.getEntriesByType('resource').map(({ name, duration }) => [name, duration])";
                let loaded = self.value(loaded).await;
                panic!(
                    "waited {LIMIT:?} in vain for {condition}; problems: {problems}; loaded: {loaded}"
                );
            }
            sleep(PAUSE).await;
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

    /// Clicks the middle of the first element that matches, as a mouse would: nothing may lie over it.
    /// (WebKit's own click command takes every form field inside a shadow root for covered.)
    /// What moves away under the mouse is gone after, as a hand would: a press that misses it is kept from all others.
    pub async fn click(&self, selector: &str) {
        let deadline = Instant::now() + LIMIT;
        loop {
            self.find(selector).await;
            let middle = self.run(AIM, vec![json!(selector)]).await;
            let (Some(x), Some(y)) = (middle[0].as_f64(), middle[1].as_f64()) else {
                panic!("cannot click: {middle}")
            };
            self.press_mouse(x, y).await;
            if self.value("window.clickHasHit?.() ?? true").await == true {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{selector} moves on and on, {middle} was no longer it"
            );
        }
    }

    async fn press_mouse(&self, x: f64, y: f64) {
        let to = PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let press = PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        };
        let release = PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        };
        let actions = MouseActions::new("mouse".into())
            .then(to)
            .then(press)
            .then(release);
        self.client()
            .perform_actions(actions)
            .await
            .expect("the mouse clicks");
    }

    /// Replaces what a field holds by typing, key by key.
    pub async fn type_into(&self, selector: &str, text: &str) {
        self.find(selector).await;
        let script =
            "const field = root.querySelector(arguments[0]); field.focus(); field.select();";
        self.run(script, vec![json!(selector)]).await;
        self.type_keys(text).await;
    }

    /// Types where the focus is, key by key.
    pub async fn type_keys(&self, text: &str) {
        self.press_all(text.chars()).await;
    }

    /// Replaces what a field holds at once, as pasting does, and stays in the field.
    pub async fn paste_into(&self, selector: &str, text: &str) {
        self.find(selector).await;
        let script = "const field = root.querySelector(arguments[0]); field.focus(); field.value = arguments[1]; \
                      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.run(script, vec![json!(selector), json!(text)]).await;
    }

    /// Leaves the field that has the focus, whose text was pasted: the browser would notice by itself that typed
    /// text has changed.
    pub async fn leave_field(&self) {
        let script = "const field = root.activeElement; \
                      field.dispatchEvent(new Event('change', { bubbles: true })); field.blur();";
        self.run(script, vec![]).await;
    }

    /// Presses a key while others are held, wherever the focus is.
    pub async fn press_with(&self, held: &[Key], key: impl Into<char>) {
        let key = key.into();
        let down = held
            .iter()
            .map(|&key| KeyAction::Down { value: key.into() });
        let once = [KeyAction::Down { value: key }, KeyAction::Up { value: key }];
        let up = held.iter().map(|&key| KeyAction::Up { value: key.into() });
        let actions = down
            .chain(once)
            .chain(up)
            .fold(KeyActions::new("keyboard".into()), KeyActions::then);
        let pressed = self.client().perform_actions(actions).await;
        pressed.expect("the keys are pressed");
    }

    /// Presses keys one after the other, wherever the focus is.
    pub async fn press(&self, keys: &[Key]) {
        self.press_all(keys.iter().map(|&key| key.into())).await;
    }

    async fn press_all(&self, keys: impl Iterator<Item = char>) {
        let both = |value: char| [KeyAction::Down { value }, KeyAction::Up { value }];
        let actions = keys
            .flat_map(both)
            .fold(KeyActions::new("keyboard".into()), KeyActions::then);
        self.client()
            .perform_actions(actions)
            .await
            .expect("the keys are pressed");
    }

    /// Moves a slider: sets its value and tells the app, as dragging would.
    pub async fn set_range(&self, selector: &str, value: f64) {
        self.find(selector).await;
        let script = "const range = root.querySelector(arguments[0]); range.value = arguments[1]; \
                      range.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.run(script, vec![json!(selector), json!(value)]).await;
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

    /// Gives the page this size: exactly in Chromium; in the others down to what their window allows (Firefox 500,
    /// WebKit 334 wide). Answers with the size that the page really has.
    pub async fn set_viewport(&self, width: u32, height: u32) -> (u32, u32) {
        if self.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            cdp::send(self.client(), "Emulation.setDeviceMetricsOverride", size).await;
        } else {
            // The first time shows how much the window itself takes.
            self.client()
                .set_window_rect(0, 0, width, height)
                .await
                .expect("a window of that size");
            let (inner_width, inner_height) = self.viewport().await;
            let rest = |outer: u32, inner: u32| outer + outer.saturating_sub(inner);
            let (outer_width, outer_height) =
                (rest(width, inner_width), rest(height, inner_height));
            self.client()
                .set_window_rect(0, 0, outer_width, outer_height)
                .await
                .expect("a window of that size");
        }
        self.viewport().await
    }

    /// The size of the page as it sees it itself.
    pub async fn viewport(&self) -> (u32, u32) {
        let size = self.value("[innerWidth, innerHeight]").await;
        serde_json::from_value(size).expect("two numbers")
    }

    /// Tells the page that the user prefers dark colours, or light ones (Chromium only).
    pub async fn prefer_dark(&self, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        self.emulate_media("prefers-color-scheme", scheme).await;
    }

    /// Answers a media feature with a value, until the next such call (Chromium only).
    pub async fn emulate_media(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.cdp("Emulation.setEmulatedMedia", features).await;
    }

    /// Shows the page as it is printed, or on the screen again (Chromium only).
    pub async fn show_as_printed(&self, printed: bool) {
        let media = json!({ "media": if printed { "print" } else { "" } });
        self.cdp("Emulation.setEmulatedMedia", media).await;
    }

    /// Makes the pointer a finger, or a mouse again (Chromium only).
    pub async fn touch(&self, enabled: bool) {
        let touch = json!({ "enabled": enabled, "maxTouchPoints": 1 });
        self.cdp("Emulation.setTouchEmulationEnabled", touch).await;
        let configuration = if enabled { "mobile" } else { "desktop" };
        let mouse = json!({ "enabled": enabled, "configuration": configuration });
        self.cdp("Emulation.setEmitTouchEventsForMouse", mouse)
            .await;
    }

    /// Makes the browser say that its user speaks this language (Chromium only).
    pub async fn prefer_language(&self, tag: &str) {
        let agent = self.value("navigator.userAgent").await;
        let language = json!({ "userAgent": agent, "acceptLanguage": tag });
        self.cdp("Emulation.setUserAgentOverride", language).await;
    }

    /// Slows the processor down by this factor (Chromium only).
    pub async fn slow_down(&self, factor: u32) {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": factor }))
            .await;
    }

    async fn cdp(&self, command: &str, params: Value) {
        assert_eq!(
            self.engine,
            Engine::Chromium,
            "{command} is known to Chromium only"
        );
        cdp::send(self.client(), command, params).await;
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
