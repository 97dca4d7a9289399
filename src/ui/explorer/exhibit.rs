//! The pictures and tables that can be taken along, by names that stay whatever the language: the page around asks for
//! them by these, as `docs/element.md` lists them.

use crate::model::Panel;

/// A picture, a table, or a picture with its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exhibit {
    FixOrBuy,
    Payback,
    Why,
    Leaks,
    Budget,
    BudgetWays,
    BreakEven,
    Map,
    Tornado,
    Forecast,
    Goal,
    GoalLevers,
    Numbers,
    Scenarios,
    ScenarioMonths,
    TimeToRevenue,
    Steps,
    OpenDeals,
    OpenStages,
    OpenAges,
    CustomerValue,
    CustomerNumbers,
    CustomerChanges,
}

/// All of them, in the order of the page.
const ALL: [Exhibit; 23] = [
    Exhibit::FixOrBuy,
    Exhibit::Payback,
    Exhibit::Why,
    Exhibit::Leaks,
    Exhibit::Budget,
    Exhibit::BudgetWays,
    Exhibit::BreakEven,
    Exhibit::Map,
    Exhibit::Tornado,
    Exhibit::Forecast,
    Exhibit::Goal,
    Exhibit::GoalLevers,
    Exhibit::Numbers,
    Exhibit::Scenarios,
    Exhibit::ScenarioMonths,
    Exhibit::TimeToRevenue,
    Exhibit::Steps,
    Exhibit::OpenDeals,
    Exhibit::OpenStages,
    Exhibit::OpenAges,
    Exhibit::CustomerValue,
    Exhibit::CustomerNumbers,
    Exhibit::CustomerChanges,
];

impl Exhibit {
    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FixOrBuy => "fix-or-buy",
            Self::Payback => "payback",
            Self::Why => "why",
            Self::Leaks => "leaks",
            Self::Budget => "budget",
            Self::BudgetWays => "budget-ways",
            Self::BreakEven => "break-even",
            Self::Map => "map",
            Self::Tornado => "tornado",
            Self::Forecast => "forecast",
            Self::Goal => "goal",
            Self::GoalLevers => "goal-levers",
            Self::Numbers => "numbers",
            Self::Scenarios => "scenarios",
            Self::ScenarioMonths => "scenario-months",
            Self::TimeToRevenue => "time-to-revenue",
            Self::Steps => "steps",
            Self::OpenDeals => "open-deals",
            Self::OpenStages => "open-stages",
            Self::OpenAges => "open-ages",
            Self::CustomerValue => "customer-value",
            Self::CustomerNumbers => "customer-numbers",
            Self::CustomerChanges => "customer-changes",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        ALL.into_iter().find(|exhibit| exhibit.id() == id)
    }

    /// The panel that has to be open for it.
    pub const fn panel(self) -> Option<Panel> {
        Some(match self {
            Self::Payback => Panel::Payback,
            Self::Budget | Self::BudgetWays => Panel::Budget,
            Self::Goal | Self::GoalLevers => Panel::Goal,
            Self::Scenarios | Self::ScenarioMonths => Panel::Scenarios,
            Self::TimeToRevenue | Self::Steps => Panel::TimeToRevenue,
            Self::OpenDeals | Self::OpenStages | Self::OpenAges => Panel::OpenPipeline,
            Self::CustomerValue | Self::CustomerNumbers | Self::CustomerChanges => {
                Panel::CustomerValue
            }
            _ => return None,
        })
    }
}
