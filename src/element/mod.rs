//! Mounts the widget: Yew on the elements that `static/shell/` puts into shadow roots.
//!
//! Yew keeps every element that it was mounted on, with listeners of its own, for as long as the page is there. So each
//! shows one widget after another: what mounts the first one answers with the function that shows the next.

use std::cell::Cell;
use std::rc::Rc;

use yew::{AppHandle, Renderer};

use crate::i18n::Locale;
use crate::platform::{self, Host, Port};
pub use crate::platform::{Function, Object, Place};
use crate::ui::{App, AppProps, Beginning, Explorer, ExplorerProps};

/// The explorer's style sheets in one, as `build.rs` puts them together. Those of the first screen come as a file.
const EXPLORER_STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/explorer.css"));

/// Shows the first screen of a host, in the host's language if its texts have come along. The answer shows that of
/// another host in the same place.
#[must_use]
pub fn mount(place: Place, host: Object) -> Function {
    let screen = Rc::new(Cell::new(Some(Screen::Read(beginning(host)))));
    go_on(place, screen.clone());
    platform::called_with(move |host, _| {
        let beginning = beginning(host);
        screen.set(Some(match screen.take() {
            Some(Screen::Shown(mut app)) => {
                app.update(AppProps::new(*beginning));
                Screen::Shown(app)
            }
            _ => Screen::Read(beginning),
        }));
    })
}

/// How far the first screen of a place has come.
enum Screen {
    Read(Box<Beginning>),
    Answered(AppProps),
    Shown(AppHandle<App>),
}

impl Screen {
    fn next(self, place: &Place) -> Self {
        match self {
            Self::Read(beginning) => Self::Answered(AppProps::new(*beginning)),
            Self::Answered(props) => {
                Self::Shown(Renderer::with_root_and_props(place.clone(), props).render())
            }
            Self::Shown(app) => Self::Shown(app),
        }
    }
}

/// Takes the steps that are left, each in a task of its own: together they are a long one.
fn go_on(place: Place, screen: Rc<Cell<Option<Screen>>>) {
    platform::soon(move || {
        let Some(next) = screen.take().map(|screen| screen.next(&place)) else {
            return;
        };
        let is_shown = matches!(next, Screen::Shown(_));
        screen.set(Some(next));
        if !is_shown {
            go_on(place, screen);
        }
    });
}

/// What a host begins with, in its language.
fn beginning(host: Object) -> Box<Beginning> {
    let host = Host::new(host);
    let tag = host.text("language");
    let language = tag.as_deref().and_then(Locale::from_tag);
    let language = language.unwrap_or(Locale::En);
    if let Some(texts) = host.text("words") {
        language.learn(texts);
    }
    Box::new(Beginning::read(host, language))
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
