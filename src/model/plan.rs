//! What a visitor plans: a goal, a change with its costs, usual steps, money to spend.
//!
//! Nothing here changes a run. A number that is not entered is left to the answers, which say what they take instead.

use super::at::At;
use super::choice::Choice;
use super::json::Node;
use super::plan_field::PlanField;
use super::problem::ProblemKind;
use super::shift::Shift;

/// What a plan moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PlannedLever {
    /// The better stage of the pair compared.
    #[default]
    Fix,
    /// The extra leads of the pair compared.
    Leads,
    /// The days of a stage.
    Days,
    /// What a stage can start.
    Capacity,
    /// The size of deals.
    DealSize,
    /// The days until invoices are paid.
    PaymentDays,
}

impl Choice for PlannedLever {
    const ALL: &'static [Self] = &[
        Self::Fix,
        Self::Leads,
        Self::Days,
        Self::Capacity,
        Self::DealSize,
        Self::PaymentDays,
    ];
    const IDS: &'static [&'static str] = &[
        "fix",
        "leads",
        "days",
        "capacity",
        "dealSize",
        "paymentDays",
    ];
}

impl PlannedLever {
    /// All of them.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// Its text in a view, such as "dealSize".
    #[must_use]
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }

    /// The lever of an [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Choice::from_id(id)
    }
}

/// What a goal is counted in, summed up from the first day on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GoalMeasure {
    /// Deals won.
    #[default]
    Won,
    /// What the won deals are worth on paper.
    Bookings,
    /// Money received.
    Cash,
}

impl Choice for GoalMeasure {
    const ALL: &'static [Self] = &[Self::Won, Self::Bookings, Self::Cash];
    const IDS: &'static [&'static str] = &["won", "bookings", "cash"];
}

impl GoalMeasure {
    /// All of them.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// Its text in a view, such as "won".
    #[must_use]
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }

    /// The measure of an [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Choice::from_id(id)
    }
}

/// What a visitor plans.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plans {
    /// What the goal is counted in.
    pub measure: GoalMeasure,
    /// The change whose payback is asked for.
    pub lever: PlannedLever,
    /// The stage, counted from 0, where that is the days or the capacity of one.
    pub stage: usize,
    /// The numbers that were entered, in the order of [`PlanField::all`].
    numbers: Vec<(PlanField, f64)>,
}

impl Plans {
    /// The number of a field, if it was entered.
    #[must_use]
    pub fn get(&self, field: PlanField) -> Option<f64> {
        let mut numbers = self.numbers.iter();
        numbers
            .find(|(entered, _)| *entered == field)
            .map(|(_, number)| *number)
    }

    /// Enters a number, or takes it out; one that the field does not allow changes nothing.
    pub fn set(&mut self, field: PlanField, number: Option<f64>) {
        if number.is_some_and(|number| !field.limits().allow(number)) {
            return;
        }
        let numbers = PlanField::all().filter_map(|other| {
            let kept = if other == field {
                number
            } else {
                self.get(other)
            };
            Some((other, kept?))
        });
        self.numbers = numbers.collect();
    }

    /// Keeps the plan on its stage through an edit of the pipeline; without its stage it is about the first one.
    pub(super) fn follow_stages(&mut self, shift: Shift) {
        self.stage = shift.follow(self.stage).unwrap_or_default();
    }

    /// Reads the plans for a document with so many stages. Keys of a later version are ignored.
    pub(super) fn from_at(at: &At<'_>, stages: usize) -> Self {
        let mut plans = Self::default();
        at.each(|key, at| match key {
            "measure" => plans.measure = at.choice().unwrap_or_default(),
            "lever" => plans.lever = at.choice().unwrap_or_default(),
            "stage" => plans.stage = at.index(stages, ProblemKind::NoSuchStage { stages }),
            _ => {
                if let Some(field) = PlanField::from_id(key) {
                    plans.set(field, at.optional_within(field.limits()));
                }
            }
        });
        plans
    }

    pub(super) fn node(&self) -> Node {
        if *self == Self::default() {
            return Node::Null;
        }
        let choices = [
            ("measure".to_owned(), self.measure.node()),
            ("lever".to_owned(), self.lever.node()),
            ("stage".to_owned(), Node::index(self.stage)),
        ];
        let numbers = self.numbers.iter();
        let numbers = numbers.map(|(field, number)| (field.id(), (*number).into()));
        Node::Object(choices.into_iter().chain(numbers).collect())
    }
}
