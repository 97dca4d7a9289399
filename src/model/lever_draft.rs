//! Changes to begin with: a tenth better than the pipeline is.

use super::choice::{BillingKind, LeverKind};
use super::document::{Billing, Change, Document, WaitingOrder};
use super::number::{Number, Range};

/// By which share a new change moves its number.
const STEP: f64 = 0.1;
/// The limit of a stage that had none.
const LIMIT: f64 = 100.0;

impl Document {
    /// The kinds of changes that the pipeline can have: none of churn while deals are paid once.
    pub fn lever_kinds(&self) -> impl Iterator<Item = LeverKind> {
        let is_recurring = self.deal.billing.kind() == BillingKind::Recurring;
        let kinds = LeverKind::all().iter().copied();
        kinds.filter(move |kind| is_recurring || *kind != LeverKind::Churn)
    }

    /// A change of a kind to begin with: a tenth better than it is, at a stage or a channel counted from 0; the nearest
    /// one that is there.
    #[must_use]
    pub fn change_of(&self, kind: LeverKind, place: usize) -> Change {
        let stage = place.min(self.stages.len().saturating_sub(1));
        let channel = place.min(self.channels.len().saturating_sub(1));
        let (more, less) = (1.0 + STEP, 1.0 - STEP);
        let at = self.stages.get(stage);
        match kind {
            LeverKind::Conversion => {
                let now = at.map_or(0.0, |stage| stage.conversion.middle());
                // Of the odds, so that no conversion gets beyond one.
                let to = number(more * now / (1.0 + STEP * now));
                Change::Conversion { stage, to }
            }
            LeverKind::Leads => Change::Leads {
                channel,
                times: number(more),
                quality: None,
                cost_per_lead: None,
            },
            LeverKind::Days => Change::Days {
                stage,
                times: number(less),
            },
            LeverKind::Capacity => {
                let limit = at.and_then(|stage| stage.capacity_per_month);
                let to = number(limit.map_or(LIMIT, |limit| more * limit.get()));
                Change::Capacity { stage, to }
            }
            LeverKind::WaitingOrder => {
                let now = at.map_or_else(WaitingOrder::default, |stage| stage.waiting.order);
                let to = match now {
                    WaitingOrder::OldestFirst => WaitingOrder::NewestFirst,
                    WaitingOrder::NewestFirst => WaitingOrder::OldestFirst,
                };
                Change::WaitingOrder { stage, to }
            }
            LeverKind::DealSize => Change::DealSize {
                times: number(more),
            },
            LeverKind::Churn => {
                let now = match &self.deal.billing {
                    Billing::Recurring(recurring) => recurring.monthly_churn.get(),
                    Billing::OneOff(_) => 0.0,
                };
                Change::Churn {
                    to: number(less * now),
                }
            }
            LeverKind::PaymentDays => {
                let now = match &self.deal.billing {
                    Billing::Recurring(billing) => billing.payment_days,
                    Billing::OneOff(billing) => billing.payment_days,
                };
                Change::PaymentDays {
                    to: number(less * now.get()),
                }
            }
        }
    }
}

impl Change {
    /// The stage or the channel that it is about, counted from 0.
    #[must_use]
    pub const fn place(&self) -> Option<usize> {
        match *self {
            Self::Conversion { stage, .. }
            | Self::Days { stage, .. }
            | Self::Capacity { stage, .. }
            | Self::WaitingOrder { stage, .. } => Some(stage),
            Self::Leads { channel, .. } => Some(channel),
            Self::DealSize { .. } | Self::Churn { .. } | Self::PaymentDays { .. } => None,
        }
    }
}

fn number<R: Range>(value: f64) -> Number<R> {
    Number::nearest(value)
}
