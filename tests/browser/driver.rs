//! Starts a browser under its driver, with the flags that each needs to run unattended.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Command,
};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::process::{Output, Process, Scratch, read_line, wait_for};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether `BROWSERS` names it; all are wanted by default.
    pub fn wanted(self) -> bool {
        std::env::var("BROWSERS").map_or(true, |names| {
            names.split_whitespace().any(|name| name == self.name())
        })
    }
}

/// A browser with its driver. The fields are dropped in this order.
pub struct Browser {
    pub client: Client,
    _driver: Process,
    _display: Option<Process>,
    _profile: Scratch,
}

impl Browser {
    pub async fn start(engine: Engine) -> Self {
        let profile = Scratch::new();
        let port = free_port();
        let display = (engine == Engine::WebKit).then(start_display);
        let mut command = match engine {
            Engine::Chromium => chromedriver(port),
            Engine::Firefox => geckodriver(port, profile.path()),
            Engine::WebKit => webkit_driver(port, display.as_ref().map_or("", |(_, name)| name)),
        };
        // Settings and caches of the person who runs the tests stay out of them, and untouched.
        command
            .env("HOME", profile.path())
            .env("XDG_CACHE_HOME", profile.path())
            .env("XDG_CONFIG_HOME", profile.path());
        let (driver, _) = Process::start(engine.name(), &command, Output::Log);
        wait_for("the driver", || {
            TcpStream::connect(("127.0.0.1", port)).ok()
        });

        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(engine, profile.path()))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|error| panic!("{} does not start: {error}", engine.name()));
        Self {
            client,
            _driver: driver,
            _display: display.map(|(process, _)| process),
            _profile: profile,
        }
    }
}

fn chromedriver(port: u16) -> Command {
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={port}"));
    command
}

fn geckodriver(port: u16, profile: &Path) -> Command {
    let mut command =
        Command::new(std::env::var_os("GECKODRIVER").unwrap_or_else(|| "geckodriver".into()));
    // Without a port of its own for it, two drivers at once would share one websocket.
    command.args([
        "--host",
        "127.0.0.1",
        "--port",
        &port.to_string(),
        "--websocket-port",
        &free_port().to_string(),
    ]);
    command.arg("--profile-root").arg(profile);
    command
}

fn webkit_driver(port: u16, display: &str) -> Command {
    let mut command = Command::new("WebKitWebDriver");
    command.args(["--host=127.0.0.1", &format!("--port={port}")]);
    command.env("DISPLAY", display);
    command
}

/// WebKit's browser cannot do without a display; this one is kept in memory. Gives its name as well.
fn start_display() -> (Process, String) {
    let mut command = Command::new("Xvfb");
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1920x1200x24",
        "-nolisten",
        "tcp",
    ]);
    let (process, output) = Process::start("display", &command, Output::Read);
    let number = read_line(&mut output.expect("the display's number"));
    (process, format!(":{number}"))
}

fn capabilities(engine: Engine, profile: &Path) -> Capabilities {
    let wanted = match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": program(&["chromium", "google-chrome"]), "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,900",
                format!("--user-data-dir={}", profile.join("chromium").display()),
            ]},
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": { "binary": program(&["firefox-esr", "firefox"]), "args": ["-headless"] },
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation", "--full-screen"] },
        }),
    };
    let Value::Object(mut wanted) = wanted else {
        unreachable!("capabilities are an object")
    };
    // A script that times the page may take long where everything else is busy; what it measures says so.
    wanted.insert("timeouts".to_owned(), json!({ "script": 600_000 }));
    wanted
}

/// The first of these programs that is on `PATH`.
fn program(names: &[&str]) -> PathBuf {
    let path = std::env::var_os("PATH").expect("PATH");
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let mut candidates = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("none of {names:?} is installed"))
}

/// WebKitGTK keeps its browser in a folder of its own, which depends on the system.
fn mini_browser() -> PathBuf {
    let by_architecture = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let folders = [PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")]
        .into_iter()
        .chain(by_architecture);
    let mut candidates = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"));
    candidates
        .find(|file| file.is_file())
        .expect("WebKit's MiniBrowser is installed")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
