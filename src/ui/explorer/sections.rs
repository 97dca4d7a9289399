//! The sections under the answer, each once something has been found out for it.

use yew::prelude::*;

use super::*;

/// How many sections there are for what is found out, and how many with those under them.
const FINDINGS: usize = 11;
pub(super) const SECTIONS: usize = FINDINGS + 11;

impl Findings {
    /// Shows the next section, if what is in it has been found out or nothing more is. Each is shown after those over it
    /// and in a task of its own, so that nothing moves that somebody looks at, and no task is long.
    pub(super) fn show_next(&mut self, more: bool) -> bool {
        let of_panel = true;
        let found: [bool; FINDINGS] = [
            self.notes.is_some(),
            self.all_pairs.is_some(),
            of_panel,
            self.flips.is_some(),
            self.why.is_some(),
            self.leaks.is_some(),
            of_panel,
            self.held.is_some(),
            self.break_even.is_some(),
            self.map.is_some(),
            self.same_step.is_some() && self.own_uncertainty.is_some(),
        ];
        let is_found = found.get(self.sections).copied().unwrap_or(true);
        let shows = self.sections < SECTIONS && (is_found || !more);
        self.sections += usize::from(shows);
        shows
    }
}

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
        let payback = || self.payback(state, words);
        let payback = self.panel(context, state, words, Panel::Payback, payback);
        let budget = || self.budget(state, words);
        let budget = self.panel(context, state, words, Panel::Budget, budget);
        let sections: [_; FINDINGS] = [
            notes,
            fix_or_buy,
            Some(payback),
            flips,
            why,
            leaks,
            Some(budget),
            benchmarks,
            break_even,
            map,
            tornado,
        ];
        let in_order = sections.into_iter().enumerate();
        let in_order = in_order.map(|(at, section)| {
            let section = section.filter(|_| at < self.findings.sections);
            section.unwrap_or_default()
        });
        html! { <>{ for in_order }</> }
    }

    /// What stands under what is found out.
    pub(super) fn under_findings(
        &self,
        context: &Context<Self>,
        state: &State,
        words: Words,
    ) -> Html {
        let section = |at: usize, draw: &dyn Fn() -> Html| {
            let shows = FINDINGS + at < self.findings.sections;
            if shows { draw() } else { Html::default() }
        };
        let months = state.shared.document.months.get();
        let goal = || self.goal(state, words);
        let scenarios = || Some(self.scenarios(state, words));
        let time_to_revenue = || self.time_to_revenue(state, words);
        html! {
            <>
                { section(0, &|| self.chance(state, words)) }
                { section(1, &|| self.panel(context, state, words, Panel::Goal, goal)) }
                { section(2, &|| html! { <Table {words} details={state.details} {months} generation={state.generation} /> }) }
                { section(3, &|| currency(words, &self.dispatch)) }
                { section(4, &|| self.panel(context, state, words, Panel::Scenarios, scenarios)) }
                { section(5, &|| self.panel(context, state, words, Panel::TimeToRevenue, time_to_revenue)) }
                { section(6, &|| self.open_pipeline(context, state, words)) }
                { section(7, &|| self.customer_value(context, state, words)) }
                { section(8, &|| self.saving(context, state, words)) }
                { section(9, &|| self.embedding(context, state, words).unwrap_or_default()) }
                { section(10, &|| self.end(context, state, words)) }
            </>
        }
    }

    /// The end of the printed report, and the way back.
    fn end(&self, context: &Context<Self>, state: &State, words: Words) -> Html {
        html! {
            <>
                { report::end(&context.props().host, words, state) }
                { self.way_back(context, words) }
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
