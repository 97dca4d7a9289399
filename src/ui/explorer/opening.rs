//! Numbers that are opened, here and on the first screen.

use super::formula::FormulaDialog;
use super::*;
use crate::insights::{Assumption, Situation, planned};

impl Explorer {
    /// Opens a number by its name, and after an "@" by what is assumed; one that has no formula stays as it is.
    pub(super) fn open(&mut self, name: &str) -> bool {
        let (name, assumed) = name.split_once('@').unwrap_or((name, ""));
        let document = self.state.as_ref().map(|state| &state.document);
        let assumed = document.and_then(|document| Assumption::parse_all(assumed, document));
        let Some((opened, assumed)) = Opened::from_id(name).zip(assumed) else {
            return false;
        };
        self.assumed = assumed;
        self.show_formula(opened)
    }

    /// Shows the open formula for another of the runs.
    pub(super) fn open_of(&mut self, way: Way) -> bool {
        let opened = self.opened.as_ref().map(|(opened, _)| opened.of_way(way));
        opened.is_some_and(|opened| self.show_formula(opened))
    }

    pub(super) fn close(&mut self) -> bool {
        self.opened.take().is_some()
    }

    fn show_formula(&mut self, opened: Opened) -> bool {
        let Some(state) = &self.state else {
            return false;
        };
        let assumed = Assumption::assume(&self.assumed, &state.document, state.pair);
        // The trials are those of the pipeline as it is.
        let certainty = state.certainty().filter(|_| self.assumed.is_empty());
        let planned = planned(&state.document, state.view(), state.pair);
        let situation = Situation {
            document: &assumed.document,
            pair: assumed.pair,
            view: state.view(),
            certainty: certainty.map(|certainty| &**certainty),
            lead_price: assumed.lead_price,
            levers: &assumed.levers,
            planned: &planned,
        };
        let found = self.runner.formula(situation, opened);
        let is_found = found.is_some();
        if let Some(found) = found {
            self.opened = Some((opened, Shown(Rc::new(found))));
        }
        is_found
    }

    /// The formula of the number that is open.
    pub(super) fn formula(&self, context: &Context<Self>, state: &State, words: Words) -> Html {
        let dialog = self.opened.as_ref().map(|(opened, formula)| {
            html! {
                <FormulaDialog {words} document={Rc::clone(&state.document)} formula={formula.clone()} assumed={self.assumed.clone()} way={opened.way()} scenarios={opened.scenarios()}
                    choose={context.link().callback(Msg::Way)} closed={context.link().callback(|()| Msg::Close)} />
            }
        });
        html! { <div class="opened">{ dialog.unwrap_or_default() }</div> }
    }
}
