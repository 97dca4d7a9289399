//! Files: those that the page makes, and those that the visitor gives it.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Element, Event, EventTarget, File, HtmlElement,
    HtmlInputElement, Url,
};

/// How long a browser may take to fetch what it was given the address of, in milliseconds.
const FETCHED: u32 = 60_000;

/// What a file of ours holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Content(Blob);

impl Content {
    /// A text of a kind such as "text/csv".
    #[must_use]
    pub fn text(text: &str, kind: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(&[kind, ";charset=utf-8"].concat());
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
        blob.ok().map(Self)
    }

    pub(super) fn of(blob: Blob) -> Self {
        Self(blob)
    }

    pub(super) fn as_blob(&self) -> &JsValue {
        &self.0
    }

    /// Has the browser save it under this name. It does not tell whether it did: some pages may not.
    pub fn save(&self, name: &str) {
        let link = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|page| page.create_element("a").ok());
        let (Some(link), Some(address)) = (link, self.address()) else {
            return;
        };
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        if let Ok(link) = link.dyn_into::<HtmlElement>() {
            link.click();
        }
    }

    /// Opens it in a tab of its own, and tells whether there is one.
    #[must_use]
    pub fn open(&self) -> bool {
        self.address().is_some_and(|address| open_tab(&address))
    }

    /// Copies it as what it is, such as a picture, and tells whether that worked.
    pub fn copy(&self, then: impl Fn(bool) + Clone + 'static) {
        let Some(promise) = self.write_to_clipboard() else {
            return then(false);
        };
        let failed = then.clone();
        let done = Closure::once(move |_: JsValue| then(true));
        let refused = Closure::once(move |_: JsValue| failed(false));
        let _ = promise.then2(&done, &refused);
        // Each runs at most once, long after this has returned.
        done.forget();
        refused.forget();
    }

    /// Not every browser can keep more than texts there.
    fn write_to_clipboard(&self) -> Option<Promise> {
        let window = web_sys::window()?;
        let items: Function = get(&window, "ClipboardItem")?.dyn_into().ok()?;
        let parts = Object::new();
        Reflect::set(&parts, &self.0.type_().into(), &self.0).ok()?;
        let item = Reflect::construct(&items, &Array::of1(&parts)).ok()?;
        let clipboard = get(&window.navigator(), "clipboard")?;
        let write: Function = get(&clipboard, "write")?.dyn_into().ok()?;
        let written = write.call1(&clipboard, &Array::of1(&item)).ok()?;
        written.dyn_into().ok()
    }

    /// An address that holds for as long as a browser may take to fetch it.
    fn address(&self) -> Option<String> {
        let address = Url::create_object_url_with_blob(&self.0).ok()?;
        let held = address.clone();
        Timeout::new(FETCHED, move || {
            let _ = Url::revoke_object_url(&held);
        })
        .forget();
        Some(address)
    }
}

/// Opens an address in a tab of its own, and tells whether there is one.
#[must_use]
pub fn open_tab(address: &str) -> bool {
    let opened = web_sys::window().map(|window| window.open_with_url_and_target(address, "_blank"));
    matches!(opened, Some(Ok(Some(_))))
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &key.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A file of the visitor's, not read yet.
pub struct ChosenFile(File);

impl ChosenFile {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// Calls back with what is in it, or with nothing where it cannot be read.
    pub fn read(&self, then: impl FnOnce(Option<Vec<u8>>) + Clone + 'static) {
        let failed = then.clone();
        let done = Closure::once(move |buffer: JsValue| {
            let buffer = buffer.dyn_into::<ArrayBuffer>().ok();
            then(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()));
        });
        let refused = Closure::once(move |_: JsValue| failed(None));
        let _ = self
            .0
            .array_buffer()
            .unchecked_into::<Promise>()
            .then2(&done, &refused);
        // One of them runs, once, long after this has returned.
        done.forget();
        refused.forget();
    }
}

/// The file that has been chosen in an input, which then can be chosen again.
#[must_use]
pub fn chosen_file(event: &Event) -> Option<ChosenFile> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file.map(ChosenFile)
}

/// Presses an element, such as an input for files that is not shown.
pub fn press(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        element.click();
    }
}

/// Takes files that are dropped, for as long as it is kept.
pub struct Drops {
    _listeners: [EventListener; 2],
}

/// Calls back with a file that is dropped anywhere into the shadow root that an element is in.
#[must_use]
pub fn on_drop(place: &Element, then: impl Fn(ChosenFile) + 'static) -> Drops {
    let root: EventTarget = place.get_root_node().into();
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&root, "dragover", options, |event| {
        if carries_files(event).is_some() {
            // Without this the browser would open the file in place of the page.
            event.prevent_default();
        }
    });
    let dropped = EventListener::new_with_options(&root, "drop", options, move |event| {
        if carries_files(event).is_some() {
            event.prevent_default();
            let files = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer);
            let file = files.and_then(|files| files.files()?.get(0));
            if let Some(file) = file {
                then(ChosenFile(file));
            }
        }
    });
    Drops {
        _listeners: [over, dropped],
    }
}

fn carries_files(event: &Event) -> Option<()> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let is_file = |kind: JsValue| kind.as_string().as_deref() == Some("Files");
    carried.types().iter().any(is_file).then_some(())
}
