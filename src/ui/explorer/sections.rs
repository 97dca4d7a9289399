//! The sections under the answer, one after the other, each once something has been found out for it.

use yew::prelude::*;

use super::*;

/// What is under the answer, in the order in which it is shown.
#[derive(Clone, Copy)]
enum Section {
    Notes,
    FixOrBuy,
    Payback,
    Flips,
    Why,
    Leaks,
    Budget,
    Benchmarks,
    BreakEven,
    Map,
    Tornado,
    Chance,
    Goal,
    Table,
    Currency,
    Scenarios,
    TimeToRevenue,
    OpenPipeline,
    CustomerValue,
    Saving,
    Embedding,
    End,
}

const IN_ORDER: [Section; 22] = [
    Section::Notes,
    Section::FixOrBuy,
    Section::Payback,
    Section::Flips,
    Section::Why,
    Section::Leaks,
    Section::Budget,
    Section::Benchmarks,
    Section::BreakEven,
    Section::Map,
    Section::Tornado,
    Section::Chance,
    Section::Goal,
    Section::Table,
    Section::Currency,
    Section::Scenarios,
    Section::TimeToRevenue,
    Section::OpenPipeline,
    Section::CustomerValue,
    Section::Saving,
    Section::Embedding,
    Section::End,
];

impl Findings {
    /// Shows the next section, if what is in it has been found out or nothing more is. Each is shown after those over it
    /// and in a task of its own, so that nothing moves that somebody looks at, and no task is long.
    pub(super) fn show_next(&mut self, more: bool) -> bool {
        let next = IN_ORDER.get(self.sections);
        let shows = next.is_some_and(|next| !more || self.has(*next));
        self.sections += usize::from(shows);
        shows
    }

    /// Whether all sections show.
    pub(super) fn show_all(&self) -> bool {
        self.sections == IN_ORDER.len()
    }

    /// Whether what is in a section has been found out; nothing has to be for those that say what they wait for.
    fn has(&self, section: Section) -> bool {
        match section {
            Section::Notes => self.notes.is_some(),
            Section::FixOrBuy => self.all_pairs.is_some(),
            Section::Flips => self.flips.is_some(),
            Section::Why => self.why.is_some(),
            Section::Leaks => self.leaks.is_some(),
            Section::Benchmarks => self.held.is_some(),
            Section::BreakEven => self.break_even.is_some(),
            Section::Map => self.map.is_some(),
            Section::Tornado => self.same_step.is_some() && self.own_uncertainty.is_some(),
            Section::Payback
            | Section::Budget
            | Section::Chance
            | Section::Goal
            | Section::Table
            | Section::Currency
            | Section::Scenarios
            | Section::TimeToRevenue
            | Section::OpenPipeline
            | Section::CustomerValue
            | Section::Saving
            | Section::Embedding
            | Section::End => true,
        }
    }
}

impl Explorer {
    /// The sections that show. The others keep their places, so that none is drawn anew when one more comes.
    pub(super) fn sections(&self, context: &Context<Self>, state: &State, words: Words) -> Html {
        let in_order = IN_ORDER.into_iter().enumerate().map(|(at, section)| {
            let shows = at < self.findings.sections;
            let section = shows.then(|| self.section(section, context, state, words));
            section.flatten().unwrap_or_default()
        });
        html! { <>{ for in_order }</> }
    }

