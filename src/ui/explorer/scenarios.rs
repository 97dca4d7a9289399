//! Scenarios: named lists of changes, to be edited and put side by side.

mod answer;
mod boxes;
mod change;
mod curves;
mod entry;
mod ids;
mod sentences;
mod table;

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::picture::with_exports;
use super::{Explorer, State};
use crate::insights::{ComparedScenarios, better_stage, leads_instead};
use crate::model::{Lever, MOST_SCENARIOS, Pair, Scenario, ScenarioEdit, ScenarioProblem};
use crate::platform::{self, Focus};
use crate::share::Shared;
use crate::state::Gesture;
use crate::ui::controls::opens::opens_sentence;
use crate::ui::words::Words;
use answer::{answer, answer_opens};
use curves::curves;
use entry::edit_on_click;
use ids::Ids;
use table::table;

pub(super) use sentences::sentence;

impl Explorer {
    /// What is in the panel: the list at once, what is compared once it has been found out.
    pub(super) fn scenarios(&self, state: &State, words: Words) -> Html {
        let found = self.findings.scenarios.clone();
        let (shared, pair) = (state.shared.clone(), state.pair);
        let edit = self.edit.clone();
        html! { <ScenariosPanel {words} {found} {shared} {pair} {edit} /> }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ScenariosProps {
    pub words: Words,
    pub found: Option<Found<ComparedScenarios>>,
    /// The scenarios as they are now, and what is compared.
    pub shared: Shared,
    /// The two ways of the first screen, to begin with.
    pub pair: Pair,
    /// Takes what is done with them.
    pub edit: Callback<(ScenarioEdit, Gesture)>,
}

pub(super) enum Msg {
    /// Something is done with the scenarios.
    Do(ScenarioEdit, Gesture),
    /// The numbers of a scenario's change are opened or closed.
    Toggle(u32, usize),
}

/// What is in the panel.
pub(super) struct ScenariosPanel {
    ids: Ids,
    /// The scenario and its change whose numbers are open.
    open: Option<(u32, usize)>,
    /// What was refused last, and at which scenario.
    refused: Option<(u32, ScenarioProblem)>,
    /// The scenario that has just been made: it wants its name.
    fresh: Option<u32>,
    wants_name: bool,
    list: NodeRef,
    /// Where the focus was before what is being drawn.
    focus: Option<Focus>,
    is_changed: bool,
}

impl Component for ScenariosPanel {
    type Message = Msg;
    type Properties = ScenariosProps;

    fn create(context: &Context<Self>) -> Self {
        let mut ids = Ids::default();
        ids.follow(names(context.props()));
        Self {
            ids,
            open: None,
            refused: None,
            fresh: None,
            wants_name: false,
            list: NodeRef::default(),
            focus: None,
            is_changed: false,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &ScenariosProps) -> bool {
        let new = context.props();
        if new.shared.document.scenarios != old.shared.document.scenarios {
            let fresh = self.ids.follow(names(new));
            if std::mem::take(&mut self.wants_name) {
                self.fresh = fresh.first().copied();
            }
            self.is_changed = true;
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Do(edit, gesture) => self.take(context, edit, gesture),
            Msg::Toggle(id, at) => {
                let is_open = self.open == Some((id, at));
                self.open = (!is_open).then_some((id, at));
                true
            }
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // What was done is drawn once it has come back.
        if std::mem::take(&mut self.is_changed)
            && let Some(focus) = self.focus.take()
        {
            focus.restore();
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let words = props.words;
        let texts = &words.explorer().scenarios;
        let scenarios = &props.shared.document.scenarios;
        if scenarios.is_empty() {
            return html! {
                <div class="scenarios" ref={self.list.clone()} data-fact="scenarios" data-value="0">
                    <p class="finding">{ texts.none }</p>
                    { begin(context) }
                </div>
            };
        }
        // What was found out of a pipeline without scenarios says nothing of these.
        let found = props.found.iter();
        let found = found.filter(|found| !found.document.scenarios.is_empty());
        let found = found.map(|found| {
            let is_some = !found.value.compared.is_empty();
            let how = answer_opens(found).map(|name| {
                opens_sentence(words.texts().page.how, &name, words.explorer().panels.scenarios)
            });
            html! {
                <>
                    <p class="finding"><span data-fact="bestScenario">{ answer(words, found) }</span>{ " " }{ for how }</p>
                    if is_some {
                        { with_exports(Exhibit::Scenarios, table(words, found)) }
                        { curves(words, found) }
                    }
                </>
            }
        });
        let entries = scenarios.iter().enumerate();
        let entries = entries.map(|(place, scenario)| self.entry(context, place, scenario));
        html! {
            <div class="scenarios" ref={self.list.clone()} data-fact="scenarios" data-value={scenarios.len().to_string()}>
                <div>{ for found }</div>
                <h3>{ texts.list }</h3>
                <ol class="scenario-list">{ for entries }</ol>
                { begin(context) }
            </div>
        }
    }
}

impl ScenariosPanel {
    /// Sends on what is done, after trying it on what is shown; or keeps why it cannot be done.
    fn take(&mut self, context: &Context<Self>, edit: ScenarioEdit, gesture: Gesture) -> bool {
        let props = context.props();
        let mut shared = props.shared.clone();
        let at = match &edit {
            ScenarioEdit::Add(_) => shared.document.scenarios.len(),
            ScenarioEdit::Move { from, .. } => *from,
            ScenarioEdit::Duplicate(place)
            | ScenarioEdit::Rename(place, _)
            | ScenarioEdit::Remove(place)
            | ScenarioEdit::Compare(place, _)
            | ScenarioEdit::AddLever(place, _)
            | ScenarioEdit::SetLever(place, ..)
            | ScenarioEdit::RemoveLever(place, _) => *place,
        };
        let makes = matches!(edit, ScenarioEdit::Add(_) | ScenarioEdit::Duplicate(_));
        let closes = matches!(edit, ScenarioEdit::RemoveLever(..));
        match edit.clone().apply(&mut shared.document, &mut shared.view) {
            Ok(()) => {
                self.wants_name = makes;
                if closes {
                    self.open = None;
                }
                self.focus = self.list.get().and_then(|list| platform::focus(&list));
                props.edit.emit((edit, gesture));
                self.refused.take().is_some() || closes
            }
            Err(problem) => {
                self.refused = Some((self.ids.at(at), problem));
                true
            }
        }
    }
}

fn names(props: &ScenariosProps) -> impl Iterator<Item = &str> {
    let scenarios = props.shared.document.scenarios.iter();
    scenarios.map(|scenario| scenario.name.as_str())
}

/// The buttons that make a scenario: without changes, or with those of one of the first screen's ways.
fn begin(context: &Context<ScenariosPanel>) -> Html {
    let props = context.props();
    let words = props.words;
    let (texts, ways) = (&words.explorer().scenarios, &words.texts().ways);
    let document = &props.shared.document;
    if document.scenarios.len() >= MOST_SCENARIOS {
        return html! { <p class="begin note">{ texts.full }</p> };
    }
    let button = |id: &'static str, text: &'static str, name: &str, levers: Vec<Lever>| {
        let name = name.to_owned();
        let add = ScenarioEdit::Add(Scenario { name, levers });
        let onclick = edit_on_click(context.link(), add);
        html! { <button type="button" data-begin={id} {onclick}>{ text }</button> }
    };
    html! {
        <p class="begin">
            <span>{ texts.begin }{ ":" }</span>
            { button("fix", ways.fix, ways.fix, vec![better_stage(props.pair)]) }
            { button("leads", ways.leads, ways.leads, leads_instead(document, props.pair)) }
            { button("empty", texts.empty, texts.name, Vec::new()) }
        </p>
    }
}
