//! Ready-made pipelines to start from. Their words come from outside, in the visitor's language.

use super::choice::Choice;
use super::currency::Currency;
use super::document::{Billing, Channel, Days, Deal, Document, OneOff, Opening, Stage, Waiting};
use super::month::Month;
use super::number::kinds::{Share, UnitsPerMonth};
use super::number::{Number, Range};

/// A ready-made pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// The talk's leak: 400,000 leads a month, and 2 in 100 negotiations succeed.
    Talk,
    /// The same with a team that can only just handle its negotiations.
    TalkFull,
    /// A firm of few large deals: 100 leads, 20 in the pipeline, 2 clients.
    Firm,
    /// First cash after 97 days.
    FastCash,
    /// First cash after 232 days.
    SlowCash,
    /// More leads a day than can be called while they are fresh.
    Stale,
    /// Plain round numbers to put one's own in their place.
    Own,
}

/// The words of a preset in one language. Stages that mean the same share their word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PresetNames<'a> {
    /// What the preset is called.
    pub title: &'a str,
    /// The one channel.
    pub channel: &'a str,
    /// A stage: someone has shown interest.
    pub lead: &'a str,
    /// A stage: is this one for us?
    pub qualified: &'a str,
    /// A stage: an offer is out.
    pub proposal: &'a str,
    /// A stage: terms are talked about.
    pub negotiation: &'a str,
    /// A stage: agreed, not yet signed.
    pub commitment: &'a str,
    /// A stage: everything between the first talk and the signature.
    pub in_pipeline: &'a str,
    /// A stage: calling leads back.
    pub follow_up: &'a str,
}

impl Choice for Preset {
    const ALL: &'static [Self] = &[
        Self::Talk,
        Self::TalkFull,
        Self::Firm,
        Self::FastCash,
        Self::SlowCash,
        Self::Stale,
        Self::Own,
    ];
    const IDS: &'static [&'static str] = &[
        "talk",
        "talk-full",
        "firm",
        "fast-cash",
        "slow-cash",
        "stale",
        "own",
    ];
}

impl Preset {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = <Self as Choice>::ALL;

    /// Its text in attributes and links, such as "talk-full".
    #[must_use]
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }

    /// The preset of an [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Choice::from_id(id)
    }

    /// The pipeline itself. Its amounts are the same numbers in every currency.
    #[must_use]
    pub fn document(self, names: &PresetNames<'_>, start: Month, currency: Currency) -> Document {
        let mut document = match self {
            Self::Talk => talk(names, start),
            Self::TalkFull => talk_full(names, start),
            Self::Firm => firm(names, start),
            Self::FastCash => cash(names, start, 30.0, 0.0, 7.0),
            Self::SlowCash => cash(names, start, 60.0, 7.0, 45.0),
            Self::Stale => stale(names, start),
            Self::Own => own(names, start),
        };
        names.title.clone_into(&mut document.title);
        document.currency = currency;
        document
    }
}

fn talk(names: &PresetNames<'_>, start: Month) -> Document {
    let stages = [
        stage(names.lead, 0.75, 7.0),
        stage(names.qualified, 0.625, 7.0),
        stage(names.negotiation, 0.02, 7.0),
        stage(names.commitment, 0.8, 7.0),
    ];
    pipeline(start, channel(names, 400_000.0, 2.0), stages.into(), 800.0)
}

fn talk_full(names: &PresetNames<'_>, start: Month) -> Document {
    let mut document = talk(names, start);
    for stage in document.stages.iter_mut().skip(2).take(1) {
        // Just above the 187,500 that arrive.
        stage.capacity_per_month = Some(number(190_000.0));
    }
    document
}

fn firm(names: &PresetNames<'_>, start: Month) -> Document {
    let stages = [
        stage(names.lead, 0.2, 14.0),
        stage(names.in_pipeline, 0.1, 30.0),
    ];
    pipeline(start, channel(names, 100.0, 50.0), stages.into(), 100_000.0)
}

/// The same business with a short and with a long way from lead to money.
fn cash(
    names: &PresetNames<'_>,
    start: Month,
    days: f64,
    onboarding: f64,
    payment: f64,
) -> Document {
    let stages = [
        stage(names.qualified, 0.4, days),
        stage(names.proposal, 0.5, days),
        stage(names.negotiation, 0.25, days),
    ];
    let mut document = pipeline(start, channel(names, 100.0, 20.0), stages.into(), 15_000.0);
    document.deal.billing = Billing::OneOff(OneOff {
        onboarding_days: number(onboarding),
        payment_days: number(payment),
        ..OneOff::default()
    });
    document
}

/// 110 leads come a day, 100 can be called, and a lead is half as good after three days.
fn stale(names: &PresetNames<'_>, start: Month) -> Document {
    let follow_up = Stage {
        capacity_per_month: Some(number(3044.0)),
        waiting: Waiting {
            stale_half_life_days: Some(number(3.0)),
            ..Waiting::default()
        },
        ..stage(names.follow_up, 0.05, 0.0)
    };
    let channel = channel(names, 3348.0, 5.0);
    let mut document = pipeline(start, channel, vec![follow_up], 1000.0);
    document.opening = Opening::Empty;
    document.months = number(24.0);
    document
}

fn own(names: &PresetNames<'_>, start: Month) -> Document {
    let stages = [
        stage(names.lead, 0.5, 10.0),
        stage(names.proposal, 0.4, 10.0),
        stage(names.negotiation, 0.25, 10.0),
    ];
    pipeline(start, channel(names, 200.0, 20.0), stages.into(), 2000.0)
}

fn pipeline(start: Month, channel: Channel, stages: Vec<Stage>, size: f64) -> Document {
    Document {
        stages,
        ..Document::new(
            start,
            channel,
            Stage::new("", number::<Share>(0.0)),
            Deal::new(number(size)),
        )
    }
}

fn channel(names: &PresetNames<'_>, leads: f64, cost_per_lead: f64) -> Channel {
    let leads = number::<UnitsPerMonth>(leads);
    Channel {
        cost_per_lead: number(cost_per_lead),
        ..Channel::new(names.channel, leads)
    }
}

fn stage(name: &str, conversion: f64, days: f64) -> Stage {
    let days = Days {
        mean: number(days).into(),
        ..Days::default()
    };
    Stage {
        days,
        ..Stage::new(name, number::<Share>(conversion))
    }
}

/// The constants above lie within their limits, so that the nearest allowed number is the number.
fn number<R: Range>(value: f64) -> Number<R> {
    Number::nearest(value)
}
