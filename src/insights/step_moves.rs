//! The inputs that a usual step of shortening the time to revenue moves.
//!
//! None of it is free money: what a step cannot do in the model (there is nothing to shorten, no line to keep in
//! touch with) it does not do, and says so.

use super::shorter_piece::less_whole_days;
use crate::engine::Keeps;
use crate::model::{
    Billing, ChannelField, DealField, Document, Field, Number, Stage, StageField, Step,
};

/// A number that a step moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The number.
    pub field: Field,
    /// What it is.
    pub from: f64,
    /// What it is with the step.
    pub to: f64,
}

/// Why a step moves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// The input that it moves is 0, or not there, and has to be filled in first.
    Needs(Field),
    /// It belongs to deals that are billed another way.
    OtherBilling,
    /// There is nothing left to move.
    NothingLeft,
}

/// A document with a step taken.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    /// With the step.
    pub after: Document,
    /// What differs.
    pub moved: Vec<Moved>,
    /// Who is let go of those that are under way on the first day.
    pub keeps: Option<Keeps>,
}

/// `document` with a `step` that moves what it moves by a share `effect`; `top_leak` is the stage that leaks most.
pub(super) fn take(
    step: Step,
    document: &Document,
    effect: f64,
    top_leak: usize,
) -> Result<Taken, Idle> {
    let mut taken = Taken {
        after: document.clone(),
        moved: Vec::new(),
        keeps: None,
    };
    let needed = match step {
        Step::BetterLeads => taken.better_leads(effect),
        Step::DefinedStages => taken.shorter_stages(effect),
        Step::Qualifying => taken.qualify(effect),
        Step::Nurturing => taken.nurture(effect),
        Step::TailoredOffers => {
            let last_but_one = document.stages.len().saturating_sub(2);
            taken.better_odds(last_but_one, effect)
        }
        Step::Audits => taken.better_odds(top_leak, effect),
        Step::Onboarding => taken.fewer_days(DealField::OnboardingDays, effect),
        Step::Delivery => taken.deliver_sooner(effect)?,
        Step::Reporting => taken.keep_customers(effect)?,
        Step::Invoicing => taken.fewer_days(DealField::PaymentDays, effect),
    };
    match needed {
        _ if !taken.moved.is_empty() => Ok(taken),
        Some(field) => Err(Idle::Needs(field)),
        None => Err(Idle::NothingLeft),
    }
}

/// Each way moves what it can, and names the input to be filled in where that is why it can move nothing.
impl Taken {
    /// The quality of every channel × (1 + effect), as far as it counts: a chance cannot pass 100 %.
    fn better_leads(&mut self, effect: f64) -> Option<Field> {
        let conversion = Field::Stage(0, StageField::Conversion);
        let chance = conversion.get(&self.after)?;
        if chance == 0.0 {
            return Some(conversion);
        }
        let mut needed = None;
        for channel in 0..self.after.channels.len() {
            let field = Field::Channel(channel, ChannelField::Quality);
            let quality = field.get(&self.after)?;
            if quality == 0.0 {
                needed = needed.or(Some(field));
            }
            let enough = quality.max(1.0 / chance);
            self.put(field, (quality * (1.0 + effect)).min(enough));
        }
        needed
    }

    /// The mean days of every stage and their variation × (1 − effect).
    fn shorter_stages(&mut self, effect: f64) -> Option<Field> {
        for stage in 0..self.after.stages.len() {
            let mean = Field::Stage(stage, StageField::DaysMean);
            if mean.get(&self.after)? > 0.0 {
                self.scale(mean, 1.0 - effect);
                self.scale(Field::Stage(stage, StageField::DaysVariation), 1.0 - effect);
            }
        }
        Some(Field::Stage(0, StageField::DaysMean))
    }

    /// A share `effect` of the units that a stage would lose are let go in the stage before already. With p that
    /// stage's conversion and x = effect × (1 − p), the conversion before falls by the factor 1 − x and its own one
    /// rises by it: as many are won, and fewer units are worked on. It is the first stage with a limit, since there
    /// it pays, but for the very first one; the second stage where there is none.
    fn qualify(&mut self, effect: f64) -> Option<Field> {
        let mut later = self.after.stages.iter().skip(1);
        let relieved = later.position(|stage| stage.capacity_per_month.is_some());
        let before = relieved.unwrap_or_default();
        let [earlier, relieved] =
            [before, before + 1].map(|stage| Field::Stage(stage, StageField::Conversion));
        let advancing = earlier.get(&self.after)?;
        let conversion = relieved.get(&self.after)?;
        if advancing == 0.0 || conversion == 0.0 {
            let needed = if advancing == 0.0 { earlier } else { relieved };
            return Some(needed);
        }
        let share = 1.0 - effect * (1.0 - conversion);
        if share >= 1.0 {
            return None;
        }
        self.let_go(before, share);
        self.moved.push(Moved {
            field: earlier,
            from: advancing,
            to: advancing * share,
        });
        self.put(relieved, (conversion / share).min(1.0));
        None
    }

