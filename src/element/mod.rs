//! Mounts the widget: Yew on the elements that `static/start.js` has put into a shadow root.

use crate::i18n::Locale;
use crate::platform;
use crate::platform::{Place, Port};
use crate::ui::{App, AppProps, Explorer, ExplorerProps, with_texts};

/// The explorer's style sheets in one, as `build.rs` puts them together. Those of the first screen come as a file.
const EXPLORER_STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/explorer.css"));

/// Starts the standalone page.
pub fn start() {
    let Some(place) = platform::place() else {
        return;
    };
    let first = platform::text("language").and_then(|tag| Locale::from_tag(&tag));
    let language = first.unwrap_or(Locale::En);
    let props = AppProps {
        language,
        preset: platform::text("preset"),
        currency: platform::text("currency"),
        player: platform::port("player"),
        explorer: platform::port("explorer"),
    };
    // Nothing is shown in another language first.
    let render = || {
        yew::Renderer::<App>::with_root_and_props(place, props).render();
    };
    with_texts(language, Box::new(render));
}

/// Starts the explorer, in the program that it is.
pub fn explore(place: Place, port: Port) {
    platform::adopt(&place, EXPLORER_STYLES);
    yew::Renderer::<Explorer>::with_root_and_props(place, ExplorerProps { port }).render();
}
