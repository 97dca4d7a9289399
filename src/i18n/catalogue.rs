//! Every text of the page, once in each language. A text that is missing in one of them does not build.
//!
//! Numbers and names are put in finished and never inflected: "label: value", names in quotation marks.

mod en;
mod ka;
mod lt;
mod ru;
mod tr;

use super::locale::Locale;
use crate::model::{Preset, PresetNames};

/// A text with one value put in.
pub type One = fn(&str) -> String;
/// A text with two values put in.
pub type Two = fn(&str, &str) -> String;

impl Locale {
    /// The texts of this language.
    #[must_use]
    pub const fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::En => &en::TEXTS,
            Self::Ka => &ka::TEXTS,
            Self::Lt => &lt::TEXTS,
            Self::Tr => &tr::TEXTS,
            Self::Ru => &ru::TEXTS,
        }
    }
}

/// Every text of one language.
pub struct Catalogue {
    /// The bar at the top and what the page says about itself.
    pub page: PageTexts,
    /// What ready-made pipelines and new parts are called.
    pub names: NameTexts,
    /// The sentence that answers.
    pub headline: HeadlineTexts,
    /// The two ways side by side.
    pub ways: WayTexts,
    /// The pipeline's rows.
    pub rows: RowTexts,
    /// What the numbers are called.
    pub fields: FieldTexts,
    /// What is wrong with a typed number.
    pub errors: ErrorTexts,
    /// What chance makes of the months ahead.
    pub forecast: ForecastTexts,
    /// The table of results.
    pub table: TableTexts,
}

/// What chance makes of the months ahead.
pub struct ForecastTexts {
    pub title: &'static str,
    /// The lower and the upper end of what 8 of 10 trials come to.
    pub ends: Two,
    pub period: &'static str,
    pub below: &'static str,
    pub median: &'static str,
    pub above: &'static str,
    pub mean: &'static str,
    pub as_table: &'static str,
    pub target: &'static str,
    /// The share of trials in which the target is reached.
    pub reached: One,
    pub trials: &'static str,
    pub seed: &'static str,
    /// How many trials have been played, and how many there shall be.
    pub playing: Two,
}

/// The bar at the top and what the page says about itself.
pub struct PageTexts {
    pub name: &'static str,
    pub question: &'static str,
    pub example: &'static str,
    pub changed: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub language: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub link_by_hand: &'static str,
    pub close: &'static str,
    pub broken_link: &'static str,
    pub newer_link: &'static str,
    pub last_valid: &'static str,
    pub private: &'static str,
    pub broken_state: &'static str,
    pub not_done: &'static str,
}

/// What ready-made pipelines and new parts are called.
pub struct NameTexts {
    pub talk: &'static str,
    pub talk_full: &'static str,
    pub firm: &'static str,
    pub fast_cash: &'static str,
    pub slow_cash: &'static str,
    pub stale: &'static str,
    pub own: &'static str,
    pub channel: &'static str,
    pub lead: &'static str,
    pub qualified: &'static str,
    pub proposal: &'static str,
    pub negotiation: &'static str,
    pub commitment: &'static str,
    pub in_pipeline: &'static str,
    pub follow_up: &'static str,
    pub new_stage: &'static str,
    pub new_channel: &'static str,
}

/// What a headline about raising a stage's conversion is made of.
#[derive(Clone, Copy)]
pub struct Raise<'a> {
    /// The stage, in quotation marks.
    pub stage: &'a str,
    /// Its conversion now.
    pub from: &'a str,
    /// The conversion that it is raised to.
    pub to: &'a str,
}

/// The sentence that answers.
pub struct HeadlineTexts {
    /// The fix, the extra leads that bring as much, what it is worth a month.
    pub as_many_leads: fn(Raise, &str, &str) -> String,
    /// The fix, the extra leads that bring less, what it is worth a month.
    pub more_than_leads: fn(Raise, &str, &str) -> String,
    /// The fix and what it is worth a month; no number of leads does the same.
    pub no_leads: fn(Raise, &str) -> String,
    /// The stage that is full, and its limit a month.
    pub because_full: Two,
    /// Leads a month and won with them, then the fix and won with it.
    pub against: fn(&str, &str, Raise, &str) -> String,
    /// More leads win less, because they wait for this stage.
    pub leads_hurt: One,
    /// Won a month if the newest were worked first, and as it is.
    pub newest_first: Two,
    /// Extra leads a month bring more than the fix, by so much a month.
    pub leads_win: fn(&str, Raise, &str) -> String,
    /// Extra leads a month and the fix bring the same.
    pub tie: fn(&str, Raise) -> String,
    /// What these leads cost a month, and what the fix is worth.
    pub tie_prices: Two,
    /// The fix beats so many extra leads in a share of so many trials.
    pub fix_sure: fn(&str, &str, &str) -> String,
    /// The extra leads beat the fix in a share of so many trials.
    pub leads_sure: Two,
    /// Won a month on average over the trials, and in the expected run.
    pub optimist: Two,
    /// Neither extra leads nor the fix bring anything.
    pub neither: fn(&str, Raise) -> String,
}

