//! From runs to answers: typed facts without words.
//!
//! [`leaks`](leaks()) ranks the stages by what the same effort would bring, [`as_many_leads`] says how
//! many leads do the same as an improvement, [`compare`] puts the two ways side by side, [`ceiling`](ceiling())
//! says how many leads the pipeline can take, [`curve`](curve()) what an input would do before it is moved,
//! [`band`](band()) what an uncertain one means, and [`TornadoRuns`] which input moves the answer most.
//! [`contradictions`](contradictions()) notes what in a document does not go together, and [`BENCHMARKS`]
//! are published figures to hold a stage against. [`formula`](formula()) says how a number comes about.
//!
//! Most of the rest are [`Question`]s: [`AllPairs`] puts every stage against every channel, [`FlipSearch`] finds
//! where the answer flips, [`GoalSearch`] what a target takes, [`BudgetSearch`] how to split money,
//! [`PlannedRuns`] when a change has paid back, [`ScenarioRuns`] puts scenarios side by side, [`BreakEvenCurve`] and
//! [`LeadRateRuns`] draw the answer against leads and conversion.

mod band;
mod benchmarks;
mod break_even;
mod budget;
mod ceiling;
mod certainty;
mod chance_by_age;
mod comparison;
mod contour;
mod contradictions;
mod curve;
mod customer_changes;
mod customer_value;
mod cycle;
mod equal_line;
mod equivalent;
mod fix_or_buy;
mod flip_points;
mod flips;
mod formula;
mod goal;
mod lead_rate_map;
mod leak_scales;
mod leaks;
mod map_axis;
mod objective;
mod open_deals;
mod outward;
mod overload;
mod payback;
mod planned;
mod question;
mod reach;
mod revenue_runs;
mod scenarios;
mod shorter_cycle;
mod shorter_piece;
mod spending;
mod split_search;
mod stage_facts;
mod step_moves;
mod steps;
mod time_to_revenue;
mod tornado;
mod why;

pub use band::band;
pub use benchmarks::{
    BENCHMARKS, Benchmark, BenchmarkComparison, BenchmarkReach, Denominator, Milestone, Population,
    Quality, Quantity, Source, Standing, compare_to_benchmark,
};
pub use break_even::{BreakEven, BreakEvenCurve, LeadsPoint};
pub use budget::{Budget, BudgetSearch, SLICES, Spending};
pub use ceiling::{Ceiling, ceiling, full_stages, shares_reaching};
pub use certainty::{Certainty, Means, Trials, chance_moves_means};
pub use chance_by_age::{AgePoint, ChanceByAge};
pub use comparison::{
    Comparison, Equivalent, Outcome, Verdict, better_stage, compare, compare_at_once, default_pair,
    leads_instead,
};
pub use contour::Line;
pub use contradictions::{Contradiction, Known, Note, contradictions};
pub use curve::{Input, curve};
pub use customer_changes::{ChangeGain, CustomerChange, closing_stage};
pub use customer_value::{CustomerValue, CustomerValueRuns};
pub use cycle::CycleDistribution;
pub use equal_line::BorderPoint;
pub use equivalent::{
    ExtraLeads, LeadSearch, MOST_TIMES, as_many_leads, more_leads, more_leads_of,
};
pub use fix_or_buy::{Advantage, AllPairs, Combinations, LeadsStep, StageStep};
pub use flips::{Flip, FlipAnswer, FlipInput, FlipSearch, Flips};
pub use formula::{
    Assumed, Assumption, Changed, Compared, Counted, CustomerFact, Expression, Figure, Formula,
    Line as FormulaLine, Metric, OpenFact, Opened, PaybackFact, ScenarioFact, ShorterFact,
    Situation, Sum, Term, Way, formula,
};
pub use goal::{Goal, GoalAnswer, GoalLever, GoalPlan, GoalSearch, Needed, SURE};
pub use lead_rate_map::{Contour, EqualConversion, LeadRateMap, LeadRateRuns, MapPoint};
pub use leak_scales::{Distinction, LeakScale, LeakScales, ScaleGain, ScaleRanking};
pub use leaks::{Leak, leaks, one_step_up, top_leak};
pub use objective::{cumulated, measure};
pub use open_deals::{OpenDeals, OpenDealsRuns, OpenMonth, OpenStage, open_counts};
pub use overload::{Overload, overload};
pub use payback::{MayCost, Payback, PaybackMonth, Repaid, payback};
pub use planned::{PLANNED_EFFECT, PlannedChange, PlannedRuns, planned, planned_default};
pub use question::Question;
pub use reach::Reach;
pub use revenue_runs::TimeToRevenueRuns;
pub use scenarios::{Best, ComparedScenario, ComparedScenarios, ScenarioRun, ScenarioRuns};
pub use shorter_cycle::{ShorterCycle, shorter_cycle};
pub use shorter_piece::ShorterPiece;
pub use spending::{DEFAULT_GROWTH, Item, Prices, StepPrice};
pub use stage_facts::{StageFacts, stage_facts};
pub use step_moves::{Idle, Moved};
pub use steps::{DEFAULT_EFFECT, StepGain, StepRuns, Steps};
pub use time_to_revenue::{DEFAULT_SHORTER, Piece, PieceDays, TimeToRevenue};
pub use tornado::{Bar, BarEnd, DEFAULT_STEP, NoBar, Tornado, TornadoRuns, TornadoStep};
pub use why::{Causes, Why, causes, why};
