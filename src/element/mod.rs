//! Mounts the widget: an open shadow root, adopted style sheets, inner elements, Yew on them.

use crate::i18n::Locale;
use crate::platform;
use crate::platform::{Place, Port};
use crate::ui::{App, AppProps, Explorer, ExplorerProps, with_texts};

/// The id of the element that the standalone page offers.
const HOST: &str = "pipeline-lever";

/// The widget's style sheets in one, as `build.rs` puts them together.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

/// The explorer's, on top of them.
const EXPLORER_STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/explorer.css"));

/// Starts the standalone page.
pub fn start() {
    let Some(host) = platform::host(HOST) else {
        return;
    };
    let Ok([inner, under]) = platform::mount_point(&host, STYLES) else {
        // Without a shadow root there is no widget; what the page says instead stays visible.
        return;
    };
    let first = platform::first_language().and_then(|tag| Locale::from_tag(&tag));
    let language = first.unwrap_or(Locale::En);
    let props = AppProps {
        language,
        preset: platform::attribute(&host, "preset"),
        currency: platform::attribute(&host, "currency"),
        player: platform::port("player"),
        explorer: platform::port("explorer"),
    };
    if let Some(explorer) = &props.explorer {
        explorer.call("open", &under);
    }
    // Nothing is shown in another language first.
    let render = || {
        yew::Renderer::<App>::with_root_and_props(inner, props).render();
    };
    with_texts(language, Box::new(render));
}

/// Starts the explorer, in the program that it is.
pub fn explore(place: Place, port: Port) {
    platform::adopt(&place, EXPLORER_STYLES);
    yew::Renderer::<Explorer>::with_root_and_props(place, ExplorerProps { port }).render();
}
