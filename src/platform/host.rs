//! Who the widget is on: an object with texts, functions and ports, as `static/shell/widget.js` makes one for each
//! widget of a page. What it does not offer is done without.

use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::port::Port;

/// Who a widget is on.
#[derive(Clone)]
pub struct Host(Rc<Object>);

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Listens for a new fragment for as long as it is kept.
pub struct Address {
    host: Host,
    _listener: Closure<dyn Fn()>,
}

impl Drop for Address {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.host.0, &ON_FRAGMENT.into(), &JsValue::NULL);
    }
}

const ON_FRAGMENT: &str = "onfragment";

impl Host {
    /// The host that an object is.
    #[must_use]
    pub fn new(object: Object) -> Self {
        Self(Rc::new(object))
    }

    /// A text that the widget begins with: the tag of its language and that language's texts, the month as "YYYY-MM",
    /// or what is asked for of a preset and a currency.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.part(name)?.as_string()
    }

    /// How many programs have begun for this widget so far: more than one where others have stopped.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn begun(&self) -> u32 {
        let begun = self.part("begun").and_then(|begun| begun.as_f64());
        begun.unwrap_or_default() as u32
    }

    /// The port of this name, if there is one.
    #[must_use]
    pub fn port(&self, name: &str) -> Option<Port> {
        Some(Port::new(self.part(name)?.dyn_into().ok()?))
    }

    /// Loads the texts of a language, or takes them from an earlier time, and calls back with them; with nothing
    /// where they cannot be had.
    pub fn load_texts(&self, tag: &str, then: Box<dyn FnOnce(Option<String>)>) {
        let promise = self.ask("texts", tag);
        let Some(texts) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
            return then(None);
        };
        let done = Closure::once(move |text: JsValue| then(text.as_string()));
        // This promise is always kept, if only with nothing.
        let _ = texts.then(&done);
        done.forget();
    }

    /// The address's fragment without "#"; empty when there is none.
    #[must_use]
    pub fn fragment(&self) -> String {
        self.say("fragment", "").unwrap_or_default()
    }

    /// The widget's address with another fragment.
    #[must_use]
    pub fn link_with(&self, fragment: &str) -> String {
        self.say("linkWith", fragment).unwrap_or_default()
    }

    /// Puts a fragment into the address, or takes it out where it is empty, without a new entry in the history.
    pub fn write_fragment(&self, fragment: &str) {
        self.ask("write", fragment);
    }

    /// What is kept of us for this visit of the page.
    #[must_use]
    pub fn kept(&self) -> Option<String> {
        self.say("kept", "")
    }

    /// Has a text kept: it is there again after a reload, or when the widget begins anew.
    pub fn keep(&self, text: &str) {
        self.ask("keep", text);
    }

    /// Says that all of the widget has been drawn.
    pub fn is_drawn(&self) {
        self.ask("drawn", "");
    }

    /// Tells that the visitor has taken something along: of what kind it is, and the name of its file.
    pub fn took(&self, kind: &str, name: &str) {
        let function = self.part("took").map(JsCast::dyn_into::<Function>);
        if let Some(Ok(function)) = function {
            let _ = function.call2(&JsValue::UNDEFINED, &kind.into(), &name.into());
        }
    }

    /// Calls back when the address gets another fragment.
    pub fn on_fragment_change(&self, then: impl Fn() + 'static) -> Option<Address> {
        let listener = Closure::new(then);
        let function: &JsValue = listener.as_ref();
        Reflect::set(&self.0, &ON_FRAGMENT.into(), function).ok()?;
        Some(Address {
            host: self.clone(),
            _listener: listener,
        })
    }

    fn say(&self, name: &str, about: &str) -> Option<String> {
        self.ask(name, about)?.as_string()
    }

    /// What one of its functions answers, if it has it.
    fn ask(&self, name: &str, about: &str) -> Option<JsValue> {
        let function: Function = self.part(name)?.dyn_into().ok()?;
        function.call1(&JsValue::UNDEFINED, &about.into()).ok()
    }

    fn part(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into()).ok()
    }
}
