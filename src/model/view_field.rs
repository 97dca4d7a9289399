//! The numbers of a view by name.

use super::number::kinds::{Goal, Seed, Trials};
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
}

impl ViewField {
    /// What the field may hold.
    #[must_use]
    pub fn limits(self) -> Limits {
        match self {
            Self::Seed => Seed::LIMITS,
            Self::Trials => Trials::LIMITS,
            Self::Target => Goal::LIMITS,
        }
    }

    /// Its number, if it has one.
    #[must_use]
    pub fn get(self, view: &View) -> Option<f64> {
        match self {
            Self::Seed => Some(view.seed.get()),
            Self::Trials => Some(view.trials.get()),
            Self::Target => view.target.map(Number::get),
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
            (Self::Seed | Self::Trials, None) => return false,
        }
        true
    }
}
