//! Sums over the horizon, and what figures are counted in.

use crate::engine::Totals;
use crate::model::Objective;

/// A sum over the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sum {
    /// Leads that come in.
    Leads,
    /// Deals won.
    Won,
    /// Their worth on paper.
    Bookings,
    /// Money received.
    Cash,
    /// All costs.
    Cost,
    /// Gross margin × cash − cost.
    Profit,
    /// Lifetime value of the wins − costs but those of serving customers.
    Value,
}

impl Sum {
    /// Read off a run.
    #[must_use]
    pub const fn of(self, totals: &Totals) -> f64 {
        match self {
            Self::Leads => totals.leads,
            Self::Won => totals.won,
            Self::Bookings => totals.bookings,
            Self::Cash => totals.cash,
            Self::Cost => totals.cost,
            Self::Profit => totals.profit,
            Self::Value => totals.value,
        }
    }

    /// What it is counted in.
    pub(super) const fn counted(self) -> Counted {
        match self {
            Self::Leads | Self::Won => Counted::Units,
            _ => Counted::Money,
        }
    }
}

impl From<Objective> for Sum {
    fn from(objective: Objective) -> Self {
        match objective {
            Objective::Won => Self::Won,
            Objective::Bookings => Self::Bookings,
            Objective::Cash => Self::Cash,
            Objective::Profit => Self::Profit,
            Objective::Value => Self::Value,
        }
    }
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Leads, units or deals.
    Units,
    /// A share, 0 to 1 and beyond.
    Share,
    /// Money.
    Money,
    /// Days.
    Days,
    /// A plain number.
    Plain,
}
