//! From runs to answers: typed facts without words.
//!
//! [`leaks`](leaks()) ranks the stages by what the same effort would bring, [`as_many_leads`] says how
//! many leads do the same as an improvement, [`compare`] puts the two ways side by side, [`ceiling`](ceiling())
//! says how many leads the pipeline can take, [`curve`](curve()) what an input would do before it is moved,
//! and [`band`](band()) what an uncertain one means.

mod band;
mod ceiling;
mod certainty;
mod comparison;
mod curve;
mod equivalent;
mod leaks;
mod objective;
mod overload;
mod question;

pub use band::band;
pub use ceiling::{Ceiling, ceiling, full_stages, shares_reaching};
pub use certainty::{Certainty, Means, Trials, chance_moves_means};
pub use comparison::{
    Comparison, Equivalent, Outcome, Verdict, better_stage, compare, compare_at_once, default_pair,
    leads_instead,
};
pub use curve::curve;
pub use equivalent::{
    ExtraLeads, LeadSearch, MOST_TIMES, as_many_leads, more_leads, more_leads_of,
};
pub use leaks::{Leak, leaks, one_step_up, top_leak};
pub use objective::measure;
pub use overload::{Overload, overload};
pub use question::Question;
