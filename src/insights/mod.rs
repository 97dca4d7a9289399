//! From runs to answers: typed facts without words.
//!
//! [`leaks`](leaks()) ranks the stages by what the same effort would bring, [`as_many_leads`] says how
//! many leads do the same as an improvement.

mod equivalent;
mod leaks;
mod objective;

pub use equivalent::{ExtraLeads, MOST_TIMES, as_many_leads, more_leads};
pub use leaks::{Leak, leaks, one_step_up, top_leak};
pub use objective::measure;
