//! Which numbers can be opened, by the names that the page gives them.

use super::customer::CustomerFact;
use super::open_deals::OpenFact;
use super::payback::PaybackFact;
use super::scenarios::{Compared, ScenarioFact};
use super::shorter_cycle::ShorterFact;
use super::sum::Sum;
use crate::engine::Metrics;
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
    /// With a scenario, by its place among the document's, counted from 0.
    Scenario(usize),
}

impl Way {
    /// All but those of scenarios.
    pub const ALL: [Self; 3] = [Self::Today, Self::Fix, Self::Leads];

    /// Its name in names of numbers.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Today => "baseline".to_owned(),
            Self::Fix => "fix".to_owned(),
            Self::Leads => "leads".to_owned(),
            Self::Scenario(place) => ["scenario[", &place.to_string(), "]"].concat(),
        }
    }

    /// The run of a name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        if let Some(place) = id.strip_prefix("scenario[") {
            return Some(Self::Scenario(place.strip_suffix(']')?.parse().ok()?));
        }
        Self::ALL.into_iter().find(|way| way.id() == id)
    }

    /// What the trials say of its mean month, where they say it.
    pub(super) fn mean(self, certainty: &Certainty, sum: Sum) -> Option<f64> {
        let [today, fix, leads] = &certainty.means;
        let means = match self {
            Self::Today => today,
            Self::Fix => fix,
            Self::Leads => leads,
            Self::Scenario(_) => return None,
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

    /// The ratio or duration of a name.
    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.id() == id)
    }

    /// Read off a run; none where there is nothing to divide by.
    pub(super) const fn of(self, metrics: &Metrics) -> Option<f64> {
        match self {
            Self::Conversion => metrics.conversion,
            Self::Cycle => Some(metrics.cycle_days),
            Self::TimeToRevenue => Some(metrics.time_to_revenue_days),
            Self::CostPerLead => metrics.cost_per_lead,
            Self::AcquisitionCost => metrics.acquisition_cost,
            Self::ProgrammeShare => metrics.programme_share,
            Self::LifetimeValue => Some(metrics.lifetime_value),
            Self::Retention => metrics.annual_net_revenue_retention,
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
    /// What the open deals bring.
    Open(OpenFact),
    /// What a customer is worth and costs.
    Customer(CustomerFact),
    /// A chance to reach a goal: so many of so many trials.
    TrialsReaching(u32, u32),
    /// The conversion that money a month buys at a stage.
    Bought(usize),
    /// The leads that it buys of a channel.
    BoughtLeads(usize),
    /// The mean wait for a stage.
    MeanWait(usize),
    /// The days within which so many tenths of the won units have brought their first cash.
    FirstCashWithin(u8),
    /// What a piece of the way to the first cash, counted from 0, brings when it is shorter.
    Shorter(usize),
    /// What one of the usual steps, counted from 0, brings.
    Step(usize),
    /// What the planned change costs and brings back.
    Payback(PaybackFact),
    /// What a planned shorter cycle brings.
    ShorterCycle(ShorterFact),
    /// What scenarios come to, side by side.
    Scenario(ScenarioFact),
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

    /// The scenarios that it is of, counted from 0.
    #[must_use]
    pub fn scenarios(self) -> Vec<usize> {
        let of_way = |way: Way| match way {
            Way::Scenario(place) => vec![place],
            _ => Vec::new(),
        };
        match self {
            Self::Scenario(fact) => match fact {
                ScenarioFact::More(place, _) | ScenarioFact::RepaidIn(place) => vec![place],
                ScenarioFact::Ahead(place, other, _) => vec![place, other],
                ScenarioFact::SummedUp(way, _) => of_way(way),
            },
            Self::FirstEffect(way) => of_way(way),
            other => other.way().map_or(Vec::new(), of_way),
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

    /// The number of a name, such as "won.fix", "metric.cycle", "started[2]" or "scenario[0].more.won".
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "headline" => return Some(Self::Answer),
            "asManyLeadsAs" => return Some(Self::AsManyLeads),
            "mostLeads" => return Some(Self::MostLeads),
            "leadsGain" => return Some(Self::LeadsGain(None)),
            "spread" => return Some(Self::Spread(SpreadOf::Horizon)),
            "targetReached" => return Some(Self::TargetReached),
            "firstCashWithin.5" => return Some(Self::FirstCashWithin(5)),
            "firstCashWithin.9" => return Some(Self::FirstCashWithin(9)),
            _ => {}
        }
        if let Some(fact) = OpenFact::from_id(id) {
            return Some(Self::Open(fact));
        }
        if let Some(fact) = CustomerFact::from_id(id) {
            return Some(Self::Customer(fact));
        }
        if let Some(fact) = id.strip_prefix("payback.") {
            return PaybackFact::from_id(fact).map(Self::Payback);
        }
        if let Some(fact) = id.strip_prefix("shorterCycle.") {
            return ShorterFact::from_id(fact).map(Self::ShorterCycle);
        }
        if let Some(id) = id.strip_prefix("scenario.today.") {
            return Self::of_scenario(Way::Today, id);
        }
        if id.starts_with("scenario[")
            && let Some((way, id)) = id.split_once('.')
        {
            return Self::of_scenario(Way::from_id(way)?, id);
        }
        if let Some((name, at)) = id.split_once('[') {
            if let Some((reaching, trials)) = at.split_once("of") {
                let trials = trials.strip_suffix(']')?.parse().ok()?;
                return Some(Self::TrialsReaching(reaching.parse().ok()?, trials));
            }
            let stage = at.strip_suffix(']')?.parse().ok()?;
            return Some(match name {
                "started" => Self::Started(stage),
                "lost" => Self::Lost(stage),
                "waiting" => Self::Waiting(stage),
                "gain" => Self::Gain(stage),
                "bought" => Self::Bought(stage),
                "boughtLeads" => Self::BoughtLeads(stage),
                "meanWait" => Self::MeanWait(stage),
                "shorter" => Self::Shorter(stage),
                "step" => Self::Step(stage),
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
        let (of, way) = rest.split_once('.').unwrap_or((rest, "baseline"));
        match name {
            "total" => Some(Self::Total(Way::from_id(way)?, total(of)?)),
            "metric" => Some(Self::Metric(Way::from_id(way)?, Metric::from_id(of)?)),
            "firstEffect" => Some(Self::FirstEffect(Way::from_id(of)?)),
            _ => Some(Self::PerMonth(Way::from_id(of)?, per_month(name)?)),
        }
    }

    /// A number of the pipeline as it is or of a scenario, where scenarios are side by side.
    fn of_scenario(way: Way, id: &str) -> Option<Self> {
        if id == "firstEffect" {
            return Some(Self::FirstEffect(way));
        }
        let number = Compared::from_id(id).map(|compared| match compared {
            Compared::Sum(sum) => Self::Total(way, sum),
            Compared::Metric(metric) => Self::Metric(way, metric),
        });
        number.or_else(|| ScenarioFact::from_id(way, id).map(Self::Scenario))
    }
}

pub(super) fn total(id: &str) -> Option<Sum> {
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