/// The two ways side by side.
pub struct WayTexts {
    pub title: &'static str,
    pub fix: &'static str,
    pub leads: &'static str,
    pub stage: &'static str,
    pub target: &'static str,
    pub extra_leads: &'static str,
    pub won: &'static str,
    pub revenue: &'static str,
    pub cost: &'static str,
    pub first_effect: &'static str,
    pub as_many: Two,
    pub none_as_many: &'static str,
    pub no_effect: &'static str,
    pub more: One,
    pub less: One,
    pub same: &'static str,
    pub compare_by: &'static str,
    pub objectives: [&'static str; 5],
    pub wins: &'static str,
    pub tie: &'static str,
    pub neither: &'static str,
    pub choose: &'static str,
}

/// The pipeline's rows.
pub struct RowTexts {
    pub title: &'static str,
    pub average: One,
    pub lost: Two,
    pub waiting: One,
    pub over_capacity: &'static str,
    pub won: &'static str,
    pub won_value: One,
    pub leads_cost: One,
    pub more_stage: &'static str,
    pub more_channel: &'static str,
    pub more_deal: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub remove: &'static str,
    pub add_stage: &'static str,
    pub add_channel: &'static str,
    pub curve: fn(&str, &str, &str) -> String,
    pub off: &'static str,
}

/// What the numbers and choices are called.
pub struct FieldTexts {
    pub leads_per_month: &'static str,
    pub cost_per_lead: &'static str,
    pub conversion: &'static str,
    pub deal_size: &'static str,
    pub price_of_month: &'static str,
    pub months: &'static str,
    pub growth: &'static str,
    pub quality: &'static str,
    pub fixed_cost: &'static str,
    pub price_elasticity: &'static str,
    pub quality_elasticity: &'static str,
    pub days: &'static str,
    pub days_variation: &'static str,
    pub lost_days: &'static str,
    pub lost_days_variation: &'static str,
    pub capacity: &'static str,
    pub patience: &'static str,
    pub stale: &'static str,
    pub stale_floor: &'static str,
    pub discard: &'static str,
    pub cost_per_unit: &'static str,
    pub target: &'static str,
    pub open: &'static str,
    pub size_variation: &'static str,
    pub margin: &'static str,
    pub upfront: &'static str,
    pub onboarding: &'static str,
    pub delivery: &'static str,
    pub payment: &'static str,
    pub contract_months: &'static str,
    pub churn: &'static str,
    pub expansion: &'static str,
    pub cost_to_serve: &'static str,
    pub open_customers: &'static str,
    pub name: &'static str,
    pub title: &'static str,
    pub order: &'static str,
    pub oldest_first: &'static str,
    pub newest_first: &'static str,
    pub billing: &'static str,
    pub one_off: &'static str,
    pub recurring: &'static str,
    pub opening: &'static str,
    pub steady: &'static str,
    pub empty: &'static str,
    pub counts: &'static str,
    pub start: &'static str,
    pub currency: &'static str,
}

/// What is wrong with a typed number, or how it was understood.
pub struct ErrorTexts {
    pub empty: &'static str,
    pub not_a_number: &'static str,
    pub grouping: &'static str,
    pub ambiguous: &'static str,
    pub too_large: &'static str,
    pub between: Two,
    pub above: Two,
    pub whole: Two,
    pub perhaps_percent: Two,
    pub read_as: One,
    pub name: &'static str,
    pub month: &'static str,
}

/// The table of results.
pub struct TableTexts {
    pub title: &'static str,
    pub over: One,
    pub today: &'static str,
    pub leads: &'static str,
    pub won: &'static str,
    pub bookings: &'static str,
    pub cash: &'static str,
    pub cost: &'static str,
    pub profit: &'static str,
    pub value: &'static str,
    pub conversion: &'static str,
    pub cycle: &'static str,
    pub time_to_revenue: &'static str,
    pub cost_per_lead: &'static str,
    pub cost_per_client: &'static str,
    pub programme_share: &'static str,
    pub lifetime_value: &'static str,
    pub retention: &'static str,
}

impl NameTexts {
    /// What a preset is called.
    #[must_use]
    pub const fn preset(&self, preset: Preset) -> &'static str {
        match preset {
            Preset::Talk => self.talk,
            Preset::TalkFull => self.talk_full,
            Preset::Firm => self.firm,
            Preset::FastCash => self.fast_cash,
            Preset::SlowCash => self.slow_cash,
            Preset::Stale => self.stale,
            Preset::Own => self.own,
        }
    }

    /// The words of a preset's document.
    #[must_use]
    pub const fn of(&self, preset: Preset) -> PresetNames<'static> {
        PresetNames {
            title: self.preset(preset),
            channel: self.channel,
            lead: self.lead,
            qualified: self.qualified,
            proposal: self.proposal,
            negotiation: self.negotiation,
            commitment: self.commitment,
            in_pipeline: self.in_pipeline,
            follow_up: self.follow_up,
        }
    }
}
