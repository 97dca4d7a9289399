//! What can be explored under the answer, found in slices that leave the page free in between.

use std::collections::VecDeque;

use super::held_stages::{HeldStage, HeldStages};
use crate::engine::Simulator;
use crate::insights::{
    AllPairs, BreakEven, BreakEvenCurve, Budget, BudgetSearch, Combinations, ComparedScenarios,
    CustomerValue, CustomerValueRuns, FlipAnswer, FlipSearch, GoalAnswer, GoalSearch, Known,
    LeadRateMap, LeadRateRuns, LeakScales, Note, OpenDeals, OpenDealsRuns, PlannedChange,
    PlannedRuns, Question, ScaleRanking, ScenarioRuns, StageFacts, StepRuns, Steps, TimeToRevenue,
    TimeToRevenueRuns, Tornado, TornadoRuns, TornadoStep, Why, contradictions, stage_facts,
    top_leak, why,
};
use crate::model::{Document, Number, Objective, Pair, Panel, PlanField, View};

/// Something that was found.
#[derive(Clone, Debug)]
pub enum Finding {
    /// What in the document does not go together.
    Notes(Vec<Note>),
    /// Every stage against the leads of every channel.
    AllPairs(Combinations),
    /// What becomes of the wins that the rates promise, with the leads as they are and with the pair's.
    Why([Why; 2]),
    /// The stages on every scale, and what happens at each.
    Leaks(Vec<ScaleRanking>, Vec<StageFacts>),
    /// The stages that are held against published ranges.
    Benchmarks(Vec<HeldStage>),
    /// When the answer flips.
    Flips(FlipAnswer),
    /// The objective against extra leads.
    BreakEven(BreakEven),
    /// The objective over leads and the conversion of the pair's stage.
    Map(LeadRateMap),
    /// What each input alone does.
    Tornado(Tornado),
    /// What the open deals bring.
    OpenDeals(OpenDeals),
    /// What a customer is worth and costs.
    CustomerValue(CustomerValue),
    /// What a target takes.
    Goal(Box<GoalAnswer>),
    /// What the planned change costs and brings back.
    Planned(Box<PlannedChange>),
    /// How to split money.
    Budget(Budget),
    /// From the first contact to the first cash.
    TimeToRevenue(TimeToRevenue),
    /// The usual steps of shortening it.
    Steps(Steps),
    /// Scenarios side by side.
    Scenarios(Box<ComparedScenarios>),
}

/// Finds one thing after the other for a document and its view.
#[derive(Default)]
pub struct Exploration {
    simulator: Simulator,
    asked: VecDeque<Box<dyn Asked>>,
}

impl Exploration {
    /// Puts the questions for a document, its view and the pair compared in place of those that are still open, in the order
    /// in which the answers are shown.
    pub fn ask(&mut self, document: &Document, view: &View, pair: Pair) {
        let objective = view.objective;
        let tornado = |step| TornadoRuns::new(document, objective, step);
        self.asked = VecDeque::from([
            boxed(Notes::new(document, view), Finding::Notes),
            boxed(AllPairs::new(document), Finding::AllPairs),
            boxed(FlipSearch::new(document, pair, objective), Finding::Flips),
            boxed(Whys::new(document, pair), Finding::Why),
            boxed(
                Leaks {
                    document: document.clone(),
                    scales: LeakScales::new(document, view),
                },
                |(rankings, facts)| Finding::Leaks(rankings, facts),
            ),
            boxed(HeldStages::new(document, view), Finding::Benchmarks),
            boxed(
                BreakEvenCurve::new(document, pair, objective),
                Finding::BreakEven,
            ),
            boxed(LeadRateRuns::new(document, pair, objective), Finding::Map),
            boxed(tornado(TornadoStep::default()), Finding::Tornado),
            boxed(tornado(TornadoStep::OwnUncertainty), Finding::Tornado),
        ]);
        let open = Panel::all().iter();
        let open = open.filter(|panel| view.panels.contains(**panel));
        let questions = open.flat_map(|panel| of_panel(*panel, document, view, pair));
        self.asked.extend(questions);
    }

    /// Leaves the questions that are still open.
    pub fn stop(&mut self) {
        self.asked.clear();
    }

