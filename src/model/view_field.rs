//! The numbers of a view by name.

use super::document::Document;
use super::number::kinds::{Goal, MeanDays, Price, Seed, Trials};
use super::number::{Limits, Number, Range};
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
        }
    }

    /// Puts a number in, or nothing where that is allowed; `false` when the field does not take it.
    pub fn set(self, view: &mut View, value: Option<f64>) -> bool {
        let allowed = value.is_none_or(|value| self.limits().allow(value));
        match (self, value) {
            _ if !allowed => return false,
            (Self::Seed, Some(value)) => view.seed = Number::nearest(value),
            (Self::Trials, Some(value)) => view.trials = Number::nearest(value),
            (Self::Target, value) => view.target = value.map(Number::nearest),
            (Self::CycleDays, value) => view.cycle_days = value.map(Number::nearest),
            (Self::StagePrice(stage), value) => {
                view.stages.set_price(stage, value.map(Number::nearest));
            }
            (Self::Seed | Self::Trials, None) => return false,
        }
        true
    }
}
