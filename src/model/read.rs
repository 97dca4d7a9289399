//! A parsed text to a document, strictly: whatever is not in the contract is refused with its path.
//!
//! Every part starts from its [defaults](super::defaults) and takes the members of its object in the
//! order of the text, one line a field. So the first problem of the text is the one reported; a missing
//! field, which has no place in the text, comes after the others of its object.

use super::at::At;
use super::choice::BillingKind;
use super::currency::Currency;
use super::document::{
    Billing, Channel, Days, Deal, Document, MOST_CHANNELS, MOST_STAGES, OneOff, Recurring, Stage,
    VERSION, Waiting,
};
use super::json::Node;
use super::month::Month;
use super::number::Number;
use super::number::kinds::{Factor, Share};
use super::problem::{Expected, Problem, ProblemKind};
use super::read_levers::scenarios;
use super::read_values::{conversion, uncertain};

impl Document {
    /// Reads the text of a document. `this_month` is when it starts if it does not say.
    ///
    /// # Errors
    /// The first thing that the contract does not allow.
    pub fn read(bytes: &[u8], this_month: Month) -> Result<Self, Problem> {
        Self::from_node(&Node::parse(bytes)?, this_month)
    }

    /// As [`read`](Self::read), of a parsed text.
    ///
    /// # Errors
    /// The first thing that the contract does not allow.
    pub fn from_node(node: &Node, this_month: Month) -> Result<Self, Problem> {
        At::read(node, |at| Self::from_at(at, this_month))
    }

    pub(crate) fn from_at(at: &At<'_>, this_month: Month) -> Self {
        version(at);
        let channel_draft = Channel::new("", Number::default());
        let stage_draft = Stage::new("", Number::<Share>::default());
        let deal_draft = Deal::new(Number::default());
        let mut document = Self::new(this_month, channel_draft, stage_draft, deal_draft);
        at.each(|key, at| match key {
            "version" | "scenarios" => {}
            "title" => document.title = at.name(),
            "currency" => document.currency = currency(at),
            "start" => document.start = month(at),
            "months" => document.months = at.number(),
            "opening" => document.opening = at.choice().unwrap_or_default(),
            "channels" => document.channels = at.list(1, MOST_CHANNELS, channel),
            "stages" => document.stages = at.list(1, MOST_STAGES, stage),
            "deal" => document.deal = deal(at),
            _ => at.unknown(),
        });
        at.require("channels");
        at.require("stages");
        at.require("deal");
        // Levers name stages, channels and the billing, so they come after all of those.
        if let Some(at) = at.get("scenarios") {
            document.scenarios = scenarios(&at, &document);
        }
        document
    }
}

/// Checks that an object is of the version that this code reads, before anything else is looked at: of
/// another version nothing else can be said.
pub(crate) fn version(at: &At<'_>) {
    let Some(version) = at.require("version") else {
        return;
    };
    if version.float(Expected::Number) != VERSION {
        version.refuse(ProblemKind::UnknownVersion);
    }
}

fn currency(at: &At<'_>) -> Currency {
    Currency::parse(at.text()).unwrap_or_else(|| {
        at.refuse(ProblemKind::NotACurrency);
        Currency::USD
    })
}

fn month(at: &At<'_>) -> Month {
    Month::parse(at.text()).unwrap_or_else(|| {
        at.refuse(ProblemKind::NotAMonth);
        Month::default()
    })
}

fn channel(at: &At<'_>) -> Channel {
    let mut channel = Channel::new("", Number::default());
    at.each(|key, at| match key {
        "name" => channel.name = at.name(),
        "leadsPerMonth" => channel.leads_per_month = uncertain(at),
        "growthPerMonth" => channel.growth_per_month = at.number(),
        "seasonality" => {
            channel.seasonality = at.optional(Expected::ListOrNull, seasonality);
        }
        "quality" => channel.quality = at.number(),
        "costPerLead" => channel.cost_per_lead = at.number(),
        "fixedCostPerMonth" => channel.fixed_cost_per_month = at.number(),
        "priceElasticity" => channel.price_elasticity = at.number(),
        "qualityElasticity" => channel.quality_elasticity = at.number(),
        _ => at.unknown(),
    });
    at.require("leadsPerMonth");
    channel
}

