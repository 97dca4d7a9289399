//! Which numbers can be opened, by the names that the page gives them.

use super::sum::Sum;
use crate::insights::Certainty;

/// One of the runs that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// The pipeline as it is.
    Today,
    /// With the better stage.
    Fix,
    /// With more leads.
    Leads,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Today, Self::Fix, Self::Leads];

    /// Its name in names of numbers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Today => "baseline",
            Self::Fix => "fix",
            Self::Leads => "leads",
        }
    }

    /// The run of a name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.id() == id)
    }

    /// What the trials say of its mean month, where they say it.
    pub(super) fn mean(self, certainty: &Certainty, sum: Sum) -> Option<f64> {
        let [today, fix, leads] = &certainty.means;
        let means = match self {
            Self::Today => today,
            Self::Fix => fix,
            Self::Leads => leads,
        };
        match sum {
            Sum::Won => Some(means.won),
            Sum::Bookings => Some(means.bookings),
            Sum::Cost => Some(means.cost),
            Sum::Leads | Sum::Cash | Sum::Profit | Sum::Value => None,
        }
    }
}

/// A ratio or a duration of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Metric {
    /// From lead to win.
    Conversion,
    /// Sales cycle.
    Cycle,
    /// From the first contact to the first cash.
    TimeToRevenue,
    /// Channel costs ÷ leads.
    CostPerLead,
    /// Channel and stage costs ÷ wins.
    AcquisitionCost,
    /// Channel costs ÷ bookings.
    ProgrammeShare,
    /// Of a customer.
    LifetimeValue,
    /// Net revenue retention a year.
    Retention,
}

impl Metric {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Conversion,
        Self::Cycle,
        Self::TimeToRevenue,
        Self::CostPerLead,
        Self::AcquisitionCost,
        Self::ProgrammeShare,
        Self::LifetimeValue,
        Self::Retention,
    ];

    const fn id(self) -> &'static str {
        match self {
            Self::Conversion => "conversion",
            Self::Cycle => "cycle",
            Self::TimeToRevenue => "timeToRevenue",
            Self::CostPerLead => "costPerLead",
            Self::AcquisitionCost => "costPerClient",
            Self::ProgrammeShare => "programmeShare",
            Self::LifetimeValue => "lifetimeValue",
            Self::Retention => "annualNrr",
        }
    }
}

/// What the spread of the trials is of, counted from 0 within its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpreadOf {
    /// The whole horizon.
    Horizon,
    /// A month.
    Month(usize),
    /// Three months.
    Quarter(usize),
    /// Twelve months.
    Year(usize),
}

/// A number that can be opened. Stages are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opened {
    /// Which of the two ways is better.
    Answer,
    /// The leads that do the same as the better stage.
    AsManyLeads,
    /// A sum over the horizon.
    Total(Way, Sum),
    /// A mean month.
    PerMonth(Way, Sum),
    /// When a change is felt first.
    FirstEffect(Way),
    /// A ratio or a duration.
    Metric(Way, Metric),
    /// Units that start a stage in a mean month.
    Started(usize),
    /// Units that are lost there in a mean month.
    Lost(usize),
    /// Units in line for it at the end.
    Waiting(usize),
    /// What happens at a stage over the horizon.
    StageFact(usize, StageFact),
    /// What one step of improvement gains at a stage.
    Gain(usize),
    /// The leads that fill the first stage with a limit.
    MostLeads,
    /// What a tenth more leads gain, of one channel or, where it is absent, of all.
    LeadsGain(Option<usize>),
    /// Where the trials' tenths lie, and their mean.
    Spread(SpreadOf),
    /// The chance to reach the target.
    TargetReached,
}

/// What happens at a stage over the horizon, see [`StageFacts`](crate::insights::StageFacts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StageFact {
    /// Units that do not advance.
    Lost,
    /// What they would have brought.
    WorthLost,
    /// Units in work on average.
    InWork,
    /// What they bring on average.
    WorthInWork,
    /// Units started of those that the limit allows.
    Load,
}

impl Opened {
    /// The run that it is of, where it could be of another one.
    #[must_use]
    pub const fn way(self) -> Option<Way> {
        match self {
            Self::Total(way, _) | Self::PerMonth(way, _) | Self::Metric(way, _) => Some(way),
            _ => None,
        }
    }

    /// The same number of another run.
    #[must_use]
    pub const fn of_way(self, way: Way) -> Self {
        match self {
            Self::Total(_, sum) => Self::Total(way, sum),
            Self::PerMonth(_, sum) => Self::PerMonth(way, sum),
            Self::Metric(_, metric) => Self::Metric(way, metric),
            other => other,
        }
    }

    /// The number of a name, such as "won.fix", "metric.cycle" or "started[2]".
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "headline" => return Some(Self::Answer),
            "asManyLeadsAs" => return Some(Self::AsManyLeads),
            "mostLeads" => return Some(Self::MostLeads),
            "leadsGain" => return Some(Self::LeadsGain(None)),
            "spread" => return Some(Self::Spread(SpreadOf::Horizon)),
            "targetReached" => return Some(Self::TargetReached),
            _ => {}
        }
        if let Some((name, at)) = id.split_once('[') {
            let stage = at.strip_suffix(']')?.parse().ok()?;
            return Some(match name {
                "started" => Self::Started(stage),
                "lost" => Self::Lost(stage),
                "waiting" => Self::Waiting(stage),
                "gain" => Self::Gain(stage),
                "spreadOfMonth" => Self::Spread(SpreadOf::Month(stage)),
                "spreadOfQuarter" => Self::Spread(SpreadOf::Quarter(stage)),
                "spreadOfYear" => Self::Spread(SpreadOf::Year(stage)),
                "leadsGain" => Self::LeadsGain(Some(stage)),
                "allLost" => Self::StageFact(stage, StageFact::Lost),
                "worthLost" => Self::StageFact(stage, StageFact::WorthLost),
                "inWork" => Self::StageFact(stage, StageFact::InWork),
                "worthInWork" => Self::StageFact(stage, StageFact::WorthInWork),
                "load" => Self::StageFact(stage, StageFact::Load),
                _ => return None,
            });
        }
        let (name, rest) = id.split_once('.')?;
        let (of, way) = rest.split_once('.').unwrap_or((rest, Way::Today.id()));
        match name {
            "total" => Some(Self::Total(Way::from_id(way)?, total(of)?)),
            "metric" => {
                let mut all = Metric::ALL.into_iter();
                let metric = all.find(|metric| metric.id() == of)?;
                Some(Self::Metric(Way::from_id(way)?, metric))
            }
            "firstEffect" => Some(Self::FirstEffect(Way::from_id(of)?)),
            _ => Some(Self::PerMonth(Way::from_id(of)?, per_month(name)?)),
        }
    }
}

fn total(id: &str) -> Option<Sum> {
    Some(match id {
        "leads" => Sum::Leads,
        "won" => Sum::Won,
        "bookings" => Sum::Bookings,
        "cash" => Sum::Cash,
        "cost" => Sum::Cost,
        "profit" => Sum::Profit,
        "value" => Sum::Value,
        _ => return None,
    })
}

fn per_month(id: &str) -> Option<Sum> {
    Some(match id {
        "leads" => Sum::Leads,
        "won" => Sum::Won,
        "revenue" => Sum::Bookings,
        "cost" => Sum::Cost,
        _ => return None,
    })
}
