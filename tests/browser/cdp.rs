//! What only Chromium can be asked for: the DevTools protocol and the console.

use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use http::Method;
use serde_json::{Value, json};

/// A command of chromedriver that the WebDriver standard does not know.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Sends a command of the DevTools protocol.
pub async fn send(client: &Client, command: &str, params: Value) -> Value {
    let body = json!({ "cmd": command, "params": params });
    let answer = client
        .issue_cmd(Command {
            path: "goog/cdp/execute",
            body,
        })
        .await;
    answer.unwrap_or_else(|error| panic!("{command} failed: {error}"))
}

/// The errors that the console has shown since it was last asked.
pub async fn console_errors(client: &Client) -> Vec<String> {
    let body = json!({ "type": "browser" });
    let entries = client
        .issue_cmd(Command {
            path: "se/log",
            body,
        })
        .await
        .expect("the console's entries");
    let entries = entries.as_array().expect("a list of entries").iter();
    entries
        .filter(|entry| entry["level"] == "SEVERE")
        .map(|entry| format!("console: {}", entry["message"]))
        .collect()
}
