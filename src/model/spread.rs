//! What a field holds, however sure it is: one form for every box, whatever the field's kind of number.

use super::document::Document;
use super::field::{ChannelField, DealField, Field, StageField};
use super::number::kinds::{Count, Sample};
use super::number::{Limits, Number, Range};
use super::slot::Refusal;
use super::uncertain::{Conversion, Uncertain};

/// A number, an interval or counted evidence. A field checks it when it is [put](Field::put) there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Known exactly.
    Exactly(f64),
    /// Between the 10th and the 90th percentile.
    Between { low: f64, high: f64 },
    /// So many of so many were seen to advance.
    Counted { advanced: f64, of: f64 },
}

impl Spread {
    /// The number, if it is known exactly.
    #[must_use]
    pub fn exactly(self) -> Option<f64> {
        match self {
            Self::Exactly(value) => Some(value),
            Self::Between { .. } | Self::Counted { .. } => None,
        }
    }

    /// Whether a number of these limits may be this: the ends of an interval lie strictly inside of them.
    fn check(self, limits: Limits) -> Result<(), Refusal> {
        match self {
            Self::Exactly(value) if !limits.allow(value) => Err(Refusal::OutOfRange(limits)),
            Self::Between { low, high }
                if !(limits.allow_inside(low) && limits.allow_inside(high)) =>
            {
                Err(Refusal::NotInside(limits))
            }
            Self::Between { low, high } if low >= high => Err(Refusal::EmptyInterval),
            Self::Counted { advanced, of }
                if !(Count::LIMITS.allow(advanced) && Sample::LIMITS.allow(of)) =>
            {
                Err(Refusal::NotCounts)
            }
            Self::Counted { advanced, of } if advanced > of => Err(Refusal::MoreThanCounted),
            _ => Ok(()),
        }
    }
}

impl Field {
    /// What the field holds; `None` where it is switched off or not there.
    #[must_use]
    pub fn spread(self, document: &Document) -> Option<Spread> {
        let stage = |at: usize| document.stages.get(at);
        match self {
            Self::Channel(at, ChannelField::LeadsPerMonth) => {
                let channel = document.channels.get(at)?;
                Some(channel.leads_per_month.into())
            }
            Self::Stage(at, StageField::Conversion) => Some(stage(at)?.conversion.into()),
            Self::Stage(at, StageField::DaysMean) => Some(stage(at)?.days.mean.into()),
            Self::Stage(at, StageField::LostDaysMean) => Some(stage(at)?.lost_days?.mean.into()),
            Self::Deal(DealField::Size) => Some(document.deal.size.into()),
            _ => self.get(document).map(Spread::Exactly),
        }
    }

    /// Whether the field takes an interval.
    #[must_use]
    pub const fn may_be_uncertain(self) -> bool {
        matches!(
            self,
            Self::Channel(_, ChannelField::LeadsPerMonth)
                | Self::Stage(
                    _,
                    StageField::Conversion | StageField::DaysMean | StageField::LostDaysMean
                )
                | Self::Deal(DealField::Size)
        )
    }

    /// Whether the field takes `spread`, wherever it is.
    ///
    /// # Errors
    /// Why not.
    pub fn check(self, spread: Spread) -> Result<(), Refusal> {
        let takes = match spread {
            Spread::Exactly(_) => true,
            Spread::Between { .. } => self.may_be_uncertain(),
            Spread::Counted { .. } => matches!(self, Self::Stage(_, StageField::Conversion)),
        };
        if takes {
            spread.check(self.limits())
        } else {
            Err(Refusal::OnlyExactly)
        }
    }
}

impl<R: Range> From<Uncertain<R>> for Spread {
    fn from(value: Uncertain<R>) -> Self {
        match value {
            Uncertain::Known(number) => Self::Exactly(number.get()),
            Uncertain::Between { low, high } => Self::Between {
                low: low.get(),
                high: high.get(),
            },
        }
    }
}

impl From<Conversion> for Spread {
    fn from(value: Conversion) -> Self {
        match value {
            Conversion::Rate(rate) => rate.into(),
            Conversion::Counted { advanced, of } => Self::Counted {
                advanced: advanced.get(),
                of: of.get(),
            },
        }
    }
}

impl<R: Range> Uncertain<R> {
    /// What `spread` is as a number of this kind, if it may be one.
    pub(super) fn of(spread: Spread) -> Option<Self> {
        spread.check(R::LIMITS).ok()?;
        match spread {
            Spread::Exactly(value) => Some(Self::Known(Number::new(value).ok()?)),
            Spread::Between { low, high } => Some(Self::Between {
                low: Number::new(low).ok()?,
                high: Number::new(high).ok()?,
            }),
            Spread::Counted { .. } => None,
        }
    }
}

impl Conversion {
    /// What `spread` is as a conversion, if it may be one.
    pub(super) fn of(spread: Spread) -> Option<Self> {
        if let Spread::Counted { advanced, of } = spread {
            spread.check(Count::LIMITS).ok()?;
            let (advanced, of) = (Number::new(advanced).ok()?, Number::new(of).ok()?);
            Some(Self::Counted { advanced, of })
        } else {
            Uncertain::of(spread).map(Self::Rate)
        }
    }
}
