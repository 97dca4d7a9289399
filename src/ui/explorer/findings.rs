//! What has been found out for the present state: asked for when the first screen tells of it, found in slices.

use std::rc::Rc;

use super::*;
use crate::insights::{Note, Tornado, TornadoStep};
use crate::runner::Finding;

/// How long a slice takes at most, in milliseconds.
const SLICE: f64 = 8.0;

/// Something that was found out about a document.
#[derive(Clone)]
pub(super) struct Found<T> {
    pub document: Rc<Document>,
    pub value: Rc<T>,
}

impl<T> PartialEq for Found<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document) && Rc::ptr_eq(&self.value, &other.value)
    }
}

/// The newest findings; those of an earlier state stay until there are others.
#[derive(Default)]
pub(super) struct Findings {
    pub notes: Option<Found<Vec<Note>>>,
    pub same_step: Option<Found<Tornado>>,
    pub own_uncertainty: Option<Found<Tornado>>,
    /// The state of which everything has been found out.
    pub complete_for: Option<f64>,
}

impl Findings {
    fn take(&mut self, document: &Rc<Document>, finding: Finding) {
        match finding {
            Finding::Notes(notes) => self.notes = found(document, notes),
            Finding::Tornado(tornado) => {
                let place = match tornado.step {
                    TornadoStep::Same(_) => &mut self.same_step,
                    TornadoStep::OwnUncertainty => &mut self.own_uncertainty,
                };
                *place = found(document, tornado);
            }
        }
    }
}

fn found<T>(document: &Rc<Document>, value: T) -> Option<Found<T>> {
    let (document, value) = (document.clone(), Rc::new(value));
    Some(Found { document, value })
}

impl Explorer {
    /// Asks everything anew for the present state.
    pub(super) fn explore(&mut self, context: &Context<Self>) {
        if let Some(state) = &self.state {
            self.exploration.ask(&state.shared.document, state.view());
            self.work_later(context);
        }
    }

    fn work_later(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        self.slice = Some(platform::after(0, move || link.send_message(Msg::Slice)));
    }

    pub(super) fn work(&mut self, context: &Context<Self>) -> bool {
        let until = platform::now() + SLICE;
        let (found, more) = self.exploration.slice(|| platform::now() < until);
        if more {
            self.work_later(context);
        }
        let Some(state) = &self.state else {
            return false;
        };
        if !more {
            self.findings.complete_for = Some(state.generation);
        }
        let changed = !found.is_empty();
        for finding in found {
            self.findings.take(&state.document, finding);
        }
        changed
    }
}