    /// Of those that would advance from a stage only a share still does, those under way on the first day included.
    fn let_go(&mut self, stage: usize, share: f64) {
        self.keeps = Some(Keeps { stage, share });
        let Some(earlier) = self.after.stages.get_mut(stage) else {
            return;
        };
        let conversion = earlier.conversion.middle();
        if stage > 0 {
            earlier.conversion = Number::nearest(conversion * share).into();
            return;
        }
        // By the channels' qualities, capped where they count no more: so that the chance of every lead falls by the
        // same factor.
        for channel in &mut self.after.channels {
            let counts = channel.quality.get().min(1.0 / conversion);
            channel.quality = Number::nearest(counts * share);
        }
    }

    /// What waiting costs takes longer to act where a stage has a limit: half-lives × (1 + effect).
    fn nurture(&mut self, effect: f64) -> Option<Field> {
        let limited = |stage: &Stage| stage.capacity_per_month.is_some();
        let first = self.after.stages.iter().position(limited);
        for stage in 0..self.after.stages.len() {
            if !self.after.stages.get(stage).is_some_and(limited) {
                continue;
            }
            for half_life in [
                StageField::PatienceHalfLifeDays,
                StageField::StaleHalfLifeDays,
            ] {
                self.scale(Field::Stage(stage, half_life), 1.0 + effect);
            }
        }
        Some(match first {
            Some(stage) => Field::Stage(stage, StageField::PatienceHalfLifeDays),
            None => Field::Stage(0, StageField::CapacityPerMonth),
        })
    }

    /// The odds of advancing × (1 + effect): p → (1 + effect)·p ÷ (1 + effect·p).
    fn better_odds(&mut self, stage: usize, effect: f64) -> Option<Field> {
        let field = Field::Stage(stage, StageField::Conversion);
        let chance = field.get(&self.after)?;
        self.put(field, (1.0 + effect) * chance / (1.0 + effect * chance));
        (chance == 0.0).then_some(field)
    }

    /// Whole days × (1 − effect), a day less at least.
    fn fewer_days(&mut self, field: DealField, effect: f64) -> Option<Field> {
        let field = Field::Deal(field);
        let days = field.get(&self.after)?;
        if let Some(less) = less_whole_days(days, effect) {
            self.put(field, less);
        }
        (days == 0.0).then_some(field)
    }

    /// Delivery days, which only count where something is invoiced after delivery.
    fn deliver_sooner(&mut self, effect: f64) -> Result<Option<Field>, Idle> {
        let Billing::OneOff(one_off) = self.after.deal.billing else {
            return Err(Idle::OtherBilling);
        };
        if one_off.upfront_share.get() == 1.0 {
            return Ok(Some(Field::Deal(DealField::UpfrontShare)));
        }
        Ok(self.fewer_days(DealField::DeliveryDays, effect))
    }

    /// Churn × (1 − effect), of deals that are paid monthly.
    fn keep_customers(&mut self, effect: f64) -> Result<Option<Field>, Idle> {
        let Billing::Recurring(recurring) = self.after.deal.billing else {
            return Err(Idle::OtherBilling);
        };
        let field = Field::Deal(DealField::MonthlyChurn);
        self.scale(field, 1.0 - effect);
        Ok((recurring.monthly_churn.get() == 0.0).then_some(field))
    }

    fn scale(&mut self, field: Field, times: f64) {
        if let Some(from) = field.get(&self.after) {
            self.put(field, from * times);
        }
    }

    /// Puts a number in, as far as its limits let it; notes it where that changes anything.
    fn put(&mut self, field: Field, to: f64) {
        let Some(from) = field.get(&self.after) else {
            return;
        };
        let limits = field.limits();
        let to = to.clamp(limits.min, limits.max);
        if to != from && field.set(&mut self.after, Some(to)).is_ok() {
            self.moved.push(Moved { field, from, to });
        }
    }
}
