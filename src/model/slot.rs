//! Reading and writing the numbers that [`Field`]s name.

use super::document::{Billing, Days, Document, Stage};
use super::field::{ChannelField, DealField, Field, StageField};
use super::number::{Limits, Number, Range};
use super::spread::Spread;
use super::uncertain::{Conversion, Uncertain};

/// Why a field cannot take a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The value lies outside of these limits.
    OutOfRange(Limits),
    /// The field must hold a number.
    Required(Limits),
    /// The ends of an interval must lie strictly inside of these limits.
    NotInside(Limits),
    /// An interval whose low end is not below its high end.
    EmptyInterval,
    /// Evidence that is no two whole numbers, the second at least 1.
    NotCounts,
    /// More advanced than were counted.
    MoreThanCounted,
    /// The field takes no interval, or no evidence.
    OnlyExactly,
    /// The document has no such field: no such stage or channel, or another kind of billing.
    NotThere,
}

impl Field {
    /// What the field holds: the middle of an uncertain value, `None` where it is switched off or not there.
    #[must_use]
    pub fn get(self, document: &Document) -> Option<f64> {
        match self {
            Self::Months => Some(document.months.get()),
            Self::Channel(channel, field) => {
                let channel = document.channels.get(channel)?;
                Some(match field {
                    ChannelField::LeadsPerMonth => channel.leads_per_month.middle(),
                    ChannelField::GrowthPerMonth => channel.growth_per_month.get(),
                    ChannelField::Quality => channel.quality.get(),
                    ChannelField::CostPerLead => channel.cost_per_lead.get(),
                    ChannelField::FixedCostPerMonth => channel.fixed_cost_per_month.get(),
                    ChannelField::PriceElasticity => channel.price_elasticity.get(),
                    ChannelField::QualityElasticity => channel.quality_elasticity.get(),
                })
            }
            Self::Stage(stage, field) => {
                let stage = document.stages.get(stage)?;
                let waiting = stage.waiting;
                match field {
                    StageField::Conversion => Some(stage.conversion.middle()),
                    StageField::DaysMean => Some(stage.days.mean.middle()),
                    StageField::DaysVariation => Some(stage.days.variation.get()),
                    StageField::LostDaysMean => stage.lost_days.map(|days| days.mean.middle()),
                    StageField::LostDaysVariation => {
                        stage.lost_days.map(|days| days.variation.get())
                    }
                    StageField::CapacityPerMonth => stage.capacity_per_month.map(Number::get),
                    StageField::PatienceHalfLifeDays => {
                        waiting.patience_half_life_days.map(Number::get)
                    }
                    StageField::StaleHalfLifeDays => waiting.stale_half_life_days.map(Number::get),
                    StageField::StaleFloor => Some(waiting.stale_floor.get()),
                    StageField::DiscardAfterDays => waiting.discard_after_days.map(Number::get),
                    StageField::CostPerUnit => Some(stage.cost_per_unit.get()),
                    StageField::Target => stage.target.map(Number::get),
                    StageField::Open => Some(stage.open.get()),
                }
            }
            Self::Deal(field) => get_deal(document, field),
        }
    }

    /// Puts `value` into the field; `None` switches an optional one off.
    ///
    /// # Errors
    /// When the value is not allowed, the field cannot be empty, or the document has no such field.
    /// The document is then as it was.
    pub fn set(self, document: &mut Document, value: Option<f64>) -> Result<(), Refusal> {
        self.put(document, value.map(Spread::Exactly))
    }

    /// Puts a number, an interval or evidence into the field; `None` switches an optional one off.
    ///
    /// # Errors
    /// As [`Field::set`], or when the field takes no such thing. The document is then as it was.
    pub fn put(self, document: &mut Document, value: Option<Spread>) -> Result<(), Refusal> {
        let put = match self {
            Self::Stage(stage, StageField::LostDaysMean) => {
                let stage = document.stages.get_mut(stage).ok_or(Refusal::NotThere)?;
                put_lost_days(stage, value)
            }
            _ => self.slot(document).ok_or(Refusal::NotThere)?.put(value),
        };
        put.ok_or_else(|| match value {
            Some(spread) => self.check(spread).err().unwrap_or(Refusal::OnlyExactly),
            None => Refusal::Required(self.limits()),
        })
    }