    fn section(
        &self,
        section: Section,
        context: &Context<Self>,
        state: &State,
        words: Words,
    ) -> Option<Html> {
        let panel = |panel, draw: &dyn Fn() -> Option<Html>| {
            Some(self.panel(context, state, words, panel, draw))
        };
        match section {
            Section::Notes => self.notes(state, words),
            Section::FixOrBuy => self.fix_or_buy(state, words),
            Section::Payback => panel(Panel::Payback, &|| self.payback(state, words)),
            Section::Flips => self.flips(words),
            Section::Why => self.why(words),
            Section::Leaks => self.leaks(state, words),
            Section::Budget => panel(Panel::Budget, &|| self.budget(state, words)),
            Section::Benchmarks => self.benchmarks(state, words),
            Section::BreakEven => self.break_even(words),
            Section::Map => self.map(words),
            Section::Tornado => self.tornado(words),
            Section::Chance => Some(self.chance(state, words)),
            Section::Goal => panel(Panel::Goal, &|| self.goal(state, words)),
            Section::Table => Some(table_of(state, words)),
            Section::Currency => Some(currency(words, &self.dispatch)),
            Section::Scenarios => panel(Panel::Scenarios, &|| Some(self.scenarios(state, words))),
            Section::TimeToRevenue => {
                panel(Panel::TimeToRevenue, &|| self.time_to_revenue(state, words))
            }
            Section::OpenPipeline => {
                panel(Panel::OpenPipeline, &|| self.open_pipeline(state, words))
            }
            Section::CustomerValue => {
                panel(Panel::CustomerValue, &|| self.customer_value(state, words))
            }
            Section::Saving => Some(self.saving(context, state, words)),
            Section::Embedding => self.embedding(context, state, words),
            Section::End => Some(self.end(context, state, words)),
        }
    }

    fn notes(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.notes.clone()?;
        let cycle_days = state.view().cycle_days.map(Number::get);
        let dispatch = self.dispatch.clone();
        Some(html! { <Notes {words} {found} {cycle_days} {dispatch} /> })
    }

    fn fix_or_buy(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.all_pairs.clone()?;
        let compared = state.compared();
        Some(html! { <FixOrBuyPanel {words} {compared} {found} /> })
    }

    fn flips(&self, words: Words) -> Option<Html> {
        let found = self.findings.flips.clone()?;
        Some(html! { <FlipsPanel {words} {found} /> })
    }

    fn why(&self, words: Words) -> Option<Html> {
        let found = self.findings.why.clone()?;
        Some(html! { <WhyPanel {words} {found} /> })
    }

    fn leaks(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.leaks.clone()?;
        let (notes, dispatch) = (state.view().stages.clone(), self.dispatch.clone());
        Some(html! { <LeaksPanel {words} {found} {notes} {dispatch} /> })
    }

    fn benchmarks(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.held.clone()?;
        let (shared, dispatch) = (state.shared.clone(), self.dispatch.clone());
        Some(html! { <BenchmarksPanel {words} {found} {shared} {dispatch} /> })
    }

    fn break_even(&self, words: Words) -> Option<Html> {
        let found = self.findings.break_even.clone()?;
        Some(html! { <BreakEvenPanel {words} {found} /> })
    }

    fn map(&self, words: Words) -> Option<Html> {
        let found = self.findings.map.clone()?;
        Some(html! { <MapPanel {words} {found} /> })
    }

    fn tornado(&self, words: Words) -> Option<Html> {
        let same_step = self.findings.same_step.clone()?;
        let own_uncertainty = self.findings.own_uncertainty.clone()?;
        Some(html! { <TornadoPanel {words} {same_step} {own_uncertainty} /> })
    }

    /// What the open deals bring.
    fn open_pipeline(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.open_deals.clone()?;
        let (shared, dispatch) = (state.shared.clone(), self.dispatch.clone());
        Some(html! { <OpenPipelinePanel {words} {found} {shared} {dispatch} /> })
    }

    /// What a customer is worth and costs.
    fn customer_value(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.customer_value.clone()?;
        let (shared, dispatch) = (state.shared.clone(), self.dispatch.clone());
        Some(html! { <CustomerValuePanel {words} {found} {shared} {dispatch} /> })
    }

    fn goal(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.goal.clone()?;
        let (view, dispatch) = (state.view().clone(), self.dispatch.clone());
        Some(html! { <GoalPanel {words} {found} {view} {dispatch} /> })
    }

    fn budget(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.budget.clone()?;
        let (view, dispatch) = (state.view().clone(), self.dispatch.clone());
        Some(html! { <BudgetPanel {words} {found} {view} {dispatch} /> })
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
}

fn table_of(state: &State, words: Words) -> Html {
    let (details, generation) = (state.details, state.generation);
    let months = state.shared.document.months.get();
    html! { <Table {words} {details} {months} {generation} /> }
}
