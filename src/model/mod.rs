//! The scenario document: its types, limits, text form and presets.
//!
//! * [`Document`] and its parts say what a pipeline is; every number is checked by its type.
//! * [`Number`] holds a value within the limits of its kind, [`Uncertain`] one that may be an interval.
//! * [`Field`] names one number, for an input, a curve or an error message; [`Document::fields`] are
//!   all that hold one.
//! * [`Problem`] says what is wrong with a document and where.
//! * [`Node`] is a parsed text; [`Document::read`] and [`Document::to_json`] go from text to document and
//!   back, both in one line a field, and the defaults are in one file, `defaults.rs`.
//! * Structural edits are methods of [`Document`] and keep it valid; [`Shift`] tells what names a stage by
//!   its place how places changed.
//! * [`ScenarioEdit`] is what a visitor does with scenarios, [`LeverField`] names a number of one of their levers.
//! * [`Preset`] makes documents to start from, [`View`] is what a visitor looks at, with [`StageNotes`],
//!   and [`Plans`] say what is intended; numbers of these are named by [`ViewField`] and [`PlanField`].

mod at;
mod brief;
mod choice;
mod currency;
mod decimal;
mod defaults;
mod document;
mod edit;
mod field;
mod fields;
mod json;
mod left_out;
mod lever_draft;
mod lever_field;
mod month;
mod number;
mod panel;
mod plan;
mod plan_field;
mod presets;
mod problem;
mod problem_text;
mod read;
mod read_levers;
mod read_values;
mod scenario_edit;
mod shift;
mod shortest;
mod slot;
mod spread;
mod stage_note;
mod step;
mod text;
mod uncertain;
mod view;
mod view_field;
mod write;

pub(crate) use at::At;
pub(crate) use read::version as check_version;

pub use choice::{BillingKind, LeverKind};
pub use currency::Currency;
pub use decimal::read_decimal;
pub use document::{
    Billing, Change, Channel, Days, Deal, Document, LONGEST_NAME, Lever, MOST_CHANNELS,
    MOST_LEVERS, MOST_SCENARIOS, MOST_STAGES, OneOff, Opening, Recurring, Scenario, Stage, VERSION,
    Waiting, WaitingOrder,
};
pub use field::{ChannelField, DealField, Field, StageField};
pub use json::{DEEPEST, LONGEST_TEXT, Node};
pub use left_out::MOST_COMPARED;
pub use lever_field::LeverField;
pub use month::Month;
pub use number::{Limits, Number, Range, kinds};
pub use panel::{Panel, Panels};
pub use plan::{GoalMeasure, PlannedLever, Plans};
pub use plan_field::{PlanField, StepField};
pub use presets::{Preset, PresetNames};
pub use problem::{Expected, Path, Problem, ProblemKind};
pub use scenario_edit::{ScenarioEdit, ScenarioProblem};
pub use shift::Shift;
pub(crate) use shortest::ShortestDigits;
pub use shortest::decimal_text;
pub use slot::Refusal;
pub use spread::Spread;
pub use stage_note::{StageNote, StageNotes};
pub use step::Step;
pub use uncertain::{Conversion, Uncertain};
pub use view::{Objective, Pair, View};
pub use view_field::ViewField;
