//! One scenario of the list: its name, its changes in plain words, and what can be done with it.

use yew::prelude::*;

use super::boxes::NameBox;
use super::change::change;
use super::sentences::sentence;
use super::{Msg, ScenariosPanel};
use crate::model::{
    LeverKind, MOST_COMPARED, MOST_LEVERS, MOST_SCENARIOS, Scenario, ScenarioEdit, ScenarioProblem,
};
use crate::runner::count;
use crate::state::Gesture;

impl ScenariosPanel {
    pub(super) fn entry(&self, context: &Context<Self>, place: usize, scenario: &Scenario) -> Html {
        let props = context.props();
        let words = props.words;
        let texts = &words.explorer().scenarios;
        let id = self.ids.at(place);
        let link = context.link().clone();
        let rename = link.callback(move |name: String| {
            Msg::Do(ScenarioEdit::Rename(place, name), Gesture::Done)
        });
        let problem = self.problem_of(id).and_then(|problem| match problem {
            ScenarioProblem::NoName => Some(texts.no_name),
            ScenarioProblem::NameTaken => Some(texts.name_taken),
            ScenarioProblem::BadName => Some(words.texts().errors.name),
            _ => None,
        });
        let name_id = ["scenario-", &id.to_string(), "-name"].concat();
        let levers = scenario.levers.iter().enumerate();
        let levers = levers.map(|(at, lever)| {
            let is_open = self.open == Some((id, at));
            let toggle = link.callback(move |_: MouseEvent| Msg::Toggle(id, at));
            let remove = edit_on_click(&link, ScenarioEdit::RemoveLever(place, at));
            let said = sentence(words, &props.shared.document, lever);
            html! {
                <li key={at}>
                    <p class="scenario-change">
                        <span data-lever={at.to_string()}>{ said.clone() }</span>
                        <button type="button" class="more" data-action="edit-change" aria-expanded={is_open.to_string()} onclick={toggle}>
                            { texts.edit }<span class="unseen">{ ": " }{ said.clone() }</span>
                        </button>
                        <button type="button" data-action="remove-change" onclick={remove}>
                            { words.texts().rows.remove }<span class="unseen">{ ": " }{ said }</span>
                        </button>
                    </p>
                    if is_open { { change(context, place, at, lever, &scenario.name) } }
                </li>
            }
        });
        let changes = if scenario.levers.is_empty() {
            html! { <p class="note">{ texts.no_changes }</p> }
        } else {
            html! { <ul class="scenario-changes">{ for levers }</ul> }
        };
        let number = words.whole(count(place) + 1.0);
        html! {
            <li key={id} data-scenario={place.to_string()}>
                <div class="scenario-head">
                    <span class="scenario-number" aria-hidden="true">{ number.clone() }</span>
                    <NameBox id={name_id} label={[words.texts().fields.name, " ", &number].concat()} value={scenario.name.clone()}
                        {problem} wants_focus={self.fresh == Some(id)} on_name={rename} />
                </div>
                { changes }
                { self.tools(context, place, scenario) }
            </li>
        }
    }

    fn problem_of(&self, id: u32) -> Option<ScenarioProblem> {
        let refused = self.refused.filter(|(of, _)| *of == id);
        refused.map(|(_, problem)| problem)
    }

    fn tools(&self, context: &Context<Self>, place: usize, scenario: &Scenario) -> Html {
        let props = context.props();
        let words = props.words;
        let (texts, rows) = (&words.explorer().scenarios, &words.texts().rows);
        let (document, view) = (&props.shared.document, &props.shared.view);
        let scenarios = document.scenarios.len();
        let link = context.link();
        let id = self.ids.at(place);
        let compared = view.compared(scenarios);
        let is_compared = compared.contains(&place);
        let is_full = compared.len() >= MOST_COMPARED && !is_compared;
        let compare = {
            let link = link.clone();
            move |event: MouseEvent| {
                if is_full {
                    // It stays as it is, and says why.
                    event.prevent_default();
                }
                let edit = ScenarioEdit::Compare(place, !is_compared);
                link.send_message(Msg::Do(edit, Gesture::Done));
            }
        };
        let too_many = self.problem_of(id) == Some(ScenarioProblem::TooManyCompared);
        let new = document.change_of(LeverKind::Conversion, 0).at_once();
        let add = {
            let (link, at) = (link.clone(), scenario.levers.len());
            move |_: MouseEvent| {
                let edit = ScenarioEdit::AddLever(place, new);
                link.send_message(Msg::Do(edit, Gesture::Done));
                link.send_message(Msg::Toggle(id, at));
            }
        };
        let can_add = scenario.levers.len() < MOST_LEVERS;
        let button = |action: &'static str, text: &'static str, can: bool, edit: ScenarioEdit| {
            let onclick = edit_on_click(link, edit);
            let onclick = can.then_some(onclick);
            html! {
                <button type="button" data-action={action} aria-disabled={(!can).then_some("true")} {onclick}>
                    { text }<span class="unseen">{ ": " }{ words.quoted(&scenario.name) }</span>
                </button>
            }
        };
        let up = place.saturating_sub(1);
        html! {
            <>
                <p class="scenario-tools">
                    if can_add {
                        <button type="button" data-action="add-change" onclick={add}>{ texts.add_change }<span class="unseen">{ ": " }{ words.quoted(&scenario.name) }</span></button>
                    } else {
                        <span class="note">{ texts.full_of_changes }</span>
                    }
                    <label class="tick">
                        <input type="checkbox" data-action="compare" checked={is_compared} onclick={compare} />
                        <span>{ texts.compare }<span class="unseen">{ ": " }{ words.quoted(&scenario.name) }</span></span>
                    </label>
                    { button("duplicate", texts.duplicate, scenarios < MOST_SCENARIOS, ScenarioEdit::Duplicate(place)) }
                    { button("move-up", rows.move_up, place > 0, ScenarioEdit::Move { from: place, to: up }) }
                    { button("move-down", rows.move_down, place + 1 < scenarios, ScenarioEdit::Move { from: place, to: place + 1 }) }
                    { button("remove-scenario", rows.remove, true, ScenarioEdit::Remove(place)) }
                </p>
                <p class="message" role="status">{ if too_many { texts.most_compared } else { "" } }</p>
            </>
        }
    }
}

/// A click that does something with the scenarios.
pub(super) fn edit_on_click(
    link: &html::Scope<ScenariosPanel>,
    edit: ScenarioEdit,
) -> Callback<MouseEvent> {
    link.callback(move |_: MouseEvent| Msg::Do(edit.clone(), Gesture::Done))
}
