//! Edits of a document beyond single numbers. Each leaves a valid document, or the document as it was.

use super::at::check_name;
use super::choice::BillingKind;
use super::currency::Currency;
use super::document::{
    Billing, Change, Channel, Document, MOST_CHANNELS, MOST_STAGES, OneOff, Opening, Recurring,
    Stage, WaitingOrder,
};
use super::month::Month;
use super::problem::ProblemKind;
use super::shift::Shift;

impl Document {
    /// Puts a stage at place `at`; refused when the pipeline is full, the place beyond its end, or the
    /// name not allowed.
    pub fn insert_stage(&mut self, at: usize, stage: Stage) -> bool {
        let allowed = check_name(&stage.name).is_ok();
        let done = allowed && insert(&mut self.stages, MOST_STAGES, at, stage);
        self.levers_follow_stages(done, Shift::Insert(at))
    }

    /// Takes a stage out, and the levers on it with it; refused for the last one.
    pub fn remove_stage(&mut self, at: usize) -> bool {
        let done = remove(&mut self.stages, at);
        self.levers_follow_stages(done, Shift::Remove(at))
    }

    /// Moves a stage from one place to another.
    pub fn move_stage(&mut self, from: usize, to: usize) -> bool {
        let done = relocate(&mut self.stages, from, to);
        self.levers_follow_stages(done, Shift::Move { from, to })
    }

    /// Puts a channel at place `at`; refused when there are too many, the place is beyond the end, or the
    /// name not allowed.
    pub fn insert_channel(&mut self, at: usize, channel: Channel) -> bool {
        let allowed = check_name(&channel.name).is_ok();
        let done = allowed && insert(&mut self.channels, MOST_CHANNELS, at, channel);
        self.levers_follow_channels(done, Shift::Insert(at))
    }

    /// Takes a channel out, and the levers on it with it; refused for the last one.
    pub fn remove_channel(&mut self, at: usize) -> bool {
        let done = remove(&mut self.channels, at);
        self.levers_follow_channels(done, Shift::Remove(at))
    }

    /// Moves a channel from one place to another.
    pub fn move_channel(&mut self, from: usize, to: usize) -> bool {
        let done = relocate(&mut self.channels, from, to);
        self.levers_follow_channels(done, Shift::Move { from, to })
    }

    /// Names the document.
    ///
    /// # Errors
    /// A name that a document cannot have.
    pub fn set_title(&mut self, title: &str) -> Result<(), ProblemKind> {
        rename(&mut self.title, title)
    }

    /// Names a stage.
    ///
    /// # Errors
    /// A name that a stage cannot have, or no such stage.
    pub fn rename_stage(&mut self, at: usize, name: &str) -> Result<(), ProblemKind> {
        let stages = self.stages.len();
        let stage = self
            .stages
            .get_mut(at)
            .ok_or(ProblemKind::NoSuchStage { stages })?;
        rename(&mut stage.name, name)
    }

    /// Names a channel.
    ///
    /// # Errors
    /// A name that a channel cannot have, or no such channel.
    pub fn rename_channel(&mut self, at: usize, name: &str) -> Result<(), ProblemKind> {
        let channels = self.channels.len();
        let channel = self
            .channels
            .get_mut(at)
            .ok_or(ProblemKind::NoSuchChannel { channels })?;
        rename(&mut channel.name, name)
    }

    /// Changes how deals are paid. Onboarding and payment days stay; levers on churn go when there is
    /// none any more.
    pub fn set_billing_kind(&mut self, kind: BillingKind) {
        self.deal.billing = match (self.deal.billing, kind) {
            (
                Billing::OneOff(OneOff {
                    onboarding_days,
                    payment_days,
                    ..
                }),
                BillingKind::Recurring,
            ) => Billing::Recurring(Recurring {
                onboarding_days,
                payment_days,
                ..Recurring::default()
            }),
            (
                Billing::Recurring(Recurring {
                    onboarding_days,
                    payment_days,
                    ..
                }),
                BillingKind::OneOff,
            ) => {
                self.retain_levers(|change| !matches!(change, Change::Churn { .. }));
                Billing::OneOff(OneOff {
                    onboarding_days,
                    payment_days,
                    ..OneOff::default()
                })
            }
            (same, _) => same,
        };
    }

    /// Changes what is in the pipeline on the first day.
    pub fn set_opening(&mut self, opening: Opening) {
        self.opening = opening;
    }

    /// Changes who is next in a stage's line; refused when there is no such stage.
    pub fn set_waiting_order(&mut self, stage: usize, order: WaitingOrder) -> bool {
        let stage = self.stages.get_mut(stage);
        stage.map(|stage| stage.waiting.order = order).is_some()
    }

    /// Changes the currency. Amounts stay as they are: nothing is ever converted.
    pub fn set_currency(&mut self, currency: Currency) {
        self.currency = currency;
    }

    /// Changes the first month.
    pub fn set_start(&mut self, start: Month) {
        self.start = start;
    }

    fn levers_follow_stages(&mut self, done: bool, shift: Shift) -> bool {
        if done {
            self.retain_levers(|change| match change {
                Change::Conversion { stage, .. }
                | Change::Days { stage, .. }
                | Change::Capacity { stage, .. }
                | Change::WaitingOrder { stage, .. } => follow(stage, shift),
                Change::Leads { .. }
                | Change::DealSize { .. }
                | Change::Churn { .. }
                | Change::PaymentDays { .. } => true,
            });
        }
        done
    }

    fn levers_follow_channels(&mut self, done: bool, shift: Shift) -> bool {
        if done {
            self.retain_levers(|change| match change {
                Change::Leads { channel, .. } => follow(channel, shift),
                _ => true,
            });
        }
        done
    }

    fn retain_levers(&mut self, keep: impl Fn(&mut Change) -> bool) {
        for scenario in &mut self.scenarios {
            scenario.levers.retain_mut(|lever| keep(&mut lever.change));
        }
    }
}

/// Lets an index follow its entry; false when the entry is gone.
fn follow(index: &mut usize, shift: Shift) -> bool {
    let now = shift.follow(*index);
    *index = now.unwrap_or(*index);
    now.is_some()
}

fn insert<T>(list: &mut Vec<T>, most: usize, at: usize, entry: T) -> bool {
    let allowed = list.len() < most && at <= list.len();
    if allowed {
        list.insert(at, entry);
    }
    allowed
}

fn remove<T>(list: &mut Vec<T>, at: usize) -> bool {
    let allowed = list.len() > 1 && at < list.len();
    if allowed {
        list.remove(at);
    }
    allowed
}

fn relocate<T>(list: &mut Vec<T>, from: usize, to: usize) -> bool {
    let allowed = from < list.len() && to < list.len();
    if allowed {
        let entry = list.remove(from);
        list.insert(to, entry);
    }
    allowed
}

fn rename(place: &mut String, name: &str) -> Result<(), ProblemKind> {
    check_name(name)?;
    name.clone_into(place);
    Ok(())
}
