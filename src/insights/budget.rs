//! How to split money between leads and stages.

use super::objective::measure;
use super::question::Question;
use super::spending::{Item, Prices, levers};
use super::split_search::{Exchange, Greedy, Split};
use crate::engine::{Simulator, Totals, count};
use crate::model::{Document, Number, Objective, PlanField, View, kinds::Money};

/// The money is split into so many equal slices.
pub const SLICES: usize = 20;

/// The best ways to spend money, and what they bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// What there is a month.
    pub per_month: f64,
    /// Whether that is what the visitor has said; else it is what the leads cost now, or ten first steps where they
    /// cost nothing.
    pub is_default: bool,
    /// What everything costs.
    pub prices: Prices,
    /// The pipeline as it is, over the horizon.
    pub baseline: Totals,
    /// The best split found; money that does not pay is kept.
    pub best: Spending,
    /// All of it into leads, split between the channels as pays most; none where no leads can be bought.
    pub all_leads: Option<Spending>,
    /// All of it into stages, split between them as pays most; none where no step has a price.
    pub all_stages: Option<Spending>,
    /// The share that goes into leads, 0 to 1, and what the objective comes to when the rest goes into stages: each
    /// part split as the two above. Empty where one of them is missing.
    pub curve: Vec<(f64, f64)>,
}

/// Money that is spent one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Spending {
    /// What each item gets a month; what gets nothing is left out.
    pub items: Vec<(Item, f64)>,
    /// What the horizon brings then.
    pub totals: Totals,
}

impl Budget {
    /// What a way to spend it gains in `objective` over the horizon.
    #[must_use]
    pub fn gain(&self, objective: Objective, spending: &Spending) -> f64 {
        measure(objective, &spending.totals) - measure(objective, &self.baseline)
    }
}

/// Finds them, one run a step.
#[derive(Clone, Debug)]
pub struct BudgetSearch {
    document: Document,
    objective: Objective,
    prices: Prices,
    per_month: f64,
    is_default: bool,
    baseline: Option<Totals>,
    leads: Greedy,
    stages: Greedy,
    curve: Vec<(f64, f64)>,
    all: Greedy,
    /// What the split of `all` comes to.
    all_result: f64,
    exchange: Option<Exchange>,
}

impl BudgetSearch {
    /// By the objective, the prices and the money of `view`.
    #[must_use]
    pub fn new(document: &Document, view: &View) -> Self {
        let prices = Prices::new(document, view);
        let given = view.plans.get(PlanField::BudgetPerMonth);
        let per_month = given.unwrap_or_else(|| prices.default_budget());
        let slice = per_month / count(SLICES);
        let items = prices.items();
        let is_lead = |item: &Item| matches!(item, Item::Channel(_));
        let (of_leads, of_stages): (Vec<Item>, Vec<Item>) =
            items.iter().partition(|item| is_lead(item));
        // First, so that money that brings nothing is kept.
        let all: Vec<Item> = std::iter::once(Item::Kept).chain(items).collect();
        Self {
            document: document.clone(),
            objective: view.objective,
            per_month,
            is_default: given.is_none(),
            baseline: None,
            leads: Greedy::new(&of_leads, slice),
            stages: Greedy::new(&of_stages, slice),
            curve: Vec::new(),
            all: Greedy::new(&all, slice),
            all_result: f64::NEG_INFINITY,
            exchange: None,
            prices,
        }
    }

    /// The objective of a split over the horizon.
    fn run(&self, simulator: &mut Simulator, split: &Split) -> f64 {
        let totals = simulator.totals(&self.document, &split.levers(&self.prices));
        measure(self.objective, &totals)
    }

    /// So many slices of the leads' split, the rest of the stages'.
    fn mix(&self, of_leads: usize) -> Split {
        let leads = self.leads.path.iter().take(of_leads);
        let stages = self.stages.path.iter().take(SLICES - of_leads);
        let nothing = self.all.emptied();
        leads
            .chain(stages)
            .fold(nothing, |split, item| split.with(*item))
    }

    /// The best that is known: the greedy split, or a point of the curve.
    fn start_exchange(&self) -> Exchange {
        let points = self.curve.iter().enumerate();
        let best = points.max_by(|(_, left), (_, right)| left.1.total_cmp(&right.1));
        match best {
            Some((of_leads, (_, result))) if *result > self.all_result => {
                Exchange::new(self.mix(of_leads), *result)
            }
            _ => Exchange::new(self.all.split().clone(), self.all_result),
        }
    }

    fn spending(&self, simulator: &mut Simulator, split: &Split) -> Spending {
        let spent = split.spent().into_iter();
        let items: Vec<(Item, f64)> = spent.filter(|(_, money)| *money > 0.0).collect();
        let totals = simulator.totals(&self.document, &levers(&self.prices, &items));
        Spending { items, totals }
    }

    fn finish(&mut self, simulator: &mut Simulator, baseline: Totals, best: &Split) -> Budget {
        let of = |simulator: &mut Simulator, greedy: &Greedy| {
            (!greedy.path.is_empty()).then(|| self.spending(simulator, greedy.split()))
        };
        let all_leads = of(simulator, &self.leads);
        let all_stages = of(simulator, &self.stages);
        Budget {
            per_month: self.per_month,
            is_default: self.is_default,
            prices: self.prices.clone(),
            baseline,
            best: self.spending(simulator, best),
            all_leads,
            all_stages,
            curve: std::mem::take(&mut self.curve),
        }
    }
}

impl Question for BudgetSearch {
    type Answer = Budget;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Budget> {
        let Some(baseline) = self.baseline else {
            self.baseline = Some(simulator.totals(&self.document, &[]));
            return None;
        };
        if let Some(split) = next_of(&self.leads) {
            let result = self.run(simulator, &split);
            self.leads.take(result);
            return None;
        }
        if let Some(split) = next_of(&self.stages) {
            let result = self.run(simulator, &split);
            self.stages.take(result);
            return None;
        }
        let has_both = !self.leads.path.is_empty() && !self.stages.path.is_empty();
        if has_both && self.curve.len() <= SLICES {
            let of_leads = self.curve.len();
            let result = self.run(simulator, &self.mix(of_leads));
            self.curve.push((count(of_leads) / count(SLICES), result));
            return None;
        }
        if let Some(split) = next_of(&self.all) {
            let result = self.run(simulator, &split);
            if let Some(result) = self.all.take(result) {
                self.all_result = result;
            }
            return None;
        }
        let exchange = self.exchange.take();
        let mut exchange = exchange.unwrap_or_else(|| self.start_exchange());
        if let Some(split) = exchange.wanted() {
            exchange.take(self.run(simulator, &split));
            self.exchange = Some(exchange);
            return None;
        }
        Some(self.finish(simulator, baseline, exchange.best().0))
    }
}

/// What a greedy split has still to try while there is money.
fn next_of(greedy: &Greedy) -> Option<Split> {
    greedy.wanted().filter(|_| greedy.path.len() < SLICES)
}

impl Prices {
    /// What there is to spend unless the visitor says so.
    fn default_budget(&self) -> f64 {
        let leads = self.present_leads_cost();
        let steps = self.steps.iter().filter_map(|step| step.per_month);
        let first_steps: f64 = steps.map(|price| price * 10.0).fold(0.0, f64::max);
        let money = if leads > 0.0 { leads } else { first_steps };
        Number::<Money>::nearest(money).get()
    }
}
