//! What is opened under the answer and closed again: each panel stands after the answer that it explains, and a list
//! above all of them leads there in one step.

use yew::prelude::*;

use super::*;
use crate::model::{Panel, Spread, ViewField};
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::target::Target;
use crate::ui::words::Unit;

/// The headings of the panels, for those who are led there.
#[derive(Default)]
pub(super) struct Headings([NodeRef; 7]);

impl Headings {
    fn of(&self, panel: Panel) -> NodeRef {
        let place = Panel::all().iter().position(|other| *other == panel);
        let heading = place.and_then(|place| self.0.get(place));
        heading.cloned().unwrap_or_default()
    }
}

impl Explorer {
    /// The list of all panels.
    pub(super) fn panel_list(&self, context: &Context<Self>, state: &State, words: Words) -> Html {
        let texts = &words.explorer().panels;
        let entries = Panel::all().iter().map(|panel| {
            let reveal = context.link().callback(|_: MouseEvent| Msg::Reveal(*panel));
            let is_open = state.view().panels.contains(*panel);
            html! {
                <li key={panel.id()}>
                    <button type="button" data-reveals={panel.id()} data-open={is_open.then_some("")} onclick={reveal}>{ name(words, *panel) }</button>
                </li>
            }
        });
        html! {
            <nav class="panels" aria-label={texts.title}>
                <p>{ texts.title }</p>
                <ul>{ for entries }</ul>
            </nav>
        }
    }

    /// A panel: its heading, and what is in it while it is open.
    pub(super) fn panel(
        &self,
        context: &Context<Self>,
        state: &State,
        words: Words,
        panel: Panel,
        content: impl FnOnce() -> Option<Html>,
    ) -> Html {
        let is_open = state.view().panels.contains(panel);
        let toggle = context
            .link()
            .callback(move |_: MouseEvent| Msg::Toggle(panel));
        let id = ["panel-", panel.id()].concat();
        let title = [&*id, "-title"].concat();
        let content = is_open.then(content).flatten();
        // `for` with an option would make a list of one length or another, which Yew matches from its end: the heading
        // would be made anew when the content comes, and lose the focus.
        html! {
            <section class="panel" id={id} data-panel={panel.id()} data-open={is_open.then_some("")} aria-labelledby={title.clone()}>
                <h2 id={title}>
                    <button type="button" ref={self.headings.of(panel)} aria-expanded={if is_open { "true" } else { "false" }} onclick={toggle}>{ name(words, panel) }</button>
                </h2>
                <p class="note">{ asks(words, panel) }</p>
                { content.unwrap_or_default() }
            </section>
        }
    }

    /// Opens or closes a panel.
    pub(super) fn toggle(&mut self, context: &Context<Self>, panel: Panel) -> bool {
        let Some(state) = &self.state else {
            return false;
        };
        let mut view = state.view().clone();
        let is_open = view.panels.contains(panel);
        view.panels.set(panel, !is_open);
        self.take(context, Change::Act(Action::SetView(Box::new(view))));
        self.explore(context);
        true
    }

    /// Opens a panel, if it is not open yet, and leads there.
    pub(super) fn reveal(&mut self, context: &Context<Self>, panel: Panel) -> bool {
        self.revealed = Some(panel);
        let is_open = |state: &State| state.view().panels.contains(panel);
        if !self.state.as_ref().is_some_and(is_open) {
            self.toggle(context, panel);
        }
        true
    }

    /// Leads to the panel that has just been opened.
    pub(super) fn lead_there(&mut self) {
        let heading = self.revealed.map(|panel| self.headings.of(panel));
        // It may still have to be drawn.
        if let Some(heading) = heading.and_then(|heading| heading.cast()) {
            self.revealed = None;
            platform::lead_to(heading);
        }
    }
}

/// A box of the view that may stay empty: then the answers take `default`, and the box says so.
#[derive(Clone, PartialEq)]
pub(super) struct NotedBox {
    pub field: ViewField,
    pub unit: Unit,
    pub label: AttrValue,
    /// Whose number it is, where the label does not say it.
    pub of: AttrValue,
    /// What the visitor has entered.
    pub value: Option<f64>,
    pub default: f64,
}

impl NotedBox {
    pub fn view(self, words: Words, dispatch: &Callback<Action>) -> Html {
        let taken = words.typed(self.unit, Spread::Exactly(self.default));
        let otherwise = Some((taken.into(), words.explorer().panels.default.into()));
        html! {
            <NumberControl target={Target::View(self.field)} {words} unit={self.unit} label={self.label} of={self.of}
                value={self.value} {otherwise} dispatch={dispatch.clone()} />
        }
    }
}

fn name(words: Words, panel: Panel) -> &'static str {
    let texts = &words.explorer().panels;
    match panel {
        Panel::Goal => texts.goal,
        Panel::Payback => texts.payback,
        Panel::TimeToRevenue => texts.time_to_revenue,
        Panel::OpenPipeline => texts.open_pipeline,
        Panel::CustomerValue => texts.customer_value,
        Panel::Budget => texts.budget,
        Panel::Scenarios => texts.scenarios,
    }
}

/// What a panel answers.
fn asks(words: Words, panel: Panel) -> &'static str {
    let texts = &words.explorer().panels;
    match panel {
        Panel::Goal => texts.goal_asks,
        Panel::Payback => texts.payback_asks,
        Panel::TimeToRevenue => texts.time_to_revenue_asks,
        Panel::OpenPipeline => texts.open_pipeline_asks,
        Panel::CustomerValue => texts.customer_value_asks,
        Panel::Budget => texts.budget_asks,
        Panel::Scenarios => texts.scenarios_asks,
    }
}
