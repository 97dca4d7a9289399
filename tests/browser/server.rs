//! The server of the page under test: `scripts/serve.mjs` with the content security policy.

use std::{
    fs,
    io::BufRead,
    path::Path,
    process::Command,
    sync::{Arc, Mutex},
};

use crate::process::{Output, Process, Scratch, read_line};

pub struct Server {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
    _process: Process,
    /// What it serves, where that is not the page as it was built.
    _folder: Option<Scratch>,
}

impl Server {
    /// Serves `dist/` from a sub-folder, so that no address may lean on the root.
    pub fn start() -> Self {
        Self::of("dist", &[])
    }

    /// Serves `dist/` with its page or some of its files of texts changed: `change` gets a file's name and content.
    pub fn altered(change: impl Fn(&str, &str) -> Option<String>) -> Self {
        let folder = Scratch::new();
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        copy(&dist, folder.path(), &change);
        let server = Self::of(&folder.path().to_string_lossy(), &[]);
        Self {
            _folder: Some(folder),
            ..server
        }
    }

    /// Serves a folder of the project in the same way, with more options.
    pub fn of(folder: &str, options: &[&str]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut command = Command::new("node");
        command.arg(root.join("scripts/serve.mjs"));
        command.arg("--root").arg(root.join(folder)).args(options);
        command.args([
            "--port",
            "0",
            "--base",
            "/some/folder/",
            "--csp",
            "--log",
            "--observe",
        ]);
        command.arg(root.join("tests/browser/observe.js"));

        let (process, output) = Process::start("server", &command, Output::Read);
        let mut output = output.expect("the server's output");
        let line = read_line(&mut output);
        let address = line
            .strip_prefix("serving on ")
            .expect("the server's address (has the page been built?)")
            .to_owned();

        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                seen.lock().expect("the list of requests").push(line);
            }
        });
        Self {
            address,
            requests,
            _process: process,
            _folder: None,
        }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// All requests so far, each as "GET 200 /path".
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("the list of requests").clone()
    }
}

/// Copies a folder without its compressed files, which would still be as they were.
fn copy(from: &Path, to: &Path, change: &impl Fn(&str, &str) -> Option<String>) {
    for entry in fs::read_dir(from).expect("a folder") {
        let from = entry.expect("an entry").path();
        let name = from.file_name().expect("its name").to_string_lossy();
        let to = to.join(&*name);
        if from.is_dir() {
            fs::create_dir(&to).expect("a folder");
            copy(&from, &to, change);
        } else if name.ends_with(".txt") || name.ends_with(".html") {
            let text = fs::read_to_string(&from).expect("a text");
            fs::write(&to, change(&name, &text).unwrap_or(text)).expect("a text");
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            fs::copy(&from, &to).expect("a copy");
        }
    }
}
