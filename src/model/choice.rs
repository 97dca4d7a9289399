//! Values that are one of a few, and the texts that stand for them in a document.

use super::document::{Billing, Change, Opening, WaitingOrder};
use super::json::Node;

/// One of a few values, each with its text.
pub(crate) trait Choice: Copy + PartialEq + 'static {
    /// Every value.
    const ALL: &'static [Self];
    /// Their texts, in the same order.
    const IDS: &'static [&'static str];

    fn id(self) -> &'static str {
        let mut pairs = Self::ALL.iter().zip(Self::IDS);
        pairs
            .find(|(value, _)| **value == self)
            .map_or("", |(_, id)| id)
    }

    fn from_id(id: &str) -> Option<Self> {
        let mut pairs = Self::ALL.iter().zip(Self::IDS);
        pairs
            .find(|(_, text)| **text == id)
            .map(|(value, _)| *value)
    }

    fn node(self) -> Node {
        self.id().into()
    }
}

impl Choice for Opening {
    const ALL: &'static [Self] = &[Self::Steady, Self::Empty, Self::Counts];
    const IDS: &'static [&'static str] = &["steady", "empty", "counts"];
}

impl Choice for WaitingOrder {
    const ALL: &'static [Self] = &[Self::OldestFirst, Self::NewestFirst];
    const IDS: &'static [&'static str] = &["oldestFirst", "newestFirst"];
}

/// The kinds of [`Billing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BillingKind {
    /// Deals are paid once.
    OneOff,
    /// Customers pay every month.
    Recurring,
}

impl Choice for BillingKind {
    const ALL: &'static [Self] = &[Self::OneOff, Self::Recurring];
    const IDS: &'static [&'static str] = &["oneOff", "recurring"];
}

impl Billing {
    /// Which of the two it is.
    #[must_use]
    pub fn kind(&self) -> BillingKind {
        match self {
            Self::OneOff(_) => BillingKind::OneOff,
            Self::Recurring(_) => BillingKind::Recurring,
        }
    }
}

/// The kinds of [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverKind {
    /// [`Change::Conversion`].
    Conversion,
    /// [`Change::Leads`].
    Leads,
    /// [`Change::Days`].
    Days,
    /// [`Change::Capacity`].
    Capacity,
    /// [`Change::WaitingOrder`].
    WaitingOrder,
    /// [`Change::DealSize`].
    DealSize,
    /// [`Change::Churn`].
    Churn,
    /// [`Change::PaymentDays`].
    PaymentDays,
}

impl Choice for LeverKind {
    const ALL: &'static [Self] = &[
        Self::Conversion,
        Self::Leads,
        Self::Days,
        Self::Capacity,
        Self::WaitingOrder,
        Self::DealSize,
        Self::Churn,
        Self::PaymentDays,
    ];
    const IDS: &'static [&'static str] = &[
        "conversion",
        "leads",
        "days",
        "capacity",
        "waitingOrder",
        "dealSize",
        "churn",
        "paymentDays",
    ];
}

impl LeverKind {
    /// All of them.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// Its text in a document, such as "waitingOrder".
    #[must_use]
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }

    /// The kind of an [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Choice::from_id(id)
    }
}

impl Change {
    /// What kind of change it is.
    #[must_use]
    pub fn kind(&self) -> LeverKind {
        match self {
            Self::Conversion { .. } => LeverKind::Conversion,
            Self::Leads { .. } => LeverKind::Leads,
            Self::Days { .. } => LeverKind::Days,
            Self::Capacity { .. } => LeverKind::Capacity,
            Self::WaitingOrder { .. } => LeverKind::WaitingOrder,
            Self::DealSize { .. } => LeverKind::DealSize,
            Self::Churn { .. } => LeverKind::Churn,
            Self::PaymentDays { .. } => LeverKind::PaymentDays,
        }
    }
}
