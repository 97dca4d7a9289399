//! The sections under the answer, each once something has been found out for it.

use yew::prelude::*;

use super::*;

impl Explorer {
    /// What was found out, as far as it is there.
    pub(super) fn found(&self, context: &Context<Self>, state: &State, words: Words) -> Html {
        let view = state.view();
        let dispatch = &self.dispatch;
        let Findings {
            notes,
            all_pairs,
            why,
            leaks,
            held,
            flips,
            break_even,
            map,
            same_step,
            own_uncertainty,
            ..
        } = &self.findings;
        let notes = notes.clone().map(|found| {
            let cycle_days = view.cycle_days.map(Number::get);
            html! { <Notes {words} {found} {cycle_days} dispatch={dispatch.clone()} /> }
        });
        let compared = state.compared();
        let fix_or_buy = all_pairs
            .clone()
            .map(|found| html! { <FixOrBuyPanel {words} {compared} {found} /> });
        let both = same_step.clone().zip(own_uncertainty.clone());
        let tornado = both.map(|(same_step, own_uncertainty)| {
            html! { <TornadoPanel {words} {same_step} {own_uncertainty} /> }
        });
        let why = why
            .clone()
            .map(|found| html! { <WhyPanel {words} {found} /> });
        let leaks = leaks.clone().map(|found| {
            let notes = view.stages.clone();
            html! { <LeaksPanel {words} {found} {notes} dispatch={dispatch.clone()} /> }
        });
        let benchmarks = held.clone().map(|found| {
            let shared = state.shared.clone();
            html! { <BenchmarksPanel {words} {found} {shared} dispatch={dispatch.clone()} /> }
        });
        let flips = flips
            .clone()
            .map(|found| html! { <FlipsPanel {words} {found} /> });
        let break_even = break_even
            .clone()
            .map(|found| html! { <BreakEvenPanel {words} {found} /> });
        let map = map
            .clone()
            .map(|found| html! { <MapPanel {words} {found} /> });
        html! {
            <>
                { notes.unwrap_or_default() }
                { fix_or_buy.unwrap_or_default() }
                { self.panel(context, state, words, Panel::Payback, || self.payback(state, words)) }
                { flips.unwrap_or_default() }
                { why.unwrap_or_default() }
                { leaks.unwrap_or_default() }
                { self.panel(context, state, words, Panel::Budget, || self.budget(state, words)) }
                { benchmarks.unwrap_or_default() }
                { break_even.unwrap_or_default() }
                { map.unwrap_or_default() }
                { tornado.unwrap_or_default() }
            </>
        }
    }

    /// What the open deals bring.
    pub(super) fn open_pipeline(
        &self,
        context: &Context<Self>,
        state: &State,
        words: Words,
    ) -> Html {
        self.panel(context, state, words, Panel::OpenPipeline, || {
            let found = self.findings.open_deals.clone()?;
            let (shared, dispatch) = (state.shared.clone(), self.dispatch.clone());
            Some(html! { <OpenPipelinePanel {words} {found} {shared} {dispatch} /> })
        })
    }

    /// What a customer is worth and costs.
    pub(super) fn customer_value(
        &self,
        context: &Context<Self>,
        state: &State,
        words: Words,
    ) -> Html {
        self.panel(context, state, words, Panel::CustomerValue, || {
            let found = self.findings.customer_value.clone()?;
            let (shared, dispatch) = (state.shared.clone(), self.dispatch.clone());
            Some(html! { <CustomerValuePanel {words} {found} {shared} {dispatch} /> })
        })
    }

    pub(super) fn goal(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.goal.clone()?;
        let (view, dispatch) = (state.view().clone(), self.dispatch.clone());
        Some(html! { <GoalPanel {words} {found} {view} {dispatch} /> })
    }

    pub(super) fn budget(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.budget.clone()?;
        let (view, dispatch) = (state.view().clone(), self.dispatch.clone());
        Some(html! { <BudgetPanel {words} {found} {view} {dispatch} /> })
    }
}
