//! Mounts the widget: an open shadow root, adopted style sheets, an inner element, Yew on it.

use crate::i18n::Locale;
use crate::platform;
use crate::ui::{App, AppProps, with_texts};

/// The id of the element that the standalone page offers.
const HOST: &str = "pipeline-lever";

/// The widget's style sheets in one, as `build.rs` puts them together.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

/// Starts the standalone page.
pub fn start() {
    let Some(host) = platform::host(HOST) else {
        return;
    };
    let Ok(inner) = platform::mount_point(&host, STYLES) else {
        // Without a shadow root there is no widget; what the page says instead stays visible.
        return;
    };
    let first = platform::first_language().and_then(|tag| Locale::from_tag(&tag));
    let language = first.unwrap_or(Locale::En);
    let props = AppProps {
        language,
        preset: platform::attribute(&host, "preset"),
        currency: platform::attribute(&host, "currency"),
        player: platform::player(),
    };
    // Nothing is shown in another language first.
    let render = || {
        yew::Renderer::<App>::with_root_and_props(inner, props).render();
    };
    with_texts(language, Box::new(render));
}