    fn slot(self, document: &mut Document) -> Option<&mut dyn Slot> {
        Some(match self {
            Self::Months => &mut document.months,
            Self::Channel(channel, field) => {
                let channel = document.channels.get_mut(channel)?;
                match field {
                    ChannelField::LeadsPerMonth => &mut channel.leads_per_month,
                    ChannelField::GrowthPerMonth => &mut channel.growth_per_month,
                    ChannelField::Quality => &mut channel.quality,
                    ChannelField::CostPerLead => &mut channel.cost_per_lead,
                    ChannelField::FixedCostPerMonth => &mut channel.fixed_cost_per_month,
                    ChannelField::PriceElasticity => &mut channel.price_elasticity,
                    ChannelField::QualityElasticity => &mut channel.quality_elasticity,
                }
            }
            Self::Stage(stage, field) => {
                let stage = document.stages.get_mut(stage)?;
                let waiting = &mut stage.waiting;
                match field {
                    StageField::Conversion => &mut stage.conversion,
                    StageField::DaysMean => &mut stage.days.mean,
                    StageField::DaysVariation => &mut stage.days.variation,
                    StageField::LostDaysMean => return None,
                    StageField::LostDaysVariation => &mut stage.lost_days.as_mut()?.variation,
                    StageField::CapacityPerMonth => &mut stage.capacity_per_month,
                    StageField::PatienceHalfLifeDays => &mut waiting.patience_half_life_days,
                    StageField::StaleHalfLifeDays => &mut waiting.stale_half_life_days,
                    StageField::StaleFloor => &mut waiting.stale_floor,
                    StageField::DiscardAfterDays => &mut waiting.discard_after_days,
                    StageField::CostPerUnit => &mut stage.cost_per_unit,
                    StageField::Target => &mut stage.target,
                    StageField::Open => &mut stage.open,
                }
            }
            Self::Deal(field) => return deal_slot(document, field),
        })
    }
}

fn get_deal(document: &Document, field: DealField) -> Option<f64> {
    let deal = &document.deal;
    match (field, deal.billing) {
        (DealField::Size, _) => Some(deal.size.middle()),
        (DealField::SizeVariation, _) => Some(deal.size_variation.get()),
        (DealField::GrossMargin, _) => Some(deal.gross_margin.get()),
        (_, Billing::OneOff(one_off)) => match field {
            DealField::UpfrontShare => Some(one_off.upfront_share.get()),
            DealField::OnboardingDays => Some(one_off.onboarding_days.get()),
            DealField::DeliveryDays => Some(one_off.delivery_days.get()),
            DealField::PaymentDays => Some(one_off.payment_days.get()),
            _ => None,
        },
        (_, Billing::Recurring(recurring)) => match field {
            DealField::OnboardingDays => Some(recurring.onboarding_days.get()),
            DealField::PaymentDays => Some(recurring.payment_days.get()),
            DealField::ContractMonths => Some(recurring.contract_months.get()),
            DealField::MonthlyChurn => Some(recurring.monthly_churn.get()),
            DealField::MonthlyExpansion => Some(recurring.monthly_expansion.get()),
            DealField::CostToServePerMonth => Some(recurring.cost_to_serve_per_month.get()),
            DealField::OpenCustomers => Some(recurring.open_customers.get()),
            _ => None,
        },
    }
}

fn deal_slot(document: &mut Document, field: DealField) -> Option<&mut dyn Slot> {
    let deal = &mut document.deal;
    Some(match (field, &mut deal.billing) {
        (DealField::Size, _) => &mut deal.size,
        (DealField::SizeVariation, _) => &mut deal.size_variation,
        (DealField::GrossMargin, _) => &mut deal.gross_margin,
        (_, Billing::OneOff(one_off)) => match field {
            DealField::UpfrontShare => &mut one_off.upfront_share,
            DealField::OnboardingDays => &mut one_off.onboarding_days,
            DealField::DeliveryDays => &mut one_off.delivery_days,
            DealField::PaymentDays => &mut one_off.payment_days,
            _ => return None,
        },
        (_, Billing::Recurring(recurring)) => match field {
            DealField::OnboardingDays => &mut recurring.onboarding_days,
            DealField::PaymentDays => &mut recurring.payment_days,
            DealField::ContractMonths => &mut recurring.contract_months,
            DealField::MonthlyChurn => &mut recurring.monthly_churn,
            DealField::MonthlyExpansion => &mut recurring.monthly_expansion,
            DealField::CostToServePerMonth => &mut recurring.cost_to_serve_per_month,
            DealField::OpenCustomers => &mut recurring.open_customers,
            _ => return None,
        },
    })
}

/// Days of lost units come and go as a whole: their first mean brings the stage's variation along.
fn put_lost_days(stage: &mut Stage, value: Option<Spread>) -> Option<()> {
    stage.lost_days = match value {
        Some(mean) => Some(Days {
            mean: Uncertain::of(mean)?,
            variation: stage.lost_days.unwrap_or(stage.days).variation,
        }),
        None => None,
    };
    Some(())
}

/// The place of one number. It takes what it may hold; what it does not take leaves it as it was.
trait Slot {
    fn put(&mut self, value: Option<Spread>) -> Option<()>;
}

fn exactly<R: Range>(spread: Spread) -> Option<Number<R>> {
    Number::new(spread.exactly()?).ok()
}

impl<R: Range> Slot for Number<R> {
    fn put(&mut self, value: Option<Spread>) -> Option<()> {
        *self = exactly(value?)?;
        Some(())
    }
}

impl<R: Range> Slot for Option<Number<R>> {
    fn put(&mut self, value: Option<Spread>) -> Option<()> {
        *self = match value {
            Some(spread) => Some(exactly(spread)?),
            None => None,
        };
        Some(())
    }
}

impl<R: Range> Slot for Uncertain<R> {
    fn put(&mut self, value: Option<Spread>) -> Option<()> {
        *self = Self::of(value?)?;
        Some(())
    }
}

impl Slot for Conversion {
    fn put(&mut self, value: Option<Spread>) -> Option<()> {
        *self = Self::of(value?)?;
        Some(())
    }
}
