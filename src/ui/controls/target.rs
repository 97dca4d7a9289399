//! What a number control changes.

use crate::model::{Field, Limits, Number, Pair, Refusal, Spread, StageField, ViewField};
use crate::state::{Action, Gesture};

/// The most that a lever may multiply leads by.
const MOST_TIMES: f64 = 1000.0;

/// What a number control changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum Target {
    /// A number of the document.
    Field(Field),
    /// A number of the view.
    View(ViewField),
    /// The conversion that the compared stage is raised to.
    PairTo(Pair),
    /// The extra leads a month that are compared, on top of so many.
    ExtraLeads(Pair, f64),
}

impl Target {
    pub fn id(self) -> String {
        match self {
            Self::Field(field) => field.path().to_string(),
            Self::View(ViewField::Seed) => "view.seed".to_owned(),
            Self::View(ViewField::Trials) => "view.trials".to_owned(),
            Self::View(ViewField::Target) => "view.target".to_owned(),
            Self::View(ViewField::CycleDays) => "view.cycleDays".to_owned(),
            Self::View(ViewField::StagePrice(stage)) => {
                ["view.stages[", &stage.to_string(), "].price"].concat()
            }
            Self::View(ViewField::Planned(field)) => ["view.plans.", &field.id()].concat(),
            Self::PairTo(_) => "pair.to".to_owned(),
            Self::ExtraLeads(..) => "pair.leadsTimes".to_owned(),
        }
    }

    /// Whether `spread` may be put there; only the document's numbers may be uncertain.
    pub fn check(self, spread: Spread) -> Result<(), Refusal> {
        let limits = match self {
            Self::Field(field) => return field.check(spread),
            Self::View(field) => field.limits(),
            Self::PairTo(pair) => Field::Stage(pair.stage, StageField::Conversion).limits(),
            Self::ExtraLeads(_, leads) => extra_limits(leads),
        };
        match spread.exactly() {
            Some(value) if limits.allow(value) => Ok(()),
            Some(_) => Err(Refusal::OutOfRange(limits)),
            None => Err(Refusal::OnlyExactly),
        }
    }

    /// Whether a range may be typed.
    pub const fn may_be_uncertain(self) -> bool {
        matches!(self, Self::Field(field) if field.may_be_uncertain())
    }

    /// Whether an empty box means "off".
    pub const fn is_optional(self) -> bool {
        matches!(
            self,
            Self::Field(Field::Stage(
                _,
                StageField::CapacityPerMonth
                    | StageField::PatienceHalfLifeDays
                    | StageField::StaleHalfLifeDays
                    | StageField::DiscardAfterDays
                    | StageField::LostDaysMean
                    | StageField::Target
            )) | Self::View(ViewField::Target)
        ) || self.is_noted()
    }

    /// Whether it is only noted beside the numbers: an empty box then switches nothing off.
    pub const fn is_noted(self) -> bool {
        matches!(
            self,
            Self::View(field) if !matches!(field, ViewField::Seed | ViewField::Trials | ViewField::Target)
        )
    }

    pub fn set(self, value: Option<Spread>, gesture: Gesture) -> Option<Action> {
        Some(match self {
            Self::Field(field) => Action::SetNumber {
                field,
                value,
                gesture,
            },
            Self::View(field) => Action::SetViewNumber {
                field,
                value: value.and_then(Spread::exactly),
                gesture,
            },
            Self::PairTo(pair) => {
                let to = Number::nearest(value?.exactly()?);
                let pair = Some(Pair { to, ..pair });
                Action::SetPair { pair, gesture }
            }
            Self::ExtraLeads(pair, leads) => {
                let leads_times = Number::nearest(times(value?.exactly()?, leads));
                let pair = Some(Pair {
                    leads_times,
                    ..pair
                });
                Action::SetPair { pair, gesture }
            }
        })
    }

    pub const fn reject(self) -> Option<Action> {
        match self {
            Self::Field(field) => Some(Action::Reject(field)),
            Self::View(_) | Self::PairTo(_) | Self::ExtraLeads(..) => None,
        }
    }
}

/// The extra leads a month of a pair, on top of so many.
pub(in crate::ui) fn extra(pair: Pair, leads: f64) -> f64 {
    (pair.leads_times.get() - 1.0) * leads
}

/// What so many leads are multiplied by with so many extra ones; no leads are no more with any.
pub(in crate::ui) fn times(extra: f64, leads: f64) -> f64 {
    if leads > 0.0 {
        1.0 + extra / leads
    } else {
        1.0
    }
}

/// The extra leads that may be compared.
pub(in crate::ui) fn extra_limits(leads: f64) -> Limits {
    Limits {
        min: 0.0,
        max: (MOST_TIMES - 1.0) * leads,
        above_min: false,
        whole: false,
    }
}
