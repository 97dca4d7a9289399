//! Somebody to exchange messages with: an object with `post` and `onmessage`, as `static/shell/widget.js` makes them.

use std::rc::Rc;

use js_sys::{Float64Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::files::Content;

/// Somebody to exchange messages with.
#[derive(Clone)]
pub struct Port(Rc<Object>);

impl PartialEq for Port {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A part of a message that is sent.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    /// A number.
    Number(f64),
    /// A text.
    Text(&'a str),
    /// Many numbers.
    Numbers(&'a [f64]),
}

/// A message that has come.
pub struct Message(JsValue);

/// Listens to a port for as long as it is kept.
pub struct Listener {
    port: Port,
    _listener: Closure<dyn Fn(JsValue)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.port.0, &"onmessage".into(), &JsValue::NULL);
    }
}

impl Port {
    /// The port that an object is.
    #[must_use]
    pub fn new(object: Object) -> Self {
        Self(Rc::new(object))
    }

    /// Sends a message. Where nobody is there to take it, the page shows what it computes itself.
    pub fn post(&self, parts: &[(&str, Part<'_>)]) {
        self.call("post", &message_of(parts));
    }

    /// Sends a message with a file, where there is one.
    pub fn post_file(&self, parts: &[(&str, Part<'_>)], file: Option<&Content>) {
        let message = message_of(parts);
        if let Some(file) = file {
            let _ = Reflect::set(&message, &"file".into(), file.as_blob());
        }
        self.call("post", &message);
    }

    /// Calls a function of the port with something of the browser's.
    fn call(&self, name: &str, value: &JsValue) {
        if let Ok(function) = Reflect::get(&self.0, &name.into())
            && let Ok(function) = function.dyn_into::<Function>()
        {
            let _ = function.call1(&self.0, value);
        }
    }

    /// Calls back with every message that comes.
    #[must_use]
    pub fn listen(&self, then: impl Fn(Message) + 'static) -> Listener {
        let listener = Closure::new(move |message: JsValue| then(Message(message)));
        let function: &JsValue = listener.as_ref();
        let _ = Reflect::set(&self.0, &"onmessage".into(), function);
        Listener {
            port: self.clone(),
            _listener: listener,
        }
    }
}

fn message_of(parts: &[(&str, Part<'_>)]) -> Object {
    let message = Object::new();
    for (key, part) in parts {
        let value = match part {
            Part::Number(number) => (*number).into(),
            Part::Text(text) => (*text).into(),
            Part::Numbers(numbers) => Float64Array::from(*numbers).into(),
        };
        let _ = Reflect::set(&message, &(*key).into(), &value);
    }
    message
}

impl Message {
    /// A part that is a number.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<f64> {
        self.part(key)?.as_f64()
    }

    /// A part that is a text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<String> {
        self.part(key)?.as_string()
    }

    /// A part that is many numbers.
    #[must_use]
    pub fn numbers(&self, key: &str) -> Option<Vec<f64>> {
        let numbers: Float64Array = self.part(key)?.dyn_into().ok()?;
        Some(numbers.to_vec())
    }

    fn part(&self, key: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &key.into()).ok()
    }
}
