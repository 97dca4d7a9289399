//! Mounts the widget: Yew on the elements that `static/shell/` puts into shadow roots.
//!
//! Yew keeps every element that it was mounted on, with listeners of its own, for as long as the page is there. So each
//! shows one widget after another: what mounts the first one answers with the function that shows the next.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AppHandle, Renderer};

use crate::i18n::Locale;
use crate::platform::{self, Host, Port};
pub use crate::platform::{Function, Object, Place};
use crate::ui::{App, AppProps, Explorer, ExplorerProps};

/// The explorer's style sheets in one, as `build.rs` puts them together. Those of the first screen come as a file.
const EXPLORER_STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/explorer.css"));

/// Shows the first screen of a host, in the host's language if its texts have come along. The answer shows that of
/// another host in the same place.
#[must_use]
pub fn mount(place: Place, host: Object) -> Function {
    let screen = Rc::new(RefCell::new(Screen::Begins(first_screen(host))));
    let begun = screen.clone();
    // Finding the answer and beginning to show it are a long task together.
    platform::soon(move || {
        let mut screen = begun.borrow_mut();
        if let Screen::Begins(props) = &*screen {
            let app = Renderer::with_root_and_props(place, props.clone()).render();
            *screen = Screen::Shown(app);
        }
    });
    platform::called_with(move |host, _| match &mut *screen.borrow_mut() {
        Screen::Begins(props) => *props = first_screen(host),
        Screen::Shown(app) => app.update(first_screen(host)),
    })
}

/// The first screen of a place: what it begins with, until it is shown.
enum Screen {
    Begins(AppProps),
    Shown(AppHandle<App>),
}

fn first_screen(host: Object) -> AppProps {
    let host = Host::new(host);
    let tag = host.text("language");
    let language = tag.as_deref().and_then(Locale::from_tag);
    let language = language.unwrap_or(Locale::En);
    if let Some(texts) = host.text("words") {
        language.learn(texts);
    }
    AppProps::new(host, language)
}

/// Shows the explorer of a host, in the program that it is; `port` leads to the first screen. The answer shows that of
/// another host in the same place.
#[must_use]
pub fn mount_explorer(place: Place, host: Object, port: Object) -> Function {
    let root = place.clone();
    let props = explorer(&root, host, port);
    let mut app = Renderer::<Explorer>::with_root_and_props(place, props).render();
    platform::called_with(move |host, port| app.update(explorer(&root, host, port)))
}

fn explorer(place: &Place, host: Object, port: Object) -> ExplorerProps {
    platform::adopt(place, EXPLORER_STYLES);
    ExplorerProps {
        host: Host::new(host),
        port: Port::new(port),
    }
}
