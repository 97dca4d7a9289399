//! What a field's slider covers before it is cut to the field's limits.

use libm::{exp, floor, log, log10};

use super::rounding::{Digits, Rounding};
use crate::insights::shares_reaching;
use crate::model::{ChannelField, DealField, Document, Field, StageField};

/// A range goes from value ÷ 4 to value × 4, odds for probabilities.
const AROUND: f64 = 4.0;
/// An end as near to 0 % or 100 % as this is there.
const NEAR_NONE: f64 = 0.003;
const NEAR_ALL: f64 = 0.97;
/// Values below this are taken for nothing, rates above that for 100 %: round numbers end there.
const NOTHING: f64 = 1e-6;
const EVERYTHING: f64 = 0.998;
/// Where only whole numbers are allowed, fewer than this are counted one by one.
const FEW: f64 = 10.0;

/// How positions grow with values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scale {
    /// Evenly.
    Linear,
    /// By factors; for values above 0.
    Log,
    /// By factors on the odds; for probabilities.
    Logit,
}

impl Scale {
    /// Where a value stands; 0 and 100 % may stand infinitely far away.
    pub fn place(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => log(value),
            Self::Logit => log(value / (1.0 - value)),
        }
    }

    /// Which value stands there.
    pub fn value(self, place: f64) -> f64 {
        match self {
            Self::Linear => place,
            Self::Log => exp(place),
            Self::Logit => 1.0 / (1.0 + exp(-place)),
        }
    }
}

/// What a slider covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub scale: Scale,
    /// Where the ends stand on the scale.
    pub from: f64,
    pub to: f64,
    /// The values of the ends, round or at a limit.
    pub low: f64,
    pub high: f64,
    pub rounding: Rounding,
}

/// What a field is to a slider.
enum Kind {
    /// A probability; with nothing in it, up to so much.
    Odds(f64),
    /// A part of a whole.
    Part,
    /// A volume or an amount of money; with nothing in it, up to so much.
    Amount(f64),
    /// Days.
    Days,
    /// A small number, usually between these.
    Small(f64, f64),
}

impl Span {
    /// The span of `field` around `value`, which the field allows.
    pub fn around(field: Field, value: f64, document: &Document) -> Self {
        let few = field.limits().whole && value < FEW;
        match kind(field, document) {
            Kind::Odds(_) if value > NOTHING && value < EVERYTHING => Self::of_odds(value),
            Kind::Odds(usual) if value <= NOTHING => Self::of_share(usual),
            Kind::Odds(_) | Kind::Part => Self::of_share(1.0),
            Kind::Amount(_) if value > NOTHING && few => Self::linear(0.0, AROUND * FEW),
            Kind::Amount(usual) => Self::of_amount(value, usual),
            Kind::Days => Self::linear(0.0, (AROUND * value).max(30.0)),
            Kind::Small(low, high) => Self::linear(low.min(2.0 * value), high.max(2.0 * value)),
        }
    }

    fn of_odds(value: f64) -> Self {
        let by_factors = Self::by_factors(Scale::Logit, value);
        let Self { low, high, .. } = by_factors;
        Self {
            low: if low <= NEAR_NONE { 0.0 } else { low },
            high: if high >= NEAR_ALL { 1.0 } else { high },
            ..by_factors
        }
    }

    /// The span of a volume or an amount of money; with nothing there, up to what is `usual`.
    pub fn of_amount(value: f64, usual: f64) -> Self {
        if value > NOTHING {
            Self::by_factors(Scale::Log, value)
        } else {
            Self::linear(0.0, usual)
        }
    }

    fn by_factors(scale: Scale, value: f64) -> Self {
        let rounding = Rounding {
            digits: if scale == Scale::Logit {
                Digits::OfProbability
            } else {
                Digits::Two
            },
            finest: f64::NEG_INFINITY,
        };
        let (from, to) = (
            scale.place(value) - log(AROUND),
            scale.place(value) + log(AROUND),
        );
        Self {
            scale,
            from,
            to,
            low: rounding.round(scale.value(from)),
            high: rounding.round(scale.value(to)),
            rounding,
        }
    }

    fn of_share(high: f64) -> Self {
        Self {
            rounding: Rounding {
                digits: Digits::OfProbability,
                finest: -3.0,
            },
            ..Self::linear(0.0, high)
        }
    }

    /// From `low` to `high`, evenly, however close they are.
    pub fn even(low: f64, high: f64) -> Self {
        let linear = Self::linear(low, high);
        Self {
            rounding: Rounding {
                digits: Digits::All,
                ..linear.rounding
            },
            ..linear
        }
    }

    fn linear(low: f64, high: f64) -> Self {
        Self {
            scale: Scale::Linear,
            from: low,
            to: high,
            low,
            high,
            rounding: Rounding {
                digits: Digits::Two,
                finest: floor(log10(high - low)) - 2.0,
            },
        }
    }
}

fn kind(field: Field, document: &Document) -> Kind {
    match field {
        Field::Months => Kind::Small(1.0, 36.0),
        Field::Channel(_, field) => match field {
            ChannelField::LeadsPerMonth => Kind::Amount(1000.0),
            ChannelField::GrowthPerMonth => Kind::Small(-0.2, 0.2),
            ChannelField::Quality => Kind::Small(0.0, 2.0),
            ChannelField::CostPerLead => Kind::Amount(100.0),
            ChannelField::FixedCostPerMonth => Kind::Amount(10_000.0),
            ChannelField::PriceElasticity => Kind::Small(0.0, 2.0),
            ChannelField::QualityElasticity => Kind::Small(0.0, 0.99),
        },
        Field::Stage(stage, field) => match field {
            StageField::Conversion | StageField::Target => Kind::Odds(1.0),
            StageField::StaleFloor => Kind::Part,
            StageField::DaysMean
            | StageField::LostDaysMean
            | StageField::PatienceHalfLifeDays
            | StageField::StaleHalfLifeDays
            | StageField::DiscardAfterDays => Kind::Days,
            StageField::DaysVariation | StageField::LostDaysVariation => Kind::Small(0.0, 2.0),
            StageField::CapacityPerMonth => Kind::Amount(arriving(stage, document)),
            StageField::CostPerUnit => Kind::Amount(100.0),
            StageField::Open => Kind::Amount(100.0),
        },
        Field::Deal(field) => match field {
            DealField::Size => Kind::Amount(10_000.0),
            DealField::SizeVariation => Kind::Small(0.0, 2.0),
            DealField::GrossMargin | DealField::UpfrontShare => Kind::Part,
            DealField::OnboardingDays | DealField::DeliveryDays | DealField::PaymentDays => {
                Kind::Days
            }
            DealField::ContractMonths => Kind::Small(1.0, 36.0),
            DealField::MonthlyChurn => Kind::Odds(0.1),
            DealField::MonthlyExpansion => Kind::Small(-0.1, 0.1),
            DealField::CostToServePerMonth => Kind::Amount(100.0),
            DealField::OpenCustomers => Kind::Amount(100.0),
        },
    }
}

/// Twice the units a month that get to a stage, rounded: a limit of 0 has nothing to multiply.
fn arriving(stage: usize, document: &Document) -> f64 {
    let leads = document.channels.iter();
    let leads: f64 = leads.map(|channel| channel.leads_per_month.middle()).sum();
    let share = shares_reaching(document)
        .get(stage)
        .copied()
        .unwrap_or_default();
    let rounding = Rounding {
        digits: Digits::Two,
        finest: 0.0,
    };
    rounding.round(2.0 * leads * share).max(100.0)
}
