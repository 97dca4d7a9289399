//! The numbers of plans by name.

use super::number::kinds::{
    Goal, LeftOut, Money, PriceElasticity, RampMonths, Share, StartMonth, WholeDays,
};
use super::number::{Limits, Range};
use super::step::Step;

/// One number of a visitor's plans. Months are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanField {
    /// How much is to be reached.
    GoalAmount,
    /// The month at whose end it shall be there.
    GoalMonth,
    /// By which share the planned lever moves what it moves: days get shorter, limits and deals larger.
    Effect,
    /// What it costs once, in the month in which it starts.
    OneOffCost,
    /// What it costs a month from then on.
    CostPerMonth,
    /// The month in which it starts.
    StartMonth,
    /// Months until it has its full effect.
    RampMonths,
    /// What there is to spend a month.
    BudgetPerMonth,
    /// By which share each further step at a stage costs more than the one before.
    BudgetGrowth,
    /// Within how many days wins are asked for.
    WithinDays,
    /// By which share each piece of the time to revenue is shortened.
    ShortenBy,
    /// The scenarios that are not compared: the sum of 2 to the power of their places, counted from 0.
    LeftOut,
    /// A number beside one of the usual steps.
    Step(Step, StepField),
}

/// A number beside one of the usual steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepField {
    /// By which share it moves what it moves.
    Effect,
    /// What it costs once.
    OneOffCost,
    /// What it costs a month.
    CostPerMonth,
}

impl StepField {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Effect, Self::OneOffCost, Self::CostPerMonth];

    const fn id(self) -> &'static str {
        match self {
            Self::Effect => "effect",
            Self::OneOffCost => "oneOffCost",
            Self::CostPerMonth => "costPerMonth",
        }
    }
}

/// The fields that are not beside a step.
const PLAIN: [PlanField; 12] = [
    PlanField::GoalAmount,
    PlanField::GoalMonth,
    PlanField::Effect,
    PlanField::OneOffCost,
    PlanField::CostPerMonth,
    PlanField::StartMonth,
    PlanField::RampMonths,
    PlanField::BudgetPerMonth,
    PlanField::BudgetGrowth,
    PlanField::WithinDays,
    PlanField::ShortenBy,
    PlanField::LeftOut,
];

impl PlanField {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let steps = Step::all().iter().flat_map(|step| {
            let fields = StepField::ALL.iter();
            fields.map(|field| Self::Step(*step, *field))
        });
        PLAIN.into_iter().chain(steps)
    }

    /// Its key in a view, such as "goalAmount" or "audits.effect".
    #[must_use]
    pub fn id(self) -> String {
        let id = match self {
            Self::GoalAmount => "goalAmount",
            Self::GoalMonth => "goalMonth",
            Self::Effect => "effect",
            Self::OneOffCost => "oneOffCost",
            Self::CostPerMonth => "costPerMonth",
            Self::StartMonth => "startMonth",
            Self::RampMonths => "rampMonths",
            Self::BudgetPerMonth => "budgetPerMonth",
            Self::BudgetGrowth => "budgetGrowth",
            Self::WithinDays => "withinDays",
            Self::ShortenBy => "shortenBy",
            Self::LeftOut => "leftOut",
            Self::Step(step, field) => return [step.id(), ".", field.id()].concat(),
        };
        id.to_owned()
    }

    /// The field of an [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|field| field.id() == id)
    }

    /// What the field may hold.
    #[must_use]
    pub fn limits(self) -> Limits {
        match self {
            Self::GoalAmount => Goal::LIMITS,
            Self::GoalMonth | Self::StartMonth => StartMonth::LIMITS,
            Self::RampMonths => RampMonths::LIMITS,
            Self::Effect | Self::ShortenBy | Self::Step(_, StepField::Effect) => Share::LIMITS,
            Self::OneOffCost | Self::CostPerMonth | Self::BudgetPerMonth | Self::Step(..) => {
                Money::LIMITS
            }
            Self::BudgetGrowth => PriceElasticity::LIMITS,
            Self::WithinDays => WholeDays::LIMITS,
            Self::LeftOut => LeftOut::LIMITS,
        }
    }
}
