//! The usual steps of shortening the time to revenue.

use super::choice::Choice;

/// A usual step of bringing first contact and first cash closer together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Leads that fit better.
    BetterLeads,
    /// Stages with a clear end, so that nothing lies around.
    DefinedStages,
    /// Early decisions about who is worth the effort.
    Qualifying,
    /// Keeping in touch with those who wait.
    Nurturing,
    /// Offers made for the one who gets them.
    TailoredOffers,
    /// A look at the client's situation before the offer.
    Audits,
    /// A quicker start with new customers.
    Onboarding,
    /// Quicker delivery.
    Delivery,
    /// Customers see what they get.
    Reporting,
    /// Invoices that are sent and paid earlier.
    Invoicing,
}

impl Choice for Step {
    const ALL: &'static [Self] = &[
        Self::BetterLeads,
        Self::DefinedStages,
        Self::Qualifying,
        Self::Nurturing,
        Self::TailoredOffers,
        Self::Audits,
        Self::Onboarding,
        Self::Delivery,
        Self::Reporting,
        Self::Invoicing,
    ];
    const IDS: &'static [&'static str] = &[
        "betterLeads",
        "definedStages",
        "qualifying",
        "nurturing",
        "tailoredOffers",
        "audits",
        "onboarding",
        "delivery",
        "reporting",
        "invoicing",
    ];
}

impl Step {
    /// All of them, in the order in which a lead meets them.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// Its text in names of its numbers, such as "betterLeads".
    #[must_use]
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }
}
