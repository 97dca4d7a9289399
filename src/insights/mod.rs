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
//! where the answer flips, [`BreakEvenCurve`] and [`LeadRateRuns`] draw the answer against leads and conversion.

mod band;
mod benchmarks;
mod break_even;
mod ceiling;
mod certainty;
mod comparison;
mod contour;
mod contradictions;
mod curve;
mod equal_line;
mod equivalent;
mod fix_or_buy;
mod flip_points;
mod flips;
mod formula;
mod lead_rate_map;
mod leak_scales;
mod leaks;
mod map_axis;
mod objective;
mod outward;
mod overload;
mod question;
mod reach;
mod stage_facts;
mod tornado;
mod why;

pub use band::band;
pub use benchmarks::{
    BENCHMARKS, Benchmark, BenchmarkComparison, BenchmarkReach, Denominator, Milestone, Population,
    Quality, Quantity, Source, Standing, compare_to_benchmark,
};
pub use break_even::{BreakEven, BreakEvenCurve, LeadsPoint};
pub use ceiling::{Ceiling, ceiling, full_stages, shares_reaching};
pub use certainty::{Certainty, Means, Trials, chance_moves_means};
pub use comparison::{
    Comparison, Equivalent, Outcome, Verdict, better_stage, compare, compare_at_once, default_pair,
    leads_instead,
};
pub use contour::Line;
pub use contradictions::{Contradiction, Known, Note, contradictions};
pub use curve::{Input, curve};
pub use equal_line::BorderPoint;
pub use equivalent::{
    ExtraLeads, LeadSearch, MOST_TIMES, as_many_leads, more_leads, more_leads_of,
};
pub use fix_or_buy::{Advantage, AllPairs, Combinations, LeadsStep, StageStep};
pub use flips::{Flip, FlipAnswer, FlipInput, FlipSearch, Flips};
pub use formula::{
    Assumption, Counted, Expression, Figure, Formula, Line as FormulaLine, Metric, Opened,
    Situation, Sum, Term, Way, formula,
};
pub use lead_rate_map::{Contour, EqualConversion, LeadRateMap, LeadRateRuns, MapPoint};
pub use leak_scales::{Distinction, LeakScale, LeakScales, ScaleGain, ScaleRanking};
pub use leaks::{Leak, leaks, one_step_up, top_leak};
pub use objective::{cumulated, measure};
pub use overload::{Overload, overload};
pub use question::Question;
pub use reach::Reach;
pub use stage_facts::{StageFacts, stage_facts};
pub use tornado::{Bar, BarEnd, DEFAULT_STEP, NoBar, Tornado, TornadoRuns, TornadoStep};
pub use why::{Causes, Why, causes, why};