fn seasonality(at: &At<'_>) -> [Number<Factor>; 12] {
    let factors = at.list(12, 12, |at| at.number());
    factors.try_into().unwrap_or_default()
}

fn stage(at: &At<'_>) -> Stage {
    let mut stage = Stage::new("", Number::<Share>::default());
    at.each(|key, at| match key {
        "name" => stage.name = at.name(),
        "conversion" => stage.conversion = conversion(at),
        "days" => stage.days = days(at),
        "lostDays" => stage.lost_days = at.optional(Expected::ObjectOrNull, days),
        "capacityPerMonth" => stage.capacity_per_month = at.optional_number(),
        "waiting" => stage.waiting = waiting(at),
        "costPerUnit" => stage.cost_per_unit = at.number(),
        "target" => stage.target = at.optional_number(),
        "open" => stage.open = at.number(),
        _ => at.unknown(),
    });
    at.require("conversion");
    stage
}

fn days(at: &At<'_>) -> Days {
    let mut days = Days::default();
    at.each(|key, at| match key {
        "mean" => days.mean = uncertain(at),
        "cv" => days.variation = at.number(),
        _ => at.unknown(),
    });
    at.require("mean");
    days
}

fn waiting(at: &At<'_>) -> Waiting {
    let mut waiting = Waiting::default();
    at.each(|key, at| match key {
        "order" => waiting.order = at.choice().unwrap_or_default(),
        "patienceHalfLifeDays" => waiting.patience_half_life_days = at.optional_number(),
        "staleHalfLifeDays" => waiting.stale_half_life_days = at.optional_number(),
        "staleFloor" => waiting.stale_floor = at.number(),
        "discardAfterDays" => waiting.discard_after_days = at.optional_number(),
        _ => at.unknown(),
    });
    waiting
}

fn deal(at: &At<'_>) -> Deal {
    let mut deal = Deal::new(Number::default());
    at.each(|key, at| match key {
        "size" => deal.size = uncertain(at),
        "sizeCv" => deal.size_variation = at.number(),
        "grossMargin" => deal.gross_margin = at.number(),
        "billing" => deal.billing = billing(at),
        _ => at.unknown(),
    });
    at.require("size");
    deal
}

/// The kind comes first: it says which other fields there are.
fn billing(at: &At<'_>) -> Billing {
    match at.require("kind").and_then(|at| at.choice()) {
        Some(BillingKind::OneOff) => Billing::OneOff(one_off(at)),
        Some(BillingKind::Recurring) => Billing::Recurring(recurring(at)),
        None => Billing::default(),
    }
}

fn one_off(at: &At<'_>) -> OneOff {
    let mut one_off = OneOff::default();
    at.each(|key, at| match key {
        "kind" => {}
        "upfrontShare" => one_off.upfront_share = at.number(),
        "onboardingDays" => one_off.onboarding_days = at.number(),
        "deliveryDays" => one_off.delivery_days = at.number(),
        "paymentDays" => one_off.payment_days = at.number(),
        _ => at.unknown(),
    });
    one_off
}

fn recurring(at: &At<'_>) -> Recurring {
    let mut recurring = Recurring::default();
    at.each(|key, at| match key {
        "kind" => {}
        "onboardingDays" => recurring.onboarding_days = at.number(),
        "paymentDays" => recurring.payment_days = at.number(),
        "contractMonths" => recurring.contract_months = at.number(),
        "monthlyChurn" => recurring.monthly_churn = at.number(),
        "monthlyExpansion" => recurring.monthly_expansion = at.number(),
        "costToServePerMonth" => recurring.cost_to_serve_per_month = at.number(),
        "openCustomers" => recurring.open_customers = at.number(),
        _ => at.unknown(),
    });
    recurring
}
