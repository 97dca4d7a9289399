//! What a higher win rate, customers who stay longer or pay more are worth beside more leads.

use super::comparison::LEADS_STEP;
use super::equivalent::more_leads;
use super::leaks::one_step_up;
use crate::engine::{Simulator, Totals};
use crate::model::kinds::Expansion;
use crate::model::{Billing, Change, Document, Lever, Number, Recurring};

/// What churn and the cost to serve are multiplied by.
const LESS: f64 = 0.9;
/// What deals are multiplied by.
const MORE: f64 = 1.1;
/// What is added to the monthly expansion: half a percentage point.
const EXPANSION_STEP: f64 = 0.005;

/// A change that is held against more leads. Each acts from the first day, and costs nothing but what more leads cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CustomerChange {
    /// A tenth more leads on all channels, at their price, with their elasticities.
    MoreLeads,
    /// The odds × 1.1 at the last stage that loses anyone: who gets that far is won or lost there.
    WinRate,
    /// Larger deals: × 1.1, for those won from then on.
    DealSize,
    /// Monthly churn × 0.9, of all customers.
    Churn,
    /// Half a percentage point more expansion a month, of all customers; whatever it is now.
    Expansion,
    /// Cost to serve × 0.9, of all customers.
    CostToServe,
}

/// What a change gains over the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangeGain {
    /// What changes.
    pub change: CustomerChange,
    /// What it is changed from: a conversion, churn, expansion, a cost, a size; leads a month, mean over the months.
    pub from: f64,
    /// And to.
    pub to: f64,
    /// Deals won more.
    pub won: f64,
    /// Value more. Customers of before the horizon are no part of it.
    pub value: f64,
    /// Profit more. What customers of before the horizon pay and cost is part of it.
    pub profit: f64,
}

impl CustomerChange {
    /// All of them, leads first.
    pub const ALL: [Self; 6] = [
        Self::MoreLeads,
        Self::WinRate,
        Self::DealSize,
        Self::Churn,
        Self::Expansion,
        Self::CostToServe,
    ];

    /// Its name in names of numbers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::MoreLeads => "moreLeads",
            Self::WinRate => "winRate",
            Self::DealSize => "dealSize",
            Self::Churn => "churn",
            Self::Expansion => "expansion",
            Self::CostToServe => "costToServe",
        }
    }

    /// The change of an [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.id() == id)
    }

    /// Whether it can be made: the last three need customers who pay every month, a win rate a stage that loses some
    /// and not all.
    #[must_use]
    pub fn is_of(self, document: &Document) -> bool {
        match self {
            Self::MoreLeads | Self::DealSize => true,
            Self::WinRate => closing_stage(document).is_some(),
            Self::Churn | Self::Expansion | Self::CostToServe => recurring(document).is_some(),
        }
    }

    /// What it gains on a `baseline`; none where it cannot be made.
    pub(super) fn gain(
        self,
        simulator: &mut Simulator,
        document: &Document,
        baseline: &Totals,
    ) -> Option<ChangeGain> {
        let (changed, levers) = self.made(document)?;
        let totals = simulator.totals(&changed, &levers);
        let (from, to) = self.step(document, baseline)?;
        Some(ChangeGain {
            change: self,
            from,
            to,
            won: totals.won - baseline.won,
            value: totals.value - baseline.value,
            profit: totals.profit - baseline.profit,
        })
    }

    /// What is run: a document and levers. What no lever moves is changed in the document.
    pub(super) fn made(self, document: &Document) -> Option<(Document, Vec<Lever>)> {
        let mut changed = document.clone();
        let levers = match self {
            Self::MoreLeads => more_leads(document, LEADS_STEP),
            Self::WinRate => {
                let stage = closing_stage(document)?;
                let conversion = document.stages.get(stage)?.conversion.middle();
                let to = one_step_up(conversion);
                vec![Change::Conversion { stage, to }.at_once()]
            }
            Self::DealSize => {
                let times = Number::nearest(MORE);
                vec![Change::DealSize { times }.at_once()]
            }
            Self::Churn => {
                let to = Number::nearest(recurring(document)?.monthly_churn.get() * LESS);
                vec![Change::Churn { to }.at_once()]
            }
            Self::Expansion | Self::CostToServe => {
                let mut billing = *recurring(document)?;
                if self == Self::Expansion {
                    let more = billing.monthly_expansion.get() + EXPANSION_STEP;
                    billing.monthly_expansion = Number::nearest(more);
                } else {
                    let less = billing.cost_to_serve_per_month.get() * LESS;
                    billing.cost_to_serve_per_month = Number::nearest(less);
                }
                changed.deal.billing = Billing::Recurring(billing);
                Vec::new()
            }
        };
        Some((changed, levers))
    }

    /// What is changed, from and to.
    fn step(self, document: &Document, baseline: &Totals) -> Option<(f64, f64)> {
        Some(match self {
            Self::MoreLeads => {
                let leads = baseline.leads / document.months.get();
                (leads, leads * LEADS_STEP)
            }
            Self::WinRate => {
                let stage = document.stages.get(closing_stage(document)?)?;
                let conversion = stage.conversion.middle();
                (conversion, one_step_up(conversion).get())
            }
            Self::DealSize => {
                let size = document.deal.size.middle();
                (size, size * MORE)
            }
            Self::Churn => {
                let churn = recurring(document)?.monthly_churn.get();
                (churn, churn * LESS)
            }
            Self::Expansion => {
                let expansion = recurring(document)?.monthly_expansion;
                let more: Number<Expansion> = Number::nearest(expansion.get() + EXPANSION_STEP);
                (expansion.get(), more.get())
            }
            Self::CostToServe => {
                let cost = recurring(document)?.cost_to_serve_per_month.get();
                (cost, cost * LESS)
            }
        })
    }
}

/// The last stage that advances some and not all, where a win rate can be raised.
#[must_use]
pub fn closing_stage(document: &Document) -> Option<usize> {
    document.stages.iter().rposition(|stage| {
        let conversion = stage.conversion.middle();
        conversion > 0.0 && conversion < 1.0
    })
}

fn recurring(document: &Document) -> Option<&Recurring> {
    match &document.deal.billing {
        Billing::Recurring(billing) => Some(billing),
        Billing::OneOff(_) => None,
    }
}