    /// Works while there is time, a run or a few at least. Returns what is found, and whether there is more to do.
    pub fn slice(&mut self, has_time: impl Fn() -> bool) -> (Vec<Finding>, bool) {
        let mut found = Vec::new();
        while let Some(first) = self.asked.front_mut() {
            if let Some(finding) = first.step(&mut self.simulator) {
                found.push(finding);
                self.asked.pop_front();
            }
            if !has_time() {
                break;
            }
        }
        (found, !self.asked.is_empty())
    }
}

/// The questions of a panel.
fn of_panel(panel: Panel, document: &Document, view: &View, pair: Pair) -> Vec<Box<dyn Asked>> {
    match panel {
        Panel::Goal => vec![boxed(GoalSearch::new(document, view), |goal| {
            Finding::Goal(Box::new(goal))
        })],
        Panel::TimeToRevenue => {
            let way = TimeToRevenueRuns::planned(document, &view.plans);
            let steps = StepRuns::new(document, &view.plans);
            vec![
                boxed(way, Finding::TimeToRevenue),
                boxed(steps, Finding::Steps),
            ]
        }
        Panel::Budget => vec![boxed(BudgetSearch::new(document, view), Finding::Budget)],
        Panel::Payback => vec![boxed(PlannedRuns::new(document, view, pair), |planned| {
            Finding::Planned(Box::new(planned))
        })],
        Panel::OpenPipeline => {
            let runs = OpenDealsRuns::new(document, view.plans.get(PlanField::WithinDays));
            vec![boxed(runs, Finding::OpenDeals)]
        }
        Panel::CustomerValue => {
            let runs = CustomerValueRuns::new(document);
            vec![boxed(runs, Finding::CustomerValue)]
        }
        Panel::Scenarios => vec![boxed(ScenarioRuns::new(document, view), |compared| {
            Finding::Scenarios(Box::new(compared))
        })],
    }
}

/// A question of whatever kind.
trait Asked {
    fn step(&mut self, simulator: &mut Simulator) -> Option<Finding>;
}

struct Wrapped<Q: Question> {
    question: Q,
    finding: fn(Q::Answer) -> Finding,
}

impl<Q: Question> Asked for Wrapped<Q> {
    fn step(&mut self, simulator: &mut Simulator) -> Option<Finding> {
        self.question.step(simulator).map(self.finding)
    }
}

fn boxed<Q: Question + 'static>(question: Q, finding: fn(Q::Answer) -> Finding) -> Box<dyn Asked> {
    Box::new(Wrapped { question, finding })
}

/// The notes, which have to know the top leak and the cycle that is stated.
struct Notes {
    document: Document,
    cycle_days: Option<f64>,
}

impl Notes {
    fn new(document: &Document, view: &View) -> Self {
        Self {
            document: document.clone(),
            cycle_days: view.cycle_days.map(Number::get),
        }
    }
}

impl Question for Notes {
    type Answer = Vec<Note>;

    fn step(&mut self, simulator: &mut Simulator) -> Option<Vec<Note>> {
        let top_leak = top_leak(simulator, &self.document, Objective::Won);
        let known = Known {
            top_leak: top_leak.map(|leak| leak.stage),
            cycle_days: self.cycle_days,
        };
        Some(contradictions(&self.document, known))
    }
}

/// What becomes of the promised wins: without the pair's leads first, then with them.
struct Whys {
    document: Document,
    pair: Pair,
    now: Option<Why>,
}

impl Whys {
    fn new(document: &Document, pair: Pair) -> Self {
        Self {
            document: document.clone(),
            pair,
            now: None,
        }
    }
}

impl Question for Whys {
    type Answer = [Why; 2];

    fn step(&mut self, simulator: &mut Simulator) -> Option<[Why; 2]> {
        let times = self.now.map_or(1.0, |_| self.pair.leads_times.get());
        let found = why(simulator, &self.document, self.pair.channel, times);
        if let Some(now) = self.now {
            return Some([now, found]);
        }
        self.now = Some(found);
        None
    }
}

/// The scales, then the facts.
struct Leaks {
    document: Document,
    scales: LeakScales,
}

impl Question for Leaks {
    type Answer = (Vec<ScaleRanking>, Vec<StageFacts>);

    fn step(&mut self, simulator: &mut Simulator) -> Option<Self::Answer> {
        let rankings = self.scales.step(simulator)?;
        Some((rankings, stage_facts(simulator, &self.document)))
    }
}
