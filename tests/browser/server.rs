//! The server of the page under test: `scripts/serve.mjs` with the content security policy.

use std::{
    io::BufRead,
    path::Path,
    process::Command,
    sync::{Arc, Mutex},
};

use crate::process::{Output, Process, read_line};

pub struct Server {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
    _process: Process,
}

impl Server {
    /// Serves `dist/` from a sub-folder, so that no address may lean on the root.
    pub fn start() -> Self {
        Self::of("dist", &[])
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
