//! What the page is shown on: how large it is, what its user prefers, how fast it is.

use serde_json::{Value, json};

use super::Page;
use crate::{cdp, driver::Engine};

#[allow(
    dead_code,
    reason = "a tool box: not every tool is in use at every time"
)]
impl Page {
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

    pub(super) async fn cdp(&self, command: &str, params: Value) {
        assert_eq!(
            self.engine,
            Engine::Chromium,
            "{command} is known to Chromium only"
        );
        cdp::send(self.client(), command, params).await;
    }
}
