//! The numbers of a view by name.

use super::document::Document;
use super::number::kinds::{Goal, MeanDays, Price, Seed, Trials};
use super::number::{Limits, Number, Range};
use super::plan_field::PlanField;
use super::view::View;

/// One number of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ViewField {
    /// Where the random numbers start.
    Seed,
    /// How many times chance is played out.
    Trials,
    /// What the objective is meant to reach; optional.
    Target,
    /// The days from lead to win as the visitor states them; optional.
    CycleDays,
    /// What one step of improvement costs a month at a stage, counted from 0; optional.
    StagePrice(usize),
    /// A number of what is planned; optional.
    Planned(PlanField),
}

impl ViewField {
    /// What the field may hold.
    #[must_use]
    pub fn limits(self) -> Limits {
        match self {
            Self::Seed => Seed::LIMITS,
            Self::Trials => Trials::LIMITS,
            Self::Target => Goal::LIMITS,
            Self::CycleDays => MeanDays::LIMITS,
            Self::StagePrice(_) => Price::LIMITS,
            Self::Planned(field) => field.limits(),
        }
    }

    /// Whether a view of `document` has it.
    #[must_use]
    pub fn is_of(self, document: &Document) -> bool {
        !matches!(self, Self::StagePrice(stage) if stage >= document.stages.len())
    }

    /// Its number, if it has one.
    #[must_use]
    pub fn get(self, view: &View) -> Option<f64> {
        match self {
            Self::Seed => Some(view.seed.get()),
            Self::Trials => Some(view.trials.get()),
            Self::Target => view.target.map(Number::get),
            Self::CycleDays => view.cycle_days.map(Number::get),
            Self::StagePrice(stage) => view.stages.price(stage),
            Self::Planned(field) => view.plans.get(field),
        }
    }

    /// Puts a number in, or nothing where that is allowed; `false` when the field does not take it.
    pub fn set(self, view: &mut View, value: Option<f64>) -> bool {
        let is_required = matches!(self, Self::Seed | Self::Trials);
        let allowed = match value {
            Some(value) => self.limits().allow(value),
            None => !is_required,
        };
        if allowed {
            self.put(view, value);
        }
        allowed
    }

    /// Puts in what the field takes.
    fn put(self, view: &mut View, value: Option<f64>) {
        match self {
            Self::Seed => view.seed = number(value).unwrap_or(view.seed),
            Self::Trials => view.trials = number(value).unwrap_or(view.trials),
            Self::Target => view.target = number(value),
            Self::CycleDays => view.cycle_days = number(value),
            Self::StagePrice(stage) => view.stages.set_price(stage, number(value)),
            Self::Planned(field) => view.plans.set(field, value),
        }
    }
}

fn number<R: Range>(value: Option<f64>) -> Option<Number<R>> {
    value.map(Number::nearest)
}
